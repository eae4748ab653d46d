use std::num::NonZeroU32;
use std::time::Duration;

use serde::Deserialize;
use wire::{AdmissionSettings, LimitSettings};

use super::number_from_environment;

/// How much the server takes on, and allows each caller. `BONAFIDE_LIMITS_…` variables of the same
/// names in capitals override the file.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct LimitsConfig {
    /// Requests in hand at once.
    requests_at_once: Option<usize>,
    /// Uploads in hand at once.
    uploads_at_once: Option<usize>,
    /// Requests of one API key that read; no limit where it is absent.
    reads_per_second: Option<NonZeroU32>,
    /// Requests of one API key that change something.
    writes_per_second: Option<NonZeroU32>,
    /// Requests of one person being verified.
    person_per_second: Option<NonZeroU32>,
    /// How long a server that is asked to stop goes on with what it has begun.
    shutdown_seconds: Option<u64>,
}

impl LimitsConfig {
    /// The same, with what the environment says.
    pub(crate) fn with_environment(mut self) -> anyhow::Result<Self> {
        let variable = |name: &str| number_from_environment(&format!("BONAFIDE_LIMITS_{name}"));
        let rate = |name: &str, file: Option<NonZeroU32>| {
            Ok::<_, anyhow::Error>(match variable(name)? {
                // Nothing a second is no limit.
                Some(number) => u32::try_from(number).ok().and_then(NonZeroU32::new),
                None => file,
            })
        };
        self.reads_per_second = rate("READS_PER_SECOND", self.reads_per_second)?;
        self.writes_per_second = rate("WRITES_PER_SECOND", self.writes_per_second)?;
        self.person_per_second = rate("PERSON_PER_SECOND", self.person_per_second)?;
        if let Some(number) = variable("REQUESTS_AT_ONCE")? {
            self.requests_at_once = usize::try_from(number).ok();
        }
        if let Some(number) = variable("UPLOADS_AT_ONCE")? {
            self.uploads_at_once = usize::try_from(number).ok();
        }
        if let Some(number) = variable("SHUTDOWN_SECONDS")? {
            self.shutdown_seconds = u64::try_from(number).ok();
        }
        Ok(self)
    }

    pub(crate) fn admission(&self) -> AdmissionSettings {
        let defaults = AdmissionSettings::default();
        AdmissionSettings {
            requests: self.requests_at_once.unwrap_or(defaults.requests),
            uploads: self.uploads_at_once.unwrap_or(defaults.uploads),
            ..defaults
        }
    }

    pub(crate) fn each_caller(&self) -> LimitSettings {
        LimitSettings {
            reads: self.reads_per_second,
            writes: self.writes_per_second,
            person: self.person_per_second,
        }
    }

    pub(crate) fn shutdown(&self) -> Duration {
        Duration::from_secs(self.shutdown_seconds.unwrap_or(20))
    }
}
