//! The product as a library: configuration, composition, commands. The program is `main.rs`; what measures the
//! product knows of it what is public here.

mod accounts;
pub mod arguments;
mod backup;
pub mod batch;
pub mod command_line;
mod commands;
mod compose;
mod config;
mod connections;
pub mod database;
mod disk;
mod home;
mod host;
mod key_command;
mod logging;
mod models_dir;
mod monitoring;
pub mod moves;
pub mod output;
pub mod pairs;
pub mod pictures;
mod process_variables;
mod shutdown;

use std::process::ExitCode;

/// Quicker than the C library's with many small pieces on many threads, which is what requests are.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Runs a program in a process that is set up for it, and says why it failed.
pub fn program(run: impl FnOnce() -> anyhow::Result<ExitCode>) -> ExitCode {
    process_variables::start();
    match run() {
        Ok(code) => code,
        Err(error) => {
            output::failure(&error);
            ExitCode::FAILURE
        }
    }
}
