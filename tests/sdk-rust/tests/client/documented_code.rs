use stripe::{ClientBuilder, StripeError};
use stripe_misc::identity_verification_session::{
    CreateIdentityVerificationSession, CreateIdentityVerificationSessionType,
};

pub async fn link_for_somebody(url: &str, key: &str) -> Result<Option<String>, StripeError> {
    let client = ClientBuilder::new(key).url(url).build()?;
    let session = CreateIdentityVerificationSession::new()
        .type_(CreateIdentityVerificationSessionType::Document)
        .send(&client)
        .await?;
    Ok(session.url)
}
