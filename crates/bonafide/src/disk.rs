//! How much room there is.

use std::path::Path;

/// Room on a disk, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Room {
    pub(crate) free: u64,
    pub(crate) size: u64,
}

impl Room {
    /// Whether somebody should look: a twentieth of the disk or less is left, or a gigabyte.
    pub(crate) fn is_nearly_full(self) -> bool {
        self.free < self.size / 20 || self.free < 1_000_000_000
    }
}

/// Room on the disk of a folder; nothing where it cannot be told.
#[cfg(unix)]
pub(crate) fn room(folder: &Path) -> Option<Room> {
    let found = rustix::fs::statvfs(folder).ok()?;
    Some(Room {
        free: found.f_bavail.saturating_mul(found.f_frsize),
        size: found.f_blocks.saturating_mul(found.f_frsize),
    })
}

#[cfg(not(unix))]
pub(crate) fn room(_folder: &Path) -> Option<Room> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_disk_is_nearly_full_by_share_and_by_size() {
        let giga = 1_000_000_000;
        let room = |free: u64, size: u64| Room {
            free: free * giga,
            size: size * giga,
        };
        assert!(!room(10, 100).is_nearly_full());
        assert!(room(4, 100).is_nearly_full());
        assert!(room(0, 2).is_nearly_full());
        assert!(!room(1, 2).is_nearly_full());
    }

    #[test]
    fn folders_have_room() {
        let here = room(Path::new(".")).unwrap();
        assert!(here.size >= here.free && here.size > 0);
        assert_eq!(room(Path::new("/there/is/no/such/folder")), None);
    }
}
