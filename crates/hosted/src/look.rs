//! A quick look at a picture while the person still has the document in their hands.

mod eye;

use std::sync::Arc;
use std::thread;
use std::time::Duration;

use checks::Advice;
use tokio::sync::Semaphore;

pub(crate) use eye::VisionEye;

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
    places: Arc<Semaphore>,
    queue: Arc<Semaphore>,
}

impl Look {
    pub(crate) fn new(eye: Arc<dyn Eye>) -> Self {
        let cores = thread::available_parallelism().map_or(1, usize::from);
        let places = cores.div_ceil(2);
        Self {
            eye,
            places: Arc::new(Semaphore::new(places)),
            queue: Arc::new(Semaphore::new(places * QUEUE)),
        }
    }

    /// What is seen in a picture, or [`Sight::UNSEEN`] where there is no time for it.
    pub(crate) async fn at(&self, subject: Subject, file: Vec<u8>) -> Sight {
        let Ok(_waiting) = self.queue.try_acquire() else {
            tracing::warn!(?subject, "a picture is not looked at: too many wait");
            return Sight::UNSEEN;
        };
        let turn = tokio::time::timeout(WAIT_LIMIT, Arc::clone(&self.places).acquire_owned());
        let Ok(Ok(place)) = turn.await else {
            tracing::warn!(
                ?subject,
                "a picture is not looked at: its turn does not come"
            );
            return Sight::UNSEEN;
        };
        let eye = Arc::clone(&self.eye);
        let looking = tokio::task::spawn_blocking(move || {
            // Held to the end even when nobody waits for the answer any more.
            let _place = place;
            eye.look(subject, &file)
        });
        match tokio::time::timeout(LOOK_LIMIT, looking).await {
            Ok(Ok(sight)) => sight,
            Ok(Err(_)) => {
                tracing::error!(?subject, "looking at a picture panicked");
                Sight::UNSEEN
            }
            Err(_) => {
                tracing::warn!(?subject, "a look takes too long: nobody waits for it");
                Sight::UNSEEN
            }
        }
    }
}
