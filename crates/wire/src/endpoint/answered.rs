use std::marker::PhantomData;

use axum::Json;
use axum::response::{IntoResponse, Response};

use crate::answer::Shown;
use crate::{ApiError, Result};

/// What a [`StagedEndpoint`](crate::StagedEndpoint) answers: an `A`, or why there is none.
pub struct Answered<A> {
    response: Response,
    answer: PhantomData<fn() -> A>,
}

impl<A> Answered<A> {
    /// What was made of an `A`, or of an error.
    pub(crate) fn with(response: Response) -> Self {
        Self {
            response,
            answer: PhantomData,
        }
    }

    pub(crate) fn into_response(self) -> Response {
        self.response
    }
}

impl<A> From<ApiError> for Answered<A> {
    fn from(error: ApiError) -> Self {
        Self::with(error.into_response())
    }
}

impl<A: Shown> From<Result<A>> for Answered<A> {
    fn from(outcome: Result<A>) -> Self {
        match outcome {
            Ok(answer) => Self::with(Json(answer.into_value()).into_response()),
            Err(error) => error.into(),
        }
    }
}
