//! The only places that write to the terminal: answers on stdout, everything else on stderr.

use std::io::{self, Write as _};
use std::sync::atomic::{AtomicBool, Ordering};

use serde::Serialize;

static QUIET: AtomicBool = AtomicBool::new(false);

/// From now on lines are notes, and stdout is left to one JSON document.
pub fn to_stderr() {
    QUIET.store(true, Ordering::Relaxed);
}

/// One line on stdout, flushed. A reader that has gone away is no error of ours.
pub fn line(text: &str) {
    if QUIET.load(Ordering::Relaxed) {
        return note(text);
    }
    print(text);
}

fn print(text: &str) {
    let mut out = io::stdout().lock();
    let _gone = writeln!(out, "{text}").and_then(|()| out.flush());
}

/// One JSON document on one line.
pub fn json(value: &impl Serialize) -> anyhow::Result<()> {
    print(&serde_json::to_string(value)?);
    Ok(())
}

/// A note for the person at the terminal.
pub fn note(text: &str) {
    let _gone = writeln!(io::stderr().lock(), "{text}");
}

/// Why a command failed, causes included.
pub(crate) fn failure(error: &anyhow::Error) {
    note(&format!("bonafide: {error:#}"));
}
