//! What the barcode of a North American driving licence or identity card says.
//!
//! AAMVA DL/ID Card Design Standard, versions 1 (2000) to 11 (2025), annex D: the text of the
//! PDF417 symbol, and annex F of its first editions: the magnetic stripe. [`parse`] keeps every
//! element as encoded; [`Card::license`] says what they mean. Cards in circulation depart from the
//! standard in many ways, so reading is tolerant: whatever is not understood is left out, never
//! guessed. No type here shows a card's text in its `Debug` output or its errors.

mod appearance;
mod card;
mod date;
mod element;
mod elements;
mod generate;
mod header;
mod jurisdiction;
mod license;
mod name;
mod size;
mod stripe;

pub use appearance::{EyeColor, HairColor};
pub use card::{Card, ParseError, parse};
pub use date::Date;
pub use elements::Elements;
pub use generate::generate;
pub use header::{Header, Subfile};
pub use jurisdiction::{Country, Jurisdiction};
pub use license::{Compliance, License, Sex, Truncation};
pub use name::Name;
pub use size::{Height, Weight};
