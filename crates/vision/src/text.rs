//! Where text stands in a picture and what it says.

mod components;
mod ctc;
mod detect;
mod hull;
mod marks;
mod page;
mod recognise;

pub(crate) use detect::{Detector, TextBox};
pub(crate) use marks::Marks;
pub(crate) use page::{Page, page};
pub(crate) use recognise::{Reading, Recogniser, STRIP_HEIGHT, Strip};
