//! What the end-to-end tests have seen before. In debug builds, and where [`VARIABLE`] names a folder, a picture is
//! looked at once by all processes that share the folder. Release builds have none of this: what was seen lies
//! there as it is, not sealed, which is good for drawn specimens alone.
//!
//! Below the observer: what is counted, kept and decided is the same. What was seen is believed of one build of the
//! program with its networks. Whoever times looks leaves the variable unset.

use std::fs;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use observation::{Camera, DocumentObservation, RecordingObservation, SelfieObservation};
use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::{Digest as _, Sha256};
use store::ObservationKind;
use vision::{FrameFile, PictureError};

use crate::Networks;
use crate::fingerprint::Fingerprints;

/// Names the folder.
const VARIABLE: &str = "BONAFIDE_RECORDED_OBSERVATIONS";

/// These networks; what they saw before is put before them where the environment asks for that.
pub(crate) fn recorded(networks: Arc<dyn Networks>) -> Arc<dyn Networks> {
    let folder = std::env::var_os(VARIABLE).filter(|folder| !folder.is_empty());
    let program = std::env::current_exe().and_then(fs::metadata);
    let (Some(folder), Ok(program)) = (folder, program) else {
        return networks;
    };
    // A program that was built anew may see otherwise.
    let program = [
        program.dev(),
        program.ino(),
        program.size(),
        program.mtime() as u64,
        program.mtime_nsec() as u64,
    ];
    Arc::new(Recorded::new(networks, PathBuf::from(folder), &program))
}

struct Recorded {
    networks: Arc<dyn Networks>,
    fingerprints: Fingerprints,
    folder: PathBuf,
    program: Sha256,
}

impl Recorded {
    fn new(networks: Arc<dyn Networks>, folder: PathBuf, program: &[u64]) -> Self {
        let mut digest = Sha256::new();
        for number in program {
            digest.update(number.to_be_bytes());
        }
        Self {
            fingerprints: Fingerprints::of(networks.as_ref()),
            networks,
            folder,
            program: digest,
        }
    }

    /// Where a look of this kind at these files is recorded; `else_seen_by` is whatever else it depends on.
    fn place<'a>(
        &self,
        kind: ObservationKind,
        files: impl IntoIterator<Item = &'a [u8]>,
        else_seen_by: &impl Serialize,
    ) -> Option<PathBuf> {
        let mut digest = self.program.clone();
        digest.update(self.fingerprints.picture(kind));
        for file in files {
            digest.update(Sha256::digest(file));
        }
        digest.update(serde_json::to_vec(else_seen_by).ok()?);
        Some(self.folder.join(hex::encode(digest.finalize())))
    }
}

/// What is recorded at a place; what a look gives, where nothing is.
fn seen<T>(
    place: Option<PathBuf>,
    look: impl FnOnce() -> Result<T, PictureError>,
) -> Result<T, PictureError>
where
    T: Serialize + DeserializeOwned + PartialEq,
{
    if let Some(seen) = place.as_deref().and_then(read) {
        return Ok(seen);
    }
    let seen = look()?;
    if let Some(place) = place {
        write(&place, &seen);
    }
    Ok(seen)
}

impl Networks for Recorded {
    fn document(&self, file: &[u8]) -> Result<DocumentObservation, PictureError> {
        let place = self.place(ObservationKind::Document, [file], &());
        seen(place, || self.networks.document(file))
    }

    fn selfie(&self, file: &[u8]) -> Result<SelfieObservation, PictureError> {
        let place = self.place(ObservationKind::Selfie, [file], &());
        seen(place, || self.networks.selfie(file))
    }

    fn recording(
        &self,
        frame_files: &[FrameFile],
        steps_shown: &[u32],
        camera: Camera,
    ) -> Result<RecordingObservation, PictureError> {
        let times: Vec<_> = frame_files
            .iter()
            .map(|frame| (frame.step, frame.at))
            .collect();
        let files = frame_files.iter().map(|frame| frame.file);
        let place = self.place(
            ObservationKind::Frame,
            files,
            &(times, steps_shown, &camera),
        );
        seen(place, || {
            self.networks.recording(frame_files, steps_shown, camera)
        })
    }

    fn models(&self) -> Vec<(String, String)> {
        self.networks.models()
    }

    fn own_model(&self) -> Option<String> {
        self.networks.own_model()
    }
}

fn read<T: DeserializeOwned>(place: &Path) -> Option<T> {
    serde_json::from_slice(&fs::read(place).ok()?).ok()
}

/// Records what comes back exactly as it is, whole or not at all: others read meanwhile. What cannot be written is
/// looked at again.
fn write<T: Serialize + DeserializeOwned + PartialEq>(place: &Path, seen: &T) {
    static NUMBER: AtomicU64 = AtomicU64::new(0);
    let Ok(text) = serde_json::to_vec(seen) else {
        return;
    };
    if serde_json::from_slice::<T>(&text).ok().as_ref() != Some(seen) {
        return;
    }
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let unfinished = place.with_extension(format!("{}-{number}", std::process::id()));
    if fs::write(&unfinished, text).is_err() || fs::rename(&unfinished, place).is_err() {
        let _gone = fs::remove_file(&unfinished);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::{Scripted, document};

    struct Process {
        networks: Arc<Scripted>,
        recorded: Recorded,
    }

    impl Process {
        fn new(folder: &Path, program: u64, networks: Scripted) -> Self {
            let networks = Arc::new(networks);
            let same = Arc::<Scripted>::clone(&networks);
            Self {
                recorded: Recorded::new(same, folder.to_owned(), &[program]),
                networks,
            }
        }
    }

    fn frame(file: &[u8], at: u32) -> FrameFile<'_> {
        FrameFile { file, step: 0, at }
    }

    #[test]
    fn a_picture_is_looked_at_once_by_all_that_share_a_folder() {
        let folder = tempfile::tempdir().unwrap();
        for looks in [[1, 1, 0], [0, 0, 0]] {
            let process = Process::new(folder.path(), 1, Scripted::default());
            let seen = process.recorded.document(b"p1").unwrap();
            assert_eq!(seen, document(b'1'));
            assert_eq!(process.recorded.document(b"p1").unwrap(), seen);
            process.recorded.selfie(b"p1").unwrap();
            assert_eq!(process.networks.looks(), looks);
        }
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    }

    #[test]
    fn another_picture_program_or_network_is_looked_at() {
        let folder = tempfile::tempdir().unwrap();
        let processes = [
            (1, Scripted::default()),
            (2, Scripted::default()),
            (1, Scripted::with_model("newer")),
            (1, Scripted::with_own_model("own")),
        ];
        for (program, networks) in processes {
            let process = Process::new(folder.path(), program, networks);
            for number in [b"p1", b"p2"] {
                let seen = process.recorded.document(number).unwrap();
                assert_eq!(seen, document(number[1]));
            }
            assert_eq!(process.networks.looks(), [2, 0, 0]);
        }
    }

    #[test]
    fn a_challenge_is_known_by_its_frames_their_times_and_the_camera() {
        let folder = tempfile::tempdir().unwrap();
        let process = Process::new(folder.path(), 1, Scripted::default());
        let virtual_camera = Camera {
            is_virtual_camera: Some(true),
            ..Camera::default()
        };
        let recordings = [
            (
                vec![frame(b"p1", 0), frame(b"p2", 9)],
                [0],
                Camera::default(),
            ),
            (
                vec![frame(b"p2", 0), frame(b"p1", 9)],
                [0],
                Camera::default(),
            ),
            (
                vec![frame(b"p1", 0), frame(b"p2", 8)],
                [0],
                Camera::default(),
            ),
            (
                vec![frame(b"p1", 0), frame(b"p2", 9)],
                [1],
                Camera::default(),
            ),
            (vec![frame(b"p1", 0), frame(b"p2", 9)], [0], virtual_camera),
        ];
        for _ in 0..2 {
            for (frames, steps, camera) in &recordings {
                let seen = process.recorded.recording(frames, steps, camera.clone());
                let seen = seen.unwrap();
                assert_eq!((&seen.camera, &seen.steps_shown[..]), (camera, &steps[..]));
                let times: Vec<_> = seen.frames.iter().map(|frame| frame.at).collect();
                assert_eq!(
                    times,
                    frames.iter().map(|frame| frame.at).collect::<Vec<_>>()
                );
            }
            assert_eq!(process.networks.looks(), [0, 0, 10]);
        }
    }

    #[test]
    fn what_is_no_picture_or_not_written_whole_is_looked_at_again() {
        let folder = tempfile::tempdir().unwrap();
        let process = Process::new(folder.path(), 1, Scripted::default());
        for _ in 0..2 {
            assert!(process.recorded.document(b"none").is_err());
        }
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
        process.recorded.document(b"p1").unwrap();
        let written = fs::read_dir(folder.path()).unwrap().next().unwrap();
        let written = written.unwrap().path();
        let text = fs::read(&written).unwrap();
        fs::write(&written, &text[..text.len() / 2]).unwrap();
        let seen = process.recorded.document(b"p1").unwrap();
        assert_eq!(seen, document(b'1'));
        assert_eq!(process.networks.looks(), [4, 0, 0]);
        assert_eq!(fs::read(&written).unwrap(), text);
    }
}
