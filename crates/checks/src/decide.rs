use identity::{
    Address, CheckStatus, DocumentReport, Finding, FindingCode, LastError, Reason, SelfieReport,
    Verdict, VerifiedOutputs,
};

use crate::check::{self, CheckInput};
use crate::document::Document;
use crate::policy::{Part, Policy};
use crate::{Grounds, Outcome, Request};

/// Judges what was seen. The same request under the same policy has the same outcome, always.
///
/// Errors of the document go before errors of the session, and these before errors of the selfie;
/// document and selfie are each reported on their own.
pub fn decide(request: &Request, policy: &Policy) -> Outcome {
    let document = Document::of(
        request.front,
        request.back,
        request.today,
        &policy.thresholds,
    );
    let case = CheckInput {
        request,
        document: &document,
        policy,
    };
    let mut findings = check::document(&case);
    let document_error = policy.document(document.document_type()).judge(&findings);
    let session_error = policy.session().judge(&findings);
    let liveness = check::liveness(&case);
    let done = check::liveness_level(request, &liveness);
    let selfie = check::selfie(&case).map(|selfie_findings| {
        let error = policy.selfie().judge(&selfie_findings);
        findings.extend(selfie_findings);
        error.or_else(|| policy.liveness(request)?.judge(&liveness))
    });
    findings.extend(liveness);

    let error = document_error
        .clone()
        .or(session_error)
        .or_else(|| selfie.clone().flatten());
    let verdict = error.map_or(Verdict::Verified, Verdict::Failed);
    let verified_outputs = (verdict == Verdict::Verified).then(|| outputs(&document));
    Outcome {
        verdict,
        document: report(&document, document_error),
        selfie: selfie.map(|error| SelfieReport {
            status: status(error.as_ref()),
            error,
            document: None,
            selfie: None,
        }),
        verified_outputs,
        evidence: Grounds {
            findings,
            policy: policy.sha256(),
            liveness: done.to_owned(),
        },
    }
}

/// What a challenge comes to on its own: the findings that [`decide`] makes of it.
pub fn liveness(request: &Request, policy: &Policy) -> Vec<Finding> {
    let document = Document::of(
        request.front,
        request.back,
        request.today,
        &policy.thresholds,
    );
    check::liveness(&CheckInput {
        request,
        document: &document,
        policy,
    })
}

impl Part<'_> {
    /// The error that goes first among required findings that are missing or failed; `None` where
    /// everything required passed.
    fn judge(&self, findings: &[Finding]) -> Option<LastError> {
        let made = |name: &FindingCode| findings.iter().any(|finding| finding.code == *name);
        let fails = |name: &FindingCode| {
            findings
                .iter()
                .any(|finding| finding.code == *name && !finding.passed)
        };
        let holds = |name: &&FindingCode| made(name) && !fails(name);
        let alternatives = if self.rule.one_of.iter().any(|name| holds(&name)) {
            &[]
        } else {
            &*self.rule.one_of
        };
        let open: Vec<&FindingCode> = self
            .rule
            .required
            .iter()
            .filter(|name| !holds(name))
            .chain(alternatives)
            .collect();
        // What a check found goes before what no check could say.
        let first = |found: bool| {
            self.errors
                .iter()
                .find(|(name, _)| open.contains(&name) && made(name) == found)
        };
        let (name, code) = first(true).or_else(|| first(false))?;
        let reason = findings
            .iter()
            .find(|finding| finding.code == *name && !finding.passed)
            .and_then(|finding| finding.person.clone())
            .unwrap_or(Reason::DocumentUnreadable);
        Some(LastError {
            code: *code,
            reason,
        })
    }
}

fn status(error: Option<&LastError>) -> CheckStatus {
    if error.is_none() {
        CheckStatus::Verified
    } else {
        CheckStatus::Unverified
    }
}

fn report(document: &Document, error: Option<LastError>) -> DocumentReport {
    let fields = document.fields.clone();
    DocumentReport {
        status: status(error.as_ref()),
        error,
        address: stated_or_printed(&fields),
        document_type: document.document_type(),
        issuing_country: fields.issuing_country,
        number: fields.number,
        first_name: fields.first_name,
        last_name: fields.last_name,
        sex: fields.sex,
        unparsed_sex: fields.unparsed_sex,
        unparsed_place_of_birth: fields.birth_place,
        dob: fields.birth_date,
        issued_date: fields.issue_date,
        expiration_date: fields.expiry_date,
        files: Vec::new(),
    }
}

fn outputs(document: &Document) -> VerifiedOutputs {
    let fields = document.fields.clone();
    VerifiedOutputs {
        address: stated_or_printed(&fields),
        dob: fields.birth_date,
        first_name: fields.first_name,
        last_name: fields.last_name,
        sex: fields.sex,
        unparsed_place_of_birth: fields.birth_place,
        unparsed_sex: fields.unparsed_sex,
        ..VerifiedOutputs::default()
    }
}

fn stated_or_printed(fields: &crate::document::Fields) -> Option<Address> {
    let stated = fields.stated_address.clone();
    stated.or_else(|| address(&fields.address))
}

/// Street first; a last line that begins with digits has postal code and town.
fn address(lines: &[String]) -> Option<Address> {
    let (line1, rest) = lines.split_first()?;
    let mut address = Address {
        line1: Some(line1.clone()),
        ..Address::default()
    };
    let town = rest
        .last()
        .and_then(|line| line.split_once(' '))
        .filter(|(code, _)| code.len() >= 3 && code.bytes().any(|byte| byte.is_ascii_digit()));
    let mut between = rest;
    if let Some((code, town)) = town {
        address.postal_code = Some(code.to_owned());
        address.city = Some(town.trim().to_owned());
        between = &rest[..rest.len() - 1];
    }
    address.line2 = (!between.is_empty()).then(|| between.join(", "));
    Some(address)
}

#[cfg(test)]
mod fields;
#[cfg(test)]
mod repeated;
#[cfg(test)]
mod requirement;
#[cfg(test)]
mod tests;
