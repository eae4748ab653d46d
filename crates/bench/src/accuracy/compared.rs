//! What was read beside what is there.

use serde_json::Value;

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
}

fn same(read: &Value, truth: &Value) -> bool {
    match (read.as_str(), truth.as_str()) {
        (Some(read), Some(truth)) => read.to_uppercase() == truth.to_uppercase(),
        _ => read == truth,
    }
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
}

#[cfg(test)]
mod tests {
    use serde_json::json;

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
