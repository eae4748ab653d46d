//! A real S3 server, from `scripts/with_s3`.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpListener;

use crate::testing::{Credentials, new_bucket};

use super::super::{BlobError, BlobLocation, Blobs};
use super::keeps_promises;

#[tokio::test]
async fn a_bucket_keeps_promises() {
    let bucket = new_bucket();
    keeps_promises(&bucket.location.open().unwrap()).await;
    let reopened = bucket.location.open().unwrap();
    assert!(reopened.get("kept/front").await.unwrap().is_some());
    // Under the prefix of the URL, and nowhere else.
    assert!(bucket.folder.join("pictures/kept/front").is_file());
}

#[tokio::test]
async fn a_wrong_secret_is_refused_and_not_repeated_in_the_error() {
    let bucket = new_bucket();
    let wrong = Credentials {
        secret: "wrongwrongwrong".to_owned(),
        ..bucket.credentials()
    };
    let blobs = bucket.with_credentials(wrong).open().unwrap();
    let refused = blobs.put("vs_1/front", vec![1]).await.unwrap_err();
    assert!(matches!(refused, BlobError::Refused { .. }), "{refused:?}");
    for text in [refused.to_string(), format!("{refused:?}")] {
        assert!(text.contains("SignatureDoesNotMatch"), "{text}");
        for secret in ["wrongwrongwrong", &bucket.credentials().key] {
            assert!(!text.contains(secret), "{text}");
        }
    }
    assert!(matches!(
        blobs.get("vs_1/front").await,
        Err(BlobError::Refused { .. })
    ));
}

const NO_BUCKET: &str = "404 Not Found\r\n\
    content-type: application/xml\r\n\
    content-length: 122\r\n\r\n\
    <?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>NoSuchBucket</Code><BucketName>pictures\
    </BucketName><Resource/></Error>";
const FAILED: &str = "503 Slow Down\r\ncontent-length: 0\r\n\r\n";
const DONE: &str = "200 OK\r\netag: \"1\"\r\ncontent-length: 0\r\n\r\n";

/// What a client makes of these answers, one for each request, the last for all that follow: S3's own
/// words, which the test server does not say.
fn answering(answers: &'static [&'static str]) -> Blobs {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    std::thread::spawn(move || {
        let mut answers = answers.iter();
        let mut answer = answers.next().unwrap();
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut request = BufReader::new(&stream);
            let mut body_bytes = 0;
            loop {
                let mut line = String::new();
                request.read_line(&mut line).unwrap();
                if let Some(length) = line.strip_prefix("content-length: ") {
                    body_bytes = length.trim().parse().unwrap();
                }
                if line.trim().is_empty() {
                    break;
                }
            }
            request.read_exact(&mut vec![0; body_bytes]).unwrap();
            write!(
                stream,
                "HTTP/1.1 {}",
                answer.replacen("\r\n", "\r\nconnection: close\r\n", 1)
            )
            .unwrap();
            answer = answers.next().unwrap_or(answer);
        }
    });
    at_port(port)
}

fn at_port(port: u16) -> Blobs {
    let url = format!("s3://pictures/live?endpoint=http://127.0.0.1:{port}&allow_http=true");
    let mut bucket = new_bucket();
    let credentials = bucket.credentials();
    bucket.location = BlobLocation::parse(&url).unwrap();
    bucket.with_credentials(credentials).open().unwrap()
}

#[tokio::test]
async fn a_missing_bucket_is_no_missing_blob() {
    let blobs = answering(&[NO_BUCKET]);
    for failed in [
        blobs.get("vs_1/front").await.map(drop),
        blobs.put("vs_1/front", vec![1]).await,
        blobs.list().await.map(drop),
        blobs.delete("vs_1/front").await,
        blobs.probe("doctor/probe").await,
    ] {
        assert!(matches!(failed, Err(BlobError::NoBucket)), "{failed:?}");
    }
}

#[tokio::test]
async fn a_store_that_fails_is_asked_again_and_not_for_ever() {
    let blobs = answering(&[FAILED, FAILED, DONE]);
    blobs.put("vs_1/front", vec![1]).await.unwrap();
    let blobs = answering(&[FAILED]);
    let failed = blobs.put("vs_1/front", vec![1]).await.unwrap_err();
    assert!(failed.to_string().contains("503"), "{failed:?}");
}

#[tokio::test]
async fn a_store_that_is_away_is_an_error_within_the_limit() {
    // Nobody listens where somebody did.
    let port = TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port();
    let failed = at_port(port).get("vs_1/front").await.unwrap_err();
    assert!(matches!(failed, BlobError::Away(_)), "{failed:?}");
}
