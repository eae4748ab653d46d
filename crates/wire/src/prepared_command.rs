use std::marker::PhantomData;
use std::sync::Arc;

use axum::response::{IntoResponse, Response};
use http::StatusCode;
use serde_json::Value;
use store::UnitOfWork;

use crate::answer::Shown;
use crate::answered::Answered;
use crate::error::envelope;
use crate::idempotency::{self, Idempotency};
use crate::{ApiError, Code, Host, RequestContext, Result};

/// How a command that was read but has not begun goes on.
pub struct PreparedCommand {
    pub(crate) host: Host,
    pub(crate) request: Arc<RequestContext>,
    pub(crate) idempotency: Option<Idempotency>,
}

impl PreparedCommand {
    /// Opens the unit of work; the error is the answer where the same request was answered
    /// already.
    pub async fn begin<A>(
        self,
    ) -> std::result::Result<(Box<dyn UnitOfWork>, CommandFinisher<A>), Answered<A>> {
        match self.try_begin().await {
            Ok(Ok(unit)) => Ok((
                unit,
                CommandFinisher {
                    command: self,
                    answer: PhantomData,
                },
            )),
            Ok(Err(replayed)) => Err(Answered::with(replayed)),
            Err(error) => Err(error.into()),
        }
    }

    async fn try_begin(&self) -> Result<std::result::Result<Box<dyn UnitOfWork>, Response>> {
        let services = &self.host.services;
        let mut unit = services.store.begin().await?;
        if let Some(idempotency) = &self.idempotency {
            let replayed = idempotency.replay(unit.as_mut(), services).await?;
            if let Some(response) = replayed {
                return Ok(Err(response));
            }
        }
        Ok(Ok(unit))
    }
}

/// What turns the outcome of a command into its answer: commits, or undoes everything; keeps the
/// answer for repetitions in the same unit of work.
pub struct CommandFinisher<A> {
    command: PreparedCommand,
    answer: PhantomData<fn() -> A>,
}

impl<A: Shown> CommandFinisher<A> {
    /// Commits where the outcome is an answer.
    pub async fn close(self, unit: Box<dyn UnitOfWork>, outcome: Result<A>) -> Answered<A> {
        self.finish(unit, outcome, || {}).await
    }

    /// [`Self::close`], telling `committed` before anybody hears the answer.
    pub(crate) async fn finish(
        self,
        unit: Box<dyn UnitOfWork>,
        outcome: Result<A>,
        committed: fn(),
    ) -> Answered<A> {
        let command = &self.command;
        let answered = match outcome {
            Ok(answer) => command.commit(unit, &answer.into_value(), committed).await,
            Err(error) => {
                drop(unit);
                command.keep_failure(&error).await.and(Err(error))
            }
        };
        let mut response = answered.unwrap_or_else(IntoResponse::into_response);
        if let Some(idempotency) = &command.idempotency {
            idempotency.echo(&mut response);
        }
        Answered::with(response)
    }
}

impl PreparedCommand {
    async fn commit(
        &self,
        mut unit: Box<dyn UnitOfWork>,
        value: &Value,
        committed: fn(),
    ) -> Result<Response> {
        let body = serde_json::to_vec(value)?;
        self.keep(unit.as_mut(), StatusCode::OK, &body).await?;
        unit.save().await?;
        committed();
        Ok(idempotency::json(StatusCode::OK, body))
    }

    /// Keeps a refusal, in a unit of work of its own since that of the command is undone. Failures
    /// of ours are not kept: nothing happened, and another try may well succeed.
    async fn keep_failure(&self, error: &ApiError) -> Result<()> {
        if self.idempotency.is_none() || !is_kept(error.code) {
            return Ok(());
        }
        let body = envelope::body(error, self.request.log_url().as_deref());
        let mut unit = self.host.services.store.begin().await?;
        self.keep(
            unit.as_mut(),
            error.code.status(),
            &serde_json::to_vec(&body)?,
        )
        .await?;
        Ok(unit.save().await?)
    }

    async fn keep(&self, unit: &mut dyn UnitOfWork, status: StatusCode, body: &[u8]) -> Result<()> {
        let services = &self.host.services;
        match &self.idempotency {
            Some(idempotency) => idempotency.keep(unit, services, status, body).await,
            None => Ok(()),
        }
    }
}

/// Refusals that say something of the objects, not merely of the parameters.
fn is_kept(code: Code) -> bool {
    matches!(
        code,
        Code::ParameterResourceMissing
            | Code::PermissionDenied
            | Code::ResourceMissing
            | Code::StatusTransitionInvalid
    )
}
