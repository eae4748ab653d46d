use std::sync::Arc;

use checks::Policy;
use identity::KnownFrames;
use sessions::{OpenedSession, Services};
use store::UnitOfWork;

use crate::{Conclusion, Error, Observer, Seen, Submission, VerificationRequest, Verified};

/// A submission whose pictures have been observed.
pub struct Examined {
    seen: Seen,
    request: VerificationRequest,
    /// The decision if none of the frames was seen before: made before the unit of work that finds out,
    /// which others wait for.
    with_new_frames: Verified,
}

impl Observer {
    /// Observes the pictures of a submission, as far as that is not done, and decides as if no frame had been
    /// seen before. No unit of work may wait for it.
    pub async fn examine(
        &self,
        services: &Services,
        submission: Submission,
        policy: &Arc<Policy>,
    ) -> Result<Arc<Examined>, Error> {
        let seen = self.observe(services, &submission).await?;
        let (request, policy) = (submission.request, Arc::clone(policy));
        let deciding = tokio::task::spawn_blocking(move || {
            let with_new_frames = seen.decide(&request, KnownFrames::default(), &policy);
            Examined {
                seen,
                request,
                with_new_frames,
            }
        });
        Ok(Arc::new(deciding.await.map_err(|_| Error::Inference)?))
    }
}

impl Examined {
    /// Decides, in the unit of work that concludes. It counts known frames in there because others may bring
    /// the same ones just now, in another session.
    pub async fn decide(
        self: &Arc<Self>,
        services: &Services,
        unit: &mut dyn UnitOfWork,
        opened: &OpenedSession,
        policy: &Arc<Policy>,
    ) -> Result<Conclusion, Error> {
        let (scope, frames) = (opened.scope(), self.seen.frames());
        let known = services.known_frames(unit, &scope, &frames).await?;
        services.remember_frames(unit, &scope, &frames).await?;
        let verified = if known == KnownFrames::default() {
            self.with_new_frames.clone()
        } else {
            let (examined, policy) = (Arc::clone(self), Arc::clone(policy));
            let deciding = tokio::task::spawn_blocking(move || {
                examined.seen.decide(&examined.request, known, &policy)
            });
            deciding.await.map_err(|_| Error::Inference)?
        };
        let options = &opened.session.options;
        Ok(Conclusion::of_pictures(verified, &opened.personal, options))
    }
}
