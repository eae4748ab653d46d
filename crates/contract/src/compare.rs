//! Our description against Stripe's.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::alone::{DEPARTURES, KEYS};
use crate::shape::{Shape, Text, properties};
use crate::{Difference, Document};

/// Every place in which `ours` takes or answers something else than Stripe, but for those that
/// are known and have a reason.
pub fn compare(ours: &Document) -> Vec<Difference> {
    let stripe = Document::stripe();
    let mut comparison = Comparison {
        stripe: &stripe,
        ours,
        compared: BTreeSet::new(),
        found: Vec::new(),
    };
    comparison.operations();
    let mut found = comparison.found;
    for departure in DEPARTURES {
        let before = found.len();
        found.retain(|difference| !difference.place.starts_with(departure.place));
        if found.len() == before {
            found.push(Difference {
                place: departure.place.to_owned(),
                what: format!("no longer differs, and was said to: {}", departure.why),
            });
        }
    }
    found
}

/// Who speaks and who listens: a request may be taken more widely, an answer may say less widely.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Direction {
    Request,
    Answer,
}

struct Comparison<'a> {
    stripe: &'a Document,
    ours: &'a Document,
    /// Pairs of named schemas that were compared, or are being.
    compared: BTreeSet<(String, String)>,
    found: Vec<Difference>,
}

impl<'a> Comparison<'a> {
    fn differ(&mut self, place: &str, what: impl Into<String>) {
        self.found.push(Difference {
            place: place.to_owned(),
            what: what.into(),
        });
    }

    fn operations(&mut self) {
        let (stripe, ours) = (self.stripe, self.ours);
        for (method, path, theirs) in stripe.operations() {
            let place = format!("{method} {path}");
            let mine = ours
                .operations()
                .find(|(its, template, _)| *its == method && *template == path);
            let Some((_, _, mine)) = mine else {
                self.differ(&place, "is missing");
                continue;
            };
            if theirs["operationId"] != mine["operationId"] {
                self.differ(&place, "has another operationId");
            }
            self.parameters(&place, theirs, mine);
            self.body(&place, theirs, mine);
            for (status, name) in [("200", "200"), ("default", "error")] {
                let answer = |operation: &'a Value| {
                    &operation["responses"][status]["content"]["application/json"]["schema"]
                };
                let place = format!("{place} {name}");
                self.schemas(&place, answer(theirs), answer(mine), Direction::Answer);
            }
        }
    }

    fn parameters(&mut self, place: &str, theirs: &'a Value, mine: &'a Value) {
        let named = |operation: &'a Value| {
            let parameters = operation["parameters"].as_array().into_iter().flatten();
            parameters
                .map(|parameter| {
                    let text = |key: &str| parameter[key].as_str().unwrap_or_default();
                    ((text("in"), text("name")), parameter)
                })
                .collect::<std::collections::BTreeMap<_, _>>()
        };
        let (theirs, mine) = (named(theirs), named(mine));
        for ((within, name), parameter) in &theirs {
            let place = format!("{place} {within} {name}");
            let Some(own) = mine.get(&(*within, *name)) else {
                self.differ(&place, "is missing");
                continue;
            };
            if (parameter["required"] == true) != (own["required"] == true) {
                self.differ(&place, "is required on one side alone");
            }
            if *within != "path" {
                let (theirs, mine) = (&parameter["schema"], &own["schema"]);
                self.schemas(&place, theirs, mine, Direction::Request);
            }
        }
        for (within, name) in mine.keys().filter(|key| !theirs.contains_key(*key)) {
            self.differ(&format!("{place} {within} {name}"), "is ours alone");
        }
    }

    fn body(&mut self, place: &str, theirs: &'a Value, mine: &'a Value) {
        let content = |operation: &'a Value| {
            let types = operation["requestBody"]["content"].as_object();
            types.and_then(|types| types.iter().next())
        };
        match (content(theirs), content(mine)) {
            (None, None) => {}
            (Some((theirs, their_body)), Some((mine, my_body))) => {
                if theirs != mine {
                    self.differ(place, format!("takes {mine}, not {theirs}"));
                }
                let (theirs, mine) = (&their_body["schema"], &my_body["schema"]);
                let place = format!("{place} body");
                self.schemas(&place, theirs, mine, Direction::Request);
            }
            // A body without members is no body.
            (None, Some((_, body))) if properties(&body["schema"]).next().is_none() => {}
            _ => self.differ(place, "takes a body on one side alone"),
        }
    }

    fn schemas(&mut self, place: &str, theirs: &'a Value, mine: &'a Value, direction: Direction) {
        let their_shape = Shape::of(self.stripe, theirs);
        let my_shape = Shape::of(self.ours, mine);
        self.kinds(place, &their_shape, &my_shape, direction);
        if let (Some(theirs), Some(mine)) = (&their_shape.string, &my_shape.string) {
            self.texts(place, theirs, mine, direction);
        }
        if let (Some(theirs), Some(mine)) = (their_shape.array, my_shape.array) {
            let place = format!("{place}[]");
            self.schemas(&place, &theirs["items"], &mine["items"], direction);
        }
        if let (Some(theirs), Some(mine)) = (their_shape.object, my_shape.object) {
            // Named objects are told by their names, wherever they were met first, and once.
            let pair = their_shape.name.zip(my_shape.name);
            let pair = pair.map(|(theirs, mine)| (theirs.to_owned(), mine.to_owned()));
            if pair.is_none_or(|pair| self.compared.insert(pair)) {
                self.objects(their_shape.name.unwrap_or(place), theirs, mine, direction);
            }
        }
    }

    fn kinds(&mut self, place: &str, theirs: &Shape, mine: &Shape, direction: Direction) {
        let (theirs, mine) = (theirs.kinds(), mine.kinds());
        let fits = match direction {
            // An empty text unsets where Stripe says so in words alone.
            Direction::Request => {
                theirs.is_subset(&mine) && mine.difference(&theirs).all(|kind| *kind == "string")
            }
            Direction::Answer => theirs == mine,
        };
        if !fits {
            self.differ(place, format!("is {mine:?}, not {theirs:?}"));
        }
    }

    fn texts(&mut self, place: &str, theirs: &Text, mine: &Text, direction: Direction) {
        let fits = match (&theirs.values, &mine.values, direction) {
            (None, None, _) | (None, Some(_), Direction::Answer) => true,
            (Some(theirs), Some(mine), Direction::Request) => theirs == mine,
            (Some(theirs), Some(mine), Direction::Answer) => mine.is_subset(theirs),
            (Some(_), None, _) | (None, Some(_), Direction::Request) => false,
        };
        if !fits {
            self.differ(place, "has other values");
        }
        // Stripe bounds texts of requests in words where its document does not.
        let bounded = theirs.longest.is_none() || theirs.longest == mine.longest;
        if direction == Direction::Request && mine.values.is_none() && !bounded {
            let (theirs, mine) = (theirs.longest, mine.longest);
            self.differ(
                place,
                format!("has at most {mine:?} characters, not {theirs:?}"),
            );
        }
    }

    fn objects(&mut self, place: &str, theirs: &'a Value, mine: &'a Value, direction: Direction) {
        let (stripe, ours) = (self.stripe, self.ours);
        for (name, their_schema, required) in properties(theirs) {
            let place = format!("{place}.{name}");
            let own = properties(mine).find(|(its, ..)| *its == name);
            let Some((_, my_schema, my_required)) = own else {
                self.differ(&place, "is missing");
                continue;
            };
            let their_presence = Shape::of(stripe, their_schema).presence(required);
            let my_presence = Shape::of(ours, my_schema).presence(my_required);
            let same = match direction {
                Direction::Request => required == my_required,
                Direction::Answer => their_presence == my_presence,
            };
            if !same {
                self.differ(
                    &place,
                    format!("is {my_presence:?}, not {their_presence:?}"),
                );
            }
            self.schemas(&place, their_schema, my_schema, direction);
        }
        let is_theirs = |name: &str| properties(theirs).any(|(its, ..)| its == name);
        for (name, ..) in properties(mine).filter(|(name, ..)| !is_theirs(name)) {
            if direction == Direction::Request || !KEYS.contains(&(place, name)) {
                self.differ(&format!("{place}.{name}"), "is ours alone");
            }
        }
        let (theirs, mine) = (
            &theirs["additionalProperties"],
            &mine["additionalProperties"],
        );
        if theirs.is_object() != mine.is_object() {
            self.differ(place, "takes names of one's own on one side alone");
        } else if theirs.is_object() {
            let place = format!("{place}.*");
            self.schemas(&place, theirs, mine, direction);
        }
    }
}
