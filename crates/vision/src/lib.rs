//! Pixels to observations: decode, quality, text, machine readable zones, barcodes,
//! faces.
//!
//! [`Vision`] is the whole of it: load it once, share it, call it from threads that may block.
//! Networks run behind one synchronous trait, [`runtime::Network`]; everything behind this crate
//! works on the plain data of the `observation` crate and never sees a pixel.

#![deny(missing_docs)]

mod authenticity;
mod barcodes;
pub mod faces;
mod gate;
mod glyphs;
#[cfg(test)]
mod known_outputs;
mod line;
mod linear;
mod mrz_reading;
pub mod outline;
mod picture;
mod presentation;
mod quality;
mod recording;
pub mod runtime;
mod signal;
mod text;
mod timings;
mod vision;

pub use models::ModelError;
pub use picture::{Limits, Picture, PictureError, decode, decode_document};
pub use presentation::PresentationNetwork;
pub use recording::FrameFile;
pub use timings::Timings;
pub use vision::{DocumentOptions, FACE_DETECTOR, Options, Seen, Vision};
