use crate::runtime::NetworkError;

/// Why a file gave no observation. No message says anything about what the picture shows.
#[derive(Debug, thiserror::Error)]
pub enum PictureError {
    #[error("{0}")]
    NotAnImage(String),
    #[error("{0}")]
    TooLarge(String),
    #[error("{0}")]
    Unsupported(String),
    #[error(transparent)]
    Network(#[from] NetworkError),
}

impl PictureError {
    /// The code commands and reports show: `not_an_image`, `too_large`, `unsupported`, or
    /// `internal_error` where the fault is ours.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotAnImage(_) => "not_an_image",
            Self::TooLarge(_) => "too_large",
            Self::Unsupported(_) => "unsupported",
            Self::Network(_) => "internal_error",
        }
    }
}
