use observation::{Point, Rect};

/// One face, in pixels of the picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Detection {
    pub(crate) bounds: Rect,
    pub(crate) score: f32,
    pub(crate) landmarks: [Point; 5],
}
