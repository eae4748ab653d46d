use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;
use std::time::UNIX_EPOCH;

use identity::Timestamp;

/// Deletes the files of a folder that hold a put under way, older than a moment. The library writes
/// to `NAME#NUMBER` first and renames; its listings leave those out.
pub(super) fn delete(folder: &Path, before: Timestamp) -> io::Result<u64> {
    let mut deleted = 0;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        if !name.to_str().is_some_and(is_unfinished) {
            continue;
        }
        let gone = |error: &io::Error| error.kind() == ErrorKind::NotFound;
        let modified = match entry.metadata().and_then(|metadata| metadata.modified()) {
            Ok(modified) => modified.duration_since(UNIX_EPOCH).unwrap_or_default(),
            // Finished in between.
            Err(error) if gone(&error) => continue,
            Err(error) => return Err(error),
        };
        if modified.as_secs() as i64 >= before.0 {
            continue;
        }
        match fs::remove_file(entry.path()) {
            Ok(()) => deleted += 1,
            Err(error) if gone(&error) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(deleted)
}

fn is_unfinished(name: &str) -> bool {
    let digits = |number: &str| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
    name.split_once('#')
        .is_some_and(|(_, number)| digits(number))
}
