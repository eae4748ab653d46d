use std::sync::Arc;

use async_trait::async_trait;
use checks::{Side, advice, needs_back, selfie_advice};
use observation::{DocumentObservation, SelfieObservation};
use sessions::Services;
use verification::{Keeping, Looked, Observer, Picture};

use super::{ReviewResult, Reviewer, Subject, Turn, Verdict};

/// Sees what the observer of the process does, and advises.
pub(crate) struct ObservingReviewer(pub(crate) Arc<Observer>);

#[async_trait]
impl Reviewer for ObservingReviewer {
    async fn look(
        &self,
        services: &Arc<Services>,
        turn: Turn,
        subject: Subject,
        picture: Picture,
    ) -> sessions::Result<(ReviewResult, Keeping)> {
        let document = async |side, picture| {
            let looked = self.0.look(services, picture, turn.clone()).await?;
            Ok(reviewed(looked, |seen: DocumentObservation| ReviewResult {
                verdict: advice(side, &seen).map_or(Verdict::Usable, Verdict::Poor),
                needs_back: needs_back(&seen),
            }))
        };
        match subject {
            Subject::Front => document(Side::Front, picture).await,
            Subject::Back => document(Side::Back, picture).await,
            Subject::Face => {
                let looked = self.0.look(services, picture, turn.clone()).await?;
                Ok(reviewed(looked, |seen: SelfieObservation| ReviewResult {
                    verdict: selfie_advice(&seen).map_or(Verdict::Usable, Verdict::Poor),
                    ..ReviewResult::default()
                }))
            }
        }
    }
}

fn reviewed<T>(
    looked: Looked<T>,
    advise: impl FnOnce(T) -> ReviewResult,
) -> (ReviewResult, Keeping) {
    let result = match looked {
        Looked::Seen(seen, keeping) => return (advise(seen), keeping),
        Looked::NotAPicture => ReviewResult {
            verdict: Verdict::NotAPicture,
            ..ReviewResult::default()
        },
        Looked::Failed => ReviewResult::default(),
        Looked::NotSeen => ReviewResult::UNSEEN,
    };
    (result, Keeping::default())
}
