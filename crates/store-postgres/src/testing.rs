//! A throw-away server for the tests of this process, for this crate and those that are tested on
//! PostgreSQL too.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::{LazyLock, Mutex};

use crate::Address;

/// `scripts/with_postgres`, which makes a database for every line that it reads, and serves until
/// its input ends. That it does with this process, however that ends.
struct Server {
    input: ChildStdin,
    output: BufReader<ChildStdout>,
    _script: Child,
}

static SERVER: LazyLock<Mutex<Server>> = LazyLock::new(|| Mutex::new(Server::start()));

impl Server {
    fn start() -> Self {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../scripts/with_postgres");
        let mut child = Command::new(&script)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap_or_else(|error| panic!("{} cannot be run: {error}", script.display()));
        Self {
            input: child.stdin.take().unwrap(),
            output: BufReader::new(child.stdout.take().unwrap()),
            _script: child,
        }
    }

    fn new_database(&mut self) -> Address {
        let mut url = String::new();
        // A script that could not start a server does not read, and has said why.
        let _read_or_not = self.input.write_all(b"\n");
        self.output.read_line(&mut url).unwrap();
        assert!(
            url.starts_with("postgres://"),
            "these tests need PostgreSQL: see above what is wrong with it"
        );
        Address::parse(url.trim()).unwrap()
    }
}

/// A new, empty database.
pub async fn new_database() -> Address {
    let making = tokio::task::spawn_blocking(|| SERVER.lock().unwrap().new_database());
    making.await.unwrap()
}
