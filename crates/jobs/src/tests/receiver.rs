//! An endpoint on a port of its own, that answers each delivery as it is told.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex};

use serde_json::Value;

/// What arrived: type of the event and session.
pub(crate) type Delivery = (String, String);

#[derive(Default)]
struct State {
    arrived: Vec<Delivery>,
    /// The statuses of the next answers; 200 where there are no more.
    statuses: Vec<u16>,
    /// Nothing is answered before this is false.
    holds: bool,
}

pub(crate) struct Receiver {
    pub(crate) url: String,
    state: Arc<(Mutex<State>, Condvar)>,
}

impl Receiver {
    pub(crate) fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}/webhook", listener.local_addr().unwrap());
        let state = Arc::<(Mutex<State>, Condvar)>::default();
        let of_thread = Arc::clone(&state);
        std::thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let state = Arc::clone(&of_thread);
                std::thread::spawn(move || answer(&stream, &state));
            }
        });
        Self { url, state }
    }

    /// How the next deliveries are answered, whoever brings them.
    pub(crate) fn answer_with(&self, statuses: &[u16]) {
        self.state.0.lock().unwrap().statuses = statuses.to_vec();
    }

    pub(crate) fn hold(&self, holds: bool) {
        self.state.0.lock().unwrap().holds = holds;
        self.state.1.notify_all();
    }

    /// Everything that was brought so far, taken or not.
    pub(crate) fn arrived(&self) -> Vec<Delivery> {
        self.state.0.lock().unwrap().arrived.clone()
    }

    /// The same about one session: the last words of the types.
    pub(crate) fn arrived_about(&self, session: &identity::SessionId) -> Vec<String> {
        let about = |(_, of): &Delivery| of == session.as_str();
        let arrived = self.arrived().into_iter().filter(about);
        let words = arrived.map(|(name, _)| name.rsplit('.').next().map(str::to_owned));
        words.map(Option::unwrap).collect()
    }
}

fn answer(stream: &TcpStream, (state, changed): &(Mutex<State>, Condvar)) {
    let Some(event) = read(stream) else { return };
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let mut state = state.lock().unwrap();
    let about = text(&event["data"]["object"]["id"]);
    state.arrived.push((text(&event["type"]), about));
    let status = if state.statuses.is_empty() {
        200
    } else {
        state.statuses.remove(0)
    };
    drop(changed.wait_while(state, |state| state.holds).unwrap());
    let head =
        format!("HTTP/1.1 {status} As told\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    // Who gave up meanwhile doesn't hear it.
    let _heard = { stream }.write_all(head.as_bytes());
}

/// The body of a request.
fn read(stream: &TcpStream) -> Option<Value> {
    let mut reader = BufReader::new(stream);
    let mut length = 0;
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).ok()?;
        let line = line.trim_end();
        if line.is_empty() {
            break;
        }
        if let Some((name, value)) = line.split_once(": ")
            && name.eq_ignore_ascii_case("content-length")
        {
            length = value.parse().ok()?;
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    serde_json::from_slice(&body).ok()
}
