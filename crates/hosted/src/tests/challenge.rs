use http::StatusCode;
use identity::{Challenge, FilePurpose, Guards, LivenessLevel, Mode};
use serde_json::Value;

use super::world::{Answer, Client, World};

/// Frames uploaded now, two for each step.
async fn frames(client: &Client<'_>) -> Vec<String> {
    let mut frames = Vec::new();
    for _ in 0..12 {
        frames.push(client.upload().await);
    }
    frames
}

/// Up to the face.
async fn ready(world: &World) -> Client<'_> {
    let session = world.selfie_session().await;
    let client = world.app(&session).await;
    client.consent().await;
    client.side("front", false).await;
    client.side("back", false).await;
    client
}

fn steps(answer: &Answer) -> &Vec<Value> {
    answer.body["steps"].as_array().unwrap()
}

#[tokio::test]
async fn a_challenge_stays_until_it_is_answered_or_over() {
    let world = World::challenging(true).await;
    let client = ready(&world).await;
    let drawn = client.post("challenge", "").await;
    assert_eq!(drawn.status, StatusCode::OK);
    assert_eq!(steps(&drawn).len(), 1 + Challenge::MOVES);
    assert_eq!(client.post("challenge", "").await.body, drawn.body);
    let other = client.post("challenge", "variant=distance").await;
    assert_eq!(other.body["variant"], "distance");
    world.clock.advance(Challenge::LIFETIME);
    let next = client.post("challenge", "variant=distance").await;
    assert_ne!(next.body["expires_at"], other.body["expires_at"]);
}

#[tokio::test]
async fn an_answer_is_taken_once() {
    let world = World::challenging(false).await;
    let client = ready(&world).await;
    client.post("challenge", "").await;
    let recording = frames(&client).await;
    assert!(client.recording(&recording, 6).await.missing().is_empty());
    let opened = world.opened(&client.session).await;
    assert_eq!(opened.session.guards.challenge(), None);
    let kept = opened.personal.collected;
    let answer = kept.face.unwrap().answer.unwrap();
    assert_eq!(answer.recording.frames.len(), 12);
    assert_eq!(
        answer.recording.camera_label.as_deref(),
        Some("Front camera")
    );
    // Another face needs another challenge.
    let again = client.recording(&recording, 6).await;
    assert_eq!(again.missing(), ["face"]);
    assert_eq!(again.problem()["requirement"], "face");
}

#[tokio::test]
async fn without_a_challenge_no_face_is_taken() {
    let world = World::challenging(false).await;
    let client = ready(&world).await;
    let bare = client.face().await;
    assert_eq!(bare.param(), "collected_data[face][challenge]");
    let undrawn = client.recording(&frames(&client).await, 6).await;
    assert_eq!(undrawn.missing(), ["face"]);
    client.post("challenge", "").await;
    let recording = frames(&client).await;
    let short = client.recording(&recording, 5).await;
    assert_eq!(
        short.param(),
        "collected_data[face][challenge][steps_shown]"
    );
    let many: Vec<String> = recording.iter().chain(&recording).cloned().collect();
    let long = client.recording(&many, 6).await;
    assert_eq!(long.param(), "collected_data[face][challenge][frames]");
    let strange = client
        .recording(&["file_1234567890abcdef".to_owned()], 6)
        .await;
    assert_eq!(
        strange.param(),
        "collected_data[face][challenge][frames][0][image]"
    );
    world.clock.advance(Challenge::LIFETIME);
    assert_eq!(client.recording(&recording, 6).await.missing(), ["face"]);
}

#[tokio::test]
async fn frames_are_younger_than_their_challenge() {
    let world = World::challenging(false).await;
    let client = ready(&world).await;
    let old = frames(&client).await;
    world.clock.advance(1);
    client.post("challenge", "").await;
    let refused = client.recording(&old, 6).await;
    assert_eq!(
        refused.param(),
        "collected_data[face][challenge][frames][0][image]"
    );
}

#[tokio::test]
async fn frames_have_a_megabyte_at_most() {
    let world = World::challenging(false).await;
    let client = ready(&world).await;
    client.post("challenge", "").await;
    let mut recording = frames(&client).await;
    let most = usize::try_from(Challenge::MOST_FRAME_BYTES).unwrap();
    let purpose = FilePurpose::IdentityPrivate;
    for (length, taken) in [(most + 1, false), (most, true)] {
        let contents = vec![7; length];
        recording[3] = world.file_of(&client.session, purpose, &contents).await;
        let answer = client.recording(&recording, 6).await;
        if taken {
            assert!(answer.missing().is_empty());
        } else {
            let param = "collected_data[face][challenge][frames][3][image]";
            assert_eq!(answer.param(), param);
            let kept = world.opened(&client.session).await.session.guards;
            assert!(kept.challenge().is_some(), "a refusal spends no challenge");
        }
    }
}

/// What somebody does who has a recording and wants the order to be the one that it shows.
#[tokio::test]
async fn nobody_draws_until_a_challenge_fits() {
    let world = World::challenging(false).await;
    let client = ready(&world).await;
    let first = client.post("challenge", "").await;
    let session = world.opened(&client.session).await.session;
    let mut refused = 0;
    for round in 0..3 * Guards::DRAWS {
        // Keys end sooner than the session's hours.
        let client = world.app(&session).await;
        match round % 3 {
            0 => world.clock.advance(Challenge::LIFETIME),
            1 => {
                client.recording(&frames(&client).await, 6).await;
                client.post("data", "clear_data[face]=true").await;
            }
            _ => {
                let declined = client.data(&[("[biometric_consent]", "false")]).await;
                assert_eq!(declined.status, StatusCode::OK);
                client.consent().await;
            }
        }
        let next = client.post("challenge", "").await;
        if next.status == StatusCode::OK {
            assert_eq!(steps(&next), steps(&first));
        } else {
            refused += 1;
            world.clock.advance(600);
        }
    }
    assert!(refused > 0);
    let guards = world.opened(&client.session).await.session.guards;
    assert_eq!(guards.draws(), Guards::DRAWS);
}

#[tokio::test]
async fn draws_are_limited_by_the_hour_and_in_all() {
    let world = World::challenging(false).await;
    let client = ready(&world).await;
    let session = world.opened(&client.session).await.session;
    for _ in 0..2 {
        let client = world.app(&session).await;
        for _ in 0..Guards::DRAWS_PER_HOUR {
            assert_eq!(client.post("challenge", "").await.status, StatusCode::OK);
            world.clock.advance(Challenge::LIFETIME);
        }
        let refused = client.post("challenge", "").await;
        if refused.status == StatusCode::TOO_MANY_REQUESTS {
            assert_eq!(refused.code(), "rate_limit");
            let seconds = refused.headers["retry-after"].to_str().unwrap();
            world.clock.advance(seconds.parse().unwrap());
        } else {
            assert_eq!(refused.status, StatusCode::BAD_REQUEST);
            assert_eq!(refused.param(), "id");
        }
    }
    world.clock.advance(24 * 3600);
    let client = world.app(&session).await;
    let refused = client.post("challenge", "").await;
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
}

/// An open challenge is the same to every device and caller, and whatever was taken back.
#[tokio::test]
async fn an_open_challenge_outlives_a_decline() {
    let world = World::challenging(false).await;
    let client = ready(&world).await;
    let drawn = client.post("challenge", "").await;
    client.data(&[("[biometric_consent]", "false")]).await;
    let early = client.post("challenge", "").await;
    assert_eq!(early.status, StatusCode::BAD_REQUEST);
    client.consent().await;
    assert_eq!(client.post("challenge", "").await.body, drawn.body);
    let guards = world.opened(&client.session).await.session.guards;
    assert_eq!(guards.draws(), 1);
}

#[tokio::test]
async fn challenges_are_for_those_who_are_asked_and_consent() {
    let world = World::new().await;
    let passive = ready(&world).await;
    let refused = passive.post("challenge", "").await;
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
    assert_eq!(passive.page().await.body["selfie"]["liveness"], "passive");
    let world = World::challenging(false).await;
    let session = world.selfie_session().await;
    let client = world.app(&session).await;
    assert_eq!(client.page().await.body["selfie"]["liveness"], "challenge");
    let early = client.post("challenge", "").await;
    assert_eq!(early.status, StatusCode::BAD_REQUEST);
    client.consent().await;
    let flat = client.post("challenge", "variant=distance").await;
    assert_eq!(flat.param(), "variant");
}

/// The back end of test mode lowers the level for its scripts; nobody does in live mode.
#[tokio::test]
async fn the_level_is_the_back_ends() {
    let world = World::challenging(false).await;
    let mut session = world.selfie_session().await;
    let services = &world.services;
    assert_eq!(services.liveness(&session), LivenessLevel::Challenge);
    let key = sessions::Liveness::KEY.to_owned();
    session.metadata.insert(key.clone(), "nothing".to_owned());
    assert_eq!(services.liveness(&session), LivenessLevel::Challenge);
    session.metadata.insert(key, "passive".to_owned());
    assert_eq!(services.liveness(&session), LivenessLevel::Passive);
    session.mode = Mode::Live;
    assert_eq!(services.liveness(&session), LivenessLevel::Challenge);
}
