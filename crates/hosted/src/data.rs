//! `POST …/data`: what one screen collected, and what later screens must forget.

mod apply;
mod decline;
mod files;
mod form;
mod pictures;
mod recording;
mod recording_form;

use std::sync::Arc;

use http::HeaderMap;
use identity::Requirement;
use identity::resource::Rendered;
use sessions::{OpenedSession, Services};
use store::UnitOfWork;
use wire::{Answered, ApiError, Call, Code, Host, PendingCommand, Persons, Result, StagedEndpoint};

use crate::copy::Context;
use crate::page_data::{PageDataObject, Problem, page_data};
use crate::person::find_own_session;
use crate::review::{PictureReview, Turn};
use form::DataForm;
use pictures::ReviewResults;

pub(crate) struct TakeData;

impl StagedEndpoint for TakeData {
    const ID: &'static str = "PostIdentityVerificationPagesIdData";
    const SUMMARY: &'static str = "Hand in what one screen collected";

    type Path = String;
    type Request = PendingCommand<DataForm, Persons>;
    type Answer = Rendered<PageDataObject<'static>>;

    async fn answer(host: &Host, id: String, request: Self::Request) -> Answered<Self::Answer> {
        review_and_take(&host.services, &id, request).await.into()
    }
}

async fn review_and_take(
    services: &Arc<Services>,
    id: &str,
    request: PendingCommand<DataForm, Persons>,
) -> Result<Rendered<PageDataObject<'static>>> {
    let PendingCommand {
        call,
        params: form,
        parts,
        ..
    } = request;
    let mut reviews = ReviewResults::default();
    // Kept until the form is taken: who repeats a form is answered from what was taken.
    let mut turn = None;
    if form.has_pictures() {
        // Looking takes about a second: no unit of work waits for it.
        let look = parts.extensions.get::<Arc<PictureReview>>();
        let look = look.ok_or_else(|| ApiError::internal("nobody looks at pictures"))?;
        let turn = turn.insert(look.turn(&call.person()?.session).await.ok_or_else(busy)?);
        reviews = look_at(services, (look, turn), &call, id, &form).await?;
        fault::point("data.looked");
    }
    let unit = services.store.begin().await?;
    let headers = &parts.headers;
    let answer = take(services, unit, &call, id, (&form, &reviews), headers).await;
    // Whoever has the answer may submit, and the pictures shall not be looked at again.
    for keeping in reviews.keeping {
        keeping.done().await;
    }
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
    let opened = find_own_session(services, unit.as_mut(), call, id).await?;
    if !opened.session.is_open() {
        return Ok(ReviewResults::default());
    }
    check(unit.as_mut(), &opened, form).await?;
    let pictures = pictures::find(services, unit.as_mut(), &opened, form).await?;
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
) -> Result<Rendered<PageDataObject<'static>>> {
    let mut opened = find_own_session(services, unit.as_mut(), call, id).await?;
    if !opened.session.is_open() {
        return Ok(page_data(&opened, &[]));
    }
    if form.collected_data.biometric_consent == Some(false) {
        return decline::decline(services, unit, opened, headers).await;
    }
    check(unit.as_mut(), &opened, form).await?;
    let today = services.now();
    let level = services.liveness(&opened.session);
    let words = Context::of(services, &opened.session, headers);
    let mut problems: Vec<Problem> = Vec::new();
    apply::clear(&mut opened.personal.collected, &form.clear_data);
    apply::collect(
        (&mut opened.personal.collected, &mut opened.session.guards),
        form,
        reviews,
        &words,
        (today, level),
        &mut problems,
    )?;
    opened.session.begin(today);
    services.write(unit.as_mut(), &opened).await?;
    unit.save().await?;
    fault::point("data.committed");
    Ok(page_data(&opened, &problems))
}

/// What makes a form as a whole unacceptable.
async fn check(unit: &mut dyn UnitOfWork, opened: &OpenedSession, form: &DataForm) -> Result<()> {
    if form.has_pictures() && !consents(opened, form) {
        let message = "No pictures are taken before the person consents: send \
                       `collected_data[biometric_consent]` first, or with them.";
        let name = Requirement::BiometricConsent.as_str();
        return Err(ApiError::invalid(
            format!("collected_data[{name}]"),
            message,
        ));
    }
    if opened.session.options.requires_live_capture() {
        form.check_live_capture()?;
    }
    files::check(unit, opened, form).await
}

fn consents(opened: &OpenedSession, form: &DataForm) -> bool {
    let recorded = opened.personal.collected.consent.is_some();
    let withdrawn = form.clear_data.biometric_consent == Some(true);
    form.collected_data.biometric_consent == Some(true) || (recorded && !withdrawn)
}
