use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use tokio::runtime::Runtime;

use super::world::World;

fn name() -> impl Strategy<Value = String> {
    let map = prop::sample::select(vec!["collected_data", "clear_data", "other"]);
    let member = prop::sample::select(vec![
        "biometric_consent",
        "id_document_type",
        "id_document_front",
        "id_document_back",
        "face",
        "name",
        "dob",
        "id_number",
        "phone_otp",
    ]);
    let inner = prop::sample::select(vec![
        "",
        "[]",
        "[0]",
        "[high_res_image]",
        "[upload_method]",
        "[force_confirm]",
        "[best_high_res_image]",
        "[first_name]",
        "[day]",
        "[year]",
        "[country]",
        "[partial_value]",
        "[value][x]",
    ]);
    (map, member, inner).prop_map(|(map, member, inner)| format!("{map}[{member}]{inner}"))
}

fn value() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("true".to_owned()),
        Just("false".to_owned()),
        Just("file_unknown".to_owned()),
        Just("manual_capture".to_owned()),
        Just("passport".to_owned()),
        "[0-9]{1,12}",
        ".{0,20}",
    ]
}

/// Whatever is posted, in whatever order, is answered: taken, or refused as the caller's mistake.
#[test]
fn no_form_makes_the_server_fail() {
    let runtime = Runtime::new().unwrap();
    let (world, session) = runtime.block_on(async {
        let world = World::new().await;
        let session = world.selfie_session().await;
        (world, session)
    });
    let client = runtime.block_on(world.app(&session));
    let mut runner = TestRunner::new(Config {
        cases: 200,
        failure_persistence: None,
        ..Config::default()
    });
    let forms = prop::collection::vec((name(), value()), 0..8);
    runner
        .run(&forms, |pairs| {
            let form = form_urlencoded::Serializer::new(String::new())
                .extend_pairs(&pairs)
                .finish();
            let answer = runtime.block_on(client.post("data", &form));
            prop_assert!(
                answer.status.is_success() || answer.status.is_client_error(),
                "{pairs:?} → {}",
                answer.status
            );
            if answer.status.is_success() {
                prop_assert_eq!(&answer.body["object"], "identity.verification_page_data");
            } else {
                prop_assert!(answer.body["error"]["message"].is_string());
            }
            Ok(())
        })
        .unwrap();
}

#[test]
fn no_token_makes_the_server_fail() {
    let runtime = Runtime::new().unwrap();
    let world = runtime.block_on(World::new());
    let mut runner = TestRunner::new(Config {
        cases: 100,
        failure_persistence: None,
        ..Config::default()
    });
    runner
        .run(&"(test_|live_)?[A-Za-z0-9_~.%2F-]{0,80}", |token| {
            let path = format!("/start/{}/context", token.replace('%', ""));
            let answer = runtime.block_on(world.call(http::Method::GET, &path, &[], None));
            prop_assert!(answer.status.is_client_error(), "{}", answer.status);
            Ok(())
        })
        .unwrap();
}
