//! Machine readable zones: finding the lines and reading them.

mod lattice;

pub(crate) use lattice::{Lattice, MrzClasses};
