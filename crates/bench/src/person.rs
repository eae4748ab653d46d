//! What an app sends for one person, picture by picture.

use anyhow::Context as _;
use serde_json::Value;

use crate::api::SESSIONS;
use crate::load;
use crate::server::Server;

const BOUNDARY: &str = "bonafide-bench";
const PAGE_VERSION: &str = "2020-08-27;identity_client_api=v7";
/// All frames of a face; one picture stands for each.
const FACE: [&str; 6] = [
    "best_high_res_image",
    "best_low_res_image",
    "first_high_res_image",
    "first_low_res_image",
    "last_high_res_image",
    "last_low_res_image",
];

/// Whether a side is looked at when it is handed in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Look {
    Now,
    /// A back that is taken in any case is looked at after the submission.
    Later,
}

/// Somebody who has consented.
pub(crate) struct Person<'a> {
    server: &'a Server,
    pub(crate) session: String,
    key: String,
}

impl<'a> Person<'a> {
    /// In a new session, made with these parameters.
    pub(crate) async fn begin(server: &'a Server, parameters: &str) -> anyhow::Result<Self> {
        let made = form(server, &server.key, SESSIONS, parameters).await?;
        let session = text(&made, "id")?.to_owned();
        let asked = format!("verification_session={session}");
        let key = form(server, &server.key, "/v1/ephemeral_keys", &asked).await?;
        let key = text(&key, "secret")?.to_owned();
        let person = Self {
            server,
            session,
            key,
        };
        person
            .data("collected_data[biometric_consent]=true")
            .await?;
        Ok(person)
    }

    pub(crate) async fn front(&self, picture: &[u8], document_type: &str) -> anyhow::Result<()> {
        let side = self.side("front", picture, Look::Now).await?;
        self.data(&format!(
            "collected_data[id_document_type]={document_type}&{side}"
        ))
        .await
    }

    pub(crate) async fn back(&self, picture: &[u8], look: Look) -> anyhow::Result<()> {
        let side = self.side("back", picture, look).await?;
        self.data(&side).await
    }

    pub(crate) async fn selfie(&self, picture: &[u8]) -> anyhow::Result<()> {
        let file = self.upload(picture).await?;
        let frames = FACE.map(|frame| format!("collected_data[face][{frame}]={file}"));
        let rest = "collected_data[face][best_face_score]=0.97\
                    &collected_data[face][face_score_variance]=0.01\
                    &collected_data[face][num_frames]=8&collected_data[face][training_consent]=false";
        self.data(&format!("{}&{rest}", frames.join("&"))).await
    }

    pub(crate) async fn submit(&self) -> anyhow::Result<()> {
        let path = format!("{}/submit", self.page());
        form(self.server, &self.key, &path, "").await?;
        Ok(())
    }

    fn page(&self) -> String {
        format!("/v1/identity/verification_pages/{}", self.session)
    }

    async fn side(&self, name: &str, picture: &[u8], look: Look) -> anyhow::Result<String> {
        let file = self.upload(picture).await?;
        let side = format!("collected_data[id_document_{name}]");
        // What we would advise against is of no interest here.
        let forced = name == "front" || look == Look::Later;
        Ok(format!(
            "{side}[high_res_image]={file}&{side}[upload_method]=file_upload\
             &{side}[force_confirm]={forced}"
        ))
    }

    async fn data(&self, collected: &str) -> anyhow::Result<()> {
        let path = format!("{}/data", self.page());
        form(self.server, &self.key, &path, collected).await?;
        Ok(())
    }

    async fn upload(&self, picture: &[u8]) -> anyhow::Result<String> {
        let mut body = Vec::new();
        let session = self.session.as_str();
        for (name, value) in [("purpose", "identity_private"), ("owned_by", session)] {
            let part = format!(
                "--{BOUNDARY}\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
            );
            body.extend_from_slice(part.as_bytes());
        }
        body.extend_from_slice(
            format!(
                "--{BOUNDARY}\r\ncontent-disposition: form-data; name=\"file\"; \
                 filename=\"picture.jpeg\"\r\ncontent-type: image/jpeg\r\n\r\n"
            )
            .as_bytes(),
        );
        body.extend_from_slice(picture);
        body.extend_from_slice(format!("\r\n--{BOUNDARY}--\r\n").as_bytes());
        let kind = format!("multipart/form-data; boundary={BOUNDARY}");
        let answer = post(self.server, &self.key, "/v1/files", &kind, &body).await?;
        Ok(text(&answer, "id")?.to_owned())
    }
}

async fn form(server: &Server, key: &str, path: &str, body: &str) -> anyhow::Result<Value> {
    let kind = "application/x-www-form-urlencoded";
    post(server, key, path, kind, body.as_bytes()).await
}

async fn post(
    server: &Server,
    key: &str,
    path: &str,
    kind: &str,
    body: &[u8],
) -> anyhow::Result<Value> {
    let mut request = format!(
        "POST {path} HTTP/1.1\r\nhost: bench\r\nauthorization: Bearer {key}\r\n\
         stripe-version: {PAGE_VERSION}\r\ncontent-type: {kind}\r\ncontent-length: {}\r\n\r\n",
        body.len()
    )
    .into_bytes();
    request.extend_from_slice(body);
    let answer = load::once(server.address, &request).await;
    let answer = answer.with_context(|| format!("POST {path}"))?;
    Ok(serde_json::from_slice(&answer)?)
}

fn text<'a>(answer: &'a Value, member: &str) -> anyhow::Result<&'a str> {
    let found = answer[member].as_str();
    found.with_context(|| format!("an answer has no {member}"))
}
