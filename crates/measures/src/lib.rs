//! What is counted and timed while a process runs.
//!
//! [`ALL`] is the whole list: nothing else is ever measured. The value of a label is a static
//! string, that is a name from our own source: no measure can hold an identifier or personal data,
//! and none grows with use. Until [`start`] is called nothing is counted, and a call costs one load.

#![deny(missing_docs)]

mod measure;
mod table;
mod tally;
mod timer;

pub use measure::{Counter, Gauge, Held, Histogram, Kind, Measure, start};
pub use table::*;
pub use tally::Tally;
pub use timer::Timer;
