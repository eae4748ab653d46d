//! Servers in processes of their own, on folders of their own.

use std::io::{BufRead as _, BufReader};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::Context as _;
use bonafide::arguments::ModelArguments;
use serde::Deserialize;

/// A folder that goes when it is dropped.
pub(crate) struct Folder(pub(crate) PathBuf);

impl Folder {
    pub(crate) fn new(name: &str) -> anyhow::Result<Self> {
        let folder = format!("bonafide-bench-{}-{name}", std::process::id());
        let folder = std::env::temp_dir().join(folder);
        std::fs::create_dir(&folder)
            .with_context(|| format!("{} cannot be made", folder.display()))?;
        Ok(Self(folder))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // Nothing is lost with what is left.
        let _gone = std::fs::remove_dir_all(&self.0);
    }
}

/// What a server says once it is ready.
#[derive(Deserialize)]
struct Ready {
    url: String,
    secret_key: Option<String>,
}

/// A server that ends when it is dropped.
pub(crate) struct Server {
    process: Child,
    pub(crate) address: SocketAddr,
    /// A secret key, where the server made one.
    pub(crate) key: String,
    /// From its start to its being ready.
    pub(crate) started_in: Duration,
    folder: Folder,
}

/// A worker beside a server; ends when it is dropped.
pub(crate) struct Worker(Child);

impl Server {
    /// Bonafide on an empty folder.
    pub(crate) fn bonafide(models: &ModelArguments, arguments: &[&str]) -> anyhow::Result<Self> {
        Self::start("serve", &bonafide()?, |command, folder| {
            command
                .args(["serve", "--json", "--listen", "127.0.0.1:0", "--data-dir"])
                .arg(folder)
                .args(models.to_arguments())
                .args(arguments);
        })
    }

    /// The bare handler of [`crate::bare`].
    pub(crate) fn bare() -> anyhow::Result<Self> {
        Self::start("bare", &std::env::current_exe()?, |command, folder| {
            command.arg("--bare").arg(folder);
        })
    }

    fn start(
        name: &str,
        program: &Path,
        arguments: impl Fn(&mut Command, &Path),
    ) -> anyhow::Result<Self> {
        let folder = Folder::new(name)?;
        let mut command = Command::new(program);
        arguments(&mut command, &folder.0);
        let started = Instant::now();
        let mut process = command
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("{} cannot be started", program.display()))?;
        let mut line = String::new();
        if let Some(out) = process.stdout.take() {
            BufReader::new(out).read_line(&mut line)?;
        }
        let started_in = started.elapsed();
        let ready: Ready =
            serde_json::from_str(&line).context("the server did not become ready")?;
        let address = ready.url.trim_start_matches("http://").parse()?;
        Ok(Self {
            process,
            address,
            key: ready.secret_key.unwrap_or_default(),
            started_in,
            folder,
        })
    }

    /// A worker on this server's folder, in a process of its own, with one verification at a time.
    pub(crate) fn worker(&self, models: &ModelArguments) -> anyhow::Result<Worker> {
        let settings = self.folder.0.join("worker.toml");
        std::fs::write(&settings, "[worker]\nverifications = 1\n")?;
        let process = Command::new(bonafide()?)
            .args(["worker", "--data-dir"])
            .arg(&self.folder.0)
            .args(models.to_arguments())
            .arg("--config")
            .arg(settings)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .context("a worker cannot be started")?;
        Ok(Worker(process))
    }

    /// Seconds of processor time it has used, to a hundredth.
    pub(crate) fn processor(&self) -> anyhow::Result<f64> {
        let file = format!("/proc/{}/stat", self.process.id());
        let stat = std::fs::read_to_string(file)
            .context("processor time is read from /proc, which is not here")?;
        // Behind the name, which stands in brackets, user and system time are 12th and 13th.
        let members = stat.rsplit_once(')').map_or("", |(_, members)| members);
        let ticks = members.split_whitespace().skip(11).take(2);
        let ticks = ticks.filter_map(|ticks| ticks.parse::<f64>().ok());
        Ok(ticks.sum::<f64>() / 100.0)
    }

    /// Bytes of memory that are resident.
    pub(crate) fn memory(&self) -> anyhow::Result<u64> {
        let file = format!("/proc/{}/status", self.process.id());
        let status = std::fs::read_to_string(file)
            .context("resident memory is read from /proc, which is not here")?;
        let line = status.lines().find(|line| line.starts_with("VmRSS:"));
        let kilobytes = line.and_then(|line| line.split_whitespace().nth(1)?.parse::<u64>().ok());
        Ok(kilobytes.context("/proc names no resident memory")? * 1024)
    }
}

/// The program that is measured: it lies beside this one.
fn bonafide() -> anyhow::Result<PathBuf> {
    Ok(std::env::current_exe()?.with_file_name("bonafide"))
}

impl Drop for Server {
    fn drop(&mut self) {
        end(&mut self.process);
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        end(&mut self.0);
    }
}

fn end(process: &mut Child) {
    // It may have ended by itself.
    let _killed = process.kill();
    let _ended = process.wait();
}
