use axum::response::{IntoResponse as _, Response};

use crate::answer::Answer;
use crate::{ApiError, Result};

/// What a [`StagedEndpoint`](crate::StagedEndpoint) answers: an `A`, or why there is none.
pub struct Answered<A>(Outcome<A>);

enum Outcome<A> {
    Answer(A),
    /// Made of an `A` already, or of an error.
    Response(Response),
}

impl<A> Answered<A> {
    /// What was made of an `A`, or of an error.
    pub(crate) fn with(response: Response) -> Self {
        Self(Outcome::Response(response))
    }
}

impl<A: Answer> Answered<A> {
    pub(crate) fn into_response(self, route: &str) -> Response {
        match self.0 {
            Outcome::Answer(answer) => answer.into_response(route),
            Outcome::Response(response) => response,
        }
    }
}

impl<A> From<ApiError> for Answered<A> {
    fn from(error: ApiError) -> Self {
        Self::with(error.into_response())
    }
}

impl<A> From<Result<A>> for Answered<A> {
    fn from(outcome: Result<A>) -> Self {
        match outcome {
            Ok(answer) => Self(Outcome::Answer(answer)),
            Err(error) => error.into(),
        }
    }
}
