//! Resident memory of a server, idle and while large files are uploaded at the same time.

use std::time::Duration;

use bonafide::arguments::ModelArguments;
use bonafide::output;
use serde_json::{Value, json};

use crate::load;
use crate::server::Server;

const UPLOADS: usize = 16;
const SIZE: usize = 10_000_000;
const BOUNDARY: &str = "bonafide-bench";

pub(crate) async fn measure(models: &ModelArguments) -> anyhow::Result<Value> {
    let server = Server::bonafide(models, &[])?;
    let idle = server.memory()?;
    let request = upload(&server.key);
    let uploading = (0..UPLOADS).map(|_| {
        let (address, request) = (server.address, request.clone());
        tokio::spawn(async move { load::once(address, &request).await.map(drop) })
    });
    let uploading: Vec<_> = uploading.collect();
    let mut highest = idle;
    while !uploading.iter().all(tokio::task::JoinHandle::is_finished) {
        highest = highest.max(server.memory()?);
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
    for upload in uploading {
        upload.await??;
    }
    let megabytes = |bytes: u64| bytes / 1_000_000;
    let (idle, more) = (megabytes(idle), megabytes(highest - idle));
    output::line(&format!(
        "resident memory: {idle} MB idle, {more} MB more while {UPLOADS} files of {} MB were \
         uploaded at the same time",
        SIZE / 1_000_000
    ));
    Ok(json!({"idle_mb": idle, "uploads_add_mb": more}))
}

fn upload(key: &str) -> Vec<u8> {
    let mut body = format!(
        "--{BOUNDARY}\r\ncontent-disposition: form-data; name=\"purpose\"\r\n\r\n\
         dispute_evidence\r\n--{BOUNDARY}\r\ncontent-disposition: form-data; name=\"file\"; \
         filename=\"bench.pdf\"\r\ncontent-type: application/pdf\r\n\r\n%PDF-1.7\n"
    )
    .into_bytes();
    body.resize(body.len() + SIZE, b'x');
    body.extend_from_slice(format!("\r\n--{BOUNDARY}--\r\n").as_bytes());
    let mut request = format!(
        "POST /v1/files HTTP/1.1\r\nhost: bench\r\nauthorization: Bearer {key}\r\n\
         content-type: multipart/form-data; boundary={BOUNDARY}\r\ncontent-length: {}\r\n\r\n",
        body.len()
    )
    .into_bytes();
    request.extend(body);
    request
}
