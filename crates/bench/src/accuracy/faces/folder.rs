//! A folder of people's pictures: `pairs.csv`, and a `manifest.json` where there is more to say.
//!
//! `pairs.csv` has rows of `file_a,file_b,same`. In the manifest's form, see `corpus`, a truth may
//! have `identity`, which names the person; `faces`, how many the picture shows; `group`, by which
//! rates are told apart; and `kind`, of which `broken_file` is looked at. Who has no `identity` has
//! that of the pictures that `pairs.csv` says show the same person.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Context as _;
use bonafide::pairs::{self, Pair};
use serde_json::Value;

use super::super::manifest::Manifest;

const PAIRS: &str = "pairs.csv";

/// What is known of a picture.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Truth {
    /// Pictures with the same number show the same person.
    pub(super) identity: Option<usize>,
    pub(super) faces: Option<usize>,
    pub(super) group: Option<String>,
    pub(super) is_broken: bool,
}

/// The pictures and what is known of them.
pub(super) struct Folder {
    pub(super) name: String,
    pub(super) files: Vec<(String, Truth)>,
    /// Places in `files`, and whether they show the same person.
    pub(super) pairs: Vec<(usize, usize, bool)>,
}

/// Whether a folder has pictures of people rather than of documents.
pub(crate) fn is_of_people(folder: &Path) -> bool {
    folder.join(PAIRS).is_file()
}

impl Folder {
    pub(super) fn read(folder: &Path) -> anyhow::Result<Self> {
        let path = folder.join(PAIRS);
        let text = std::fs::read_to_string(&path)
            .with_context(|| format!("{} cannot be read", path.display()))?;
        let rows: Vec<Pair> = pairs::rows(text.lines().map(str::to_owned)).collect();
        let manifest = if Manifest::is_in(folder) {
            Manifest::read(folder)?
        } else {
            let name = folder.file_name().unwrap_or_default();
            Manifest::empty(name.to_string_lossy().into_owned())
        };
        Ok(Self::of(manifest, &rows))
    }

    fn of(manifest: Manifest, rows: &[Pair]) -> Self {
        let mut files: Vec<(String, Truth)> = Vec::new();
        let mut places = BTreeMap::new();
        let mut people = People::default();
        let mut named = BTreeMap::new();
        for item in manifest.items {
            let truth = Truth {
                identity: None,
                faces: count(&item.truth["faces"]),
                group: item.truth["group"].as_str().map(str::to_owned),
                is_broken: item.truth["kind"] == "broken_file",
            };
            let at = people.add();
            if let Some(identity) = item.truth["identity"].as_str() {
                let first = *named.entry(identity.to_owned()).or_insert(at);
                people.join(first, at);
            }
            places.insert(item.file.clone(), at);
            files.push((item.file, truth));
        }
        let mut pairs = Vec::new();
        for row in rows {
            let [a, b] = [&row.a, &row.b].map(|file| {
                *places.entry(file.clone()).or_insert_with(|| {
                    files.push((file.clone(), Truth::default()));
                    people.add()
                })
            });
            if row.same == Some(true) {
                people.join(a, b);
            }
            pairs.extend(row.same.map(|same| (a, b, same)));
        }
        for (at, (_, truth)) in files.iter_mut().enumerate() {
            truth.identity = people.of(at);
        }
        Self {
            name: manifest.corpus,
            files,
            pairs,
        }
    }
}

fn count(value: &Value) -> Option<usize> {
    value.as_u64().and_then(|count| usize::try_from(count).ok())
}

/// Which pictures show the same person: sets that are joined.
#[derive(Default)]
struct People {
    parents: Vec<usize>,
    known: Vec<bool>,
}

impl People {
    fn add(&mut self) -> usize {
        self.parents.push(self.parents.len());
        self.known.push(false);
        self.parents.len() - 1
    }

    fn root(&self, mut at: usize) -> usize {
        while self.parents[at] != at {
            at = self.parents[at];
        }
        at
    }

    fn join(&mut self, a: usize, b: usize) {
        let (first, second) = (self.root(a), self.root(b));
        self.parents[second] = first;
        self.known[a] = true;
        self.known[b] = true;
    }

    /// `None` for a picture of which nobody said whom it shows.
    fn of(&self, at: usize) -> Option<usize> {
        self.known[at].then(|| self.root(at))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn identities(folder: &Folder) -> Vec<Option<usize>> {
        folder.files.iter().map(|file| file.1.identity).collect()
    }

    fn rows(text: &str) -> Vec<Pair> {
        pairs::rows(text.lines().map(str::to_owned)).collect()
    }

    #[test]
    fn who_has_no_name_has_that_of_pictures_of_the_same_person() {
        let pairs = rows("a,b,1\nc,d,0\nb,e,1\nf,g");
        let folder = Folder::of(Manifest::empty("folder".to_owned()), &pairs);
        let one = Some(0);
        assert_eq!(identities(&folder), [one, one, None, None, one, None, None]);
        assert_eq!(folder.pairs, [(0, 1, true), (2, 3, false), (1, 4, true)]);
    }

    #[test]
    fn a_manifest_says_who_how_many_and_of_which_group() {
        let manifest = json!({"corpus": "people", "items": [
            {"file": "a", "truth": {"identity": "x", "faces": 1, "group": "one"}},
            {"file": "b", "truth": {"identity": "x"}},
            {"file": "c", "truth": {"identity": "y"}},
            {"file": "d", "truth": {"kind": "broken_file"}},
            {"file": "e", "truth": {"faces": null}},
        ]});
        let manifest = serde_json::from_value(manifest).unwrap();
        let folder = Folder::of(manifest, &rows("b,c,0"));
        let identities = identities(&folder);
        assert_eq!(identities, [Some(0), Some(0), Some(2), None, None]);
        let first = &folder.files[0].1;
        assert_eq!(
            (first.faces, first.group.as_deref()),
            (Some(1), Some("one"))
        );
        assert!(folder.files[3].1.is_broken);
        assert_eq!(folder.files[4].1.faces, None);
    }
}
