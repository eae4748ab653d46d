//! Frames that come again.

/// What a frame can be known by when it comes again.
#[derive(Clone, PartialEq, Eq)]
pub struct FrameDigests {
    /// SHA-256 of the file as received, hex.
    pub sha256: String,
    /// Parts of its perceptual hash, which it shares with the same frame saved anew.
    pub perceptual_hash: Vec<u32>,
}

/// How many frames of an answer were handed in before, be it in another session.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct KnownFrames {
    /// As the same file.
    pub files: usize,
    /// That look as frames of one earlier recording do: the most that there are of one.
    pub alike: usize,
}
