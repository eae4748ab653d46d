//! The binary: reads arguments, composes the rooms, runs one command.

mod accounts;
mod arguments;
mod backup;
mod batch;
mod command_line;
mod commands;
mod compose;
mod config;
mod connections;
mod database;
mod disk;
mod home;
mod host;
mod key_command;
mod logging;
mod models_dir;
mod monitoring;
mod moves;
mod output;
mod pairs;
mod pictures;
mod process_variables;
mod shutdown;

use std::process::ExitCode;

use clap::Parser as _;

use crate::command_line::Arguments;

/// Quicker than the C library's with many small pieces on many threads, which is what requests are.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    process_variables::start();
    let arguments = Arguments::parse();
    match command_line::run(arguments) {
        Ok(code) => code,
        Err(error) => {
            output::failure(&error);
            ExitCode::FAILURE
        }
    }
}
