//! Files to upright pictures, within limits.

mod budget;
mod decode;
mod error;
mod evidence;
mod raster;
mod segments;
mod warp;

pub use budget::Limits;
pub(crate) use decode::Decoding;
pub use decode::{Picture, decode, decode_document};
pub use error::PictureError;
pub(crate) use evidence::saving::Saving;
pub(crate) use evidence::{Evidence, lattice, pasted};
pub(crate) use raster::{grey, resize, resize_cost, turn, turn_point};
pub(crate) use segments::{SCAN, is_frame, segments};
pub(crate) use warp::{Homography, crop_quad, warp};
