use crate::Options;

/// A set of checks under a name (`vf_…`), which sessions can be created from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerificationFlow {
    /// Chosen by the operator, in the configuration file: `vf_` and ASCII letters and digits.
    pub id: String,
    /// What sessions of this flow are checked for; given to each at its creation.
    pub options: Options,
}

impl VerificationFlow {
    /// Whether a text looks like the identifier of a flow.
    pub fn is_id(text: &str) -> bool {
        text.strip_prefix("vf_").is_some_and(|rest| {
            !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::VerificationFlow;

    #[test]
    fn identifiers_have_their_prefix_and_no_punctuation() {
        assert!(VerificationFlow::is_id("vf_1AbC"));
        for wrong in ["", "vf_", "vf_a b", "vs_1", "1"] {
            assert!(!VerificationFlow::is_id(wrong), "{wrong}");
        }
    }
}
