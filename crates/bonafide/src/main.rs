//! The program: reads arguments, runs one command.

use std::process::ExitCode;

use bonafide::command_line::{self, Arguments};
use clap::Parser as _;

fn main() -> ExitCode {
    bonafide::program(|| command_line::run(Arguments::parse()))
}
