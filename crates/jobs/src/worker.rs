use std::sync::Arc;

use checks::Policy;
use sessions::Services;
use verification::Observer;

use crate::Pace;

/// How a worker works.
#[derive(Clone, Copy, Debug)]
pub struct WorkerSettings {
    /// Seconds after which a silent worker's job is another's.
    pub lease_seconds: i64,
    /// Verifications at once; each uses one core while it looks at pictures.
    pub verifications: usize,
    /// Webhook deliveries at once; one endpoint has half of them at most.
    pub deliveries: usize,
    /// Seconds a session may stay `processing`, waiting in the queue included: an answer that is
    /// late is better than asking the person again.
    pub processing_limit: i64,
    /// Seconds after which a blob that no file names is deleted.
    pub orphan_grace: i64,
}

impl Default for WorkerSettings {
    fn default() -> Self {
        Self {
            lease_seconds: 15,
            verifications: 2,
            deliveries: 32,
            processing_limit: 3600,
            orphan_grace: 24 * 3600,
        }
    }
}

/// One worker: any number of them, in any number of processes, share a store.
pub struct Worker {
    pub services: Arc<Services>,
    /// All inference of the process.
    pub observer: Arc<Observer>,
    pub outbound: outbound::Client,
    /// What is decided by.
    pub policy: Arc<Policy>,
    pub settings: WorkerSettings,
    /// Names this worker in leases.
    pub name: String,
    /// How fast endpoints have shown to be.
    pub pace: Pace,
}
