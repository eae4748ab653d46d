//! `POST …/challenge`: what the person is asked to do before the camera. Ours alone.

use identity::resource::{Rendered, Resource};
use identity::{Challenge, ChallengeStep, ChallengeVariant, DrawRefused, LivenessLevel, Timestamp};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sessions::OpenedSession;
use wire::{ApiError, Code, Context, Endpoint, Persons, Result};

use crate::person::own_session;

#[derive(Deserialize, JsonSchema)]
pub(crate) struct ChallengeForm {
    /// `distance` for people who can't turn their head.
    variant: Option<ChallengeVariant>,
}

/// The steps to show, one after the other.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "identity.verification_page_challenge")]
pub(crate) struct ChallengeObject<'a> {
    #[schemars(extend("enum" = ["identity.verification_page_challenge"]))]
    object: &'static str,
    variant: ChallengeVariant,
    /// Left and right are the person's own.
    steps: &'a [ChallengeStep],
    /// Milliseconds that each step is to be shown.
    step_duration: u32,
    /// Frames that are taken at most.
    most_frames: usize,
    /// From then on it can't be answered.
    expires_at: Timestamp,
}

impl Resource for ChallengeObject<'_> {
    type Described = ChallengeObject<'static>;
}

/// Asked again while it can still be answered, a challenge stays what it is; later it is given out anew
/// in the same order, as often as [`identity::Guards`] allow.
pub(crate) struct Draw;

impl Endpoint for Draw {
    const ID: &'static str = "PostIdentityVerificationPagesIdChallenge";
    const SUMMARY: &'static str = "Ask what to do before the camera";

    type Access = Persons;
    type Path = String;
    type Params = ChallengeForm;
    type Answer = Rendered<ChallengeObject<'static>>;

    async fn execute(
        context: &mut Context<'_>,
        id: String,
        form: ChallengeForm,
    ) -> Result<Self::Answer> {
        let mut opened = own_session(context, &id).await?;
        let services = context.services;
        check(&opened, services.liveness(&opened.session))?;
        let now = services.now();
        let variant = form.variant.unwrap_or(ChallengeVariant::Turns);
        if !services.challenge_variants().contains(&variant) {
            let message = "This installation offers no challenge without turns of the head.";
            return Err(ApiError::invalid("variant".to_owned(), message));
        }
        let guards = &mut opened.session.guards;
        let drawn = guards.draw(variant, now, services.random.as_ref());
        let answer = object(&drawn.map_err(|refused| exhausted(refused, now))?);
        services.write(context.unit, &opened).await?;
        Ok(answer)
    }
}

fn object(challenge: &Challenge) -> Rendered<ChallengeObject<'static>> {
    Rendered::of(&ChallengeObject {
        object: "identity.verification_page_challenge",
        variant: challenge.variant,
        steps: &challenge.steps,
        step_duration: Challenge::STEP,
        most_frames: Challenge::MOST_FRAMES,
        expires_at: challenge.expires(),
    })
}

fn check(opened: &OpenedSession, level: LivenessLevel) -> Result<()> {
    let session = &opened.session;
    let refused = |message: &str| Err(ApiError::invalid("id".to_owned(), message));
    if !session.options.requires_matching_selfie() || level != LivenessLevel::Challenge {
        return refused("This verification asks for no challenge.");
    }
    if !session.is_open() {
        return refused("This verification takes nothing more: no challenge is drawn for it.");
    }
    if opened.personal.collected.consent.is_none() {
        return refused(
            "No challenge is drawn before the person consents: send \
             `collected_data[biometric_consent]` first.",
        );
    }
    Ok(())
}

fn exhausted(refused: DrawRefused, now: Timestamp) -> ApiError {
    match refused {
        DrawRefused::Session => {
            let message = "This session was given as many challenges as there are for one. Create \
                           a new session for another try.";
            ApiError::invalid("id".to_owned(), message)
        }
        DrawRefused::Hour { until } => {
            let message = "This session was given as many challenges as there are within an hour. \
                           Please try again later.";
            let seconds = u32::try_from(until.0.saturating_sub(now.0)).unwrap_or(u32::MAX);
            ApiError::new(Code::RateLimit, message).with_retry_after(seconds)
        }
    }
}
