use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::Duration;

use identity::SessionId;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// How long a call waits for the one before it: clients that repeat themselves while we look are
/// answered from what was found.
const WAIT_LIMIT: Duration = Duration::from_secs(20);

/// Lets one call of a session at a time have its pictures looked at, so that nobody takes the places of
/// all others. One more may wait.
#[derive(Default)]
pub(crate) struct Turns {
    lines: Mutex<HashMap<SessionId, Weak<Line>>>,
}

struct Line {
    /// Who is here: the one whose turn it is, and one who waits.
    here: Arc<Semaphore>,
    turn: Arc<Semaphore>,
}

/// It is somebody's turn until the last copy of this is dropped.
#[derive(Clone)]
pub(crate) struct Turn {
    _held: Arc<Held>,
}

struct Held {
    _turn: OwnedSemaphorePermit,
    _here: OwnedSemaphorePermit,
    _line: Arc<Line>,
}

impl Turns {
    /// `None` where others are before it and are not done in time.
    pub(crate) async fn take(&self, session: &SessionId) -> Option<Turn> {
        let line = self.line(session);
        let here = Arc::clone(&line.here).try_acquire_owned().ok()?;
        let turn = tokio::time::timeout(WAIT_LIMIT, Arc::clone(&line.turn).acquire_owned());
        let turn = turn.await.ok()?.ok()?;
        let held = Held {
            _turn: turn,
            _here: here,
            _line: line,
        };
        Some(Turn {
            _held: Arc::new(held),
        })
    }

    fn line(&self, session: &SessionId) -> Arc<Line> {
        let mut lines = self.lines.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(line) = lines.get(session).and_then(Weak::upgrade) {
            return line;
        }
        // Nobody is in the other lines that are still listed.
        lines.retain(|_, line| line.strong_count() > 0);
        let line = Arc::new(Line {
            here: Arc::new(Semaphore::new(2)),
            turn: Arc::new(Semaphore::new(1)),
        });
        lines.insert(session.clone(), Arc::downgrade(&line));
        line
    }
}
