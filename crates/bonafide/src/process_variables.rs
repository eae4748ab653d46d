//! Variables that libraries read before they can be told anything. A process's own are safely set only for
//! another program, so this one starts itself again, once, with those that it lacks.

use std::env;
use std::os::unix::process::CommandExt as _;
use std::process::Command;

/// ONNX Runtime's Linux library sets up a client of its maker's, and looks for their host, before telemetry
/// can be switched off.
const ALWAYS: (&str, &str) = ("ORT_DISABLE_TELEMETRY", "1");
/// Pictures and what networks make of them are large, and gone in a moment: mimalloc and the C library, which
/// networks use, give such pieces back at once. Kept between small ones that live longer, they took twice the
/// memory under load. Whoever sets one of these decides.
const UNLESS_SET: [(&str, &str); 3] = [
    ("MIMALLOC_PURGE_DELAY", "0"),
    ("MALLOC_MMAP_THRESHOLD_", "1048576"),
    ("MALLOC_TRIM_THRESHOLD_", "1048576"),
];

/// Returns in a process that has the variables; where starting again fails, in this one.
pub(crate) fn start() {
    let missing = missing(|name| env::var(name).ok());
    if missing.is_empty() {
        return;
    }
    let Ok(program) = env::current_exe() else {
        return;
    };
    let mut arguments = env::args_os();
    let name = arguments.next();
    let mut again = Command::new(program);
    again.args(arguments).envs(missing);
    if let Some(name) = name {
        again.arg0(name);
    }
    let error = again.exec();
    tracing::warn!(%error, "this program cannot start itself again");
}

fn missing(now: impl Fn(&str) -> Option<String>) -> Vec<(&'static str, &'static str)> {
    let (name, value) = ALWAYS;
    let mut missing: Vec<_> = UNLESS_SET
        .into_iter()
        .filter(|(name, _)| now(name).is_none())
        .collect();
    if now(name).is_none_or(|now| now != value) {
        missing.push(ALWAYS);
    }
    missing
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;

    #[test]
    fn a_second_start_lacks_nothing_and_what_somebody_set_stays() {
        let mut set = HashMap::from([
            ("MIMALLOC_PURGE_DELAY", "50"),
            ("ORT_DISABLE_TELEMETRY", "0"),
        ]);
        let lacking = missing(|name| set.get(name).map(ToString::to_string));
        assert_eq!(lacking.len(), 3);
        set.extend(lacking);
        assert_eq!(missing(|name| set.get(name).map(ToString::to_string)), []);
        assert_eq!(set["MIMALLOC_PURGE_DELAY"], "50");
        assert_eq!(set["ORT_DISABLE_TELEMETRY"], "1");
    }
}
