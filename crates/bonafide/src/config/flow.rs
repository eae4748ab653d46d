use anyhow::ensure;
use identity::{
    ContactOptions, DocumentOptions, DocumentType, Matching, MatchingOptions, Options,
    VerificationFlow,
};
use serde::Deserialize;

/// A verification flow as the configuration file writes it, under `[[verification_flows]]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FlowConfig {
    id: String,
    #[serde(default)]
    document: DocumentConfig,
    email: Option<ContactConfig>,
    phone: Option<ContactConfig>,
    #[serde(default)]
    id_number: bool,
    matching: Option<MatchingConfig>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct DocumentConfig {
    allowed_types: Option<Vec<DocumentType>>,
    require_id_number: Option<bool>,
    require_live_capture: Option<bool>,
    require_matching_selfie: Option<bool>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct ContactConfig {
    require_verification: Option<bool>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct MatchingConfig {
    dob: Option<Matching>,
    name: Option<Matching>,
}

/// The flows of a configuration file, checked.
pub(super) fn read(flows: &[FlowConfig]) -> anyhow::Result<Vec<VerificationFlow>> {
    let mut read: Vec<VerificationFlow> = Vec::with_capacity(flows.len());
    for flow in flows {
        let id = &flow.id;
        ensure!(
            VerificationFlow::is_id(id),
            "the verification flow {id:?} needs an id of letters and digits that starts with vf_"
        );
        ensure!(
            read.iter().all(|other| other.id != *id),
            "two verification flows are called {id}"
        );
        read.push(VerificationFlow {
            id: id.clone(),
            options: options(flow.clone()),
        });
    }
    Ok(read)
}

fn options(flow: FlowConfig) -> Options {
    let contact = |given: Option<ContactConfig>| {
        given.map(|given| ContactOptions {
            require_verification: given.require_verification,
        })
    };
    Options {
        document: Some(DocumentOptions {
            allowed_types: flow.document.allowed_types,
            require_id_number: flow.document.require_id_number,
            require_live_capture: flow.document.require_live_capture,
            require_matching_selfie: flow.document.require_matching_selfie,
        }),
        id_number: flow.id_number,
        email: contact(flow.email),
        phone: contact(flow.phone),
        matching: flow.matching.map(|given| MatchingOptions {
            dob: given.dob,
            name: given.name,
        }),
    }
}
