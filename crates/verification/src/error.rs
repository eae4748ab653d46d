/// Why a submission could not be verified this time. Messages never hold personal data.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error(transparent)]
    Sessions(#[from] sessions::Error),
    #[error(transparent)]
    Store(#[from] store::StoreError),
    #[error("the submission names a file that does not exist")]
    Missing,
    #[error("inference stopped unexpectedly")]
    Inference,
}
