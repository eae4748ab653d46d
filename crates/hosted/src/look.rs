//! A quick look at a picture while the person still has the document in their hands.

mod eye;
mod turn;

use std::sync::Arc;

use async_trait::async_trait;
use checks::Advice;
use identity::SessionId;
use sessions::Services;
use verification::Picture;

pub(crate) use eye::ObserverEye;
pub(crate) use turn::{Turn, Turns};

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

/// What can look at a picture. Takes about a second.
#[async_trait]
pub(crate) trait Eye: Send + Sync {
    /// The turn is held to the end of the look, even when nobody waits for it any more.
    async fn look(
        &self,
        services: &Arc<Services>,
        turn: Turn,
        subject: Subject,
        picture: Picture,
    ) -> sessions::Result<Sight>;
}

/// Looks at the pictures of one session at a time after each other.
pub(crate) struct Look {
    eye: Arc<dyn Eye>,
    turns: Turns,
}

impl Look {
    pub(crate) fn new(eye: Arc<dyn Eye>) -> Self {
        Self {
            eye,
            turns: Turns::default(),
        }
    }

    /// Waits until nothing else of a session is looked at; see [`Turns::take`].
    pub(crate) async fn turn(&self, session: &SessionId) -> Option<Turn> {
        self.turns.take(session).await
    }

    /// What is seen in a picture, or [`Sight::UNSEEN`] where there is no time for it.
    pub(crate) async fn at(
        &self,
        services: &Arc<Services>,
        turn: &Turn,
        subject: Subject,
        picture: Picture,
    ) -> sessions::Result<Sight> {
        self.eye
            .look(services, turn.clone(), subject, picture)
            .await
    }
}
