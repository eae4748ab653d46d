use std::sync::Arc;

use measures::OBSERVATIONS;
use sessions::{FetchedFile, NewObservation, ObservationKey, Services};
use store::ObservationKind;
use tokio::task::JoinError;
use vision::PictureError;

use crate::fingerprint::Fingerprints;
use crate::kept::{self, Observable};
use crate::pool::{Place, Pool};
use crate::{Limits, Networks, Picture};

/// All inference of a process, in one number of places.
pub struct Observer {
    pub(crate) networks: Arc<dyn Networks>,
    pub(crate) pool: Pool,
    pub(crate) limits: Limits,
    pub(crate) fingerprints: Fingerprints,
}

/// What came of a look that was not cut off: an error where the file can't be opened, and within where it is no
/// picture.
pub(crate) type Look<T> = sessions::Result<Result<Fresh<T>, PictureError>>;

/// Something just seen, and what to keep of it.
pub(crate) struct Fresh<T> {
    pub(crate) seen: T,
    pub(crate) new: Option<NewObservation>,
}

impl Observer {
    /// Observes with these networks, within these limits.
    pub fn new(networks: Arc<dyn Networks>, limits: Limits) -> Self {
        Self {
            pool: Pool::new(&limits),
            fingerprints: Fingerprints::of(networks.as_ref()),
            networks,
            limits,
        }
    }

    /// Looks with these networks for a server. In debug builds tests may share what several servers see.
    pub fn for_server(networks: Arc<dyn Networks>, limits: Limits) -> Self {
        #[cfg(debug_assertions)]
        let networks = crate::recorded::recorded(networks);
        Self::new(networks, limits)
    }

    /// Looks for a command, in a place. Blocks the thread: never call it on an async one.
    pub fn command<T>(&self, kind: ObservationKind, look: impl FnOnce() -> T) -> T {
        let _place = self.pool.place_for_command();
        inferred(kind, 1);
        look()
    }

    /// Looks at a fetched picture. The place and whatever else is held are given back at the end, be there
    /// anybody who waits for it or not, and also where inference panics, which is the outer error.
    pub(crate) async fn infer<T: Observable>(
        &self,
        picture: &Picture,
        file: FetchedFile,
        held: (Place, impl Send + 'static),
    ) -> Result<Look<T>, JoinError> {
        let networks = Arc::clone(&self.networks);
        let fingerprint = self.fingerprints.picture(T::KIND);
        let id = picture.file.clone();
        tokio::task::spawn_blocking(move || {
            let _held = held;
            let file = file.open()?;
            inferred(T::KIND, 1);
            Ok(T::observe(networks.as_ref(), &file).map(|seen| Fresh {
                new: kept::written(&seen).map(|content| NewObservation {
                    file: id,
                    kind: T::KIND,
                    fingerprint,
                    content,
                }),
                seen,
            }))
        })
        .await
    }

    /// Keeps what was seen. Where that fails it is looked for again, and nobody hears of it.
    pub(crate) async fn keep(
        &self,
        services: &Services,
        key: &ObservationKey,
        new: Vec<NewObservation>,
    ) {
        if new.is_empty() {
            return;
        }
        fault::point("observation.made");
        if let Err(error) = services.keep_observations(key, new).await {
            tracing::warn!(%error, "what was seen in pictures is not kept");
        }
        fault::point("observation.kept");
    }
}

pub(crate) fn inferred(kind: ObservationKind, times: usize) {
    for _ in 0..times {
        OBSERVATIONS.count(&[kind.as_str(), "inferred"]);
    }
}

pub(crate) fn answered_from_kept(kind: ObservationKind, times: usize) {
    for _ in 0..times {
        OBSERVATIONS.count(&[kind.as_str(), "kept"]);
    }
}
