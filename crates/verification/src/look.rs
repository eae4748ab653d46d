//! A look at a picture while the person still has the document in their hands.

use std::sync::Arc;

use sessions::{FetchedFile, Services};
use vision::PictureError;

use crate::keeping::Keeping;
use crate::kept::Observable;
use crate::observer::{Look, answered_from_kept};
use crate::pool::{Caller, Place};
use crate::{Observer, Picture};

/// What a look came to.
pub enum Looked<T> {
    /// What was seen, which is being kept meanwhile.
    Seen(T, Keeping),
    NotAPicture,
    /// The networks failed.
    Failed,
    /// There was no room or no time for it.
    NotSeen,
}

impl Observer {
    /// Looks at a picture for somebody who waits, who has it the next time without. It is fetched and opened
    /// when its turn has come, so that those that wait take no memory. `held` is held to the end of the look,
    /// even when nobody waits for it any more.
    pub async fn look<T: Observable>(
        self: &Arc<Self>,
        services: &Arc<Services>,
        picture: Picture,
        held: impl Send + 'static,
    ) -> sessions::Result<Looked<T>> {
        let kind = T::KIND.as_str();
        if let Some(kept) = picture.kept(&self.fingerprints.picture(T::KIND)) {
            answered_from_kept(T::KIND, 1);
            return Ok(Looked::Seen(kept, Keeping::default()));
        }
        let waiting = tokio::time::timeout(self.limits.wait, self.pool.place(Caller::Person));
        let place = match waiting.await {
            Ok(Some(place)) => place,
            Ok(None) => {
                tracing::warn!(kind, "a picture is not looked at: too many wait");
                return Ok(Looked::NotSeen);
            }
            Err(_) => {
                tracing::warn!(kind, "a picture is not looked at: its turn does not come");
                return Ok(Looked::NotSeen);
            }
        };
        let file = picture.fetch(services).await?;
        // A task of its own: what is seen too late is kept for the submission.
        let observer = Arc::clone(self);
        let services = Arc::clone(services);
        let looking = tokio::spawn(async move {
            observer
                .look_and_keep(services, &picture, file, (place, held))
                .await
        });
        match tokio::time::timeout(self.limits.look, looking).await {
            Ok(Ok(looked)) => looked,
            Ok(Err(_)) => {
                tracing::error!(kind, "looking at a picture panicked");
                Ok(Looked::NotSeen)
            }
            Err(_) => {
                tracing::warn!(kind, "a look takes too long: nobody waits for it");
                Ok(Looked::NotSeen)
            }
        }
    }

    async fn look_and_keep<T: Observable>(
        self: &Arc<Self>,
        services: Arc<Services>,
        picture: &Picture,
        file: FetchedFile,
        held: (Place, impl Send + 'static),
    ) -> sessions::Result<Looked<T>> {
        let look: Look<T> = match self.infer(picture, file, held).await {
            Ok(look) => look,
            Err(panicked) => std::panic::resume_unwind(panicked.into_panic()),
        };
        match look? {
            Ok(fresh) => {
                let (observer, key) = (Arc::clone(self), picture.key.clone());
                let new = Vec::from_iter(fresh.new);
                let keeping =
                    Keeping::task(async move { observer.keep(&services, &key, new).await });
                Ok(Looked::Seen(fresh.seen, keeping))
            }
            Err(PictureError::Network(error)) => {
                tracing::error!(%error, "a picture cannot be looked at");
                Ok(Looked::Failed)
            }
            Err(_) => Ok(Looked::NotAPicture),
        }
    }
}
