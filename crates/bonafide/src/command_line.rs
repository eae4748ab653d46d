//! What can be asked for on the command line, and running it.

use std::process::ExitCode;

use anyhow::Context as _;
use clap::{Parser, Subcommand};

use crate::{commands, logging};

/// Self-hosted identity verification behind the official Stripe SDKs.
#[derive(Debug, Parser)]
#[command(name = "bonafide", version, disable_help_subcommand = true)]
pub struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Serve the API and the page, and work on verifications.
    Serve(commands::serve::Serve),
    /// Work on verifications and deliveries without serving.
    Worker(commands::worker::Worker),
    /// Bring the database to this version's form.
    Migrate(commands::migrate::Migrate),
    /// Create, list and revoke API keys.
    Keys(commands::keys::Keys),
    /// Create, list, show and redact sessions.
    Sessions(commands::sessions::Sessions),
    /// Create and list webhook endpoints, rotate their secrets, deliver events once more.
    Webhooks(commands::webhooks::Webhooks),
    /// Copy the embedded database and its pictures while servers go on.
    Backup(commands::backup::Backup),
    /// Put a backup where there is nothing yet.
    Restore(commands::restore::Restore),
    /// List and turn the keys that seal everything.
    Vault(commands::vault::Vault),
    /// Erase what is older than the configured rules allow.
    Retention(commands::retention::Retention),
    /// Prove that redacted sessions are gone.
    Receipts(commands::receipts::Receipts),
    /// Forward events to an address of yours as they happen, signed as webhooks are.
    Listen(commands::listen::Listen),
    /// Make an event really happen, in test mode.
    Trigger(commands::trigger::Trigger),
    /// Say what a document says: no server, no store.
    Read(commands::read::Read),
    /// Compare faces.
    Faces(commands::faces::Faces),
    /// Make the whole decision on pictures: no server, no store.
    Verify(commands::verify::Verify),
    /// Draw a synthetic document.
    Specimen(commands::specimen::Specimen),
    /// Install and check the models.
    Models(commands::models::Models),
    /// Say what is wrong with this installation and how to mend it.
    Doctor(commands::doctor::Doctor),
}

/// Runs the command that was asked for.
pub fn run(arguments: Arguments) -> anyhow::Result<ExitCode> {
    match arguments.command {
        Command::Read(command) => command.run(),
        Command::Faces(command) => command.run(),
        Command::Verify(command) => command.run(),
        Command::Specimen(command) => command.run(),
        Command::Models(command) => command.run(),
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
