use serde_json::{Value, json};

use super::harness::{NOW, SESSIONS, Server};

fn ids(list: &Value) -> Vec<String> {
    let data = list["data"].as_array().unwrap();
    data.iter()
        .map(|item| item["id"].as_str().unwrap().to_owned())
        .collect()
}

#[tokio::test]
async fn pages_travel_both_ways() {
    let server = Server::start().await;
    let mut made = Vec::new();
    for _ in 0..5 {
        made.insert(0, server.session().await);
    }
    let first = server.get(&format!("{SESSIONS}?limit=2")).await.ok();
    assert_eq!(
        (first["object"].as_str(), first["url"].as_str()),
        (Some("list"), Some(SESSIONS))
    );
    assert_eq!(first["has_more"], true);
    assert_eq!(ids(&first), made[..2]);
    let path = format!("{SESSIONS}?limit=2&starting_after={}", made[3]);
    let last = server.get(&path).await.ok();
    assert_eq!(
        (ids(&last), &last["has_more"]),
        (made[4..].to_vec(), &json!(false))
    );
    let path = format!("{SESSIONS}?limit=2&ending_before={}", made[3]);
    let before = server.get(&path).await.ok();
    assert_eq!(
        (ids(&before), &before["has_more"]),
        (made[1..3].to_vec(), &json!(true))
    );
}

#[tokio::test]
async fn filters_narrow_a_list() {
    let server = Server::start().await;
    let kept = server
        .post(SESSIONS, "type=document&client_reference_id=r1")
        .await
        .ok();
    server.session().await;
    let id = kept["id"].as_str().unwrap();
    for (filter, count) in [
        ("client_reference_id=r1", 1),
        ("client_reference_id=r2", 0),
        ("status=requires_input", 2),
        ("status=verified", 0),
        ("related_customer=cus_1", 0),
        (&format!("created={}", NOW.0), 2),
        (&format!("created%5Bgt%5D={}", NOW.0), 0),
        (
            &format!("created[gte]={}&created[lt]={}", NOW.0, NOW.0 + 1),
            2,
        ),
    ] {
        let list = server.get(&format!("{SESSIONS}?{filter}")).await.ok();
        assert_eq!(ids(&list).len(), count, "{filter}");
    }
    let reports = format!("/v1/identity/verification_reports?verification_session={id}");
    assert_eq!(ids(&server.get(&reports).await.ok()).len(), 0);
}

#[tokio::test]
async fn expansion_in_lists_starts_with_data() {
    let server = Server::start().await;
    server
        .post(SESSIONS, "type=document&provided_details[email]=a@x.io")
        .await
        .ok();
    let list = server
        .get(&format!("{SESSIONS}?expand[]=data.provided_details"))
        .await
        .ok();
    assert_eq!(list["data"][0]["provided_details"]["email"], "a@x.io");
    let refused = server
        .get(&format!("{SESSIONS}?expand[]=provided_details"))
        .await;
    assert_eq!(
        refused.refusal(),
        (400, String::new(), "expand[0]".to_owned())
    );
}

#[tokio::test]
async fn paging_parameters_are_checked() {
    let server = Server::start().await;
    for (query, code, param) in [
        ("limit=0", "parameter_invalid_integer", "limit"),
        ("limit=101", "parameter_invalid_integer", "limit"),
        ("limit=x", "parameter_invalid_integer", "limit"),
        (
            "starting_after=vs_1&ending_before=vs_2",
            "parameters_exclusive",
            "ending_before",
        ),
        (
            "starting_after=vs_missing",
            "resource_missing",
            "starting_after",
        ),
        (
            "ending_before=nonsense",
            "resource_missing",
            "ending_before",
        ),
        ("status=open", "", "status"),
        ("page=2", "parameter_unknown", "page"),
        (
            "created[gte]=x",
            "parameter_invalid_integer",
            "created[gte]",
        ),
    ] {
        let refusal = server.get(&format!("{SESSIONS}?{query}")).await.refusal();
        assert_eq!(refusal, (400, code.to_owned(), param.to_owned()), "{query}");
    }
}

#[tokio::test]
async fn events_are_filtered_by_type_and_age() {
    let server = Server::start().await;
    let id = server.session().await;
    server
        .post(&format!("{SESSIONS}/{id}/cancel"), "")
        .await
        .ok();
    for (query, count) in [
        ("", 2),
        ("?type=identity.verification_session.canceled", 1),
        ("?type=identity.*", 2),
        ("?type=charge.*", 0),
        (
            "?types[]=identity.verification_session.created&types[]=charge.failed",
            1,
        ),
        ("?delivery_success=true", 2),
        ("?delivery_success=false", 0),
    ] {
        let list = server.get(&format!("/v1/events{query}")).await.ok();
        assert_eq!(ids(&list).len(), count, "{query}");
    }
    let both = server.get("/v1/events?type=a.b&types[]=a.b").await;
    assert_eq!(both.refusal().1, "parameters_exclusive");
    server.clock.advance(30 * 24 * 3600 + 1);
    assert_eq!(ids(&server.get("/v1/events").await.ok()).len(), 0);
}

/// A list reads what its rows need together: as many statements for ten rows as for two.
#[tokio::test]
async fn longer_lists_run_no_more_statements() {
    let server = Server::start().await;
    for _ in 0..10 {
        server.session().await;
    }
    for list in [
        SESSIONS.to_owned(),
        format!("{SESSIONS}?expand[]=data.last_verification_report"),
        "/v1/identity/verification_reports".to_owned(),
        "/v1/files".to_owned(),
        "/v1/events".to_owned(),
        "/v1/webhook_endpoints".to_owned(),
    ] {
        let sign = if list.contains('?') { '&' } else { '?' };
        let short = server.statements_of(&format!("{list}{sign}limit=2")).await;
        let long = server.statements_of(&format!("{list}{sign}limit=10")).await;
        assert_eq!(short, long, "{list}");
        assert!(long.is_none_or(|statements| statements <= 4), "{list}");
    }
}
