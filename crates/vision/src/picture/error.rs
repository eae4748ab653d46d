use crate::runtime::NetworkError;

/// Why a file gave no observation. No message says anything about what the picture shows.
#[derive(Debug, thiserror::Error)]
pub enum PictureError {
    /// The bytes are no picture, or a broken one. The text is for whoever sent it.
    #[error("{0}")]
    NotAnImage(String),
    /// More bytes, pixels or memory than the limits let it have. The text names the limit.
    #[error("{0}")]
    TooLarge(String),
    /// A picture in a format or variant that isn't read here. The text names what is.
    #[error("{0}")]
    Unsupported(String),
    /// No fault of the picture's.
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
