use axum::response::{IntoResponse as _, Response};
use http::header::{
    CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE,
    X_CONTENT_TYPE_OPTIONS,
};
use identity::File;
use sessions::Services;
use store::UnitOfWork;
use wire::{Answer, Operation, Result};

use super::kind;

/// A file's contents as an answer.
pub(crate) struct FileContents(Response);

impl Answer for FileContents {
    fn describe(operation: Operation) -> Operation {
        operation.answers_contents("*/*").downloads()
    }

    fn into_response(self, _: &str) -> Response {
        self.0
    }
}

/// The contents of a file; `None` where they are gone. Nothing of it stays in a cache,
/// and a browser neither guesses its type nor runs what is in it.
pub(crate) async fn download(
    services: &Services,
    unit: &mut dyn UnitOfWork,
    file: &File,
) -> Result<Option<FileContents>> {
    let contents = match services.file_contents(unit, file).await {
        Err(sessions::Error::Redacted) => return Ok(None),
        contents => contents?,
    };
    let file_type = file.file_type.as_deref();
    let suffix = file_type.map_or(String::new(), |suffix| format!(".{suffix}"));
    let name = format!("inline; filename=\"{}{suffix}\"", file.id);
    let headers = [
        (CONTENT_TYPE, kind::media_type(file_type).to_owned()),
        (CONTENT_DISPOSITION, name),
        (CACHE_CONTROL, "no-store".to_owned()),
        (X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
        (
            CONTENT_SECURITY_POLICY,
            "default-src 'none'; sandbox".to_owned(),
        ),
    ];
    Ok(Some(FileContents((headers, contents).into_response())))
}
