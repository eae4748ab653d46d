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

/// How well the document itself can be seen, measured where it or its text is.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct DocumentQuality {
    /// How much of the detail of its text a slight blur would take, 0 to 1: little is left to take
    /// from text that is blurred already. `None` where no text was found.
    pub sharpness: Option<f32>,
    /// Mean luma, 0 to 1.
    pub brightness: f32,
    /// Share of the document that is burnt out by light spots, 0 to 1.
    pub glare: f32,
    /// How far the document's farthest corner lies outside the picture, in shares of the document's
    /// shorter side; 0 where all of it is inside, or its corners are not known.
    pub cut_off: f32,
    /// The most lines of text that end at one and the same border of the picture.
    pub cut_lines: usize,
}
