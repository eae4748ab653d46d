//! Any sequence of calls, with what persons and workers do in between, leaves a session, its
//! events and its answers as the rules say.

use std::collections::BTreeMap;

use identity::{ErrorCode, LastError, Reason, Verdict, VerificationSession, VerifiedOutputs};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::{Value, json};

use super::harness::{Answer, NOW, SESSIONS, Server};
use super::sensitive::passing_report;

/// How many sequences to try; `make soak` tries thousands.
const SEQUENCES: &str = "BONAFIDE_SEQUENCES";
const FEWEST: u32 = 96;

#[derive(Clone, Debug)]
enum Step {
    Update { key: u8, value: String },
    Cancel,
    Redact,
    Submit,
    Pass,
    Fail,
    Decline,
    EndRedaction,
}

fn any_step() -> impl Strategy<Value = Step> {
    prop_oneof![
        1 => (0..3_u8, "[a-z]{0,3}").prop_map(|(key, value)| Step::Update { key, value }),
        1 => Just(Step::Cancel),
        1 => Just(Step::Redact),
        3 => Just(Step::Submit),
        2 => Just(Step::Pass),
        3 => Just(Step::Fail),
        1 => Just(Step::Decline),
        1 => Just(Step::EndRedaction),
    ]
}

/// What the session should be.
#[derive(Clone, Debug)]
struct Expected {
    status: &'static str,
    redaction: Option<&'static str>,
    submissions: u32,
    metadata: BTreeMap<String, String>,
    error: Option<&'static str>,
    /// Every event so far and the status its snapshot shows.
    events: Vec<(&'static str, &'static str)>,
}

impl Expected {
    fn new() -> Self {
        Self {
            status: "requires_input",
            redaction: None,
            submissions: 0,
            metadata: BTreeMap::new(),
            error: None,
            events: vec![("created", "requires_input")],
        }
    }

    fn waits(&self) -> bool {
        self.status == "requires_input" && self.redaction.is_none()
    }

    fn becomes(&mut self, status: &'static str, event: &'static str) {
        self.status = status;
        self.events.push((event, status));
    }

    /// Applies a step; `false` where the rules refuse it.
    fn apply(&mut self, step: &Step) -> bool {
        match step {
            Step::Update { key, value } if self.waits() => {
                let key = format!("k{key}");
                if value.is_empty() {
                    self.metadata.remove(&key);
                } else {
                    self.metadata.insert(key, value.clone());
                }
            }
            Step::Cancel if self.waits() => self.becomes("canceled", "canceled"),
            Step::Redact if self.redaction.is_none() && self.status != "processing" => {
                self.redaction = Some("processing");
                self.metadata.clear();
                if self.status == "requires_input" {
                    self.becomes("canceled", "canceled");
                }
            }
            Step::Submit
                if self.waits() && self.submissions < VerificationSession::SUBMISSION_LIMIT =>
            {
                self.submissions += 1;
                self.error = None;
                self.becomes("processing", "processing");
            }
            Step::Pass if self.status == "processing" => {
                self.error = None;
                self.becomes("verified", "verified");
            }
            Step::Fail if self.status == "processing" => {
                self.error = Some("document_expired");
                self.becomes("requires_input", "requires_input");
            }
            Step::Decline if self.waits() => {
                self.error = Some("consent_declined");
                self.becomes("requires_input", "requires_input");
            }
            Step::EndRedaction if self.redaction == Some("processing") => {
                self.redaction = Some("redacted");
                self.becomes(self.status, "redacted");
            }
            _ => return false,
        }
        true
    }
}

fn failure(code: ErrorCode) -> LastError {
    LastError {
        code,
        reason: Reason::PredefinedFailure,
    }
}

/// Sends what a caller would, or does what a person or a worker would. Steps of the latter are
/// only taken where they are due.
async fn take(server: &Server, id: &str, step: &Step, due: bool) -> Option<Answer> {
    let path = format!("{SESSIONS}/{id}");
    match step {
        Step::Update { key, value } => {
            let form = format!("metadata[k{key}]={value}");
            return Some(server.post(&path, &form).await);
        }
        Step::Cancel => return Some(server.post(&format!("{path}/cancel"), "").await),
        Step::Redact => return Some(server.post(&format!("{path}/redact"), "").await),
        _ if !due => {}
        Step::Submit => {
            server
                .change(id, async |services, unit, opened| {
                    services.submit(unit, opened).await.unwrap();
                })
                .await;
        }
        Step::Pass | Step::Fail => {
            let passes = matches!(step, Step::Pass);
            server
                .change(id, async |services, unit, opened| {
                    let (verdict, outputs) = if passes {
                        (Verdict::Verified, Some(VerifiedOutputs::default()))
                    } else {
                        (Verdict::Failed(failure(ErrorCode::DocumentExpired)), None)
                    };
                    let report = passing_report(opened, services.random.as_ref(), Vec::new());
                    services
                        .conclude(unit, opened, &report, verdict, outputs)
                        .await
                        .unwrap();
                })
                .await;
        }
        Step::Decline => {
            server
                .change(id, async |services, unit, opened| {
                    let error = failure(ErrorCode::ConsentDeclined);
                    services
                        .fail_before_submission(unit, opened, error)
                        .await
                        .unwrap();
                })
                .await;
        }
        Step::EndRedaction => {
            server
                .change(id, async |services, unit, opened| {
                    let erased = store::Erased::default();
                    services
                        .finish_redaction(unit, opened, NOW, &erased)
                        .await
                        .unwrap();
                })
                .await;
        }
    }
    None
}

fn check_shown(shown: &Value, expected: &Expected) {
    assert_eq!(shown["status"], expected.status);
    let redaction = expected.redaction.map(|status| json!({ "status": status }));
    assert_eq!(shown["redaction"], json!(redaction));
    assert_eq!(shown["metadata"], json!(expected.metadata));
    if expected.redaction.is_none() {
        assert_eq!(shown["last_error"]["code"], json!(expected.error));
    }
    for link in ["url", "client_secret"] {
        assert_eq!(shown[link].is_string(), expected.waits(), "{link}");
    }
}

async fn run(server: &Server, steps: &[Step]) {
    let id = server.session().await;
    let mut expected = Expected::new();
    for step in steps {
        let before = expected.clone();
        let due = expected.apply(step);
        if let Some(answer) = take(server, &id, step, due).await {
            assert_eq!(
                answer.status.as_u16(),
                if due { 200 } else { 400 },
                "{step:?}"
            );
            if due {
                check_shown(&answer.json(), &expected);
            } else {
                assert_eq!(before.events, expected.events);
            }
        }
        let shown = server.get(&format!("{SESSIONS}/{id}")).await.ok();
        check_shown(&shown, &expected);
    }
    let listed = server.get("/v1/events?limit=100").await.ok();
    let mut events: Vec<(String, String)> = listed["data"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|event| event["data"]["object"]["id"] == id)
        .map(|event| {
            let text = |value: &Value| value.as_str().unwrap().to_owned();
            (
                text(&event["type"]),
                text(&event["data"]["object"]["status"]),
            )
        })
        .collect();
    events.reverse();
    let expected: Vec<(String, String)> = expected
        .events
        .iter()
        .map(|(name, status)| {
            let name = format!("identity.verification_session.{name}");
            (name, (*status).to_owned())
        })
        .collect();
    assert_eq!(events, expected);
}

#[test]
fn no_sequence_of_calls_leads_where_the_rules_do_not() {
    let wanted = std::env::var(SEQUENCES).ok();
    let cases = wanted.map_or(FEWEST, |text| text.parse().expect("a number of sequences"));
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let server = runtime.block_on(Server::start());
    let mut runner = TestRunner::new(Config::with_cases(cases));
    runner
        .run(&prop::collection::vec(any_step(), 1..24), |steps| {
            runtime.block_on(run(&server, &steps));
            Ok(())
        })
        .unwrap();
}
