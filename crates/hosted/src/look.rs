//! A quick look at a picture while the person still has the document in their hands.

mod eye;
mod turn;

use std::sync::Arc;
use std::thread;
use std::time::Duration;

use checks::Advice;
use identity::SessionId;
use sessions::FetchedFile;
use tokio::sync::Semaphore;

pub(crate) use eye::VisionEye;
pub(crate) use turn::{Turn, Turns};

/// How long a picture waits for its turn at most; one that was not looked at is taken as it is.
const WAIT_LIMIT: Duration = Duration::from_secs(8);
/// How long a look that has begun may take: clients give up after 30 seconds and more. A passport
/// that was not looked at is asked for its back, so patience pays here.
const LOOK_LIMIT: Duration = Duration::from_secs(16);
/// Looks that wait for each one that goes on.
const QUEUE: usize = 8;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Subject {
    Front,
    Back,
    Face,
}

/// What a look came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Sight {
    pub(crate) verdict: Verdict,
    /// Whether the document has a back worth asking for.
    pub(crate) needs_back: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// Good enough, or not looked at.
    Usable,
    Poor(Advice),
    NotAPicture,
}

impl Default for Sight {
    /// Nothing was seen that speaks against the picture.
    fn default() -> Self {
        Self {
            verdict: Verdict::Usable,
            needs_back: true,
        }
    }
}

impl Sight {
    /// A picture that there was no time to look at is taken as it is, and no back is asked for:
    /// who holds a passport has none, and who holds a card is told so after the submission.
    const UNSEEN: Self = Self {
        verdict: Verdict::Usable,
        needs_back: false,
    };
}

/// What can look at a picture. Takes about a second and blocks.
pub(crate) trait Eye: Send + Sync {
    fn look(&self, subject: Subject, file: &[u8]) -> Sight;
}

/// Looks at a few pictures at once, however many come.
pub(crate) struct Look {
    eye: Arc<dyn Eye>,
    turns: Turns,
    places: Arc<Semaphore>,
    queue: Arc<Semaphore>,
}

impl Look {
    pub(crate) fn new(eye: Arc<dyn Eye>) -> Self {
        let cores = thread::available_parallelism().map_or(1, usize::from);
        let places = cores.div_ceil(2);
        Self {
            eye,
            turns: Turns::default(),
            places: Arc::new(Semaphore::new(places)),
            queue: Arc::new(Semaphore::new(places * QUEUE)),
        }
    }

    /// Waits until nothing else of a session is looked at; see [`Turns::take`].
    pub(crate) async fn turn(&self, session: &SessionId) -> Option<Turn> {
        self.turns.take(session).await
    }

    /// What is seen in a picture, or [`Sight::UNSEEN`] where there is no time for it. The picture is
    /// fetched and opened when its turn has come, so that those that wait take no memory.
    pub(crate) async fn at(
        &self,
        turn: &Turn,
        subject: Subject,
        fetch: impl Future<Output = sessions::Result<FetchedFile>>,
    ) -> sessions::Result<Sight> {
        let Ok(_waiting) = self.queue.try_acquire() else {
            tracing::warn!(?subject, "a picture is not looked at: too many wait");
            return Ok(Sight::UNSEEN);
        };
        let waiting = tokio::time::timeout(WAIT_LIMIT, Arc::clone(&self.places).acquire_owned());
        let Ok(Ok(place)) = waiting.await else {
            tracing::warn!(
                ?subject,
                "a picture is not looked at: its turn does not come"
            );
            return Ok(Sight::UNSEEN);
        };
        let file = fetch.await?;
        let (eye, turn) = (Arc::clone(&self.eye), turn.clone());
        let looking = tokio::task::spawn_blocking(move || {
            // Held to the end even when nobody waits for the answer any more.
            let _held = (place, turn);
            Ok(eye.look(subject, &file.open()?))
        });
        match tokio::time::timeout(LOOK_LIMIT, looking).await {
            Ok(Ok(sight)) => sight,
            Ok(Err(_)) => {
                tracing::error!(?subject, "looking at a picture panicked");
                Ok(Sight::UNSEEN)
            }
            Err(_) => {
                tracing::warn!(?subject, "a look takes too long: nobody waits for it");
                Ok(Sight::UNSEEN)
            }
        }
    }
}
