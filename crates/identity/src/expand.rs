use std::collections::BTreeSet;

/// The fields a caller asked to see, as dotted paths below the object.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Expand(BTreeSet<String>);

impl Expand {
    /// Nothing asked for: every expandable field stays hidden.
    pub fn none() -> Self {
        Self::default()
    }

    /// Paths as callers write them, `last_verification_report.document.number` for example. Nothing
    /// checks here that fields of these names exist.
    pub fn new<I: IntoIterator<Item = S>, S: Into<String>>(paths: I) -> Self {
        Self(paths.into_iter().map(Into::into).collect())
    }

    /// Whether `path` is asked for; asking for a child asks for its parents.
    pub fn has(&self, path: &str) -> bool {
        self.0.iter().any(|asked| {
            asked
                .strip_prefix(path)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        })
    }

    /// What is asked for below `path`.
    pub fn below(&self, path: &str) -> Self {
        Self(
            self.0
                .iter()
                .filter_map(|asked| asked.strip_prefix(path)?.strip_prefix('.'))
                .map(str::to_owned)
                .collect(),
        )
    }

    /// In alphabetical order, each once.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    /// Whether nothing is asked for.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::Expand;

    #[test]
    fn a_child_brings_its_parents_and_nothing_else() {
        let expand = Expand::new(["verified_outputs.dob"]);
        assert!(expand.has("verified_outputs"));
        assert!(expand.has("verified_outputs.dob"));
        assert!(!expand.has("verified_outputs.id_number"));
        assert!(!expand.has("verified"));
        assert!(expand.below("verified_outputs").has("dob"));
    }
}
