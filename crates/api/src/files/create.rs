//! `POST /v1/files`

use axum::extract::State;
use axum::response::{IntoResponse as _, Response};
use identity::resource::FileObject;
use identity::{Expand, FilePurpose, Metadata};
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::Value;
use sessions::{NewFile, Services, StoredFile};
use store::UnitOfWork;
use wire::{
    ApiError, Call, Caller, Host, MetadataParameter, Operation, Result, Upload, UploadedFile,
    Uploads, new_metadata,
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

pub(crate) fn operation() -> Operation {
    Operation::upload::<Params, Uploads>("PostFiles", "Upload a file").answers::<FileObject>()
}

pub(crate) async fn handler(State(host): State<Host>, upload: Upload<Params, Uploads>) -> Response {
    let Upload {
        call,
        params,
        file,
        room,
        pending,
        ..
    } = upload;
    let services = &host.services;
    let checked = check(services, &call, params, file).await;
    // The contents are in the store now, or gone.
    drop(room);
    let (stored, link, expand) = match checked {
        Ok(checked) => checked,
        Err(error) => return error.into_response(),
    };
    let (mut unit, closing) = match pending.begin().await {
        Ok(begun) => begun,
        Err(answer) => {
            // Answered before, or refused: the contents just written belong to no file.
            forget(services, &stored).await;
            return answer;
        }
    };
    let outcome = execute(services, &call, unit.as_mut(), &stored, link, &expand).await;
    if outcome.is_err() {
        forget(services, &stored).await;
    }
    let answer = closing.close(unit, outcome).await;
    fault::point("file.committed");
    answer
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
            let case = person::receiving_session(services, caller, purpose, owner).await?;
            kind::check_picture(file_type)?;
            Ok((services.store_session_file(&case, new).await?, None, expand))
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

async fn execute(
    services: &Services,
    call: &Call,
    unit: &mut dyn UnitOfWork,
    stored: &StoredFile,
    link: Option<LinkPlan>,
    expand: &Expand,
) -> Result<Value> {
    if let Caller::Person(caller) = &call.caller {
        person::count(services, unit, caller).await?;
    }
    services.insert_file(unit, stored).await?;
    if let Some(plan) = link {
        let leave = Leave::ask(call, unit, &stored.record.file).await?;
        let link = leave.link(services, (EXPIRES_AT, plan.expires_at), plan.metadata)?;
        unit.insert_file_link(&link).await?;
    }
    file_access::file(services, call, unit, &stored.record, expand).await
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
