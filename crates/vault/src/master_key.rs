use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use identity::Random;
use thiserror::Error;
use zeroize::Zeroizing;

use crate::derive::derive;

const FINGERPRINT: &str = "bonafide key fingerprint v1";

/// The 32 bytes under which all other keys are wrapped. Zeroed when dropped; never printed.
pub struct MasterKey(Zeroizing<[u8; 32]>);

/// No master key could be had.
#[derive(Debug, Error)]
pub enum MasterKeyError {
    /// Not 64 hexadecimal digits.
    #[error("a master key is 64 hexadecimal digits")]
    Malformed,
    /// The file holds no key.
    #[error("{path} does not hold a master key of 64 hexadecimal digits")]
    MalformedFile {
        /// The key file.
        path: PathBuf,
    },
    /// Others on this machine may read or change the file.
    #[error(
        "the master key file {path} is open to other users (mode {mode:04o}); run: chmod 600 {path}"
    )]
    OpenToOthers {
        /// The key file.
        path: PathBuf,
        /// Its permission bits.
        mode: u32,
    },
    /// The file could not be read or written.
    #[error("the master key file {path} could not be read or written")]
    File {
        /// The key file.
        path: PathBuf,
        /// What the system said.
        #[source]
        source: io::Error,
    },
}

impl MasterKey {
    /// A new key.
    pub fn generate(random: &dyn Random) -> Self {
        let mut bytes = Zeroizing::new([0_u8; 32]);
        random.fill(bytes.as_mut_slice());
        Self(bytes)
    }

    /// Reads 64 hexadecimal digits; white space around them does not matter.
    pub fn parse(text: &str) -> Result<Self, MasterKeyError> {
        let mut bytes = Zeroizing::new([0_u8; 32]);
        hex::decode_to_slice(text.trim(), bytes.as_mut_slice())
            .map_err(|_| MasterKeyError::Malformed)?;
        Ok(Self(bytes))
    }

    /// The key as 64 hexadecimal digits, for the key file alone.
    pub fn to_hex(&self) -> Zeroizing<String> {
        Zeroizing::new(hex::encode(self.0.as_slice()))
    }

    /// Reads the key file, or makes one that only its owner can read. Safe when several processes
    /// do it at once: all get the same key.
    pub fn load_or_create(path: &Path, random: &dyn Random) -> Result<Self, MasterKeyError> {
        match Self::load(path) {
            Err(MasterKeyError::File { source, .. })
                if source.kind() == io::ErrorKind::NotFound =>
            {
                Self::generate(random)
                    .publish(path, random)
                    .map_err(|source| in_file(path, source))?;
                Self::load(path)
            }
            loaded => loaded,
        }
    }

    /// Reads the key file; refuses one that other users can read or change.
    pub fn load(path: &Path) -> Result<Self, MasterKeyError> {
        let mut file = File::open(path).map_err(|source| in_file(path, source))?;
        refuse_if_open_to_others(path, &file)?;
        let mut text = Zeroizing::new(String::with_capacity(80));
        file.read_to_string(&mut text)
            .map_err(|source| in_file(path, source))?;
        Self::parse(&text).map_err(|_| MasterKeyError::MalformedFile {
            path: path.to_owned(),
        })
    }

    /// Writes the key beside `path`, then links it there unless somebody was faster: nobody ever
    /// sees half a key, and a crash leaves none.
    fn publish(&self, path: &Path, random: &dyn Random) -> io::Result<()> {
        let folder = match path.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => parent,
            _ => Path::new("."),
        };
        let mut suffix = [0_u8; 8];
        random.fill(&mut suffix);
        let draft = folder.join(format!(".master-key-{}", hex::encode(suffix)));
        let written = self
            .write_new(&draft)
            .and_then(|()| match fs::hard_link(&draft, path) {
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
                linked => linked,
            });
        fs::remove_file(&draft)?;
        written?;
        File::open(folder)?.sync_all()
    }

    fn write_new(&self, path: &Path) -> io::Result<()> {
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(path)?;
        file.write_all(self.to_hex().as_bytes())?;
        file.write_all(b"\n")?;
        file.sync_all()
    }

    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Names the key without giving anything of it away.
    pub fn fingerprint(&self) -> String {
        format!("master:{}", hex::encode(&self.derive(FINGERPRINT)[..8]))
    }

    /// A key for one use.
    pub(crate) fn derive(&self, label: &str) -> Zeroizing<[u8; 32]> {
        derive(&self.0, label)
    }
}

fn in_file(path: &Path, source: io::Error) -> MasterKeyError {
    MasterKeyError::File {
        path: path.to_owned(),
        source,
    }
}

#[cfg(unix)]
fn refuse_if_open_to_others(path: &Path, file: &File) -> Result<(), MasterKeyError> {
    use std::os::unix::fs::PermissionsExt as _;

    let metadata = file.metadata().map_err(|source| in_file(path, source))?;
    let mode = metadata.permissions().mode() & 0o7777;
    if mode & 0o077 != 0 {
        return Err(MasterKeyError::OpenToOthers {
            path: path.to_owned(),
            mode,
        });
    }
    Ok(())
}

#[cfg(not(unix))]
fn refuse_if_open_to_others(_path: &Path, _file: &File) -> Result<(), MasterKeyError> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use identity::{OsRandom, SeededRandom};

    use super::*;

    #[test]
    fn a_key_file_is_made_once_and_read_after() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("master.key");
        let made = MasterKey::load_or_create(&path, &SeededRandom::new(1)).unwrap();
        let read = MasterKey::load_or_create(&path, &SeededRandom::new(2)).unwrap();
        assert_eq!(made.bytes(), read.bytes());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn processes_that_start_at_once_get_one_key() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("master.key");
        let keys: Vec<MasterKey> = std::thread::scope(|scope| {
            let starts: Vec<_> = (0..8)
                .map(|_| scope.spawn(|| MasterKey::load_or_create(&path, &OsRandom).unwrap()))
                .collect();
            starts
                .into_iter()
                .map(|start| start.join().unwrap())
                .collect()
        });
        assert!(keys.iter().all(|key| key.bytes() == keys[0].bytes()));
    }

    #[cfg(unix)]
    #[test]
    fn only_the_owner_may_reach_the_file() {
        use std::os::unix::fs::PermissionsExt as _;

        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("master.key");
        MasterKey::load_or_create(&path, &SeededRandom::new(1)).unwrap();
        let mode = fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        for open in [0o640, 0o604, 0o620] {
            fs::set_permissions(&path, fs::Permissions::from_mode(open)).unwrap();
            assert!(matches!(
                MasterKey::load(&path),
                Err(MasterKeyError::OpenToOthers { mode, .. }) if mode == open
            ));
        }
    }

    #[test]
    fn text_that_is_no_key_is_refused() {
        let hex = MasterKey::generate(&SeededRandom::new(1)).to_hex();
        assert_eq!(
            MasterKey::parse(&format!(" {}\n", hex.as_str()))
                .unwrap()
                .to_hex(),
            hex
        );
        for text in [
            "",
            "00",
            &hex[1..],
            &format!("{}00", hex.as_str()),
            &"g".repeat(64),
        ] {
            assert!(matches!(
                MasterKey::parse(text),
                Err(MasterKeyError::Malformed)
            ));
        }
    }
}
