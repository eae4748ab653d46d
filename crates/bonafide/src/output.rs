//! The only places that write to the terminal: answers on stdout, everything else on stderr.

use std::io::{self, Write as _};

use serde::Serialize;

/// One line on stdout, flushed. A reader that has gone away is no error of ours.
pub(crate) fn line(text: &str) {
    let mut out = io::stdout().lock();
    let _gone = writeln!(out, "{text}").and_then(|()| out.flush());
}

/// One JSON document on one line.
pub(crate) fn json(value: &impl Serialize) -> anyhow::Result<()> {
    line(&serde_json::to_string(value)?);
    Ok(())
}

/// A note for the person at the terminal.
pub(crate) fn note(text: &str) {
    let _gone = writeln!(io::stderr().lock(), "{text}");
}

/// Why a command failed, causes included.
pub(crate) fn failure(error: &anyhow::Error) {
    note(&format!("bonafide: {error:#}"));
}
