//! Documents and things before the camera, themselves or a picture of them: which signals of authenticity
//! suspect them (ISO/IEC 30107-3 counts attacks by species).

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use bonafide::output;
use observation::DocumentObservation;
use serde_json::{Value, json};

use super::group::Group;
use super::manifest::{Item, Shown};
use super::rate::Rate;
use super::row::row;

/// A signal by its name, and whether it decides nothing.
type Signal = (String, bool);

/// What came of a folder's pictures, by what they show.
#[derive(Default)]
pub(super) struct Presented {
    shown: BTreeMap<Shown, BTreeMap<Group, Suspected>>,
    /// Every signal that any of the pictures has.
    signals: BTreeSet<Signal>,
}

/// How many pictures were suspected.
#[derive(Clone, Default)]
struct Suspected {
    /// By any of the signals that decide.
    deciding: Rate,
    /// By each signal; a picture that a signal says nothing of is not suspected by it.
    each: BTreeMap<Signal, u64>,
}

/// What the signals say of one picture.
pub(super) struct Suspicion {
    shown: Shown,
    signals: Vec<(Signal, bool)>,
}

impl Suspicion {
    /// A file that could not be read has no signals.
    pub(super) fn of(shown: Shown, seen: Option<&DocumentObservation>) -> Self {
        let signals = seen.iter().flat_map(|seen| &seen.authenticity);
        let signals = signals.map(|signal| {
            let name = (signal.signal.clone(), !signal.decides());
            (name, signal.suspects())
        });
        Self {
            shown,
            signals: signals.collect(),
        }
    }

    fn is_decided(&self) -> bool {
        let mut signals = self.signals.iter();
        signals.any(|((_, advisory), suspected)| !advisory && *suspected)
    }
}

impl Suspected {
    fn add(&mut self, suspicion: &Suspicion) {
        self.deciding.add(suspicion.is_decided());
        for (signal, _) in suspicion.signals.iter().filter(|(_, suspected)| *suspected) {
            *self.each.entry(signal.clone()).or_default() += 1;
        }
    }

    fn by(&self, signal: &Signal) -> Rate {
        Rate {
            held: self.each.get(signal).copied().unwrap_or_default(),
            of: self.deciding.of,
        }
    }
}

impl Presented {
    /// Whether the signals that decide tell what the picture shows.
    pub(super) fn add(&mut self, item: &Item, suspicion: Suspicion) -> bool {
        let right = suspicion.is_decided() != (suspicion.shown == Shown::Genuine);
        let signals = suspicion.signals.iter().map(|(signal, _)| signal.clone());
        self.signals.extend(signals);
        let source = item.split_key.as_deref().or_else(|| item.source());
        let groups = self.shown.entry(suspicion.shown.clone()).or_default();
        for group in Group::of(source, &item.conditions) {
            groups.entry(group).or_default().add(&suspicion);
        }
        right
    }

    /// By any of the signals that decide: what is suspected, by what is shown.
    pub(super) fn deciding(&self) -> impl Iterator<Item = (&Shown, Rate)> {
        self.shown.iter().map(|(shown, groups)| {
            let all = groups.get(&Group::All);
            (shown, all.map_or_else(Rate::default, |all| all.deciding))
        })
    }

    pub(super) fn say(&self, name: &str) {
        for (shown, rate) in self.deciding() {
            output::line(&format!(
                "{name}: {} suspected {}",
                shown.name(),
                rate.shown()
            ));
        }
    }

    pub(super) fn write(&self, page: &mut String, name: &str) {
        if self.shown.is_empty() {
            return;
        }
        let _infallible = write!(
            page,
            "\n### {name}: pictures of pictures\n\nSuspected by a signal of authenticity; of what is genuine \
             that is a false alarm. A picture with several\nconditions counts in each of their rows.\n\n"
        );
        let signals: Vec<String> = self.signals.iter().map(heading).collect();
        let head = ["shown", "pictures", "by any that decides"]
            .into_iter()
            .chain(signals.iter().map(String::as_str));
        let head: Vec<&str> = head.collect();
        row(page, &head);
        row(page, &vec!["---"; head.len()]);
        for (shown, groups) in &self.shown {
            for (group, suspected) in Group::told_apart(groups) {
                let each = self.signals.iter().map(|signal| {
                    let rate = suspected.by(signal);
                    format!("{} of {}", rate.held, rate.of)
                });
                let cells = [
                    shown.name().to_owned(),
                    group.name(),
                    suspected.deciding.shown(),
                ];
                let cells: Vec<String> = cells.into_iter().chain(each).collect();
                let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
                row(page, &cells);
            }
        }
    }

    pub(super) fn json(&self) -> Value {
        let rows = self.shown.iter().flat_map(|(shown, groups)| {
            groups.iter().map(|(group, suspected)| {
                let each = self.signals.iter().map(|signal| {
                    let (name, advisory) = signal;
                    let mut rate = suspected.by(signal).json();
                    rate["advisory"] = json!(advisory);
                    (name.clone(), rate)
                });
                json!({
                    "shown": shown.name(),
                    "pictures": group.name(),
                    "suspected": suspected.deciding.json(),
                    "signals": each.collect::<serde_json::Map<_, _>>(),
                })
            })
        });
        rows.collect()
    }
}

fn heading((name, advisory): &Signal) -> String {
    if *advisory {
        format!("{name} (decides nothing)")
    } else {
        name.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(split_key: &str, condition: &str) -> Item {
        serde_json::from_value(json!({
            "file": "a.jpg", "split_key": split_key, "conditions": [condition], "truth": {},
        }))
        .unwrap()
    }

    fn suspicion(shown: Shown, signals: &[(&str, bool, bool)]) -> Suspicion {
        let signals = signals.iter().map(|(name, advisory, suspected)| {
            let signal = ((*name).to_owned(), *advisory);
            (signal, *suspected)
        });
        Suspicion {
            shown,
            signals: signals.collect(),
        }
    }

    #[test]
    fn attacks_and_false_alarms_are_counted_by_condition_photographer_and_signal() {
        let mut presented = Presented::default();
        let screen = || Shown::Recapture("screen".to_owned());
        let caught = suspicion(screen(), &[("raster", false, true), ("bezel", true, true)]);
        assert!(presented.add(&item("a", "native"), caught));
        let hinted = suspicion(screen(), &[("raster", false, false), ("bezel", true, true)]);
        assert!(!presented.add(&item("b", "native"), hinted));
        let unread = Suspicion::of(screen(), None);
        assert!(!presented.add(&item("b", "small"), unread));
        let alarm = suspicion(Shown::Genuine, &[("raster", false, true)]);
        assert!(!presented.add(&item("b", "small"), alarm));

        let deciding: Vec<_> = presented.deciding().map(|(_, rate)| rate).collect();
        let rate = |held, of| Rate { held, of };
        assert_eq!(deciding, [rate(1, 1), rate(1, 3)]);
        let mut page = String::new();
        presented.write(&mut page, "folder");
        for row in [
            "| shown | pictures | by any that decides | bezel (decides nothing) | raster |",
            "| screen | all | 33.3 % (0.8 to 90.6), 1 of 3 | 2 of 3 | 1 of 3 |",
            "| screen | native | 50.0 % (1.3 to 98.7), 1 of 2 | 2 of 2 | 1 of 2 |",
            "| screen | from b | 0.0 % (0.0 to 84.2), 0 of 2 | 1 of 2 | 0 of 2 |",
            "| genuine | small | 100.0 % (2.5 to 100.0), 1 of 1 | 0 of 1 | 1 of 1 |",
        ] {
            assert!(page.contains(row), "{row} in {page}");
        }
    }
}
