use proptest::prelude::*;

use super::*;
use crate::template::Label;

fn american() -> &'static Template {
    Template::of_barcodes().unwrap()
}

fn seen(text: &str, at: At) -> Option<(Label, By, &str)> {
    opening(text, at, american()).map(|found| (found.field.label, found.by, &text[found.length..]))
}

#[test]
fn fields_are_opened_by_numbers_words_and_both() {
    for (text, expected) in [
        ("4d DLN 1234-56", (Label::Number, By::Both, "1234-56")),
        ("4dLIC#WDLAB12", (Label::Number, By::Both, "WDLAB12")),
        ("4dDL No98214738", (Label::Number, By::Both, "98214738")),
        ("4d LIC #:08123", (Label::Number, By::Both, "08123")),
        ("4d License No. N99", (Label::Number, By::Both, "N99")),
        ("4d.000000-000", (Label::Number, By::Number, "000000-000")),
        ("NO.1234567", (Label::Number, By::Word, "1234567")),
        ("DLNo.123XX6789", (Label::Number, By::Word, "123XX6789")),
        ("License # 1234567", (Label::Number, By::Word, "1234567")),
        (
            "DRIVER'S LICENSE NO. 1234567",
            (Label::Number, By::Word, "1234567"),
        ),
        ("DL#:123456789", (Label::Number, By::Word, "123456789")),
        ("3DOB01/12/1967", (Label::BirthDate, By::Both, "01/12/1967")),
        (
            "3DO8 01/01/1980",
            (Label::BirthDate, By::Both, "01/01/1980"),
        ),
        ("300807/15/1980", (Label::BirthDate, By::Both, "07/15/1980")),
        (
            "D.O.B.01-05-1948",
            (Label::BirthDate, By::Word, "01-05-1948"),
        ),
        (
            "3. 14.07.1981",
            (Label::BirthDate, By::Number, "14.07.1981"),
        ),
        (
            "4alss:01/01/2019",
            (Label::IssueDate, By::Both, "01/01/2019"),
        ),
        (
            "4aISs01/06/2015",
            (Label::IssueDate, By::Both, "01/06/2015"),
        ),
        ("IS03152018", (Label::IssueDate, By::Word, "03152018")),
        (
            "ISSUED: 06-06-2022",
            (Label::IssueDate, By::Word, "06-06-2022"),
        ),
        ("EXP01-05-2014", (Label::ExpiryDate, By::Word, "01-05-2014")),
        ("46 EXPIRATION DATE", (Label::ExpiryDate, By::Word, "")),
        ("1.FAMILY NAME", (Label::Surname, By::Both, "")),
        ("1 FAMILYNAME", (Label::Surname, By::Both, "")),
        ("FIRST/MIDDLE", (Label::GivenNames, By::Word, "")),
        ("Last Name", (Label::Surname, By::Word, "")),
        ("1SAMPLE", (Label::Surname, By::Number, "SAMPLE")),
        ("2. TINA, A", (Label::GivenNames, By::Number, "TINA, A")),
        ("8 123 MAIN ST", (Label::Address, By::Number, "123 MAIN ST")),
        ("15SEXM", (Label::Sex, By::Both, "M")),
        ("SEXM", (Label::Sex, By::Word, "M")),
        ("Oa END", (Label::Other, By::Word, "")),
    ] {
        assert_eq!(seen(text, At::LineStart), Some(expected), "{text}");
    }
}

#[test]
fn other_texts_open_nothing() {
    for text in [
        "",
        "SEXTON",
        "ENDERS",
        "RESTON",
        "LICENSE",
        "155 MAIN STREET",
        "12 OAK STREET",
        "08/04/1968",
        "DRIVER LICENSE",
        "SAMPLE",
        "8123 NORTH STREET",
    ] {
        assert!(seen(text, At::LineStart).is_none(), "{text}");
    }
    // A town, a lane.
    for text in ["ID 83702", "LN", "DL"] {
        assert!(seen(text, At::Row).is_none(), "{text}");
    }
    assert!(seen("END ROAD", At::Middle).is_none());
}

proptest! {
    #[test]
    fn an_opening_ends_within_its_text(text in "[0-9a-dA-Z]{0,3}[. #:]{0,2}(DOB|DL|Iss|SEX|[A-Z]{2})?\\PC{0,8}") {
        for at in [At::LineStart, At::Row, At::Middle] {
            if let Some(found) = opening(&text, at, american()) {
                prop_assert!(text.is_char_boundary(found.length));
                prop_assert!(found.length > 0);
            }
        }
    }
}
