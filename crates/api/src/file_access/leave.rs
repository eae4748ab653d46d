//! Who may make and change links to a file. Creation, every change and uploads that bring a link
//! along ask the same, here.

use identity::{File, FileLink, FileLinkId, FilePurpose, Metadata, Permission, Timestamp};
use sessions::Services;
use store::UnitOfWork;
use wire::{ApiError, Call, Result};

use super::expiry::{PICTURE_LIFETIME, expiry};
use super::visible::{check_contents, is_picture};

/// Files of these purposes have no links.
const WITHOUT_LINKS: &[FilePurpose] = &[
    FilePurpose::AccountRequirement,
    FilePurpose::AdditionalVerification,
    FilePurpose::DocumentProviderIdentityDocument,
    FilePurpose::IdentityDocument,
    FilePurpose::IdentityPrivate,
    FilePurpose::PlatformTermsOfService,
    FilePurpose::TerminalWifiCertificate,
    FilePurpose::TerminalWifiPrivateKey,
];

/// Refuses links to files of a purpose that has none.
pub(crate) fn check_purpose(purpose: FilePurpose, param: &str) -> Result<()> {
    if !WITHOUT_LINKS.contains(&purpose) {
        return Ok(());
    }
    let message = format!("Files of the purpose `{purpose}` have no links.");
    Err(ApiError::invalid(param, message))
}

/// Whether a link still leads to its file. What its row says of its end counts for pictures only
/// within the time that they may be shown for.
pub(crate) fn leads_to(link: &FileLink, file: &File, now: Timestamp) -> bool {
    let shown_for_long_enough = is_picture(file) && link.created.plus(PICTURE_LIFETIME) <= now;
    !link.is_expired(now) && !shown_for_long_enough && !WITHOUT_LINKS.contains(&file.purpose)
}

/// Leave to make and change links to one file.
pub(crate) struct Leave<'a> {
    file: &'a File,
    picture: bool,
    now: Timestamp,
}

impl<'a> Leave<'a> {
    /// Whoever may see a picture may hand it on for a moment; of other files, whoever may write.
    pub(crate) async fn ask(
        call: &Call,
        unit: &mut dyn UnitOfWork,
        file: &'a File,
    ) -> Result<Self> {
        check_purpose(file.purpose, "file")?;
        check_contents(call, unit, file).await?;
        let picture = is_picture(file);
        if !picture && !call.may(Permission::Write) {
            let message = "The restricted key in use makes links to pictures of verifications \
                           alone; others need the permission `write`.";
            return Err(ApiError::denied(message));
        }
        let now = call.now;
        Ok(Self { file, picture, now })
    }

    /// A new link. `param` names the parameter that said when it ends.
    pub(crate) fn link(
        &self,
        services: &Services,
        (param, expires_at): (&str, Option<i64>),
        metadata: Metadata,
    ) -> Result<FileLink> {
        let created = self.now;
        Ok(FileLink {
            id: FileLinkId::generate(services.random.as_ref()),
            account: self.file.account.clone(),
            mode: self.file.mode,
            created,
            file: self.file.id.clone(),
            expires_at: expiry((param, expires_at), self.picture, created, self.now)?,
            metadata,
        })
    }

    /// When a link that exists is to end from now on.
    pub(crate) fn end(&self, link: &FileLink, wanted: Option<i64>) -> Result<Option<Timestamp>> {
        let wanted = ("expires_at", wanted);
        expiry(wanted, self.picture, link.created, self.now)
    }
}
