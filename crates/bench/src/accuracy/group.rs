//! The rows that a picture counts in: all of its folder, its source, and each of its conditions.

use std::collections::BTreeMap;

/// Pictures of one folder that have something in common.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Group {
    All,
    Source(String),
    Condition(String),
}

impl Group {
    /// The groups of a picture that is from there and has these conditions.
    pub(super) fn of(source: Option<&str>, conditions: &[String]) -> Vec<Self> {
        let source = source.map(|name| Self::Source(name.to_owned()));
        let conditions = conditions.iter().cloned().map(Self::Condition);
        std::iter::once(Self::All)
            .chain(source)
            .chain(conditions)
            .collect()
    }

    pub(super) fn name(&self) -> String {
        match self {
            Self::All => "all".to_owned(),
            Self::Source(name) => format!("from {name}"),
            Self::Condition(name) => name.clone(),
        }
    }

    /// Of groups of one folder those worth a row: a source that everything is from says nothing that `all`
    /// does not.
    pub(super) fn told_apart<T>(groups: &BTreeMap<Self, T>) -> impl Iterator<Item = (&Self, &T)> {
        let is_source = |group: &&Self| matches!(group, Self::Source(_));
        let sources = groups.keys().filter(is_source).count();
        let mut rows = groups.iter().collect::<Vec<_>>();
        rows.retain(|(group, _)| sources > 1 || !is_source(group));
        rows.into_iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_counts_in_every_group_it_is_of() {
        let dark = ["dark".to_owned(), "blurred".to_owned()];
        let names: Vec<String> = Group::of(Some("a"), &dark)
            .iter()
            .map(Group::name)
            .collect();
        assert_eq!(names, ["all", "from a", "dark", "blurred"]);
        assert_eq!(Group::of(None, &[]), [Group::All]);
    }

    #[test]
    fn a_single_source_has_no_row() {
        let mut groups: BTreeMap<Group, u64> = Group::of(Some("a"), &[])
            .into_iter()
            .map(|group| (group, 1))
            .collect();
        let rows = |groups: &BTreeMap<Group, u64>| Group::told_apart(groups).count();
        assert_eq!(rows(&groups), 1);
        groups.insert(Group::Source("b".to_owned()), 1);
        assert_eq!(rows(&groups), 3);
    }
}
