//! Reading picture files from disk for the commands that need no server.

use std::fs::File;
use std::io::{ErrorKind, Read as _};
use std::path::Path;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::Serialize;
use vision::PictureError;

/// Why a file gave no answer.
#[derive(Clone, Debug, Serialize)]
pub struct Failure {
    pub code: &'static str,
    pub reason: String,
}

impl From<PictureError> for Failure {
    fn from(error: PictureError) -> Self {
        Self {
            code: error.code(),
            reason: error.to_string(),
        }
    }
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.reason)
    }
}

/// The bytes of a picture file: never more than a picture may have.
pub fn read_file(path: &Path) -> Result<Vec<u8>, Failure> {
    let limit = vision::Limits::default().bytes;
    let opened = File::open(path).and_then(|file| {
        if file.metadata()?.is_dir() {
            return Err(std::io::Error::from(ErrorKind::IsADirectory));
        }
        // One byte past the limit tells a file that is too large from one that just fits.
        let mut bytes = Vec::new();
        file.take(limit as u64 + 1).read_to_end(&mut bytes)?;
        Ok(bytes)
    });
    opened.map_err(|error| match error.kind() {
        ErrorKind::NotFound => Failure {
            code: "file_not_found",
            reason: "there is no such file".to_owned(),
        },
        ErrorKind::IsADirectory => Failure {
            code: "not_an_image",
            reason: "this is a folder".to_owned(),
        },
        kind => Failure {
            code: "file_not_found",
            reason: format!("the file cannot be read: {kind}"),
        },
    })
}

/// Today in UTC.
#[expect(
    clippy::disallowed_methods,
    reason = "commands without a server have no clock to take"
)]
pub fn today() -> jiff::civil::Date {
    Timestamp::now().to_zoned(TimeZone::UTC).date()
}

/// A calendar day as the checks count days.
pub fn day(date: jiff::civil::Date) -> checks::Day {
    checks::Day::new(date.year(), date.month(), date.day())
        .unwrap_or_else(|| checks::Day::from_unix(0))
}
