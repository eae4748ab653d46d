//! Rows of tables.

use std::fmt::Write as _;

use super::rate::Rate;

pub(super) fn row(page: &mut String, cells: &[&str]) {
    let _infallible = writeln!(page, "| {} |", cells.join(" | "));
}

pub(super) fn rate_row(page: &mut String, what: &str, rate: Rate) {
    if rate.of > 0 {
        row(page, &[what, &rate.shown()]);
    }
}
