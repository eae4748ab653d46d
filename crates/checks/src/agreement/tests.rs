use super::{Agreement, Field, Seen};
use crate::document::Document;
use crate::samples::{Sample, blank, line, today};
use crate::{Day, Policy};

fn compare(sample: &Sample) -> Agreement {
    let picture = sample.whole();
    let thresholds = &Policy::shipped().thresholds;
    Document::of(&picture, None, today(), thresholds)
        .agreement
        .unwrap()
}

fn with(change: impl Fn(&mut Sample)) -> Agreement {
    let mut sample = Sample::passport();
    change(&mut sample);
    compare(&sample)
}

fn contradicted(agreement: &Agreement) -> Vec<&'static str> {
    agreement
        .contradictions()
        .into_iter()
        .map(|(field, _)| field.name())
        .collect()
}

#[test]
fn everything_agrees() {
    for labels in [true, false] {
        let agreement = with(|sample| sample.viz.labels = labels);
        assert_eq!(agreement.agreeing().len(), 6);
        assert!(agreement.missing().is_empty());
        assert!(contradicted(&agreement).is_empty());
    }
}

#[test]
fn every_printed_form_agrees() {
    for date in [
        "12 AUG 1974",
        "12 AUG/AOÛT 74",
        "12.08.1974",
        "1974-08-12",
        "12/08/1974",
        "12 08 74",
        "12AUG/AOUT1974",
    ] {
        let agreement = with(|sample| sample.viz.birth_date = date.to_owned());
        assert!(matches!(agreement.birth_date, Seen::Agrees(_)), "{date}");
    }
    for number in [
        "P84291753",
        "P 8429 1753",
        "No P84291753",
        "P84Z9I7S3",
        "PB4291753",
    ] {
        let agreement = with(|sample| sample.viz.number = number.to_owned());
        assert!(matches!(agreement.number, Seen::Agrees(_)), "{number}");
    }
    for surname in [
        "Björklund",
        "BJORKLUND",
        "BJOERKLUND",
        "BJÖRK-LUND",
        "BJ0RKLUND",
    ] {
        let agreement = with(|sample| sample.viz.surname = surname.to_owned());
        assert!(matches!(agreement.surname, Seen::Agrees(_)), "{surname}");
    }
    for given in ["Anna Maria", "ANNAMARIA", "BJÖRKLUND ANNA MARIA"] {
        let agreement = with(|sample| sample.viz.given_names = given.to_owned());
        assert!(matches!(agreement.given_names, Seen::Agrees(_)), "{given}");
    }
}

#[test]
fn letters_that_readers_do_not_know_agree() {
    for (mrz, printed) in [
        ("Þórsson", "PÓRSSON"),
        ("Weiß", "WEIB"),
        ("Jørgen Sæmundur", "JØRGEN SEMUNDUR"),
        ("Ångström", "ANGSTROM"),
        ("Çiğdem", "ÇIČDEM"),
    ] {
        let agreement = with(|sample| {
            sample.mrz.surname = mrz.to_owned();
            sample.viz.surname = printed.to_owned();
        });
        assert!(matches!(agreement.surname, Seen::Agrees(_)), "{printed}");
    }
}

#[test]
fn what_readers_take_for_one_another_is_no_contradiction_and_any_other_character_is_one() {
    // 0/O, 1/I/L, 2/Z, 5/S, 6/G and 8/B, each either way round.
    for (mrz, printed) in [
        ("P04291753", "PO4291753"),
        ("PO4291753", "P04291753"),
        ("P84291753", "P8429I753"),
        ("P84291753", "P8429L753"),
        ("P8429I753", "P84291753"),
        ("P84291753", "P84Z91753"),
        ("P84Z91753", "P84291753"),
        ("P84291753", "P842917S3"),
        ("P842917S3", "P84291753"),
        ("P84691753", "P84G91753"),
        ("P84G91753", "P84691753"),
        ("P84291753", "PB4291753"),
        ("PB4291753", "P84291753"),
    ] {
        for labels in [true, false] {
            let agreement = with(|sample| {
                sample.mrz.document_number = mrz.to_owned();
                sample.viz.number = printed.to_owned();
                sample.viz.labels = labels;
            });
            assert!(matches!(agreement.number, Seen::Agrees(_)), "{printed}");
        }
    }
    for at in 0..9 {
        for other in ['3', '7', 'X'] {
            let number = "P84291753";
            let mut printed = number.to_owned();
            printed.replace_range(at..=at, &other.to_string());
            if printed == number {
                continue;
            }
            let agreement = with(|sample| sample.viz.number = printed.clone());
            assert_eq!(contradicted(&agreement), ["document number"], "{printed}");
        }
    }
}

#[test]
fn every_transliteration_of_section_6_agrees() {
    for (printed, mrzs) in [
        ("Ågård", &["AAGAARD", "AGARD"][..]),
        ("Müller", &["MUELLER", "MUXXLLER", "MULLER"]),
        ("Øster", &["OESTER", "OSTER"]),
        ("Núñez", &["NUNEZ", "NUNXXEZ"]),
        ("Sæmundsson", &["SAEMUNDSSON"]),
        ("Þórðarson", &["THORDARSON"]),
        ("Đorđević", &["DORDEVIC"]),
        ("Łukasiewicz", &["LUKASIEWICZ"]),
        ("Weißmüller", &["WEISSMUELLER"]),
        ("O'Connor-Smith", &["OCONNOR SMITH"]),
        ("D’Artagnan", &["DARTAGNAN"]),
        ("İbrahimoğlu", &["IBRAHIMOGLU"]),
    ] {
        for &mrz in mrzs {
            let agreement = with(|sample| {
                mrz.clone_into(&mut sample.mrz.surname);
                printed.clone_into(&mut sample.viz.surname);
            });
            assert!(
                matches!(agreement.surname, Seen::Agrees(_)),
                "{printed} {mrz}"
            );
        }
    }
}

#[test]
fn a_name_of_two_lines_agrees_as_a_whole() {
    let mut sample = Sample::passport();
    sample.mrz.given_names = "Anna Maria Elisabet Kristina".to_owned();
    let mut picture = sample.whole();
    let name = |text: &str| picture.lines.iter().position(|line| line.text == text);
    let first = picture.lines[name("ANNA MARIA").unwrap()].clone();
    // The second line is as high and close below.
    let mut second = first.clone();
    second.text = "ELISABET KRISTINA".to_owned();
    for corner in &mut second.quad.0 {
        corner.y += 1.2 * first.quad.height();
    }
    picture.lines.push(second);
    let thresholds = &Policy::shipped().thresholds;
    let document = Document::of(&picture, None, today(), thresholds);
    let Seen::Agrees(place) = document.agreement.unwrap().given_names else {
        panic!("the name was not found");
    };
    assert_eq!(place.text, "ANNA MARIA ELISABET KRISTINA");
}

#[test]
fn the_zone_does_not_confirm_itself() {
    let mut picture = Sample::passport().whole();
    picture.lines = vec![
        line("P84291753<5SWE740812", 700.0, 955.0, 20.0, 0.99),
        line("P<SWEBJOERKLUND<<ANNA<MARIA", 10.0, 10.0, 20.0, 0.99),
        line("P84291753", 700.0, 955.0, 20.0, 0.99),
    ];
    let document = Document::of(&picture, None, today(), &Policy::shipped().thresholds);
    assert!(document.agreement.unwrap().agreeing().is_empty());
}

#[test]
fn every_changed_field_is_a_contradiction() {
    type Change = fn(&mut Sample);
    let changes: [(&str, Change); 9] = [
        ("document number", |s| {
            s.viz.number = "P84291754".to_owned();
        }),
        ("document number", |s| {
            s.viz.number = "X11223344".to_owned();
        }),
        ("document number", |s| s.viz.number = "112233".to_owned()),
        ("surname", |s| s.viz.surname = "LINDGREN".to_owned()),
        ("surname", |s| s.viz.surname = "BJÖRKLIND".to_owned()),
        ("given names", |s| s.viz.given_names = "OSKAR".to_owned()),
        ("date of birth", |s| {
            s.viz.birth_date = "12 AUG 1975".to_owned();
        }),
        ("date of expiry", |s| {
            s.viz.expiry_date = "15 APR 2031".to_owned();
        }),
        ("date of expiry", |s| {
            s.viz.expiry_date = "16.04.2030".to_owned();
        }),
    ];
    for (field, change) in changes {
        assert_eq!(contradicted(&with(change)), [field]);
    }
}

#[test]
fn without_labels_numbers_of_the_same_make_and_telling_dates_contradict() {
    let contradicts = |change: fn(&mut Sample)| {
        contradicted(&with(|sample| {
            sample.viz.labels = false;
            change(sample);
        }))
    };
    assert_eq!(
        contradicts(|s| s.viz.number = "P84291754".to_owned()),
        ["document number"]
    );
    assert_eq!(
        contradicts(|s| s.viz.birth_date = "12 AUG 1975".to_owned()),
        ["date of birth"]
    );
    assert_eq!(
        contradicts(|s| s.viz.expiry_date = "15 APR 2031".to_owned()),
        ["date of expiry"]
    );
    assert!(contradicts(|s| s.viz.number = "AUTHORITY 77".to_owned()).is_empty());
}

#[test]
fn a_second_number_beside_the_label_contradicts_even_where_the_right_one_is_perforated() {
    let mut sample = Sample::passport();
    sample.viz.number = "P84291754".to_owned();
    let mut picture = sample.whole();
    picture
        .lines
        .push(line("P84291753", 900.0, 30.0, 30.0, 0.99));
    let thresholds = &Policy::shipped().thresholds;
    let document = Document::of(&picture, None, today(), thresholds);
    assert_eq!(
        contradicted(&document.agreement.unwrap()),
        ["document number"]
    );
}

#[test]
fn print_that_was_missed_or_hardly_read_contradicts_nothing() {
    let empty: fn(&mut Sample) = |s| {
        s.viz.number.clear();
        s.viz.surname.clear();
        s.viz.birth_date.clear();
    };
    let doubtful: fn(&mut Sample) = |s| {
        s.viz.confidence = 0.6;
        s.viz.number = "P8429J753".to_owned();
        s.viz.surname = "BJQRKLUMD".to_owned();
        s.viz.birth_date = "12 AUG 1971".to_owned();
    };
    for change in [empty, doubtful] {
        let agreement = with(change);
        assert!(contradicted(&agreement).is_empty());
        let missing = [Field::Number, Field::Surname, Field::BirthDate];
        assert_eq!(agreement.missing(), missing);
    }
}

#[test]
fn names_that_print_cuts_or_swaps_contradict_nothing() {
    let shorter = with(|s| s.viz.given_names = "ANNA".to_owned());
    assert!(contradicted(&shorter).is_empty());
    let swapped = with(|s| std::mem::swap(&mut s.viz.given_names, &mut s.viz.surname));
    assert!(contradicted(&swapped).is_empty());
}

#[test]
fn long_numbers_agree_as_a_whole() {
    let mut sample = Sample::id_card();
    sample.mrz.document_number = "592123456789".to_owned();
    for printed in ["592-1234567-89", "592123456789"] {
        sample.viz.number = printed.to_owned();
        let agreement = compare(&sample);
        assert!(matches!(agreement.number, Seen::Agrees(_)), "{printed}");
    }
    sample.viz.number = "5921234567".to_owned();
    assert!(!compare(&sample).number.agrees());
}

#[test]
fn another_day_does_not_change_what_agrees() {
    let picture = Sample::passport().whole();
    let thresholds = &Policy::shipped().thresholds;
    let later = Day::new(2040, 1, 1).unwrap();
    let document = Document::of(&picture, None, later, thresholds);
    assert_eq!(document.agreement.unwrap().agreeing().len(), 6);
    assert!(
        Document::of(&blank(""), None, later, thresholds)
            .agreement
            .is_none()
    );
}

fn seen(sample: &Sample, change: impl Fn(&mut Vec<observation::TextLine>)) -> Agreement {
    let mut picture = sample.whole();
    change(&mut picture.lines);
    let thresholds = &Policy::shipped().thresholds;
    let document = Document::of(&picture, None, today(), thresholds);
    document.agreement.unwrap()
}

#[test]
fn a_name_is_not_found_in_an_address_nor_in_a_longer_word_nor_far_from_the_other() {
    for text in [
        "12 BJORKLUND STREET",
        "BJORKLUNDA",
        "NORRA BJORKLUND",
        "BJORKLUND",
    ] {
        let mut sample = Sample::passport();
        sample.viz.surname.clear();
        sample.viz.labels = false;
        let agreement = seen(&sample, |lines| {
            lines.push(line(text, 60.0, 700.0, 30.0, 0.99));
        });
        assert!(!agreement.surname.agrees(), "{text}");
    }
}

#[test]
fn names_without_labels_are_found_side_by_side_or_in_one_line() {
    for text in [
        "BJÖRKLUND, ANNA MARIA",
        "ANNA MARIA BJÖRKLUND",
        "1BJÖRKLUND ANNA MARIA",
    ] {
        let mut sample = Sample::passport();
        sample.viz.labels = false;
        sample.viz.surname.clear();
        text.clone_into(&mut sample.viz.given_names);
        let agreement = compare(&sample);
        assert!(
            agreement.surname.agrees() && agreement.given_names.agrees(),
            "{text}"
        );
    }
}

#[test]
fn a_number_is_not_found_within_a_longer_one_nor_where_another_is_meant() {
    for text in ["P842917531", "1P84291753", "P8429175", "P84291753 4421"] {
        let agreement = with(|sample| {
            sample.viz.labels = false;
            text.clone_into(&mut sample.viz.number);
        });
        assert!(!agreement.number.agrees(), "{text}");
    }
    let mut sample = Sample::id_card();
    sample.mrz.document_number = "197408121".to_owned();
    sample.viz.labels = false;
    let agreement = seen(&sample, |lines| {
        lines.push(line("Personal No.", 60.0, 700.0, 18.0, 0.9));
        lines.push(line("197408121", 60.0, 728.0, 30.0, 0.99));
    });
    assert!(!agreement.number.agrees());
}

#[test]
fn the_date_of_issue_is_no_date_of_birth_where_an_older_one_is_printed() {
    for labels in [true, false] {
        let agreement = with(|sample| {
            sample.viz.labels = labels;
            sample.mrz.birth_date = mrz::Date::new(2020, 4, 15);
        });
        assert_eq!(contradicted(&agreement), ["date of birth"]);
    }
}

#[test]
fn days_and_months_are_read_in_one_order() {
    let agreement = with(|sample| {
        sample.mrz.birth_date = mrz::Date::new(1974, 12, 8);
        sample.viz.birth_date = "12.08.1974".to_owned();
        sample.viz.expiry_date = "15.04.2030".to_owned();
    });
    assert!(!agreement.birth_date.agrees());
    let agreement = with(|sample| {
        sample.viz.birth_date = "08/12/1974".to_owned();
        sample.viz.expiry_date = "04/15/2030".to_owned();
    });
    assert!(agreement.birth_date.agrees() && agreement.expiry_date.agrees());
}

#[test]
fn a_date_whose_year_was_read_apart_is_one() {
    let mut sample = Sample::passport();
    sample.viz.expiry_date = "15 APR".to_owned();
    let agreement = seen(&sample, |lines| {
        let day = lines
            .iter()
            .find(|line| line.text == "15 APR")
            .unwrap()
            .clone();
        let right = day.quad.bounds();
        lines.push(line(
            "2030",
            right.x + right.width + 20.0,
            right.y,
            30.0,
            0.99,
        ));
    });
    assert!(agreement.expiry_date.agrees());
}

#[test]
fn countries_are_found_by_name_and_by_code() {
    for text in [
        "SWEDEN",
        "SVERIGE SWEDEN SUÈDE",
        "SWE",
        "P SWE P84291753",
        "SVENSK",
    ] {
        let agreement = with(|sample| text.clone_into(&mut sample.viz.country));
        assert!(agreement.country.agrees(), "{text}");
    }
    for text in ["NORGE", "SWEEP", "SWE LINDGREN", "Swe", ""] {
        let agreement = with(|sample| text.clone_into(&mut sample.viz.country));
        assert!(!agreement.country.agrees(), "{text}");
    }
}

#[test]
fn what_another_label_stands_above_is_no_name() {
    let mut sample = Sample::passport();
    sample.viz.given_names.clear();
    let agreement = seen(&sample, |lines| {
        lines.push(line("Nationality / Nationalité", 540.0, 318.0, 18.0, 0.9));
        lines.push(line("LAPPONIAN", 540.0, 342.0, 26.0, 0.99));
    });
    assert!(contradicted(&agreement).is_empty());
    assert_eq!(agreement.missing(), [Field::GivenNames]);
}

/// A label's value is found by its place; of a label in light small print only pieces may be read.
#[test]
fn a_piece_of_a_label_is_no_other_name() {
    let pieces = |height: f32| {
        seen(&Sample::passport(), |lines| {
            lines.retain(|line| !line.text.contains("Nom") && !line.text.contains("Prénoms"));
            lines.push(line("name/Nom", 564.0, 214.0, 16.0, 0.96));
            lines.push(line("Given", 541.0, 254.0, height, 0.99));
        })
    };
    let small = pieces(16.0);
    assert!(contradicted(&small).is_empty());
    assert!(small.missing().is_empty());
    // In letters as high as those of a name it could be one.
    assert_eq!(contradicted(&pieces(30.0)), ["surname"]);
}

#[test]
fn a_nationality_without_its_label_is_no_name() {
    let mut sample = Sample::passport();
    sample.viz.surname = "HARGREAVE".to_owned();
    sample.viz.labels = false;
    sample.mrz.nationality = "SWE".to_owned();
    sample.mrz.surname = "SWEDISH".to_owned();
    let agreement = seen(&sample, |lines| {
        lines.push(line("SWEDISH", 540.0, 342.0, 30.0, 0.99));
    });
    assert_eq!(agreement.missing(), [Field::Surname, Field::GivenNames]);
}

#[test]
fn a_nationality_without_its_label_is_no_second_line_of_a_name() {
    let shown = |surname: &str| {
        let mut sample = Sample::passport();
        sample.mrz.nationality = "SWE".to_owned();
        surname.clone_into(&mut sample.mrz.surname);
        seen(&sample, |lines| {
            lines.push(line("SWEDISH", 540.0, 342.0, 30.0, 0.99));
        })
    };
    let genuine = shown("BJOERKLUND");
    assert!(genuine.missing().is_empty() && contradicted(&genuine).is_empty());
    assert!(!shown("SWEDISH").surname.agrees());
}

#[test]
fn characters_that_changed_places_are_no_misreading() {
    let agreement = with(|sample| {
        sample.mrz.document_number = "D23145890".to_owned();
        sample.viz.number = "02314589D".to_owned();
    });
    assert!(!agreement.number.agrees());
}

/// A letter that is seen by half, where the rest is hidden, is another one for a reader; the name is missing
/// then.
#[test]
fn a_name_whose_end_is_hidden_is_missing_and_no_other_name() {
    for seen in ["ANNA", "ANNA MAR", "ANNA MARL"] {
        let agreement = with(|sample| seen.clone_into(&mut sample.viz.given_names));
        assert!(contradicted(&agreement).is_empty(), "{seen}");
        assert_eq!(agreement.missing(), [Field::GivenNames], "{seen}");
    }
    for other in ["LENA", "ANNA LENA", "ANNA MARLENE"] {
        let agreement = with(|sample| other.clone_into(&mut sample.viz.given_names));
        assert_eq!(contradicted(&agreement), ["given names"], "{other}");
    }
}
