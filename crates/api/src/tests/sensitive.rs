use identity::{
    Address, CheckStatus, Date, DocumentReport, DocumentType, Evidence, FilePurpose, KeyKind,
    Permission, Random, ReportId, Sex, Verdict, VerificationReport, VerifiedOutputs,
};
use insta::assert_json_snapshot;
use serde_json::{Value, json};
use sessions::{NewFile, OpenedSession};

use super::harness::{SESSIONS, Server, scrub};

const SENSITIVE: &str = "expand[]=verified_outputs.dob\
    &expand[]=last_verification_report.document.number\
    &expand[]=last_verification_report.document.dob\
    &expand[]=last_verification_report.document.expiration_date";

fn date(day: u8, month: u8, year: u16) -> Date {
    Date {
        day: Some(day),
        month: Some(month),
        year: Some(year),
    }
}

fn text(text: &str) -> String {
    text.to_owned()
}

pub(super) fn passing_report(
    opened: &OpenedSession,
    random: &dyn Random,
    files: Vec<identity::FileId>,
) -> VerificationReport {
    let session = &opened.session;
    VerificationReport {
        id: ReportId::generate(random),
        account: session.account.clone(),
        mode: session.mode,
        created: super::harness::NOW,
        verification_type: session.verification_type,
        session: Some(session.id.clone()),
        client_reference_id: None,
        verification_flow: None,
        options: session.options.clone(),
        document: Some(DocumentReport {
            status: CheckStatus::Verified,
            error: None,
            document_type: Some(DocumentType::Passport),
            issuing_country: Some(text("CH")),
            number: Some(text("X1234567")),
            first_name: Some(text("Ada")),
            last_name: Some(text("Muster")),
            sex: Some(Sex::Female),
            unparsed_sex: Some(text("F")),
            unparsed_place_of_birth: Some(text("Bern")),
            dob: Some(date(1, 2, 1990)),
            issued_date: Some(date(3, 4, 2020)),
            expiration_date: Some(date(3, 4, 2030)),
            address: Some(Address::default()),
            files,
        }),
        selfie: None,
        id_number: None,
        email: None,
        phone: None,
        evidence: Evidence::default(),
        observations: Value::Null,
    }
}

/// A verified session with one picture; the identifiers of session and picture.
pub(super) async fn verified(server: &Server) -> (String, String) {
    let id = server.session().await;
    let mut picture = String::new();
    server
        .change(&id, async |services, unit, opened| {
            let new = NewFile {
                purpose: FilePurpose::IdentityPrivate,
                filename: Some(text("front.jpg")),
                file_type: Some(text("jpg")),
                contents: b"\xFF\xD8\xFFpicture".as_slice().into(),
            };
            let stored = services.store_session_file(opened, new).await.unwrap();
            services.insert_file(unit, &stored).await.unwrap();
            let purpose = FilePurpose::IdentityDocumentDownloadable;
            let copy = services
                .copy_file(unit, opened, &stored.record.file.id, purpose)
                .await;
            let copy = copy.unwrap().unwrap();
            copy.as_str().clone_into(&mut picture);
            let report = passing_report(opened, services.random.as_ref(), vec![copy]);
            let document = report.document.as_ref().unwrap();
            let outputs = VerifiedOutputs {
                dob: document.dob,
                first_name: document.first_name.clone(),
                last_name: document.last_name.clone(),
                ..VerifiedOutputs::default()
            };
            services.submit(unit, opened).await.unwrap();
            services
                .conclude(unit, opened, &report, Verdict::Verified, Some(outputs))
                .await
                .unwrap();
        })
        .await;
    (id, picture)
}

#[tokio::test]
async fn a_secret_key_sees_results_but_none_of_the_sensitive_ones() {
    let server = Server::start().await;
    let (id, _) = verified(&server).await;
    let path = format!("{SESSIONS}/{id}");
    let plain = server.get(&path).await.ok();
    assert!(
        plain["last_verification_report"]
            .as_str()
            .unwrap()
            .starts_with("vr_")
    );
    let expanded = "expand[]=verified_outputs&expand[]=last_verification_report";
    let shown = server.get(&format!("{path}?{expanded}")).await.ok();
    assert_json_snapshot!(scrub(shown));
    for asked in SENSITIVE.split('&') {
        let refused = server.get(&format!("{path}?{asked}")).await;
        assert_eq!(
            refused.refusal(),
            (403, String::new(), "expand".to_owned()),
            "{asked}"
        );
    }
    let list = server
        .get(&format!("{SESSIONS}?expand[]=data.verified_outputs.dob"))
        .await;
    assert_eq!(list.refusal().0, 403);
    let report = plain["last_verification_report"].as_str().unwrap();
    let path = format!("/v1/identity/verification_reports/{report}");
    assert_json_snapshot!("report", scrub(server.get(&path).await.ok()));
    assert_eq!(
        server
            .get(&format!("{path}?expand[]=document.number"))
            .await
            .status,
        403
    );
}

#[tokio::test]
async fn a_restricted_key_sees_sensitive_results_for_two_days() {
    let server = Server::start().await;
    let (id, _) = verified(&server).await;
    let path = format!("{SESSIONS}/{id}?{SENSITIVE}");
    let recent = server
        .key(KeyKind::Restricted, &[Permission::SensitiveResults], &[])
        .await;
    let all = server
        .key(
            KeyKind::Restricted,
            &[Permission::SensitiveResults],
            &["10.0.0.0/8"],
        )
        .await;
    let shown = server.get_with(&recent, &path).await.ok();
    assert_eq!(
        shown["verified_outputs"]["dob"],
        json!({ "day": 1, "month": 2, "year": 1990 })
    );
    assert_eq!(
        shown["last_verification_report"]["document"]["number"],
        "X1234567"
    );
    assert!(
        !shown["verified_outputs"]
            .as_object()
            .unwrap()
            .contains_key("id_number")
    );
    server.clock.advance(48 * 3600);
    assert_eq!(server.get_with(&recent, &path).await.refusal().0, 403);
    assert_eq!(server.get_with(&all, &path).await.status, 200);
}

#[tokio::test]
async fn pictures_leave_by_short_links_for_restricted_keys_alone() {
    let server = Server::start().await;
    let (_, picture) = verified(&server).await;
    let form = format!("file={picture}");
    let links = "/v1/file_links";
    assert_eq!(server.post(links, &form).await.refusal().0, 403);
    let contents = format!("/v1/files/{picture}/contents");
    assert_eq!(server.get(&contents).await.refusal().0, 403);
    assert_eq!(
        server.get(&format!("/v1/files/{picture}")).await.ok()["url"],
        json!(null)
    );

    let restricted = server
        .key(KeyKind::Restricted, &[Permission::SensitiveResults], &[])
        .await;
    let long = format!("{form}&expires_at={}", super::harness::NOW.0 + 3600);
    let refused = server.post_with(&restricted, links, &long, &[]).await;
    assert_eq!(
        refused.refusal(),
        (400, String::new(), "expires_at".to_owned())
    );
    let link = server.post_with(&restricted, links, &form, &[]).await.ok();
    assert_json_snapshot!(scrub(link.clone()));
    let url = link["url"]
        .as_str()
        .unwrap()
        .strip_prefix("http://host.test")
        .unwrap();
    let fetched = server.get(url).await;
    assert_eq!(fetched.bytes, b"\xFF\xD8\xFFpicture");
    assert_eq!(fetched.header("content-type"), Some("image/jpeg"));
    assert_eq!(fetched.header("cache-control"), Some("no-store"));
    let direct = server.get_with(&restricted, &contents).await;
    assert_eq!(direct.bytes, fetched.bytes);

    let path = format!("{links}/{}", link["id"].as_str().unwrap());
    server.clock.advance(30);
    assert_eq!(server.get(url).await.refusal().0, 404);
    assert_eq!(server.get(&path).await.ok()["expired"], true);
}

#[tokio::test]
async fn a_redacted_session_keeps_its_shape_alone() {
    let server = Server::start().await;
    let (id, picture) = verified(&server).await;
    let restricted = server
        .key(KeyKind::Restricted, &[Permission::SensitiveResults], &[])
        .await;
    let path = format!("{SESSIONS}/{id}");
    server.post(&format!("{path}/redact"), "").await.ok();
    let path = format!("{path}?{SENSITIVE}");
    assert_json_snapshot!(scrub(server.get_with(&restricted, &path).await.ok()));
    let contents = format!("/v1/files/{picture}/contents");
    assert_eq!(
        server.get_with(&restricted, &contents).await.refusal().0,
        404
    );
}
