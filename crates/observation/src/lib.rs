//! What was seen in pictures, as plain data.
//!
//! Pixels stop at `vision`: it produces these values and everything behind it works on them alone.
//! They can be stored (sealed), shown to an operator as evidence, and judged again later under
//! another policy. Nothing here has behaviour beyond small geometry helpers.
//!
//! Coordinates are pixels of the upright picture: EXIF orientation applied, then turned by
//! [`DocumentObservation::rotation`], origin top left, x right, y down.

#![deny(missing_docs)]

mod chip;
mod document;
mod face;
mod geometry;
mod quality;
mod recording;
mod signal;
mod text;

pub use chip::Chip;
pub use document::{Barcode, DocumentObservation, Outline, Symbology};
pub use face::{Face, FaceQuality, SelfieObservation};
pub use geometry::{Point, Quad, Rect};
pub use quality::{DocumentQuality, Quality};
pub use recording::{Camera, FoundAgain, Overview, RecordingFrame, RecordingObservation};
pub use signal::{Basis, Signal};
pub use text::{Correction, MrzObservation, TextLine};
