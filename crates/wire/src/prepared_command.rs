use std::sync::Arc;

use axum::response::{IntoResponse, Response};
use http::StatusCode;
use serde_json::Value;
use store::UnitOfWork;

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
    pub async fn begin(
        self,
    ) -> std::result::Result<(Box<dyn UnitOfWork>, CommandFinisher), Response> {
        match self.try_begin().await {
            Ok(Ok(unit)) => Ok((unit, CommandFinisher(self))),
            Ok(Err(replayed)) => Err(replayed),
            Err(error) => Err(error.into_response()),
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
pub struct CommandFinisher(PreparedCommand);

impl CommandFinisher {
    pub async fn close(self, unit: Box<dyn UnitOfWork>, outcome: Result<Value>) -> Response {
        self.answer(unit, outcome, false).await
    }

    /// Closes a command that may have enqueued jobs.
    pub async fn close_and_wake(
        self,
        unit: Box<dyn UnitOfWork>,
        outcome: Result<Value>,
    ) -> Response {
        self.answer(unit, outcome, true).await
    }

    async fn answer(
        self,
        unit: Box<dyn UnitOfWork>,
        outcome: Result<Value>,
        wake: bool,
    ) -> Response {
        let answered = match outcome {
            Ok(value) => self.commit(unit, &value, wake).await,
            Err(error) => {
                drop(unit);
                self.keep_failure(&error).await.and(Err(error))
            }
        };
        let mut response = answered.unwrap_or_else(IntoResponse::into_response);
        if let Some(idempotency) = &self.0.idempotency {
            idempotency.echo(&mut response);
        }
        response
    }

    async fn commit(
        &self,
        mut unit: Box<dyn UnitOfWork>,
        value: &Value,
        wake: bool,
    ) -> Result<Response> {
        let body = serde_json::to_vec(value)?;
        self.keep(unit.as_mut(), StatusCode::OK, &body).await?;
        unit.save().await?;
        if wake {
            self.0.host.services.store.notify().await;
        }
        Ok(idempotency::json(StatusCode::OK, body))
    }

    /// Keeps a refusal, in a unit of work of its own since that of the command is undone. Failures
    /// of ours are not kept: nothing happened, and another try may well succeed.
    async fn keep_failure(&self, error: &ApiError) -> Result<()> {
        if self.0.idempotency.is_none() || !is_kept(error.code) {
            return Ok(());
        }
        let body = envelope::body(error, self.0.request.log_url().as_deref());
        let mut unit = self.0.host.services.store.begin().await?;
        self.keep(
            unit.as_mut(),
            error.code.status(),
            &serde_json::to_vec(&body)?,
        )
        .await?;
        Ok(unit.save().await?)
    }

    async fn keep(&self, unit: &mut dyn UnitOfWork, status: StatusCode, body: &[u8]) -> Result<()> {
        let services = &self.0.host.services;
        match &self.0.idempotency {
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
