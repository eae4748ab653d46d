//! Files to upright pictures, within limits.

mod decode;
mod error;
mod raster;
mod warp;

pub use decode::{Limits, Picture, decode, decode_document};
pub use error::PictureError;
pub(crate) use raster::{grey, resize, turn, turn_point};
pub(crate) use warp::{Homography, crop_quad, warp};
