//! A quick look at a picture while the person still has the document in their hands.

mod reviewer;
mod turn;

use std::sync::Arc;

use async_trait::async_trait;
use checks::Advice;
use identity::SessionId;
use sessions::Services;
use verification::{Keeping, Picture};

pub(crate) use reviewer::ObservingReviewer;
pub(crate) use turn::{Turn, Turns};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Subject {
    Front,
    Back,
    Face,
}

/// What a look came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ReviewResult {
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

impl Default for ReviewResult {
    /// Nothing was seen that speaks against the picture.
    fn default() -> Self {
        Self {
            verdict: Verdict::Usable,
            needs_back: true,
        }
    }
}

impl ReviewResult {
    /// A picture that there was no time to look at is taken as it is, and no back is asked for:
    /// who holds a passport has none, and who holds a card is told so after the submission.
    const UNSEEN: Self = Self {
        verdict: Verdict::Usable,
        needs_back: false,
    };
}

/// What can look at a picture. Takes about a second.
#[async_trait]
pub(crate) trait Reviewer: Send + Sync {
    /// The turn is held to the end of the look, even when nobody waits for it any more. What was seen is
    /// kept meanwhile.
    async fn look(
        &self,
        services: &Arc<Services>,
        turn: Turn,
        subject: Subject,
        picture: Picture,
    ) -> sessions::Result<(ReviewResult, Keeping)>;
}

/// Looks at the pictures of one session at a time after each other.
pub(crate) struct PictureReview {
    reviewer: Arc<dyn Reviewer>,
    turns: Turns,
}

impl PictureReview {
    pub(crate) fn new(reviewer: Arc<dyn Reviewer>) -> Self {
        Self {
            reviewer,
            turns: Turns::default(),
        }
    }

    /// Waits until nothing else of a session is looked at; see [`Turns::take`].
    pub(crate) async fn turn(&self, session: &SessionId) -> Option<Turn> {
        self.turns.take(session).await
    }

    /// What is seen in a picture, or [`ReviewResult::UNSEEN`] where there is no time for it.
    pub(crate) async fn at(
        &self,
        services: &Arc<Services>,
        turn: &Turn,
        subject: Subject,
        picture: Picture,
    ) -> sessions::Result<(ReviewResult, Keeping)> {
        self.reviewer
            .look(services, turn.clone(), subject, picture)
            .await
    }
}
