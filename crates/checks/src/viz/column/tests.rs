use observation::DocumentObservation;

use super::*;
use crate::samples::{blank, european_licence, european_rows, line};
use crate::viz::Viz;

fn column(seen: &DocumentObservation) -> Column<'_> {
    Viz::of(&[(Side::Front, seen)]).column.unwrap()
}

fn text(column: &Column, label: Label) -> Option<String> {
    column
        .entry(label)
        .map(|entry| entry.whole().text.into_owned())
}

/// Turned about the top left corner, as held askew.
fn askew(mut seen: DocumentObservation, tangent: f32) -> DocumentObservation {
    for line in &mut seen.lines {
        for corner in &mut line.quad.0 {
            let Point { x, y } = *corner;
            *corner = Point {
                x: x - tangent * y,
                y: y + tangent * x,
            };
        }
    }
    seen
}

#[test]
fn fields_are_read_by_their_numbers_and_stand_in_order_also_askew() {
    for tangent in [0.0, 0.1, -0.1] {
        let seen = askew(european_licence(), tangent);
        let column = column(&seen);
        for (label, expected) in [
            (Label::Surname, "BJÖRKLUND"),
            (Label::GivenNames, "ANNA MARIA"),
            (Label::BirthDate, "12.08.1974 UPPSALA"),
            (Label::IssueDate, "15.04.2020"),
            (Label::ExpiryDate, "14.04.2030"),
            (Label::Authority, "TRANSPORTSTYRELSEN"),
            (Label::PersonalNumber, "19740812-1234"),
            (Label::Number, "B072RRE2I55"),
            (Label::Categories, "AM/B"),
        ] {
            assert_eq!(text(&column, label).as_deref(), Some(expected), "{tangent}");
        }
        assert!(column.is_in_order(), "{tangent}");
    }
}

#[test]
fn numbers_and_values_may_be_boxes_of_their_own() {
    let mut seen = european_rows(&["1.", "2.", "3.", "4a.", "4b.", "5."]);
    let values = [
        "BJÖRKLUND",
        "ANNA MARIA",
        "12.08.1974 UPPSALA",
        "15.04.2020 4c. TRANSPORTSTYRELSEN",
        "14.04.2030",
        "B072RRE2I55",
    ];
    for (row, value) in values.iter().enumerate() {
        let top = 120.0 + 70.0 * row as f32;
        seen.lines.push(line(value, 560.0, top, 32.0, 0.98));
    }
    let column = column(&seen);
    assert_eq!(
        text(&column, Label::IssueDate).as_deref(),
        Some("15.04.2020")
    );
    assert_eq!(text(&column, Label::Number).as_deref(), Some("B072RRE2I55"));
    assert!(column.is_in_order());
}

#[test]
fn a_second_line_goes_on_with_name_place_and_address() {
    let mut seen = european_licence();
    let below = |text: &str, row: f32| line(text, 558.0, 120.0 + 70.0 * row + 36.0, 32.0, 0.98);
    seen.lines.push(below("VON UND ZU LINDGREN", 0.0));
    seen.lines.push(below("GAMLA STAN", 2.0));
    seen.lines.push(below("SPECIMEN", 1.0));
    let column = column(&seen);
    assert_eq!(
        text(&column, Label::Surname).as_deref(),
        Some("BJÖRKLUND VON UND ZU LINDGREN")
    );
    assert_eq!(
        text(&column, Label::GivenNames).as_deref(),
        Some("ANNA MARIA")
    );
    let place = column
        .entry(Label::BirthDate)
        .and_then(Entry::place)
        .unwrap();
    assert_eq!(place.text, "UPPSALA GAMLA STAN");
    assert!(column.is_in_order());
}

#[test]
fn what_is_out_of_place_is_out_of_order() {
    let rows = [
        "1. BJÖRKLUND",
        "2. ANNA MARIA",
        "3. 12.08.1974 UPPSALA",
        "4a. 15.04.2020",
        "4b. 14.04.2030",
        "5. B072RRE2I55",
    ];
    assert!(column(&european_rows(&rows)).is_in_order());
    for at in 0..rows.len() {
        let mut fewer = rows.to_vec();
        fewer.remove(at);
        assert!(
            !column(&european_rows(&fewer)).is_in_order(),
            "without {at}"
        );
        let mut swapped = rows;
        swapped.swap(at, (at + 1) % rows.len());
        assert!(
            !column(&european_rows(&swapped)).is_in_order(),
            "swapped {at}"
        );
        // The title is line 0.
        let mut shifted = european_rows(&rows);
        for corner in &mut shifted.lines[at + 1].quad.0 {
            corner.x += 300.0;
        }
        assert!(!column(&shifted).is_in_order(), "shifted {at}");
    }
}

#[test]
fn a_number_with_two_values_has_none() {
    let mut seen = european_licence();
    seen.lines
        .push(line("5. C072RRE2I55", 500.0, 800.0, 32.0, 0.98));
    assert!(column(&seen).entry(Label::Number).is_none());
}

#[test]
fn the_back_explains_the_numbers_and_has_no_fields() {
    let mut back = blank("back");
    back.lines = [
        "1. Name 2. First name 3. Date and place of birth",
        "4a. Date of issue",
        "4b. Date of expiry",
        "5. Licence number",
    ]
    .iter()
    .enumerate()
    .map(|(row, text)| line(text, 100.0, 100.0 + 40.0 * row as f32, 20.0, 0.98))
    .collect();
    let front = european_licence();
    let viz = Viz::of(&[(Side::Back, &back), (Side::Front, &front)]);
    let column = viz.column.unwrap();
    assert_eq!(column.side, Side::Front);
    assert!(column.is_in_order());
}

#[test]
fn a_place_follows_its_date() {
    for (text, place) in [
        ("12.08.1974 BERLIN", Some("BERLIN")),
        ("12.08.1974, SAINT-DENIS 2", Some("SAINT-DENIS 2")),
        ("12.08.74 BERLIN", Some("BERLIN")),
        ("1974.08.12. BUDAPEST", Some("BUDAPEST")),
        ("12 AUG 1974 PARIS 14E", Some("PARIS 14E")),
        ("12.08.1974BERLIN", Some("BERLIN")),
        ("12.08.1974", None),
        ("BERLIN", None),
    ] {
        assert_eq!(place_behind_date(text), place, "{text}");
    }
}
