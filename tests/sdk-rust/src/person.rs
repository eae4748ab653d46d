//! A person who is verified by a mobile app: the verification_pages protocol and nothing else.
//!
//! Every call carries the ephemeral key alone.

use std::path::Path;

use reqwest::multipart::{Form, Part};
use reqwest::{Client, RequestBuilder};
use serde_json::{Value, json};

use crate::documents::read_picture;

const API_VERSION: &str = "2020-08-27; identity_client_api=v7";
const FACE_FRAMES: [&str; 6] = [
    "best_high_res_image",
    "best_low_res_image",
    "first_high_res_image",
    "first_low_res_image",
    "last_high_res_image",
    "last_low_res_image",
];

pub struct Person {
    http: Client,
    url: String,
    session: String,
    ephemeral_key: String,
}

impl Person {
    pub fn new(url: &str, session: &str, ephemeral_key: &str) -> Self {
        Self {
            http: Client::new(),
            url: url.to_owned(),
            session: session.to_owned(),
            ephemeral_key: ephemeral_key.to_owned(),
        }
    }

    /// Everything from consent to submit.
    pub async fn complete(&self, front: &Path, selfie: Option<&Path>) {
        self.post_data(&[("[biometric_consent]".into(), "true".into())])
            .await;
        let mut data = self.show_passport(front).await;
        if let Some(selfie) = selfie {
            data = self.show_face(selfie).await;
        }
        assert_eq!(data["requirements"], json!({"missing": [], "errors": []}));
        let submitted = self.post("submit", &[]).await;
        assert_eq!(submitted["submitted"], true);
    }

    async fn show_passport(&self, front: &Path) -> Value {
        let member = "[id_document_front]";
        self.post_data(&[
            ("[id_document_type]".into(), "passport".into()),
            (
                format!("{member}[high_res_image]"),
                self.upload(front, "front").await,
            ),
            (format!("{member}[upload_method]"), "file_upload".into()),
            (format!("{member}[force_confirm]"), "false".into()),
        ])
        .await
    }

    async fn show_face(&self, selfie: &Path) -> Value {
        let mut collected: Vec<_> = [
            ("best_face_score", "0.97"),
            ("face_score_variance", "0.01"),
            ("num_frames", "8"),
            ("training_consent", "false"),
        ]
        .map(|(name, value)| (format!("[face][{name}]"), value.to_owned()))
        .into();
        for frame in FACE_FRAMES {
            collected.push((format!("[face][{frame}]"), self.upload(selfie, frame).await));
        }
        self.post_data(&collected).await
    }

    /// Sends one picture and returns its file id.
    async fn upload(&self, picture: &Path, name: &str) -> String {
        let part = Part::bytes(read_picture(picture))
            .file_name(format!("{}_{name}.jpeg", self.session))
            .mime_str("image/jpeg")
            .expect("a media type");
        let form = Form::new()
            .text("purpose", "identity_private")
            .text("owned_by", self.session.clone())
            .part("file", part);
        let request = self
            .http
            .post(format!("{}/v1/files", self.url))
            .multipart(form);
        let file = self.send(request).await;
        file["id"].as_str().expect("a file's id").to_owned()
    }

    async fn post_data(&self, collected: &[(String, String)]) -> Value {
        let fields: Vec<_> = collected
            .iter()
            .map(|(path, value)| (format!("collected_data{path}"), value))
            .collect();
        self.post("data", &fields).await
    }

    async fn post(&self, action: &str, fields: &[(String, &String)]) -> Value {
        let page = format!(
            "{}/v1/identity/verification_pages/{}",
            self.url, self.session
        );
        self.send(self.http.post(format!("{page}/{action}")).form(fields))
            .await
    }

    async fn send(&self, request: RequestBuilder) -> Value {
        let request = request
            .bearer_auth(&self.ephemeral_key)
            .header("Stripe-Version", API_VERSION);
        let answer = request.send().await.expect("an answer");
        let status = answer.status();
        let body: Value = answer.json().await.expect("JSON");
        assert_eq!(status, 200, "{body}");
        body
    }
}
