use identity::{Status, VerificationSession};
use wire::{ApiError, Code};

/// Whether a session is over for the person in a way the protocol has no words for.
pub(crate) fn is_gone(session: &VerificationSession) -> bool {
    session.status == Status::Canceled || session.redaction.is_some()
}

pub(crate) fn closed() -> ApiError {
    let message = "The verification is closed: it was canceled or redacted, or nothing more can be \
                   handed in.";
    ApiError::new(Code::SessionClosed, message)
}
