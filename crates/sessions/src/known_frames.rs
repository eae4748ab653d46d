//! Frames that were handed in to follow challenges, known again in every session of an account and mode.
//!
//! What is kept of a frame is digests under a key of its account and mode: of the file, and of each part of
//! its perceptual hash with its place. A row names a recording by a number of its own and the day, and neither
//! session nor report nor person. So a redaction leaves it: without the frame itself and the root key it
//! says nothing of anybody, and were it gone, the same recording could be shown again once its session is.

use std::collections::{BTreeMap, BTreeSet};

use identity::{FrameDigests, KnownFrames, Timestamp};
use store::{KnownFrame, Scope, UnitOfWork};

use crate::{Result, Services};

const DAY: i64 = 24 * 3600;
/// Seconds that a frame is known, where no retention rule of its account ends that before.
pub(crate) const KNOWN_FOR: i64 = 365 * DAY;
/// Parts of a perceptual hash that two frames share at least when one is the other saved anew.
const PARTS_ALIKE: usize = 2;

impl Services {
    /// How many of these frames were handed in before. A unit that writes keeps what is known as it is
    /// until it ends, so that [`Services::remember_frames`] can follow.
    pub async fn known_frames(
        &self,
        unit: &mut dyn UnitOfWork,
        scope: &Scope,
        frames: &[FrameDigests],
    ) -> Result<KnownFrames> {
        if frames.is_empty() {
            return Ok(KnownFrames::default());
        }
        let named: Vec<Digests> = frames
            .iter()
            .map(|marks| self.digests(scope, marks))
            .collect();
        let all: Vec<String> = named.iter().flat_map(Digests::all).cloned().collect();
        let found = unit.known_frames(scope, &all).await?;
        Ok(compare(&named, &found))
    }

    /// From now on these frames are known.
    pub async fn remember_frames(
        &self,
        unit: &mut dyn UnitOfWork,
        scope: &Scope,
        frames: &[FrameDigests],
    ) -> Result<()> {
        if frames.is_empty() {
            return Ok(());
        }
        let mut recording = [0_u8; 16];
        self.random.fill(&mut recording);
        let recording = hex::encode(recording);
        let mut rows = Vec::new();
        for (frame, marks) in (0..).zip(frames) {
            let digests = self.digests(scope, marks);
            rows.extend(digests.all().map(|digest| KnownFrame {
                digest: digest.clone(),
                film: recording.clone(),
                frame,
            }));
        }
        let now = self.now();
        // The time of day would say which session it was.
        let day = now.plus(-now.0.rem_euclid(DAY));
        Ok(unit.insert_known_frames(scope, day, &rows).await?)
    }

    /// Forgets the frames of a scope, or of all, that were handed in before.
    pub(crate) async fn forget_frames(
        &self,
        scope: Option<&Scope>,
        before: Timestamp,
    ) -> Result<u64> {
        let mut unit = self.store.begin().await?;
        let forgotten = unit.forget_known_frames(scope, before).await?;
        unit.save().await?;
        Ok(forgotten)
    }

    /// Forgets the frames that have been known for the longest time.
    pub async fn forget_old_frames(&self) -> Result<u64> {
        self.forget_frames(None, self.now().plus(-KNOWN_FOR)).await
    }

    fn digests(&self, scope: &Scope, marks: &FrameDigests) -> Digests {
        let owner = format!("frames/{}/{}", scope.account, scope.mode.as_str());
        let key = self.vault.digest_key(&owner);
        let parts = marks.perceptual_hash.iter().enumerate();
        Digests {
            file: key.digest(&format!("file/{}", marks.sha256)),
            parts: parts
                .map(|(place, part)| key.digest(&format!("part/{place}/{part:08x}")))
                .collect(),
        }
    }
}

/// A frame by its digests.
struct Digests {
    file: String,
    parts: Vec<String>,
}

impl Digests {
    fn all(&self) -> impl Iterator<Item = &String> {
        [&self.file].into_iter().chain(&self.parts)
    }
}

fn compare(frames: &[Digests], found: &[KnownFrame]) -> KnownFrames {
    let digests: BTreeSet<_> = found.iter().map(|known| known.digest.as_str()).collect();
    let known = |frame: &&Digests| digests.contains(frame.file.as_str());
    let mut alike: BTreeMap<&str, usize> = BTreeMap::new();
    for frame in frames {
        let mut shared: BTreeMap<(&str, u32), usize> = BTreeMap::new();
        for known in found.iter().filter(|row| frame.parts.contains(&row.digest)) {
            *shared.entry((&known.film, known.frame)).or_default() += 1;
        }
        shared.retain(|_, parts| *parts >= PARTS_ALIKE);
        let recordings: BTreeSet<_> = shared.into_keys().map(|(recording, _)| recording).collect();
        for recording in recordings {
            *alike.entry(recording).or_default() += 1;
        }
    }
    KnownFrames {
        files: frames.iter().filter(known).count(),
        alike: alike.into_values().max().unwrap_or_default(),
    }
}
