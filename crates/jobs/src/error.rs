/// Why a job did not finish; it is tried again. Messages never hold personal data.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error(transparent)]
    Sessions(#[from] sessions::Error),
    #[error(transparent)]
    Store(#[from] store::StoreError),
    #[error(transparent)]
    Blob(#[from] vault::BlobError),
    #[error("the lease was lost to another worker")]
    LeaseLost,
    #[error("the job names something that does not exist")]
    Missing,
    #[error("the endpoint's secret is unreadable")]
    Secret,
    #[error(transparent)]
    Verification(#[from] verification::Error),
}
