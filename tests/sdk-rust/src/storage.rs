//! Where the servers keep their data: a folder with SQLite, or throw-away PostgreSQL and S3 servers,
//! which `BONAFIDE_TEST_STORAGE=cluster` chooses.

use std::env;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::{LazyLock, Mutex};

use crate::server::root;

/// What to add to the command of a server with a new data folder.
#[derive(Default)]
pub(crate) struct Storage {
    pub(crate) options: Vec<String>,
    pub(crate) environment: Vec<(&'static str, String)>,
}

impl Storage {
    pub(crate) fn new() -> Self {
        match env::var("BONAFIDE_TEST_STORAGE").as_deref() {
            Err(_) | Ok("embedded") => Self::default(),
            Ok("cluster") => Self::on_cluster(),
            Ok(other) => panic!("BONAFIDE_TEST_STORAGE is {other}: embedded, cluster"),
        }
    }

    fn on_cluster() -> Self {
        let database = ask(&POSTGRES);
        let bucket = ask(&S3);
        let mut words = bucket.split(' ').map(str::to_owned);
        let mut word = || words.next().expect("URL, key, secret");
        Self {
            options: vec![
                "--database-url".into(),
                database,
                "--blob-url".into(),
                word(),
            ],
            environment: vec![
                ("AWS_ACCESS_KEY_ID", word()),
                ("AWS_SECRET_ACCESS_KEY", word()),
            ],
        }
    }
}

/// A server for the whole run. It ends with what it reads, which this process does not outlive.
struct Script {
    _process: Child,
    requests: ChildStdin,
    answers: BufReader<ChildStdout>,
}

static POSTGRES: LazyLock<Mutex<Script>> = LazyLock::new(|| Script::start("with_postgres"));
static S3: LazyLock<Mutex<Script>> = LazyLock::new(|| Script::start("with_s3"));

impl Script {
    fn start(name: &str) -> Mutex<Self> {
        let mut process = Command::new(root().join("scripts").join(name))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the scripts can be run");
        Mutex::new(Self {
            requests: process.stdin.take().expect("a pipe"),
            answers: BufReader::new(process.stdout.take().expect("a pipe")),
            _process: process,
        })
    }
}

fn ask(script: &Mutex<Script>) -> String {
    let mut script = script.lock().expect("no other test failed in here");
    script.requests.write_all(b"\n").expect("the server runs");
    let mut answer = String::new();
    script
        .answers
        .read_line(&mut answer)
        .expect("the server runs");
    assert!(
        !answer.is_empty(),
        "a server could not be started: see above"
    );
    answer.trim_end().to_owned()
}
