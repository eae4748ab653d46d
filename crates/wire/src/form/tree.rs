use std::collections::BTreeMap;

use super::error::{FormError, Problem};

/// Names within brackets at most this deep; Stripe's deepest parameter has three.
const DEPTH_LIMIT: usize = 6;

/// A form as a tree: `a[b]=1` is a branch `a` with a leaf `b`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    Leaf(String),
    Branch(BTreeMap<String, Node>),
}

impl Default for Node {
    fn default() -> Self {
        Self::Branch(BTreeMap::new())
    }
}

impl Node {
    /// Adds a pair whose name is spelled with brackets. A name said twice keeps the last value.
    pub(crate) fn insert(&mut self, name: &str, value: String) -> Result<(), FormError> {
        let path = segments(name);
        if path.len() > DEPTH_LIMIT {
            return Err(FormError::new(Problem::TooDeep).below_all(&path));
        }
        let mut node = self;
        for segment in &path {
            let Self::Branch(children) = node else {
                return Err(FormError::new(Problem::Conflict).below_all(&path));
            };
            let key = if segment.is_empty() {
                next_index(children)
            } else {
                (*segment).to_owned()
            };
            node = children.entry(key).or_insert_with(Self::default);
        }
        match node {
            Self::Branch(children) if !children.is_empty() => {
                Err(FormError::new(Problem::Conflict).below_all(&path))
            }
            node => {
                *node = Self::Leaf(value);
                Ok(())
            }
        }
    }

    /// Takes a top-level parameter out.
    pub(crate) fn take(&mut self, name: &str) -> Option<Node> {
        match self {
            Self::Branch(children) => children.remove(name),
            Self::Leaf(_) => None,
        }
    }

    /// Every leaf with its name in brackets, in one fixed order whatever the spelling was.
    pub(crate) fn leaves(&self, prefix: &str, visit: &mut impl FnMut(&str, &str)) {
        match self {
            Self::Leaf(value) => visit(prefix, value),
            Self::Branch(children) => {
                for (name, child) in children {
                    if prefix.is_empty() {
                        child.leaves(name, visit);
                    } else {
                        child.leaves(&format!("{prefix}[{name}]"), visit);
                    }
                }
            }
        }
    }
}

/// `a[b][]` → `a`, `b`, ``. A name whose brackets do not close is one segment as it stands.
fn segments(name: &str) -> Vec<&str> {
    let Some((first, rest)) = name.split_once('[') else {
        return vec![name];
    };
    let Some(inner) = rest.strip_suffix(']').filter(|_| !first.is_empty()) else {
        return vec![name];
    };
    let mut path = vec![first];
    path.extend(inner.split("]["));
    if path[1..].iter().any(|part| part.contains(['[', ']'])) {
        return vec![name];
    }
    path
}

fn next_index(children: &BTreeMap<String, Node>) -> String {
    let highest = children.keys().filter_map(|key| key.parse::<u64>().ok());
    highest
        .max()
        .map_or(0, |index| index.saturating_add(1))
        .to_string()
}
