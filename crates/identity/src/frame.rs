//! Frames of recordings that were handed in before.

/// What a frame is recognised by when it is handed in again.
#[derive(Clone, PartialEq, Eq)]
pub struct FrameDigests {
    /// SHA-256 of the file as received, hex.
    pub sha256: String,
    /// The parts of its perceptual hash. The same frame, compressed or scaled once more, still has many
    /// of them.
    pub perceptual_hash: Vec<u32>,
}

/// How many frames of an answer were handed in before, in whichever session of the account.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct KnownFrames {
    /// Frames of which the very file was handed in before.
    pub files: usize,
    /// Frames that look like those of one earlier recording: the largest number that any recording has.
    pub alike: usize,
}
