//! The real binary, started on a free port and a data folder of its own.

use std::env;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use serde::Deserialize;
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt, BufReader, Lines};
use tokio::process::{Child, ChildStdout, Command};
use tokio::time::timeout;

use crate::storage::Storage;

const READY_WITHIN: Duration = Duration::from_mins(1);

pub(crate) fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

pub(crate) fn binary() -> PathBuf {
    env::var_os("BONAFIDE_BIN").map_or_else(|| root().join("target/debug/bonafide"), PathBuf::from)
}

/// The keys that a first start prints.
#[derive(Deserialize)]
pub struct Keys {
    #[serde(rename = "secret_key")]
    pub secret: String,
    #[serde(rename = "restricted_key")]
    pub restricted: String,
}

/// The line that says where the server listens.
#[derive(Deserialize)]
struct Ready {
    url: String,
    #[serde(flatten)]
    keys: Keys,
}

/// One run of `bonafide serve`. It ends with the test that started it, however that ends.
pub struct Server {
    pub url: String,
    pub keys: Keys,
    // Killed before its folder goes.
    _process: Child,
    _output: Lines<BufReader<ChildStdout>>,
    folder: TempDir,
}

impl Server {
    pub async fn start() -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        let log = File::create(log_in(&folder)).expect("a log");
        let storage = Storage::new();
        // The kernel ends the server with the thread that starts it, which is the test's.
        let mut process = Command::new("setpriv")
            .args(["--pdeathsig", "KILL", "--"])
            .arg(binary())
            .args(["serve", "--json", "--listen", "127.0.0.1:0", "--data-dir"])
            .arg(folder.path().join("data"))
            .args(storage.options)
            // Persons here send pictures and show no moves.
            .env("BONAFIDE_TEST_LIVENESS", "passive")
            .envs(storage.environment)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(log)
            .kill_on_drop(true)
            .spawn()
            .expect("the server can be run");
        let mut output = BufReader::new(process.stdout.take().expect("a pipe")).lines();
        let first = timeout(READY_WITHIN, output.next_line()).await;
        let Ok(Ok(Some(line))) = first else {
            panic!("the server did not become ready: {}", read_log(&folder));
        };
        let ready: Ready = serde_json::from_str(&line).expect("a line that says it is ready");
        Self {
            url: ready.url.trim_end_matches('/').to_owned(),
            keys: ready.keys,
            _process: process,
            _output: output,
            folder,
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if std::thread::panicking() {
            #[expect(
                clippy::print_stderr,
                reason = "the test runner shows it for failed tests"
            )]
            {
                eprintln!("{}", read_log(&self.folder));
            }
        }
    }
}

fn log_in(folder: &TempDir) -> PathBuf {
    folder.path().join("server.log")
}

fn read_log(folder: &TempDir) -> String {
    fs::read_to_string(log_in(folder)).expect("the server's log")
}
