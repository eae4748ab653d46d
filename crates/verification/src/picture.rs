use identity::FileId;
use sessions::{FetchedFile, KeptObservation, ObservationKey, OpenedSession, SealedFile, Services};
use store::UnitOfWork;

use crate::Error;
use crate::fingerprint::Fingerprint;
use crate::kept::{self, Observed};

/// The pictures of one submission.
pub struct Pictures<F = Vec<u8>> {
    pub front: F,
    pub back: Option<F>,
    /// The best frame first.
    pub selfies: Vec<F>,
    /// Frames of the answer to a challenge, in its order.
    pub recording: Vec<F>,
}

/// One picture of a session: where it lies, and what is kept of it.
pub struct Picture {
    pub(crate) file: FileId,
    pub(crate) key: ObservationKey,
    sealed: SealedFile,
    kept: Vec<KeptObservation>,
}

impl Picture {
    /// Finds the session's pictures of these names, in their order: all that a unit of work is needed for.
    pub async fn find(
        services: &Services,
        unit: &mut dyn UnitOfWork,
        opened: &OpenedSession,
        files: &[FileId],
    ) -> Result<Vec<Self>, Error> {
        let kept = services.kept_observations(unit, opened, files).await?;
        let mut found = Vec::with_capacity(files.len());
        for id in files {
            let record = unit
                .file(&opened.scope(), id)
                .await?
                .ok_or(Error::Missing)?;
            let of_it = kept.iter().filter(|kept| kept.file() == id);
            found.push(Self {
                file: id.clone(),
                key: opened.observation_key()?,
                sealed: opened.sealed_file(&record.file)?,
                kept: of_it.cloned().collect(),
            });
        }
        Ok(found)
    }

    /// Bytes of the file.
    pub(crate) fn size(&self) -> u64 {
        self.sealed.size()
    }

    /// Fetches the file, sealed as it is. No unit of work waits for it.
    pub(crate) async fn fetch(&self, services: &Services) -> sessions::Result<FetchedFile> {
        services.fetch(self.sealed.clone()).await
    }

    /// What was seen in it by the same means. What can't be read is as if it had not been kept.
    pub(crate) fn kept<T: Observed>(&self, fingerprint: &Fingerprint) -> Option<T> {
        let kept = self
            .kept
            .iter()
            .find(|kept| kept.is(T::KIND, fingerprint))?;
        let read = kept.open().ok().and_then(|text| kept::read(&text));
        if read.is_none() {
            tracing::error!(
                kind = T::KIND.as_str(),
                "what was kept of a picture cannot be read"
            );
        }
        read
    }
}
