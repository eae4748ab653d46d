//! How many requests are in hand at once. A few more wait for a moment; the rest is told when to
//! come back, so that a server with too much to do still does what it has begun.

mod lane;

use std::time::Duration;

pub(crate) use lane::{Lane, Place};

/// How much a server takes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AdmissionSettings {
    /// Requests in hand at once, but for those below.
    pub requests: usize,
    /// Forms whose bodies are on their way.
    pub bodies: usize,
    /// Uploads in hand at once: they last as long as their sender is slow.
    pub uploads: usize,
    /// Uploads of one person in hand at once; the others wait for them.
    pub uploads_of_one_person: usize,
    /// Forms of browsers without JavaScript, which may carry a picture.
    pub forms: usize,
    /// Files of the page that are on their way to somebody.
    pub assets: usize,
    /// Files that are opened and on their way to somebody: each is in memory as a whole.
    pub downloads: usize,
    /// Answers that go on while something changes.
    pub streams: usize,
    /// Those of one person.
    pub streams_of_one_person: usize,
    /// How long a request waits for its turn.
    pub max_wait: Duration,
    /// The same for an upload, which may wait for others of its sender.
    pub upload_max_wait: Duration,
}

impl Default for AdmissionSettings {
    fn default() -> Self {
        Self {
            requests: 512,
            bodies: 2048,
            uploads: 64,
            uploads_of_one_person: 2,
            forms: 64,
            assets: 4096,
            downloads: 8,
            streams: 512,
            streams_of_one_person: 4,
            max_wait: Duration::from_secs(2),
            upload_max_wait: Duration::from_mins(3),
        }
    }
}

/// The lanes of a server.
#[derive(Clone)]
pub(crate) struct Admission {
    pub(crate) requests: Lane,
    pub(crate) bodies: Lane,
    pub(crate) uploads: Lane,
    pub(crate) forms: Lane,
    pub(crate) assets: Lane,
    pub(crate) downloads: Lane,
    pub(crate) streams: Lane,
    pub(crate) settings: AdmissionSettings,
}

impl Admission {
    pub(crate) fn new(settings: AdmissionSettings) -> Self {
        let lane = |name, size| Lane::new(name, size, settings.max_wait);
        Self {
            requests: lane("requests", settings.requests),
            bodies: lane("bodies", settings.bodies),
            uploads: Lane::new("uploads", settings.uploads, settings.upload_max_wait),
            forms: lane("forms", settings.forms),
            assets: lane("assets", settings.assets),
            downloads: lane("downloads", settings.downloads),
            streams: lane("streams", settings.streams),
            settings,
        }
    }
}
