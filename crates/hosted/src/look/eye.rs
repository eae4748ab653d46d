use std::sync::Arc;

use async_trait::async_trait;
use checks::{Side, advice, needs_back, selfie_advice};
use observation::{DocumentObservation, SelfieObservation};
use sessions::Services;
use verification::{Looked, Observer, Picture};

use super::{Eye, Sight, Subject, Turn, Verdict};

/// Sees what the observer of the process does, and advises.
pub(crate) struct ObserverEye(pub(crate) Arc<Observer>);

#[async_trait]
impl Eye for ObserverEye {
    async fn look(
        &self,
        services: &Arc<Services>,
        turn: Turn,
        subject: Subject,
        picture: Picture,
    ) -> sessions::Result<Sight> {
        let document = async |side, picture| {
            let looked = self.0.look(services, picture, turn.clone()).await?;
            Ok(sight(looked, |seen: DocumentObservation| Sight {
                verdict: advice(side, &seen).map_or(Verdict::Usable, Verdict::Poor),
                needs_back: needs_back(&seen),
            }))
        };
        match subject {
            Subject::Front => document(Side::Front, picture).await,
            Subject::Back => document(Side::Back, picture).await,
            Subject::Face => {
                let looked = self.0.look(services, picture, turn.clone()).await?;
                Ok(sight(looked, |seen: SelfieObservation| Sight {
                    verdict: selfie_advice(&seen).map_or(Verdict::Usable, Verdict::Poor),
                    ..Sight::default()
                }))
            }
        }
    }
}

fn sight<T>(looked: Looked<T>, advise: impl FnOnce(T) -> Sight) -> Sight {
    match looked {
        Looked::Seen(seen) => advise(seen),
        Looked::NotAPicture => Sight {
            verdict: Verdict::NotAPicture,
            ..Sight::default()
        },
        Looked::Failed => Sight::default(),
        Looked::NotSeen => Sight::UNSEEN,
    }
}
