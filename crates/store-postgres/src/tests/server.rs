//! A throw-away server for the tests of this process.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use sqlx::{AssertSqlSafe, Connection as _, Executor as _, PgConnection};

use crate::Address;

/// Serves until its standard input ends, which it does with this process, however that ends.
struct Server {
    url: String,
    _script: Child,
}

impl Server {
    fn start() -> Self {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../scripts/with_postgres");
        let mut child = Command::new(&script)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap_or_else(|error| panic!("{} cannot be run: {error}", script.display()));
        let mut url = String::new();
        let output = child.stdout.as_mut().unwrap();
        BufReader::new(output).read_line(&mut url).unwrap();
        assert!(
            url.starts_with("postgres://"),
            "no PostgreSQL to test with: see what {} wrote above",
            script.display()
        );
        Self {
            url: url.trim().to_owned(),
            _script: child,
        }
    }
}

/// A new, empty database.
pub(crate) async fn new_database() -> Address {
    static SERVER: OnceLock<Server> = OnceLock::new();
    static DATABASES: AtomicU32 = AtomicU32::new(0);

    let server = tokio::task::block_in_place(|| SERVER.get_or_init(Server::start));
    let name = format!("test_{}", DATABASES.fetch_add(1, Ordering::Relaxed));
    let mut connection = PgConnection::connect(&server.url).await.unwrap();
    let create = AssertSqlSafe(format!("CREATE DATABASE {name}"));
    connection.execute(create).await.unwrap();
    connection.close().await.unwrap();
    let url = server.url.replacen("/postgres?", &format!("/{name}?"), 1);
    Address::parse(&url).unwrap()
}
