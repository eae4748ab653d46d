//! Where text stands in a picture and what it says.

mod components;
mod detect;
mod hull;
mod page;

pub(crate) use detect::{Detector, TextBox};
pub(crate) use page::{Page, page};
