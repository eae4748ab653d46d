use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Serialize;

use crate::{Consent, Evidence, Finding, Reason};

/// Why the report says what it says; shown under `expand[]=evidence`.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "evidence")]
pub(super) struct EvidenceSection<'a> {
    findings: Vec<FindingSection<'a>>,
    /// Name and SHA-256 of every model that took part.
    models: &'a [(String, String)],
    /// SHA-256 of the decision table and thresholds.
    policy: &'a str,
    code_version: &'a str,
    /// What was done against presentation attacks: `none`, `passive`, `challenge`, or
    /// `challenge_distance` for a challenge without turns.
    liveness: &'a str,
    /// What the person agreed to, and when.
    #[schemars(default)]
    consent: Option<&'a Consent>,
}

/// One thing a check noticed.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "finding")]
struct FindingSection<'a> {
    /// A fixed name, `mrz_check_digits` for example.
    code: &'a str,
    passed: bool,
    /// Shown to the operator, and no part of the decision.
    advisory: bool,
    /// A sentence for the operator; may name the values that contradict each other.
    operator: &'a str,
    /// A sentence that tells the person what to do; never personal data, never a score.
    person: Option<Cow<'a, str>>,
    score: Option<f32>,
    threshold: Option<f32>,
    /// Where it was seen: the picture (`front`, `back` or `selfie`) and its pixels: x, y, width,
    /// height. Null where it has no place.
    region: Option<&'a (String, [f32; 4])>,
}

impl<'a> EvidenceSection<'a> {
    pub(super) fn of(evidence: &'a Evidence) -> Self {
        Self {
            findings: evidence.findings.iter().map(FindingSection::of).collect(),
            models: &evidence.models,
            policy: &evidence.policy,
            code_version: &evidence.code_version,
            liveness: &evidence.liveness,
            consent: evidence.consent.as_ref(),
        }
    }
}

impl<'a> FindingSection<'a> {
    fn of(finding: &'a Finding) -> Self {
        Self {
            code: finding.code.as_str(),
            passed: finding.passed,
            advisory: finding.advisory,
            operator: &finding.operator,
            person: finding.person.as_ref().map(Reason::english),
            score: finding.score,
            threshold: finding.threshold,
            region: finding.region.as_ref(),
        }
    }
}
