use std::num::NonZeroU32;
use std::time::Duration;

use serde::Deserialize;
use wire::{AdmissionSettings, LimitSettings, PaceSettings};

use super::number_from_environment;
use crate::connections::GateSettings;

/// Requests a second of one person, where nobody says otherwise: a recording of sixteen frames, sent at once,
/// and the steps around it.
const PERSON_PER_SECOND: u32 = 50;
const CONNECTIONS_AT_ONCE: usize = 4096;
const CONNECTIONS_OF_ONE_ADDRESS: usize = 256;
/// Connections kept for who watches over the server.
const SPARE: usize = 16;

/// How much the server takes on, and allows each caller. `BONAFIDE_LIMITS_…` variables of the same
/// names in capitals override the file.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct LimitsConfig {
    /// Requests in hand at once.
    requests_at_once: Option<usize>,
    /// Uploads in hand at once.
    uploads_at_once: Option<usize>,
    /// Uploads of one person in hand at once; the others wait.
    uploads_of_one_person: Option<usize>,
    /// Forms whose bodies are on their way.
    bodies_at_once: Option<usize>,
    /// Forms of browsers without JavaScript in hand at once.
    forms_at_once: Option<usize>,
    /// Files of the page on their way at once.
    assets_at_once: Option<usize>,
    /// Files on their way to somebody at once; each is in memory as a whole.
    downloads_at_once: Option<usize>,
    /// Answers that go on while something changes.
    streams_at_once: Option<usize>,
    /// Those of one person.
    streams_of_one_person: Option<usize>,
    /// Connections at once; fewer where the system allows fewer open files.
    connections_at_once: Option<usize>,
    /// Connections of one address that is neither this machine nor a trusted proxy.
    connections_of_one_address: Option<usize>,
    /// What a caller has to send of a body, and to take of an answer, in a second.
    least_bytes_per_second: Option<NonZeroU32>,
    /// Requests of one API key that read; no limit where it is absent or 0.
    reads_per_second: Option<u32>,
    /// Requests of one API key that change something; no limit where it is absent or 0.
    writes_per_second: Option<u32>,
    /// Requests of one person being verified; 50 where it is absent, no limit where it is 0.
    person_per_second: Option<u32>,
    /// How long a server that is asked to stop goes on with what it has begun.
    shutdown_seconds: Option<u64>,
}

impl LimitsConfig {
    /// These limits, but for those that the environment says otherwise.
    pub(crate) fn with_environment(mut self) -> anyhow::Result<Self> {
        let variable = |name: &str| number_from_environment(&format!("BONAFIDE_LIMITS_{name}"));
        for (name, rate) in [
            ("READS_PER_SECOND", &mut self.reads_per_second),
            ("WRITES_PER_SECOND", &mut self.writes_per_second),
            ("PERSON_PER_SECOND", &mut self.person_per_second),
        ] {
            if let Some(number) = variable(name)? {
                *rate = Some(u32::try_from(number).unwrap_or(u32::MAX));
            }
        }
        if let Some(number) = variable("LEAST_BYTES_PER_SECOND")? {
            self.least_bytes_per_second = u32::try_from(number).ok().and_then(NonZeroU32::new);
        }
        for (name, count) in self.counts() {
            if let Some(number) = variable(name)? {
                *count = usize::try_from(number).ok();
            }
        }
        if let Some(number) = variable("SHUTDOWN_SECONDS")? {
            self.shutdown_seconds = u64::try_from(number).ok();
        }
        Ok(self)
    }

    /// What is counted at once, by the name of its variable.
    fn counts(&mut self) -> [(&'static str, &mut Option<usize>); 11] {
        [
            ("REQUESTS_AT_ONCE", &mut self.requests_at_once),
            ("UPLOADS_AT_ONCE", &mut self.uploads_at_once),
            ("UPLOADS_OF_ONE_PERSON", &mut self.uploads_of_one_person),
            ("BODIES_AT_ONCE", &mut self.bodies_at_once),
            ("FORMS_AT_ONCE", &mut self.forms_at_once),
            ("ASSETS_AT_ONCE", &mut self.assets_at_once),
            ("DOWNLOADS_AT_ONCE", &mut self.downloads_at_once),
            ("STREAMS_AT_ONCE", &mut self.streams_at_once),
            ("STREAMS_OF_ONE_PERSON", &mut self.streams_of_one_person),
            ("CONNECTIONS_AT_ONCE", &mut self.connections_at_once),
            (
                "CONNECTIONS_OF_ONE_ADDRESS",
                &mut self.connections_of_one_address,
            ),
        ]
    }

    pub(crate) fn admission(&self) -> AdmissionSettings {
        // Nobody is served in no place.
        let or = |said: Option<usize>, default: usize| said.unwrap_or(default).max(1);
        let defaults = AdmissionSettings::default();
        AdmissionSettings {
            requests: or(self.requests_at_once, defaults.requests),
            uploads: or(self.uploads_at_once, defaults.uploads),
            uploads_of_one_person: or(self.uploads_of_one_person, defaults.uploads_of_one_person),
            bodies: or(self.bodies_at_once, defaults.bodies),
            forms: or(self.forms_at_once, defaults.forms),
            assets: or(self.assets_at_once, defaults.assets),
            downloads: or(self.downloads_at_once, defaults.downloads),
            streams: or(self.streams_at_once, defaults.streams),
            streams_of_one_person: or(self.streams_of_one_person, defaults.streams_of_one_person),
            ..defaults
        }
    }

    pub(crate) fn pace(&self) -> PaceSettings {
        PaceSettings {
            least: self.least_bytes_per_second(),
            ..PaceSettings::default()
        }
    }

    fn least_bytes_per_second(&self) -> u32 {
        let said = self.least_bytes_per_second.map(NonZeroU32::get);
        said.unwrap_or(PaceSettings::default().least)
    }

    /// Connections, of which there are never more than the system allows.
    pub(crate) fn gate(&self, allowed: usize) -> GateSettings {
        let wanted = self.connections_at_once.unwrap_or(CONNECTIONS_AT_ONCE);
        let of_one_address = self.connections_of_one_address;
        GateSettings {
            listener: "callers",
            at_once: wanted.min(allowed.saturating_sub(SPARE)).max(1),
            of_one_address: of_one_address.unwrap_or(CONNECTIONS_OF_ONE_ADDRESS).max(1),
            spare: SPARE,
            least_bytes_per_second: self.least_bytes_per_second(),
        }
    }

    pub(crate) fn each_caller(&self) -> LimitSettings {
        // Nothing a second is no limit.
        let limit = |said: Option<u32>| said.and_then(NonZeroU32::new);
        LimitSettings {
            reads: limit(self.reads_per_second),
            writes: limit(self.writes_per_second),
            person: limit(self.person_per_second.or(Some(PERSON_PER_SECOND))),
        }
    }

    pub(crate) fn shutdown(&self) -> Duration {
        Duration::from_secs(self.shutdown_seconds.unwrap_or(20))
    }
}

#[cfg(test)]
mod tests {
    use figment::Figment;
    use figment::providers::{Format as _, Toml};

    use super::*;

    #[test]
    fn nothing_a_second_is_no_limit_and_nothing_said_is_the_default() {
        let limits = |toml: &str| {
            let config: LimitsConfig = Figment::from(Toml::string(toml)).extract().unwrap();
            config.each_caller()
        };
        let default = limits("");
        assert!(default.reads.is_none() && default.writes.is_none());
        assert_eq!(default.person, NonZeroU32::new(PERSON_PER_SECOND));
        assert!(limits("person_per_second = 0").person.is_none());
        let said = limits("reads_per_second = 7\nwrites_per_second = 0\nperson_per_second = 3");
        assert_eq!((said.reads, said.writes), (NonZeroU32::new(7), None));
        assert_eq!(said.person, NonZeroU32::new(3));
    }
}
