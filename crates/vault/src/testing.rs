//! A throw-away S3 server for the tests of this process, for this crate and those that are tested
//! on it too.

use std::fmt;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::{LazyLock, Mutex, PoisonError};

use crate::{BlobLocation, Blobs};

/// What opens a bucket of the throw-away server.
#[derive(Clone, PartialEq, Eq)]
pub struct Credentials {
    /// Access key.
    pub key: String,
    /// Its secret.
    pub secret: String,
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Credentials").finish_non_exhaustive()
    }
}

/// A bucket of the throw-away server.
#[derive(Clone, Debug)]
pub struct TestBucket {
    /// Where it is, with what opens it.
    pub location: BlobLocation,
    /// Where the server keeps its objects.
    pub folder: PathBuf,
}

impl TestBucket {
    /// The same bucket with other credentials.
    pub fn with_credentials(&self, credentials: Credentials) -> BlobLocation {
        let mut location = self.location.clone();
        if let BlobLocation::Bucket(bucket) = &mut location {
            bucket.credentials = Some(credentials);
        }
        location
    }

    /// What opens it.
    pub fn credentials(&self) -> Credentials {
        let BlobLocation::Bucket(bucket) = &self.location else {
            unreachable!("a test bucket is a bucket");
        };
        bucket.credentials.clone().expect("it was made with them")
    }
}

/// `scripts/with_s3`, which makes a bucket for every line that it reads, and serves until its input
/// ends. That it does with this process, however that ends.
struct Server {
    input: ChildStdin,
    output: BufReader<ChildStdout>,
    _script: Child,
}

static SERVER: LazyLock<Mutex<Server>> = LazyLock::new(|| Mutex::new(Server::start()));

impl Server {
    fn start() -> Self {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../scripts/with_s3");
        let mut child = Command::new(&script)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap_or_else(|error| panic!("{} cannot be run: {error}", script.display()));
        Self {
            input: child.stdin.take().expect("a pipe"),
            output: BufReader::new(child.stdout.take().expect("a pipe")),
            _script: child,
        }
    }

    fn new_bucket(&mut self) -> TestBucket {
        let mut line = String::new();
        // A script that could not start a server does not read, and has said why.
        let _read_or_not = self.input.write_all(b"\n");
        self.output
            .read_line(&mut line)
            .expect("the script's answer");
        let words: Vec<_> = line.split_whitespace().collect();
        let [url, key, secret, folder] = words[..] else {
            panic!("these tests need the S3 server: see above what is wrong with it");
        };
        let bucket = TestBucket {
            location: BlobLocation::parse(url).expect("the script's URL"),
            folder: folder.into(),
        };
        let credentials = Credentials {
            key: key.to_owned(),
            secret: secret.to_owned(),
        };
        TestBucket {
            location: bucket.with_credentials(credentials),
            ..bucket
        }
    }
}

/// A new, empty bucket.
pub fn new_bucket() -> TestBucket {
    let mut server = SERVER.lock().unwrap_or_else(PoisonError::into_inner);
    server.new_bucket()
}

/// [`new_bucket`], opened.
pub async fn new_blobs() -> Blobs {
    let making = tokio::task::spawn_blocking(new_bucket);
    let bucket = making.await.expect("the bucket is made");
    bucket.location.open().expect("the bucket opens")
}
