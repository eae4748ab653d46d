//! What a card repeats of its holder beside its fields is left as it is where a field is changed.

use identity::Verdict;

use crate::samples::{Sample, judge, line, request};

/// Whether a licence with these fields is verified beside the barcode of Anna Maria Public, born on 1974-08-12.
/// It repeats the date in its photo and the name in a signature.
fn is_verified(birth_date: &str, surname: &str, given_names: &str) -> bool {
    let sample = Sample::license();
    let mut front = sample.front();
    let lines = [
        ("DRIVER LICENSE", 700.0, 40.0, 40.0),
        ("CALIFORNIA", 100.0, 40.0, 40.0),
        ("4d DL NO. P84291753", 500.0, 140.0, 40.0),
        (birth_date, 500.0, 200.0, 40.0),
        ("4b EXP 04/15/2030", 500.0, 260.0, 40.0),
        ("4a ISS 04/15/2020", 500.0, 320.0, 40.0),
        (surname, 500.0, 420.0, 40.0),
        (given_names, 500.0, 480.0, 40.0),
        ("15 SEX F", 500.0, 600.0, 40.0),
        ("08/12/74", 1200.0, 800.0, 30.0),
        ("Anna Maria Public", 100.0, 900.0, 60.0),
    ];
    front.lines = lines
        .into_iter()
        .map(|(text, left, top, height)| line(text, left, top, height, 0.99))
        .collect();
    let back = sample.barcode_side("DL");
    judge(&request(&front, Some(&back), None)).verdict == Verdict::Verified
}

#[test]
fn a_field_is_what_stands_in_it() {
    let (born, surname, given) = ("3 DOB 08/12/1974", "1 PUBLIC", "2 ANNA MARIA");
    assert!(is_verified(born, surname, given));
    // The next field's date was run into it.
    assert!(is_verified("3 DOB 08/12/19744s1/17/2020", surname, given));
    for changed in [
        "3 DOB 08/13/1974",
        "3 DOB 08/12/1975",
        "3 DOB 04/15/2020",
        "3 DOB 08/12/1984s1/17/2020",
        "08/12/1975",
        "3 DOB",
    ] {
        assert!(!is_verified(changed, surname, given), "{changed}");
    }
    for changed in ["1 HARGREAVE", "1HARGREAVE", "1 PUBLIX", "HARGREAVE", ""] {
        assert!(!is_verified(born, changed, given), "{changed}");
    }
    for changed in ["2 BETTY", "2 ANNA BETTY", "2 MARIA", ""] {
        assert!(!is_verified(born, surname, changed), "{changed}");
    }
}
