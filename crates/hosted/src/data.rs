//! `POST …/data`: what one screen collected, and what later screens must forget.

mod apply;
mod decline;
mod files;
mod form;
mod pictures;
mod recording;
mod recording_form;

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::{Extension, Json};
use http::HeaderMap;
use identity::Requirement;
use serde_json::Value;
use sessions::{Case, Services};
use store::UnitOfWork;
use wire::{ApiError, Call, Code, Command, Host, Operation, Persons, Result};

use crate::copy::Context;
use crate::page_data::{PageDataObject, Problem, page_data};
use crate::person::own_case;
use crate::review::{PictureReview, Turn};
use form::DataForm;
use pictures::ReviewResults;

pub(crate) fn operation() -> Operation {
    let id = "PostIdentityVerificationPagesIdData";
    Operation::form::<DataForm, Persons>(id, "Hand in what one screen collected")
        .answers::<PageDataObject>()
}

pub(crate) async fn data(
    State(host): State<Host>,
    Extension(look): Extension<Arc<PictureReview>>,
    Path(id): Path<String>,
    headers: HeaderMap,
    command: Command<DataForm, Persons>,
) -> Result<Json<Value>> {
    let services = &host.services;
    let Command {
        call,
        params: form,
        mut unit,
        ..
    } = command;
    let mut reviews = ReviewResults::default();
    // Kept until the form is taken: who repeats a form is answered from what was taken.
    let mut turn = None;
    if form.has_pictures() {
        // Looking takes about a second: no unit of work waits for it.
        drop(unit);
        let turn = turn.insert(look.turn(&call.person()?.session).await.ok_or_else(busy)?);
        reviews = look_at(services, (&look, turn), &call, &id, &form).await?;
        fault::point("data.looked");
        unit = services.store.begin().await?;
    }
    let answer = take(services, unit, &call, &id, (&form, &reviews), &headers).await;
    drop(turn);
    answer
}

/// Looks at the pictures that a form names, as far as it would be taken at all.
async fn look_at(
    services: &Arc<Services>,
    (look, turn): (&PictureReview, &Turn),
    call: &Call,
    id: &str,
    form: &DataForm,
) -> Result<ReviewResults> {
    let mut unit = services.store.read().await?;
    let case = own_case(services, unit.as_mut(), call, id).await?;
    if !case.session.is_open() {
        return Ok(ReviewResults::default());
    }
    check(unit.as_mut(), &case, form).await?;
    let pictures = pictures::find(services, unit.as_mut(), &case, form).await?;
    drop(unit);
    pictures.look(services, look, turn).await
}

fn busy() -> ApiError {
    let message = "Pictures of this session are being looked at. Nothing was changed; please send the \
                   request again a little later.";
    ApiError::new(Code::LockTimeout, message)
}

/// Takes a form into the session: one unit of work.
async fn take(
    services: &Services,
    mut unit: Box<dyn UnitOfWork>,
    call: &Call,
    id: &str,
    (form, reviews): (&DataForm, &ReviewResults),
    headers: &HeaderMap,
) -> Result<Json<Value>> {
    let mut case = own_case(services, unit.as_mut(), call, id).await?;
    if !case.session.is_open() {
        return Ok(Json(page_data(&case, &[])));
    }
    if form.collected_data.biometric_consent == Some(false) {
        return decline::decline(services, unit, case, headers).await;
    }
    check(unit.as_mut(), &case, form).await?;
    let today = services.now();
    let level = services.liveness(&case.session);
    let words = Context::of(services, &case.session, headers);
    let mut problems: Vec<Problem> = Vec::new();
    apply::clear(&mut case.personal.collected, &form.clear_data);
    apply::collect(
        (&mut case.personal.collected, &mut case.session.guards),
        form,
        reviews,
        &words,
        (today, level),
        &mut problems,
    )?;
    case.session.begin(today);
    services.write(unit.as_mut(), &case).await?;
    unit.save().await?;
    fault::point("data.committed");
    Ok(Json(page_data(&case, &problems)))
}

/// What makes a form as a whole unacceptable.
async fn check(unit: &mut dyn UnitOfWork, case: &Case, form: &DataForm) -> Result<()> {
    if form.has_pictures() && !consents(case, form) {
        let message = "No pictures are taken before the person consents: send \
                       `collected_data[biometric_consent]` first, or with them.";
        let name = Requirement::BiometricConsent.as_str();
        return Err(ApiError::invalid(
            format!("collected_data[{name}]"),
            message,
        ));
    }
    if case.session.options.requires_live_capture() {
        form.check_live_capture()?;
    }
    files::check(unit, case, form).await
}

fn consents(case: &Case, form: &DataForm) -> bool {
    let recorded = case.personal.collected.consent.is_some();
    let withdrawn = form.clear_data.biometric_consent == Some(true);
    form.collected_data.biometric_consent == Some(true) || (recorded && !withdrawn)
}
