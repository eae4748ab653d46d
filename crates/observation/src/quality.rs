use serde::{Deserialize, Serialize};

/// How good a picture is, before anything is read from it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Quality {
    /// Sharpness: standard deviation of the Laplacian on a picture scaled to 640 pixels; below
    /// about 4 text is unreadable.
    pub sharpness: f32,
    /// Mean luma, 0 to 1.
    pub brightness: f32,
    /// Share of the picture that is blown out, 0 to 1.
    pub glare: f32,
    /// Longer side in pixels.
    pub long_side: u32,
}
