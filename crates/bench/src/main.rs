//! Measures the product on this machine: the figures of the README, and the cards in docs/accuracy.md and
//! docs/liveness.md.

mod accuracy;
mod api;
mod bare;
mod bounded_vision;
mod command_line;
mod liveness;
mod load;
mod memory;
mod numbers;
mod person;
mod rate;
mod rows;
mod scaling;
mod server;
mod submission;
mod verification;
mod webhooks;

use std::process::ExitCode;

use clap::Parser as _;

use crate::command_line::Bench;

fn main() -> ExitCode {
    bonafide::program(|| Bench::parse().run())
}
