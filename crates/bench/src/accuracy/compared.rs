//! What was read beside what is there.

use serde_json::{Value, json};

use super::rate::Rate;

/// Fields of a reading that are compared, those of `bonafide read --json`.
pub(super) const FIELDS: [&str; 8] = [
    "number",
    "first_name",
    "last_name",
    "sex",
    "dob",
    "issued_date",
    "expiration_date",
    "address",
];

/// Readings of one field: right, or else either missing or wrong.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Field {
    pub(super) right: Rate,
    pub(super) wrong: Rate,
}

impl Field {
    pub(super) fn add(&mut self, read: &Value, truth: &Value) {
        let right = same(read, truth);
        self.right.add(right);
        self.wrong.add(!right && !read.is_null());
    }

    /// Readings in which the field is null.
    pub(super) fn missing(self) -> Rate {
        Rate {
            held: self.right.of - self.right.held - self.wrong.held,
            of: self.right.of,
        }
    }

    /// Both counted together.
    pub(super) fn and(self, other: Self) -> Self {
        Self {
            right: self.right.and(other.right),
            wrong: self.wrong.and(other.wrong),
        }
    }
}

fn same(read: &Value, truth: &Value) -> bool {
    match (read.as_str(), truth.as_str()) {
        (Some(read), Some(truth)) => read.to_uppercase() == truth.to_uppercase(),
        _ => read == truth || date_of(truth).is_some_and(|truth| *read == truth),
    }
}

/// A date as readings have it, of one that is written `1974-08-12`.
pub(super) fn date_of(written: &Value) -> Option<Value> {
    let date: jiff::civil::Date = written.as_str()?.parse().ok()?;
    Some(json!({ "year": date.year(), "month": date.month(), "day": date.day() }))
}

/// Machine readable zones.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Zones {
    /// Every character of every line.
    pub(super) exact: Rate,
    /// Wrong, and every check digit holds: the worst there is.
    pub(super) wrong_and_valid: Rate,
}

impl Zones {
    /// `lines` is empty where there is no zone.
    pub(super) fn add(&mut self, reading: &Value, lines: &Value) {
        let read = &reading["mrz"];
        let none = Vec::new();
        let seen = read["lines"].as_array().unwrap_or(&none);
        let exact = Some(seen) == lines.as_array();
        self.exact.add(exact);
        self.wrong_and_valid.add(!exact && read["valid"] == true);
    }

    /// Both counted together.
    pub(super) fn and(self, other: Self) -> Self {
        Self {
            exact: self.exact.and(other.exact),
            wrong_and_valid: self.wrong_and_valid.and(other.wrong_and_valid),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_not_wrong() {
        let mut field = Field::default();
        field.add(&json!("Ada"), &json!("ADA"));
        field.add(&Value::Null, &json!("ADA"));
        field.add(&json!("EVE"), &json!("ADA"));
        assert_eq!(
            (field.right.held, field.wrong.held, field.right.of),
            (1, 1, 3)
        );
        assert_eq!(field.missing(), Rate { held: 1, of: 3 });
        assert_eq!(field.and(field).missing(), Rate { held: 2, of: 6 });
    }

    #[test]
    fn dates_may_be_written_in_one() {
        let read = json!({ "year": 1974, "month": 8, "day": 12 });
        assert!(same(&read, &json!("1974-08-12")) && same(&read, &read.clone()));
        assert!(!same(&read, &json!("1974-12-08")) && !same(&Value::Null, &json!("1974-08-12")));
    }

    #[test]
    fn a_wrong_zone_is_worst_where_it_claims_to_be_right() {
        let mut zones = Zones::default();
        let reading = |lines: Value, valid| json!({ "mrz": { "lines": lines, "valid": valid } });
        zones.add(&reading(json!(["A"]), true), &json!(["A"]));
        zones.add(&reading(json!(["B"]), true), &json!(["A"]));
        zones.add(&reading(json!(["B"]), false), &json!(["A"]));
        zones.add(&json!({ "mrz": null }), &json!([]));
        assert_eq!((zones.exact.held, zones.wrong_and_valid.held), (2, 1));
    }
}
