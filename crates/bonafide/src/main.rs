//! The binary: reads arguments, composes the rooms, runs one command.

mod accounts;
mod arguments;
mod backup;
mod batch;
mod commands;
mod compose;
mod config;
mod database;
mod disk;
mod host;
mod key_command;
mod logging;
mod models_dir;
mod monitoring;
mod output;
mod pictures;
mod shutdown;

use std::process::ExitCode;

use clap::Parser as _;

use crate::arguments::Arguments;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match commands::run(arguments) {
        Ok(code) => code,
        Err(error) => {
            output::failure(&error);
            ExitCode::FAILURE
        }
    }
}
