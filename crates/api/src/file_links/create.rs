//! `POST /v1/file_links`

use axum::extract::State;
use axum::response::Response;
use identity::resource::FileLinkObject;
use identity::{FileLink, FileLinkId, FilePurpose, Permission};
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::Value;
use sessions::Services;
use store::UnitOfWork;
use wire::{
    ApiError, Call, Command, Host, Links, MetadataParameter, Operation, Result, new_metadata,
};

use super::expiry::expiry;
use super::render::{PATHS, render};
use crate::files::{check_contents, find, is_picture};

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

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Params {
    expires_at: Option<i64>,
    #[schemars(required)]
    file: Option<String>,
    #[serde(default)]
    metadata: MetadataParameter,
}

pub(crate) fn operation() -> Operation {
    Operation::form::<Params, Links>("PostFileLinks", "Create a link to a file")
        .answers::<FileLinkObject>()
}

pub(crate) async fn handler(State(host): State<Host>, command: Command<Params, Links>) -> Response {
    let Command {
        call,
        params,
        mut unit,
        closing,
        ..
    } = command;
    let outcome = execute(&host.services, &call, unit.as_mut(), params).await;
    closing.close(unit, outcome).await
}

async fn execute(
    services: &Services,
    call: &Call,
    unit: &mut dyn UnitOfWork,
    params: Params,
) -> Result<Value> {
    let expand = call.expand(PATHS)?;
    let id = params.file.ok_or_else(|| ApiError::missing("file"))?;
    let found = find(call, unit, &id).await?;
    let file = found
        .ok_or_else(|| ApiError::no_such_parameter("file", &id, "file"))?
        .file;
    if WITHOUT_LINKS.contains(&file.purpose) {
        let message = format!("Files of the purpose `{}` have no links.", file.purpose);
        return Err(ApiError::invalid("file", message));
    }
    check_contents(call, unit, &file).await?;
    let picture = is_picture(&file);
    if !picture && !call.key()?.may(Permission::Write) {
        let message = "The restricted key in use makes links to pictures of verifications alone; \
                       others need the permission `write`.";
        return Err(ApiError::denied(message));
    }
    let link = FileLink {
        id: FileLinkId::generate(services.random.as_ref()),
        account: file.account,
        mode: file.mode,
        created: call.now,
        file: file.id,
        expires_at: expiry(params.expires_at, picture, call.now, call.now)?,
        metadata: new_metadata(params.metadata)?,
    };
    unit.insert_file_link(&link).await?;
    render(services, call, unit, &link, &expand).await
}
