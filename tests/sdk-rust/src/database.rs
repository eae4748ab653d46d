//! Where the servers keep their data: SQLite files, or databases on a throw-away PostgreSQL, which
//! `BONAFIDE_TEST_DATABASE=postgres` chooses.

use std::env;
use std::ffi::OsString;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::{LazyLock, Mutex};

use crate::server::root;

/// What to add to the command of a server with a new data folder.
pub(crate) fn options() -> Vec<OsString> {
    match env::var("BONAFIDE_TEST_DATABASE").as_deref() {
        Err(_) | Ok("sqlite") => Vec::new(),
        Ok("postgres") => vec!["--database-url".into(), new_database().into()],
        Ok(other) => panic!("BONAFIDE_TEST_DATABASE is {other}: sqlite, postgres"),
    }
}

/// A server for the whole run. It ends with what it reads, which this process does not outlive.
struct Postgres {
    _process: Child,
    requests: ChildStdin,
    urls: BufReader<ChildStdout>,
}

static POSTGRES: LazyLock<Mutex<Postgres>> = LazyLock::new(|| {
    let mut process = Command::new(root().join("scripts/with_postgres"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("scripts/with_postgres can be run");
    Mutex::new(Postgres {
        requests: process.stdin.take().expect("a pipe"),
        urls: BufReader::new(process.stdout.take().expect("a pipe")),
        _process: process,
    })
});

fn new_database() -> String {
    let mut postgres = POSTGRES.lock().expect("no other test failed in here");
    postgres.requests.write_all(b"\n").expect("PostgreSQL runs");
    let mut url = String::new();
    postgres.urls.read_line(&mut url).expect("PostgreSQL runs");
    assert!(
        !url.is_empty(),
        "PostgreSQL could not be started: see above"
    );
    url.trim_end().to_owned()
}
