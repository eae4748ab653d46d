//! `POST /v1/files`

use identity::resource::{FileObject, Rendered};
use identity::{Expand, FilePurpose, Metadata};
use schemars::JsonSchema;
use serde::Deserialize;
use sessions::{NewFile, Services, StoredFile};
use wire::{
    Answered, ApiError, Call, Caller, Context, Host, MetadataParameter, Result, StagedEndpoint,
    Upload, UploadedFile, Uploads, new_metadata,
};

use super::{SIZE_LIMIT, person};
use crate::file_access::{self, Leave, PATHS, check_purpose, kind};

/// What back ends may upload files for.
const PURPOSES: &[FilePurpose] = &[
    FilePurpose::AccountRequirement,
    FilePurpose::AdditionalVerification,
    FilePurpose::BusinessIcon,
    FilePurpose::BusinessLogo,
    FilePurpose::CustomerSignature,
    FilePurpose::DisputeEvidence,
    FilePurpose::IdentityDocument,
    FilePurpose::IssuingRegulatoryReporting,
    FilePurpose::PciDocument,
    FilePurpose::PlatformTermsOfService,
    FilePurpose::TaxDocumentUserUpload,
    FilePurpose::TerminalAndroidApk,
    FilePurpose::TerminalReaderSplashscreen,
    FilePurpose::TerminalWifiCertificate,
    FilePurpose::TerminalWifiPrivateKey,
];

/// The purposes that keys and persons upload files for.
fn purposes() -> Vec<FilePurpose> {
    let mut purposes = PURPOSES.to_vec();
    purposes.push(FilePurpose::IdentityPrivate);
    purposes
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Params {
    file_link_data: Option<LinkParameter>,
    /// The session a person's picture belongs to.
    owned_by: Option<String>,
    #[schemars(required, extend("enum" = purposes()))]
    purpose: Option<FilePurpose>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct LinkParameter {
    #[schemars(required)]
    create: Option<bool>,
    expires_at: Option<i64>,
    #[serde(default)]
    metadata: MetadataParameter,
}

pub(crate) struct Create;

impl StagedEndpoint for Create {
    const ID: &'static str = "PostFiles";
    const SUMMARY: &'static str = "Upload a file";

    type Path = ();
    type Request = Upload<Params, Uploads>;
    type Answer = Rendered<FileObject<'static>>;

    async fn answer(host: &Host, (): (), upload: Self::Request) -> Answered<Self::Answer> {
        let Upload {
            call,
            params,
            file,
            room,
            parts,
            pending,
            ..
        } = upload;
        let services = &host.services;
        let checked = check(services, &call, params, file).await;
        // The contents are in the store now, or gone.
        drop(room);
        let (stored, link, expand) = match checked {
            Ok(checked) => checked,
            Err(error) => return error.into(),
        };
        let (mut unit, finisher) = match pending.begin().await {
            Ok(begun) => begun,
            Err(answered) => {
                // Answered before, or refused: the contents just written belong to no file.
                forget(services, &stored).await;
                return answered;
            }
        };
        let mut context = Context {
            services,
            call: &call,
            unit: unit.as_mut(),
            headers: &parts.headers,
        };
        let outcome = insert(&mut context, &stored, link, &expand).await;
        if outcome.is_err() {
            forget(services, &stored).await;
        }
        let answered = finisher.close(unit, outcome).await;
        fault::point("file.committed");
        answered
    }
}

/// Checks everything and brings the sealed contents to their place.
async fn check(
    services: &Services,
    call: &Call,
    params: Params,
    file: Option<UploadedFile>,
) -> Result<(StoredFile, Option<LinkPlan>, Expand)> {
    let expand = call.expand(PATHS)?;
    let file = file.ok_or_else(|| ApiError::missing("file"))?;
    let purpose = params.purpose.ok_or_else(|| ApiError::missing("purpose"))?;
    if file.contents.is_empty() {
        return Err(ApiError::invalid("file", "The file is empty."));
    }
    if file.contents.len() > SIZE_LIMIT {
        let message = format!("Files have at most {SIZE_LIMIT} bytes.");
        return Err(ApiError::invalid("file", message));
    }
    let file_type = kind::file_type(&file.contents);
    let new = NewFile {
        purpose,
        filename: file.filename,
        file_type: file_type.map(str::to_owned),
        contents: file.contents,
    };
    match &call.caller {
        Caller::Person(caller) => {
            if params.file_link_data.is_some() {
                return Err(ApiError::denied("Persons cannot make links to files."));
            }
            let owner = params.owned_by.as_deref();
            let opened = person::receiving_session(services, caller, purpose, owner).await?;
            kind::check_picture(file_type)?;
            Ok((
                services.store_session_file(&opened, new).await?,
                None,
                expand,
            ))
        }
        Caller::Key(caller) => {
            if !PURPOSES.contains(&purpose) {
                let message =
                    format!("Files of the purpose `{purpose}` are not uploaded with an API key.");
                return Err(ApiError::invalid("purpose", message));
            }
            if params.owned_by.is_some() {
                let message = "`owned_by` is for uploads by the person being verified.";
                return Err(ApiError::invalid("owned_by", message));
            }
            let link = params
                .file_link_data
                .map(|data| data.plan(purpose))
                .transpose()?;
            let scope = caller.scope.clone();
            let stored = services
                .store_account_file(scope.account, scope.mode, new)
                .await?;
            Ok((stored, link.flatten(), expand))
        }
    }
}

const EXPIRES_AT: &str = "file_link_data[expires_at]";

/// A link to be made together with the file.
struct LinkPlan {
    expires_at: Option<i64>,
    metadata: Metadata,
}

impl LinkParameter {
    fn plan(self, purpose: FilePurpose) -> Result<Option<LinkPlan>> {
        let wanted = self
            .create
            .ok_or_else(|| ApiError::missing("file_link_data[create]"))?;
        if wanted {
            check_purpose(purpose, "file_link_data[create]")?;
        }
        let plan = LinkPlan {
            expires_at: self.expires_at,
            metadata: new_metadata(self.metadata)?,
        };
        Ok(wanted.then_some(plan))
    }
}

/// Adds the file whose contents are in their place, and the link that is wanted with it.
async fn insert(
    context: &mut Context<'_>,
    stored: &StoredFile,
    link: Option<LinkPlan>,
    expand: &Expand,
) -> Result<Rendered<FileObject<'static>>> {
    if let Caller::Person(caller) = &context.call.caller {
        person::count(context.services, context.unit, caller).await?;
    }
    context.services.insert_file(context.unit, stored).await?;
    if let Some(plan) = link {
        let leave = Leave::ask(context.call, context.unit, &stored.record.file).await?;
        let link = leave.link(
            context.services,
            (EXPIRES_AT, plan.expires_at),
            plan.metadata,
        )?;
        context.unit.insert_file_link(&link).await?;
    }
    file_access::file(context, &stored.record, expand).await
}

async fn forget(services: &Services, stored: &StoredFile) {
    if services
        .blobs
        .delete(&stored.record.file.blob)
        .await
        .is_err()
    {
        tracing::warn!("an orphaned blob stays until housekeeping");
    }
}
