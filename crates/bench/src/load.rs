//! A load generator that costs little: HTTP/1.1 on connections that stay open, one request in hand
//! on each. Answers are read whole; their status is checked.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::Context as _;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// Connections that ask at the same time.
pub(crate) const CONNECTIONS: usize = 64;
const BUFFER: usize = 16 * 1024;

/// What is asked: the bytes of the n-th request.
pub(crate) type Requests = Arc<dyn Fn(usize) -> Vec<u8> + Send + Sync>;

/// How it was answered.
pub(crate) struct Outcome {
    /// How many answers.
    pub(crate) answers: usize,
    /// Answers a second.
    pub(crate) rate: f64,
    /// Milliseconds, of a hundred the slowest but one.
    pub(crate) p99: f64,
    /// The `vs_…` of answers, as far as they have one.
    pub(crate) sessions: Vec<String>,
}

struct Answers {
    times: Vec<Duration>,
    sessions: Vec<String>,
}

/// Asks for this long: as fast as answers come or, with a pace, so many times a second, where the
/// time of an answer counts from when it should have been asked for.
pub(crate) async fn run(
    address: SocketAddr,
    requests: &Requests,
    lasting: Duration,
    pace: Option<f64>,
) -> anyhow::Result<Outcome> {
    let started = Instant::now();
    let mut asking = Vec::new();
    for connection in 0..CONNECTIONS {
        let requests = Arc::clone(requests);
        let interval = pace.map(|pace| Duration::from_secs_f64(CONNECTIONS as f64 / pace));
        asking.push(tokio::spawn(async move {
            ask(address, connection, requests, started, lasting, interval).await
        }));
    }
    let (mut times, mut sessions) = (Vec::new(), Vec::new());
    for asking in asking {
        let answers = asking.await.context("the load generator panicked")??;
        times.extend(answers.times);
        sessions.extend(answers.sessions);
    }
    let elapsed = started.elapsed().as_secs_f64();
    times.sort_unstable();
    let slow = times.get(times.len() * 99 / 100).copied();
    Ok(Outcome {
        answers: times.len(),
        rate: times.len() as f64 / elapsed,
        p99: slow.unwrap_or_default().as_secs_f64() * 1000.0,
        sessions,
    })
}

/// Asks once, on a connection of its own; the answer's body.
pub(crate) async fn once(address: SocketAddr, request: &[u8]) -> anyhow::Result<Vec<u8>> {
    let mut stream = TcpStream::connect(address).await?;
    stream.write_all(request).await?;
    let mut buffer = Vec::with_capacity(BUFFER);
    let body = answer(&mut stream, &mut buffer).await?;
    Ok(buffer.split_off(body))
}

async fn ask(
    address: SocketAddr,
    connection: usize,
    requests: Requests,
    started: Instant,
    lasting: Duration,
    interval: Option<Duration>,
) -> anyhow::Result<Answers> {
    let mut stream = TcpStream::connect(address).await?;
    stream.set_nodelay(true)?;
    let mut buffer = Vec::with_capacity(BUFFER);
    let mut answers = Answers {
        times: Vec::new(),
        sessions: Vec::new(),
    };
    for turn in 0.. {
        let since = match interval {
            Some(interval) => {
                let offset = interval.mul_f64(connection as f64 / CONNECTIONS as f64);
                let due = started + offset + interval * turn;
                tokio::time::sleep_until(due.into()).await;
                due
            }
            None => Instant::now(),
        };
        if since.duration_since(started) >= lasting {
            break;
        }
        stream
            .write_all(&requests(turn as usize * CONNECTIONS + connection))
            .await?;
        let body = answer(&mut stream, &mut buffer).await?;
        answers.times.push(since.elapsed());
        answers.sessions.extend(session(&buffer[body..]));
        buffer.clear();
    }
    Ok(answers)
}

/// Reads one answer into the buffer; returns where its body starts.
async fn answer(stream: &mut TcpStream, buffer: &mut Vec<u8>) -> anyhow::Result<usize> {
    let mut end = None;
    loop {
        if end.is_none() {
            end = head(buffer)?;
        }
        if let Some((body, length)) = end
            && buffer.len() >= body + length
        {
            return Ok(body);
        }
        let read = stream.read_buf(buffer).await?;
        anyhow::ensure!(read > 0, "the server closed a connection");
    }
}

/// Where the body starts and how long it is, once the head is there; refuses what is no success.
fn head(buffer: &[u8]) -> anyhow::Result<Option<(usize, usize)>> {
    let Some(end) = buffer.windows(4).position(|bytes| bytes == b"\r\n\r\n") else {
        return Ok(None);
    };
    let text = std::str::from_utf8(&buffer[..end]).context("an answer's head is no text")?;
    let status = text.get(9..12).unwrap_or_default();
    anyhow::ensure!(status == "200", "the server answered {status}");
    let length = text.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length")
            .then(|| value.trim().parse().ok())?
    });
    let length = length.context("an answer has no length")?;
    Ok(Some((end + 4, length)))
}

/// The first session that a body names, be it in a client secret.
fn session(body: &[u8]) -> Option<String> {
    let start = body.windows(4).position(|bytes| bytes == b"\"vs_")? + 1;
    let name = b"vs_".len();
    let length = body[start + name..]
        .iter()
        .position(|byte| !byte.is_ascii_alphanumeric())?
        + name;
    String::from_utf8(body[start..start + length].to_vec()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_read_whole() {
        assert_eq!(
            head(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n").unwrap(),
            None
        );
        let whole = b"HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\n";
        assert_eq!(head(whole).unwrap(), Some((whole.len(), 5)));
        assert!(head(b"HTTP/1.1 500 Oh\r\ncontent-length: 0\r\n\r\n").is_err());
        let body = br#"{"client_secret":"vs_1_secret_2","id":"vs_1"}"#;
        assert_eq!(session(body).as_deref(), Some("vs_1"));
    }
}
