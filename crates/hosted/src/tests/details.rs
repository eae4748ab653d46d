use identity::{Options, VerificationType};
use serde_json::Value;

use super::world::World;

#[tokio::test]
async fn an_id_number_is_collected_with_name_and_birth() {
    let world = World::new().await;
    let session = world
        .session(VerificationType::IdNumber, Options::default())
        .await;
    let client = world.app(&session).await;
    let answer = client
        .data(&[
            ("[name][first_name]", " Ada "),
            ("[name][last_name]", "Byron"),
            ("[dob][day]", "05"),
            ("[dob][month]", "12"),
            ("[dob][year]", "1990"),
            ("[id_number][country]", "US"),
            ("[id_number][partial_value]", "6789"),
        ])
        .await;
    assert!(answer.missing().is_empty());
    let collected = world.opened(&session.id).await.personal.collected;
    assert_eq!(collected.name.unwrap().first_name, "Ada");
    assert_eq!(collected.dob.unwrap().day, Some(5));
    assert_eq!(collected.id_number.unwrap().value, "6789");
    assert_eq!(client.post("submit", "").await.body["status"], "processing");
}

#[tokio::test]
async fn what_cannot_be_right_is_asked_for_again() {
    let world = World::new().await;
    let session = world
        .session(VerificationType::IdNumber, Options::default())
        .await;
    let client = world.app(&session).await;
    let number = |country, value| {
        [
            ("[id_number][country]", country),
            ("[id_number][value]", value),
        ]
    };
    let date = |day, month, year| {
        [
            ("[dob][day]", day),
            ("[dob][month]", month),
            ("[dob][year]", year),
        ]
    };
    for form in [
        number("BR", "529.982.247-26"),
        number("SG", "S1234567A"),
        number("DE", "1"),
    ] {
        let answer = client.data(&form).await;
        assert_eq!(answer.problem()["requirement"], "id_number");
        assert!(answer.missing().contains(&"id_number"));
    }
    for form in [
        date("31", "4", "1990"),
        date("29", "2", "1900"),
        date("1", "1", "2040"),
    ] {
        let answer = client.data(&form).await;
        assert_eq!(answer.problem()["requirement"], "dob");
        assert!(answer.missing().contains(&"dob"));
    }
    let nameless = client
        .data(&[("[name][first_name]", " "), ("[name][last_name]", "Byron")])
        .await;
    assert_eq!(nameless.problem()["requirement"], "name");
    let leap = client.data(&date("29", "2", "2000")).await;
    assert_eq!(leap.problem(), &Value::Null);
}
