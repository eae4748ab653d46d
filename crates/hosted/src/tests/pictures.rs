use checks::Advice;
use futures::stream::{FuturesUnordered, StreamExt as _};
use http::StatusCode;
use identity::{DocumentType, FilePurpose, Options, VerificationType};
use serde_json::Value;

use super::world::World;
use crate::review::{ReviewResult, Subject, Verdict};

fn blurry() -> ReviewResult {
    ReviewResult {
        verdict: Verdict::Poor(Advice::Blurry),
        ..ReviewResult::default()
    }
}

fn passport() -> ReviewResult {
    ReviewResult {
        needs_back: false,
        ..ReviewResult::default()
    }
}

fn not_a_picture() -> ReviewResult {
    ReviewResult {
        verdict: Verdict::NotAPicture,
        ..ReviewResult::default()
    }
}

#[tokio::test]
async fn both_sides_of_a_card_are_asked_for() {
    let world = World::new().await;
    let session = world.selfie_session().await;
    let client = world.app(&session).await;
    client.consent().await;
    let front = client.side("front", false).await;
    insta::assert_json_snapshot!("front_taken", front.body, { ".id" => "vs" });
    assert_eq!(client.side("back", false).await.missing(), ["face"]);
    assert!(client.face().await.missing().is_empty());
    assert_eq!(
        world.looks(),
        [Subject::Front, Subject::Back, Subject::Face]
    );
}

#[tokio::test]
async fn a_passport_needs_no_back() {
    let world = World::new().await;
    let session = world.selfie_session().await;
    let client = world.app(&session).await;
    client.consent().await;
    world.sees(passport());
    assert_eq!(client.side("front", false).await.missing(), ["face"]);
    world.sees(ReviewResult::default());
    assert_eq!(
        client.side("front", false).await.missing(),
        ["id_document_back", "face"],
        "another document is judged anew"
    );
}

#[tokio::test]
async fn a_chosen_passport_needs_no_back() {
    let world = World::new().await;
    let session = world.selfie_session().await;
    let client = world.app(&session).await;
    client.consent().await;
    let chosen = client.data(&[("[id_document_type]", "passport")]).await;
    assert_eq!(chosen.missing(), ["id_document_front", "face"]);
    let collected = world.opened(&session.id).await.personal.collected;
    assert_eq!(collected.document_type, Some(DocumentType::Passport));
}

#[tokio::test]
async fn a_poor_picture_is_asked_for_again_and_may_then_be_used_anyway() {
    let world = World::new().await;
    let session = world.selfie_session().await;
    let client = world.app(&session).await;
    client.consent().await;
    world.sees(blurry());
    let first = client.side("front", false).await;
    assert_eq!(first.problem()["continue_button_text"], Value::Null);
    world.sees(blurry());
    let second = client.side("front", false).await;
    insta::assert_json_snapshot!("second_blurry_front", second.body, { ".id" => "vs" });
    assert!(
        world
            .opened(&session.id)
            .await
            .personal
            .collected
            .front
            .is_none()
    );

    world.sees(blurry());
    let forced = client.side("front", true).await;
    assert_eq!(forced.problem(), &Value::Null);
    assert_eq!(forced.missing(), ["id_document_back", "face"]);
    let collected = world.opened(&session.id).await.personal.collected;
    assert!(collected.front.unwrap().force_confirm);
}

#[tokio::test]
async fn a_forced_passport_still_needs_no_back() {
    let world = World::new().await;
    let session = world.selfie_session().await;
    let client = world.app(&session).await;
    client.consent().await;
    world.sees(ReviewResult {
        needs_back: false,
        ..blurry()
    });
    assert_eq!(client.side("front", true).await.missing(), ["face"]);
}

#[tokio::test]
async fn a_file_that_is_no_picture_is_never_offered_to_be_used() {
    let world = World::new().await;
    let session = world.selfie_session().await;
    let client = world.app(&session).await;
    client.consent().await;
    for _ in 0..3 {
        world.sees(not_a_picture());
        let answer = client.side("front", false).await;
        assert_eq!(answer.status, StatusCode::OK);
        assert_eq!(answer.problem()["requirement"], "id_document_front");
        assert_eq!(answer.problem()["continue_button_text"], Value::Null);
        assert!(answer.missing().contains(&"id_document_front"));
    }
}

#[tokio::test]
async fn a_face_is_advised_against_twice_and_then_taken() {
    let world = World::new().await;
    let session = world.selfie_session().await;
    let client = world.app(&session).await;
    client.consent().await;
    for taken in [false, false, true] {
        world.sees(blurry());
        let answer = client.face().await;
        assert_eq!(answer.problem() == &Value::Null, taken);
        assert_eq!(!answer.missing().contains(&"face"), taken);
    }
}

#[tokio::test]
async fn the_same_side_again_is_neither_looked_at_nor_changed() {
    let world = World::new().await;
    let session = world.selfie_session().await;
    let client = world.app(&session).await;
    client.consent().await;
    let file = client.upload().await;
    world.sees(passport());
    let first = client.side_with("front", &file, false).await;
    let again = client.side_with("front", &file, false).await;
    assert_eq!(again.body, first.body);
    assert_eq!(world.looks(), [Subject::Front]);
}

#[tokio::test]
async fn what_the_person_went_back_behind_is_forgotten_before_the_new_is_taken() {
    let world = World::new().await;
    let session = world.selfie_session().await;
    let client = world.app(&session).await;
    client.consent().await;
    client.side("front", false).await;
    client.side("back", false).await;
    let file = client.upload().await;
    let form = format!(
        "clear_data[id_document_front]=true&clear_data%5Bid_document_back%5D=true\
         &clear_data[face]=false&clear_data[phone_otp]=true\
         &collected_data%5Bid_document_front%5D%5Bhigh_res_image%5D={file}\
         &collected_data[id_document_front][upload_method]=auto_capture\
         &collected_data[id_document_front][front_card_score]=0.97\
         &collected_data[id_document_front][exposure_iso]=64.00"
    );
    let answer = client.post("data", &form).await;
    assert_eq!(answer.missing(), ["id_document_back", "face"]);
    let collected = world.opened(&session.id).await.personal.collected;
    assert_eq!(collected.front.unwrap().high_res_image.as_str(), file);
}

#[tokio::test]
async fn files_of_others_do_not_exist() {
    let world = World::new().await;
    let (session, other) = (world.selfie_session().await, world.selfie_session().await);
    let client = world.app(&session).await;
    client.consent().await;
    let foreign = world.file(&other.id, FilePurpose::IdentityPrivate).await;
    let purpose = FilePurpose::IdentityDocumentDownloadable;
    let of_a_report = world.file(&session.id, purpose).await;
    for file in [foreign.as_str(), &of_a_report, "file_unknown", "../../etc"] {
        let refused = client.side_with("front", file, true).await;
        assert_eq!(refused.status, StatusCode::BAD_REQUEST);
        assert_eq!(refused.code(), "resource_missing");
        assert_eq!(
            refused.param(),
            "collected_data[id_document_front][high_res_image]"
        );
    }
    assert_eq!(world.looks(), []);
}

#[tokio::test]
async fn live_capture_takes_no_files() {
    let world = World::new().await;
    let document = identity::DocumentOptions {
        require_live_capture: Some(true),
        ..identity::DocumentOptions::default()
    };
    let options = Options {
        document: Some(document),
        ..Options::default()
    };
    let session = world.session(VerificationType::Document, options).await;
    let client = world.app(&session).await;
    client.consent().await;
    let file = client.upload().await;
    let refused = client
        .data(&[
            ("[id_document_front][high_res_image]", &file),
            ("[id_document_front][upload_method]", "file_upload"),
        ])
        .await;
    assert_eq!(
        refused.param(),
        "collected_data[id_document_front][upload_method]"
    );
    assert_eq!(client.side("front", false).await.status, StatusCode::OK);
}

/// Nobody takes the places of all others: a second call of a session waits, and a third is refused.
#[tokio::test]
async fn one_call_of_a_session_has_its_pictures_looked_at() {
    let world = World::new().await;
    let session = world.selfie_session().await;
    let client = world.app(&session).await;
    client.consent().await;
    let files = [
        client.upload().await,
        client.upload().await,
        client.upload().await,
    ];
    let shut = world.shut_eye();
    let first = client.side_with("front", &files[0], false);
    let others = async {
        world.look_began().await;
        let mut others: FuturesUnordered<_> = files[1..]
            .iter()
            .map(|file| client.side_with("back", file, false))
            .collect();
        let refused = others.next().await.unwrap();
        assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
        assert_eq!(refused.code(), "lock_timeout");
        assert_eq!(world.looks(), [Subject::Front], "the other one waits");
        drop(shut);
        others.next().await.unwrap()
    };
    let (first, second) = futures::join!(first, others);
    assert_eq!(first.status, StatusCode::OK);
    assert_eq!(second.missing(), ["face"]);
    assert_eq!(world.looks(), [Subject::Front, Subject::Back]);
}
