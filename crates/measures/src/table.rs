use crate::measure::{Counter, Gauge, Histogram, Kind, Measure};

/// From half a millisecond to half a minute.
const SECONDS: &[f64] = &[
    0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0,
];
/// From a second to an hour.
const LONG_SECONDS: &[f64] = &[
    0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 300.0, 900.0, 3600.0,
];
const UNITS: &[f64] = &[1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0, 256.0];

/// Declares measures and lists them.
macro_rules! table {
    ($($type:ident $name:ident = $shown:literal [$($label:literal),*] $kind:expr, $help:literal;)*) => {
        $(
            #[doc = $help]
            pub static $name: $type = $type(Measure {
                name: $shown,
                help: $help,
                labels: &[$($label),*],
                kind: $kind,
            });
        )*

        /// Everything that is measured.
        pub static ALL: &[&Measure] = &[$(&$name.0),*];
    };
}

table! {
    Histogram HTTP_REQUEST_SECONDS = "bonafide_http_request_duration_seconds" ["operation", "status"]
        Kind::Histogram(SECONDS),
        "Requests, from the head to the answer, by operation (`operationId` in /openapi.json; `none` where no route fits) and class of the status (`2xx`).";
    Gauge HTTP_REQUESTS_IN_HAND = "bonafide_http_requests_in_hand" ["lane"]
        Kind::Gauge,
        "Requests being answered, until the last byte of the answer: `requests`, `uploads`, `forms` (of the page without a script), `assets`, `downloads`, `streams`; `bodies` are forms on their way here.";
    Counter HTTP_REQUESTS_REFUSED = "bonafide_http_requests_refused_total" ["reason"]
        Kind::Counter,
        "Requests refused because there was too much: `no_room` and `no_connection` (503), `rate_limit` (429), `too_slow` (503).";
    Gauge CONNECTIONS = "bonafide_http_connections" ["listener"]
        Kind::Gauge,
        "Open connections, of `callers` and of those who ask for `metrics`.";
    Counter CONNECTIONS_CLOSED = "bonafide_http_connections_closed_total" ["reason"]
        Kind::Counter,
        "Connections that the server closed: `for_another` (it rested, and there were too many), `of_one_address` and `at_once` (all others were busy), `slow_reader` (answers were not taken).";
    Counter EVENTS = "bonafide_events_total" ["type", "mode"]
        Kind::Counter,
        "Events committed by this process, and so sessions created, submitted (`processing`), concluded, canceled and redacted, by type and mode.";
    Histogram VERIFICATION_SECONDS = "bonafide_verification_stage_duration_seconds" ["stage"]
        Kind::Histogram(LONG_SECONDS),
        "Verifications by stage: `queue` (whole seconds from the submission until a worker has it for the first time), `open` (fetching pictures that were not looked at), `observe` (inference), `decide`, `conclude` (report, session and event on disk).";
    Counter OBSERVATIONS = "bonafide_observations_total" ["kind", "source"]
        Kind::Counter,
        "What was seen in pictures (`document`, `selfie`, `frame` of a challenge): `inferred` by this process, or `kept` from an earlier look at the same picture.";
    Histogram OBSERVATION_WAIT_SECONDS = "bonafide_observation_wait_duration_seconds" ["caller"]
        Kind::Histogram(LONG_SECONDS),
        "Waiting for one of the places in which pictures are looked at: a person's at the `page`, a `job`'s, a `command`'s.";
    Gauge JOBS = "bonafide_jobs" ["kind"]
        Kind::Gauge,
        "Jobs in the store that wait or run, of all processes: `verify`, `deliver`, `redact`.";
    Gauge JOBS_OVERDUE_SECONDS = "bonafide_jobs_overdue_seconds" ["kind"]
        Kind::Gauge,
        "How long the job that is due longest waits for a worker; 0 where none is due. Deliveries to endpoints that have others in hand or keep failing don't count: they wait for the endpoint.";
    Gauge ENDPOINTS_FAILING = "bonafide_webhook_endpoints_failing" []
        Kind::Gauge,
        "Webhook endpoints with deliveries that wait, which keep failing and are therefore tried less and less often.";
    Histogram JOB_SECONDS = "bonafide_job_duration_seconds" ["kind", "outcome"]
        Kind::Histogram(LONG_SECONDS),
        "Jobs run by this process: `done`, `retried` (failed, and given back), `lease_lost`. A delivery that the endpoint refused is `done`.";
    Histogram DELIVERY_SECONDS = "bonafide_delivery_duration_seconds" ["outcome"]
        Kind::Histogram(SECONDS),
        "Tries to deliver an event: `taken` (2xx), `refused` (another status), `unreachable` (no answer).";
    Histogram STORE_COMMIT_SECONDS = "bonafide_store_commit_duration_seconds" ["outcome"]
        Kind::Histogram(SECONDS),
        "Saving a unit of work that writes, until it is on disk: `saved` or `failed`.";
    Histogram STORE_COMMIT_UNITS = "bonafide_store_commit_units" []
        Kind::Histogram(UNITS),
        "Units of work that shared one commit (SQLite).";
    Gauge STORE_CONNECTIONS = "bonafide_store_connections" ["state"]
        Kind::Gauge,
        "Connections of this process to the database: `busy`, `idle`.";
    Gauge STORE_ANSWERS = "bonafide_store_answers" []
        Kind::Gauge,
        "1 where the database answered when this page was made, else 0; then what is read from it is left as it was.";
    Histogram BLOB_SECONDS = "bonafide_blob_operation_duration_seconds" ["operation", "outcome"]
        Kind::Histogram(SECONDS),
        "Calls to the store of pictures, repetitions included: `put`, `get`, `delete`; `done` or `failed`.";
    Gauge DISK_FREE_BYTES = "bonafide_data_dir_free_bytes" []
        Kind::Gauge,
        "Room left on the disk of the data directory.";
    Gauge BUILD = "bonafide_build_info" ["version"]
        Kind::Gauge,
        "1; the label has the version.";
    Gauge PROCESS_MEMORY_BYTES = "process_resident_memory_bytes" []
        Kind::Gauge,
        "Memory in use (Linux).";
    Counter PROCESS_CPU_SECONDS = "process_cpu_seconds_total" []
        Kind::Counter,
        "Processor time used, in whole seconds (Linux).";
    Gauge PROCESS_THREADS = "process_threads" []
        Kind::Gauge,
        "Threads (Linux).";
    Gauge PROCESS_FILES = "process_open_fds" []
        Kind::Gauge,
        "Open files and connections (Linux).";
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;
    use std::fmt::Write as _;
    use std::path::Path;

    use super::*;

    /// Set, the test writes what it would have compared.
    const UPDATE: &str = "BONAFIDE_UPDATE";
    const BEGINNING: &str = "| metric | kind | labels | says |\n|---|---|---|---|\n";

    #[test]
    fn the_table_in_the_docs_is_that_of_the_code() {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/metrics.md");
        let mut table = String::new();
        for measure in ALL {
            let labels: Vec<_> = measure
                .labels
                .iter()
                .map(|label| format!("`{label}`"))
                .collect();
            let (name, kind, help) = (measure.name, measure.kind.as_str(), measure.help);
            writeln!(
                table,
                "| `{name}` | {kind} | {} | {help} |",
                labels.join(", ")
            )
            .unwrap();
        }
        let written = std::fs::read_to_string(&file).unwrap();
        let (before, rest) = written
            .split_once(BEGINNING)
            .expect("the docs have the table");
        let end = rest.find("\n\n").map_or(rest.len(), |end| end + 1);
        if std::env::var_os(UPDATE).is_some() {
            let text = format!("{before}{BEGINNING}{table}{}", &rest[end..]);
            std::fs::write(&file, text).unwrap();
        } else {
            assert!(
                rest[..end] == table,
                "docs/metrics.md is stale: `make update` writes it anew"
            );
        }
    }

    #[test]
    fn names_are_those_of_the_conventions() {
        let mut seen = HashSet::new();
        for measure in ALL {
            assert!(seen.insert(measure.name), "{} is there twice", measure.name);
            let name = measure.name;
            assert!(
                name.bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte == b'_')
            );
            let counts = measure.kind == Kind::Counter;
            assert!(!counts || name.ends_with("_total"), "{name}");
            assert!(!name.contains("milli"), "{name} is not in base units");
            assert!(measure.help.ends_with('.'), "{name}");
        }
    }
}
