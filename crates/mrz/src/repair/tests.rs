use super::*;
use crate::parse;

const TD3: [&str; 2] = [
    "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
    "L898902C36UTO7408122F1204159ZE184226B<<<<<10",
];

fn owned(lines: &[&str]) -> Vec<String> {
    lines.iter().map(ToString::to_string).collect()
}

/// Repairs lines of which these places were read as something else.
fn misread(format: Format, lines: &[&str], changes: &[(usize, usize, &str)]) -> Repaired {
    let mut lines = owned(lines);
    for &(line, column, to) in changes {
        lines[line].replace_range(column..=column, to);
    }
    repair(format, &lines)
}

#[test]
fn a_right_reading_stays() {
    let repaired = repair(Format::Td3, &owned(&TD3));
    assert_eq!(repaired.lines, TD3);
    assert!(repaired.corrections.is_empty());
}

#[test]
fn digits_among_names_and_letters_among_digits_are_mended() {
    let changes = [
        (0, 4, "0"),
        (0, 7, "1"),
        (0, 9, "5"),
        (1, 12, "0"),
        (1, 17, "I"),
        (1, 19, "Z"),
        (1, 25, "I"),
        (1, 26, "S"),
        (1, 43, "O"),
    ];
    let repaired = misread(Format::Td3, &TD3, &changes);
    assert_eq!(repaired.lines, TD3);
    let places: Vec<_> = repaired
        .corrections
        .iter()
        .map(|found| (found.line, found.column))
        .collect();
    assert_eq!(places, changes.map(|(line, column, _)| (line, column)));
    assert!(
        repaired.corrections[0]
            == Correction {
                line: 0,
                column: 4,
                from: '0',
                to: 'O'
            }
    );
}

#[test]
fn check_digits_settle_mixed_fields() {
    let passport = [
        "P<UTOMAKELA<<IDA<KAROLIINA<<<<<<<<<<<<<<<<<<",
        "KR44007127UTO8302157F3109306330417286<<<<<26",
    ];
    assert!(
        parse(&passport).is_ok_and(|mrz| mrz.valid()),
        "the test's own passport"
    );
    assert_eq!(
        misread(Format::Td3, &passport, &[(1, 5, "O")]).lines,
        passport
    );
    assert_eq!(
        misread(Format::Td3, &passport, &[(1, 34, "Z")]).lines,
        passport
    );
    assert_eq!(
        misread(Format::Td3, &passport, &[(1, 5, "O"), (1, 34, "Z")]).lines,
        passport
    );
}

#[test]
fn two_ways_to_make_a_check_digit_hold_settle_nothing() {
    // As well as this Z to 2, the B of the personal number to 8 would do.
    let repaired = misread(Format::Td3, &TD3, &[(1, 33, "Z")]);
    assert!(repaired.corrections.is_empty());
}

#[test]
fn the_long_number_of_an_identity_card_is_mended_too() {
    let card = [
        "I<UTOD23145890<7305<<<<<<<<<<<",
        "3407127M9507122UTO<<<<<<<<<<<2",
        "STEVENSON<<PETER<JOHN<<<<<<<<<",
    ];
    assert!(
        parse(&card).is_ok_and(|mrz| mrz.valid()),
        "the test's own card"
    );
    assert_eq!(misread(Format::Td1, &card, &[(0, 6, "Z")]).lines, card);
    assert_eq!(misread(Format::Td1, &card, &[(0, 17, "O")]).lines, card);
}

#[test]
fn the_composite_settles_optional_data() {
    let card = [
        "I<UTO30441886754109853072416<<",
        "9105274F2908111UTO<<<<<<<<<<<6",
        "MORAVEC<<JITKA<<<<<<<<<<<<<<<<",
    ];
    let repaired = misread(Format::Td1, &card, &[(0, 19, "B")]);
    assert_eq!(repaired.lines, card);
    assert!(
        repaired.corrections
            == [Correction {
                line: 0,
                column: 19,
                from: 'B',
                to: '8'
            }]
    );
}

#[test]
fn misprinted_check_digits_stay() {
    for column in [9, 19, 27, 42, 43] {
        for wrong in ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"] {
            let mut lines = owned(&TD3);
            lines[1].replace_range(column..=column, wrong);
            assert_eq!(repair(Format::Td3, &lines).lines, lines, "{column} {wrong}");
        }
    }
}

#[test]
fn country_codes_are_letters() {
    let german = [
        "P<D<<SCHNEE<<RUTH<<<<<<<<<<<<<<<<<<<<<<<<<<<",
        "L7T40093K7D<<7903306F3301018<<<<<<<<<<<<<<02",
    ];
    let repaired = misread(Format::Td3, &german, &[(0, 2, "0"), (1, 10, "0")]);
    assert_eq!(repaired.lines, german);
}

#[test]
fn letters_after_the_end_of_a_name_are_fillers() {
    let mut lines = owned(&TD3);
    lines[0].replace_range(30..33, "KC<");
    assert_eq!(repair(Format::Td3, &lines).lines, TD3);
    lines[0].replace_range(30..33, "ABC");
    assert_eq!(repair(Format::Td3, &lines).lines, lines);
}

#[test]
fn other_shapes_come_back_as_they_are() {
    for lines in [
        vec![],
        owned(&TD3[..1]),
        owned(&["Ä", "B"]),
        vec!["ä".repeat(22); 2],
    ] {
        for format in Format::ALL {
            assert_eq!(repair(format, &lines).lines, lines);
        }
    }
}

#[test]
fn the_old_french_card_has_a_layout_of_its_own() {
    let lines = owned(&[
        "IDFRALENOIR<<<<<<<<<<<<<<<<<<<0751A3",
        "0911751004277MARGOT<<PAULE<7803144F6",
    ]);
    assert!(parse(&lines).is_ok());
    assert_eq!(repair(Format::Td2, &lines).lines, lines);
}
