//! One command a file.

pub(crate) mod backup;
pub(crate) mod bench;
pub(crate) mod doctor;
pub(crate) mod faces;
pub(crate) mod keys;
pub(crate) mod listen;
pub(crate) mod migrate;
pub(crate) mod models;
pub(crate) mod read;
pub(crate) mod receipts;
pub(crate) mod restore;
pub(crate) mod retention;
pub(crate) mod serve;
pub(crate) mod sessions;
pub(crate) mod specimen;
pub(crate) mod trigger;
pub(crate) mod vault;
pub(crate) mod verify;
pub(crate) mod webhooks;
pub(crate) mod worker;

use std::process::ExitCode;

use anyhow::Context as _;

use crate::arguments::{Arguments, Command};
use crate::logging;

/// Runs the command that was asked for.
pub(crate) fn run(arguments: Arguments) -> anyhow::Result<ExitCode> {
    match arguments.command {
        Command::Read(command) => command.run(),
        Command::Faces(command) => command.run(),
        Command::Verify(command) => command.run(),
        Command::Specimen(command) => command.run(),
        Command::Models(command) => command.run(),
        Command::Bench(command) => command.run(),
        stored => {
            logging::start();
            tokio::runtime::Builder::new_multi_thread()
                .enable_all()
                .build()
                .context("the runtime cannot start")?
                .block_on(run_stored(stored))
        }
    }
}

async fn run_stored(command: Command) -> anyhow::Result<ExitCode> {
    match command {
        Command::Serve(command) => command.run().await,
        Command::Worker(command) => command.run().await,
        Command::Migrate(command) => command.run().await,
        Command::Keys(command) => command.run().await,
        Command::Sessions(command) => command.run().await,
        Command::Webhooks(command) => command.run().await,
        Command::Listen(command) => command.run().await,
        Command::Trigger(command) => command.run().await,
        Command::Vault(command) => command.run().await,
        Command::Backup(command) => command.run().await,
        Command::Restore(command) => command.run().await,
        Command::Retention(command) => command.run().await,
        Command::Receipts(command) => command.run().await,
        Command::Doctor(command) => command.run().await,
        _ => unreachable!("commands without a store ran before"),
    }
}
