//! What a backup of the embedded store is: a folder with a copy of the database, the sealed pictures
//! that it names, and a list of both. Keys are never part of it.

use std::fs::{self, File};
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail, ensure};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

const FORMAT: u32 = 1;
const MANIFEST: &str = "manifest.json";
/// The copy of the database.
pub(crate) const DATABASE: &str = "bonafide.db";
/// The folder of sealed pictures.
pub(crate) const PICTURES: &str = "pictures";

/// What a backup holds.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Manifest {
    format: u32,
    /// Version of the program.
    pub(crate) version: String,
    /// When it was begun, in Unix seconds: what was answered before is in it.
    pub(crate) created: i64,
    /// Names of the keys without which it cannot be read.
    pub(crate) keys: Vec<String>,
    pub(crate) database: Entry,
    pub(crate) pictures: Vec<Entry>,
}

/// One file of a backup.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Entry {
    pub(crate) name: String,
    bytes: u64,
    sha256: String,
}

impl Entry {
    /// Of contents in memory.
    pub(crate) fn of(name: &str, contents: &[u8]) -> Self {
        Self {
            name: name.to_owned(),
            bytes: contents.len() as u64,
            sha256: hex::encode(Sha256::digest(contents)),
        }
    }

    /// Of a file, which may be large.
    pub(crate) fn of_file(name: &str, path: &Path) -> anyhow::Result<Self> {
        let mut file =
            File::open(path).with_context(|| format!("{} cannot be read", path.display()))?;
        let (mut hash, mut bytes) = (Sha256::new(), 0);
        let mut buffer = vec![0; 1 << 20];
        loop {
            let read = file.read(&mut buffer)?;
            if read == 0 {
                break;
            }
            hash.update(&buffer[..read]);
            bytes += read as u64;
        }
        Ok(Self {
            name: name.to_owned(),
            bytes,
            sha256: hex::encode(hash.finalize()),
        })
    }

    fn is_same(&self, other: &Self) -> bool {
        (self.bytes, &self.sha256) == (other.bytes, &other.sha256)
    }
}

impl Manifest {
    pub(crate) fn new(
        created: i64,
        keys: Vec<String>,
        database: Entry,
        pictures: Vec<Entry>,
    ) -> Self {
        Self {
            format: FORMAT,
            version: String::from(env!("CARGO_PKG_VERSION")),
            created,
            keys,
            database,
            pictures,
        }
    }

    /// Written last: a folder without it is no backup.
    pub(crate) fn write(&self, folder: &Path) -> anyhow::Result<()> {
        write_durably(&folder.join(MANIFEST), &serde_json::to_vec_pretty(self)?)
    }

    /// Reads the list of a backup and checks every file on it.
    pub(crate) fn read_checked(folder: &Path) -> anyhow::Result<Self> {
        let path = folder.join(MANIFEST);
        let text = fs::read(&path)
            .with_context(|| format!("{} holds no complete backup", folder.display()))?;
        let manifest: Self = serde_json::from_slice(&text)
            .with_context(|| format!("{} is not the list of a backup", path.display()))?;
        ensure!(
            manifest.format == FORMAT,
            "the backup has the format {}, which this version does not read",
            manifest.format
        );
        let files = manifest
            .pictures
            .iter()
            .map(|entry| (entry, folder.join(PICTURES).join(&entry.name)));
        for (entry, path) in files.chain([(&manifest.database, folder.join(DATABASE))]) {
            if !Entry::of_file(&entry.name, &path)?.is_same(entry) {
                bail!("{} is not what was backed up", path.display());
            }
        }
        Ok(manifest)
    }
}

/// A folder that nobody else can read, where there was none.
pub(crate) fn make_folder(path: &Path) -> anyhow::Result<()> {
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
        .create(path)
        .with_context(|| format!("{} cannot be made", path.display()))
}

/// Writes a file that survives a power loss and that nobody else can read.
pub(crate) fn write_durably(path: &Path, contents: &[u8]) -> anyhow::Result<()> {
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let written = options.open(path).and_then(|mut file| {
        file.write_all(contents)?;
        file.sync_all()
    });
    written.with_context(|| format!("{} cannot be written", path.display()))
}

/// Gives a finished folder its name, durably.
pub(crate) fn publish(partial: &Path, name: &Path) -> anyhow::Result<()> {
    for folder in [partial.to_owned(), partial.join(PICTURES)] {
        File::open(&folder)?.sync_all()?;
    }
    fs::rename(partial, name).with_context(|| format!("{} cannot be made", name.display()))?;
    File::open(parent(name))?.sync_all()?;
    Ok(())
}

fn parent(path: &Path) -> PathBuf {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn backup(folder: &Path) -> PathBuf {
        let partial = folder.join("partial");
        make_folder(&partial).unwrap();
        make_folder(&partial.join(PICTURES)).unwrap();
        write_durably(&partial.join(DATABASE), b"rows").unwrap();
        write_durably(&partial.join(PICTURES).join("file_1"), b"sealed").unwrap();
        let pictures = vec![Entry::of("file_1", b"sealed")];
        let manifest = Manifest::new(1, vec![], Entry::of(DATABASE, b"rows"), pictures);
        manifest.write(&partial).unwrap();
        let name = folder.join("backup");
        publish(&partial, &name).unwrap();
        name
    }

    #[test]
    fn a_whole_backup_is_taken() {
        let folder = tempfile::tempdir().unwrap();
        let manifest = Manifest::read_checked(&backup(folder.path())).unwrap();
        assert_eq!(manifest.pictures[0].name, "file_1");
    }

    #[test]
    fn damage_is_found() {
        for file in ["manifest.json", "bonafide.db", "pictures/file_1"] {
            let folder = tempfile::tempdir().unwrap();
            let name = backup(folder.path());
            fs::write(name.join(file), b"other").unwrap();
            assert!(Manifest::read_checked(&name).is_err(), "{file}");
            fs::remove_file(name.join(file)).unwrap();
            assert!(Manifest::read_checked(&name).is_err(), "{file}");
        }
    }
}
