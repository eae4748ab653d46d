//! Published networks to those that are installed.
//!
//! Networks are published as they were exported. [`install`] takes them out of their packages and writes them with
//! the same answers in fewer and quicker steps: weights unfolded, steps fused, classes left out, products in
//! integers. The same bytes in always give the same bytes out, for the manifest pins both.

mod alphabets;
mod error;
mod fold;
mod fuse;
mod graph;
mod install;
mod integers;
mod onnx;
#[cfg(test)]
mod testing;

pub use error::InstallError;
pub use install::{Progress, install};
