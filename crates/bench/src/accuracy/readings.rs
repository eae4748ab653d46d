//! Zones and barcodes of a folder's pictures, in all and by source and condition.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::{Value, json};

use super::compared::Zones;
use super::group::Group;
use super::manifest::Item;
use super::rate::Rate;
use super::row::row;

#[derive(Default)]
pub(super) struct Readings(BTreeMap<Group, Reading>);

#[derive(Clone, Copy, Default)]
struct Reading {
    zones: Zones,
    barcodes: Rate,
}

impl Readings {
    /// Whether the zone is as it is.
    pub(super) fn add_zone(&mut self, item: &Item, reading: &Value, lines: &Value) -> bool {
        let mut one = Zones::default();
        one.add(reading, lines);
        self.each(item, |group| group.zones = group.zones.and(one));
        one.exact.held == 1
    }

    pub(super) fn add_barcode(&mut self, item: &Item, right: bool) {
        self.each(item, |group| group.barcodes.add(right));
    }

    fn each(&mut self, item: &Item, mut count: impl FnMut(&mut Reading)) {
        for group in Group::of(item.source(), &item.conditions) {
            count(self.0.entry(group).or_default());
        }
    }

    /// Zones and barcodes that were read as they are.
    pub(super) fn all(&self) -> (Rate, Rate) {
        let all = self.0.get(&Group::All).copied().unwrap_or_default();
        (all.zones.exact, all.barcodes)
    }

    /// Zones that are wrong although every check digit holds.
    pub(super) fn wrong_and_valid(&self) -> Rate {
        let all = self.0.get(&Group::All);
        all.map_or_else(Rate::default, |all| all.zones.wrong_and_valid)
    }

    pub(super) fn write(&self, page: &mut String, name: &str) {
        let (zones, barcodes) = self.all();
        if zones.of > 0 {
            let _infallible = write!(page, "\n### {name}: machine readable zones\n\n");
            row(
                page,
                &[
                    "pictures",
                    "every line as it is",
                    "wrong although all check digits hold",
                ],
            );
            row(page, &["---"; 3]);
            for (group, reading) in Group::told_apart(&self.0) {
                let Zones {
                    exact,
                    wrong_and_valid,
                } = reading.zones;
                row(
                    page,
                    &[&group.name(), &exact.shown(), &wrong_and_valid.shown()],
                );
            }
        }
        if barcodes.of > 0 {
            let _infallible = write!(page, "\n### {name}: barcodes\n\n");
            row(page, &["pictures", "as it is"]);
            row(page, &["---"; 2]);
            for (group, reading) in Group::told_apart(&self.0) {
                row(page, &[&group.name(), &reading.barcodes.shown()]);
            }
        }
    }

    pub(super) fn json(&self) -> Value {
        let groups = self.0.iter().map(|(group, reading)| {
            json!({
                "pictures": group.name(),
                "mrz_exact": reading.zones.exact.json(),
                "mrz_wrong_and_valid": reading.zones.wrong_and_valid.json(),
                "barcode": reading.barcodes.json(),
            })
        });
        groups.collect()
    }
}
