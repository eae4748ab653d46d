//! Cards as they are printed: lines with places, restated from cards of invented people.

use identity::Date;
use serde_json::{Value, json};

use crate::read;
use crate::samples::{blank, line, today};

/// Reads a front: text, left, top and height of each line.
fn front(lines: &[(&str, f32, f32, f32)]) -> Value {
    let mut front = blank("front");
    front.lines = lines
        .iter()
        .map(|(text, left, top, height)| line(text, *left, *top, *height, 0.98))
        .collect();
    serde_json::to_value(read(&front, None, today())).unwrap()
}

fn day(year: u16, month: u8, day: u8) -> Value {
    json!(Date {
        day: Some(day),
        month: Some(month),
        year: Some(year),
    })
}

#[test]
fn labels_stand_above_values() {
    let reading = front(&[
        ("DRIVER LICENSE", 60.0, 135.0, 39.0),
        ("4d.DLN", 467.0, 195.0, 36.0),
        ("4b.EXP", 897.0, 195.0, 36.0),
        ("03/14/2030", 896.0, 232.0, 43.0),
        ("4821773", 467.0, 234.0, 43.0),
        ("1.FAMILY NAME", 468.0, 289.0, 29.0),
        ("WINTERBOURNE", 467.0, 325.0, 39.0),
        ("2.GIVEN NAMES", 467.0, 376.0, 34.0),
        ("CLARA", 468.0, 413.0, 42.0),
        ("JUNE", 468.0, 459.0, 42.0),
        ("8.ADDRESS", 465.0, 517.0, 33.0),
        ("77 ORCHARD LANE, NE", 468.0, 552.0, 44.0),
        ("#12", 468.0, 600.0, 44.0),
        ("SPRINGVALE, VA 23269", 466.0, 648.0, 44.0),
        ("16.HGT", 613.0, 706.0, 36.0),
        ("15.SEX", 465.0, 706.0, 36.0),
        ("3.DOB", 996.0, 706.0, 35.0),
        ("F", 464.0, 742.0, 44.0),
        ("5-04", 615.0, 743.0, 44.0),
        ("03/14/1986", 996.0, 741.0, 48.0),
        ("4a.ISS", 996.0, 797.0, 35.0),
        ("06/06/2022", 997.0, 833.0, 43.0),
    ]);
    assert_eq!(reading["number"], "4821773");
    assert_eq!(reading["last_name"], "WINTERBOURNE");
    assert_eq!(reading["first_name"], "CLARA JUNE");
    assert_eq!(
        reading["address"],
        "77 ORCHARD LANE, NE\n#12\nSPRINGVALE, VA 23269"
    );
    assert_eq!(reading["sex"], "female");
    assert_eq!(reading["dob"], day(1986, 3, 14));
    assert_eq!(reading["issued_date"], day(2022, 6, 6));
    assert_eq!(reading["expiration_date"], day(2030, 3, 14));
}

#[test]
fn titles_stand_on_two_lines_and_numbers_are_run_into_words_and_houses() {
    let reading = front(&[
        ("DRIVER'S", 977.0, 54.0, 53.0),
        ("LICENSE", 977.0, 115.0, 53.0),
        ("4dDL No98214738", 468.0, 253.0, 44.0),
        ("3DOB03/14/1986", 465.0, 330.0, 49.0),
        ("4b EXP 03/14/2030", 896.0, 334.0, 44.0),
        ("4alss 06/06/2022", 466.0, 411.0, 49.0),
        ("15SEXF", 891.0, 413.0, 44.0),
        ("2 CLARA JUNE", 466.0, 503.0, 44.0),
        ("1WINTERBOURNE", 466.0, 564.0, 44.0),
        ("877 ORCHARD LANE", 466.0, 634.0, 44.0),
        ("SPRINGVALE, VA 23269", 492.0, 690.0, 44.0),
    ]);
    assert_eq!(reading["type"], "driving_license");
    assert_eq!(reading["number"], "98214738");
    assert_eq!(reading["last_name"], "WINTERBOURNE");
    assert_eq!(reading["first_name"], "CLARA JUNE");
    assert_eq!(reading["address"], "77 ORCHARD LANE\nSPRINGVALE, VA 23269");
    assert_eq!(reading["sex"], "female");
    assert_eq!(reading["dob"], day(1986, 3, 14));
    assert_eq!(reading["issued_date"], day(2022, 6, 6));
}

#[test]
fn fields_are_called_in_two_languages() {
    let reading = front(&[
        ("DRIVER'S LICENCE", 330.0, 20.0, 22.0),
        ("PERMIS DE CONDUIRE", 330.0, 45.0, 18.0),
        ("1 FAMILY NAME/NOM DE FAMILLE", 220.0, 80.0, 12.0),
        ("WINTERBOURNE", 220.0, 95.0, 20.0),
        ("2 GIVEN NAMES/PRÉNOMS", 220.0, 117.0, 12.0),
        ("CLARA JUNE", 220.0, 131.0, 20.0),
        ("8 ADDRESS/ADRESSE", 220.0, 156.0, 12.0),
        ("77 ORCHARD LANE", 220.0, 170.0, 20.0),
        ("SPRINGVALE, ON, M3M 1J8", 220.0, 192.0, 20.0),
        ("4d NUMBER/NUMÉRO", 220.0, 219.0, 12.0),
        ("W0123 - 45678 - 90123", 220.0, 233.0, 22.0),
        ("4a ISS/DÉL", 220.0, 264.0, 12.0),
        ("2022/06/06", 220.0, 277.0, 20.0),
        ("4b EXP/EXP", 400.0, 264.0, 12.0),
        ("2030/03/14", 400.0, 277.0, 20.0),
        ("5 DD/RÉF", 520.0, 264.0, 12.0),
        ("3 DOB/DDN", 220.0, 304.0, 12.0),
        ("1986/03/14", 220.0, 317.0, 20.0),
        ("15 SEX/SEXE", 400.0, 304.0, 12.0),
        ("F", 400.0, 317.0, 20.0),
    ]);
    assert_eq!(reading["number"], "W01234567890123");
    assert_eq!(reading["last_name"], "WINTERBOURNE");
    assert_eq!(reading["first_name"], "CLARA JUNE");
    assert_eq!(
        reading["address"],
        "77 ORCHARD LANE\nSPRINGVALE, ON, M3M 1J8"
    );
    assert_eq!(reading["sex"], "female");
    assert_eq!(reading["dob"], day(1986, 3, 14));
    assert_eq!(reading["issued_date"], day(2022, 6, 6));
    assert_eq!(reading["expiration_date"], day(2030, 3, 14));
}

#[test]
fn a_value_is_one_field_s_and_the_nearest_one_s() {
    let reading = front(&[
        ("DRIVER LICENSE", 28.0, 67.0, 20.0),
        ("123456789", 314.0, 154.0, 25.0),
        ("02/11/1974", 518.0, 155.0, 25.0),
        ("DOB", 476.0, 163.0, 17.0),
        ("DL NO.", 265.0, 165.0, 19.0),
        ("02/11/2030", 320.0, 182.0, 23.0),
        ("02/11/2022", 518.0, 184.0, 21.0),
        ("ISS", 476.0, 187.0, 20.0),
        ("EXP", 266.0, 187.0, 18.0),
        ("SAMPLE", 265.0, 316.0, 23.0),
        ("JANICE", 265.0, 337.0, 22.0),
    ]);
    assert_eq!(reading["number"], "123456789");
    assert_eq!(reading["dob"], day(1974, 2, 11));
    assert_eq!(reading["issued_date"], day(2022, 2, 11));
    assert_eq!(reading["expiration_date"], day(2030, 2, 11));
    // Names that nothing opens.
    assert_eq!(reading["last_name"], Value::Null);
    assert_eq!(reading["first_name"], Value::Null);
}

#[test]
fn a_street_a_class_and_a_label_are_no_names() {
    let reading = front(&[
        ("DRIVER LICENSE", 212.0, 21.0, 25.0),
        ("NO.1234567", 270.0, 128.0, 24.0),
        ("CLASS D", 466.0, 132.0, 23.0),
        ("EXP01-05-2034", 445.0, 151.0, 24.0),
        ("D.O.B.01-05-1978", 225.0, 151.0, 24.0),
        ("1 WONDERFUL DRIVE", 229.0, 222.0, 18.0),
        ("LAST NAME, SUFIX", 229.0, 262.0, 18.0),
        ("FIRST MIDDLE", 229.0, 282.0, 18.0),
        ("2 DONORS", 229.0, 382.0, 18.0),
    ]);
    assert_eq!(reading["last_name"], Value::Null);
    assert_eq!(reading["first_name"], Value::Null);
    assert_eq!(reading["number"], "1234567");
    assert_eq!(reading["dob"], day(1978, 1, 5));
    assert_eq!(reading["expiration_date"], day(2034, 1, 5));
}

#[test]
fn a_name_that_may_go_on_with_the_other_one_is_none() {
    let lines = [
        ("DRIVER LICENSE", 28.0, 67.0, 20.0),
        ("1 FAMILY NAME", 265.0, 296.0, 18.0),
        ("PUBLIC", 265.0, 316.0, 23.0),
        ("JANE ANN", 265.0, 341.0, 23.0),
    ];
    assert_eq!(front(&lines)["last_name"], Value::Null);
    assert_eq!(front(&lines[..3])["last_name"], "PUBLIC");
}

#[test]
fn an_address_of_which_a_line_is_missing_is_none() {
    let reading = front(&[
        ("DRIVER LICENSE", 28.0, 67.0, 20.0),
        ("8 ADDRESS", 265.0, 316.0, 23.0),
        ("SPRINGVALE, VA 23269", 265.0, 380.0, 24.0),
    ]);
    assert_eq!(reading["address"], Value::Null);
}

#[test]
fn a_number_right_below_the_title_is_the_card_s() {
    let number = |text: &str, left: f32| {
        let lines = [
            ("DRIVER LICENSE CLASS E", 701.0, 66.0, 40.0),
            (text, left, 125.0, 44.0),
        ];
        front(&lines)["number"].clone()
    };
    assert_eq!(number("S514-172-80-844-0", 700.0), "S514172808440");
    for (text, left) in [
        ("S514-172-80-844-0", 500.0),
        ("1234567890", 700.0),
        ("03-14-1986", 700.0),
    ] {
        assert_eq!(number(text, left), Value::Null);
    }
}

#[test]
fn dates_that_can_t_be_true_together_are_none() {
    let reading = front(&[
        ("DRIVER LICENSE", 28.0, 67.0, 20.0),
        ("DOB 02/11/2022", 265.0, 116.0, 23.0),
        ("EXP 02/11/2030", 265.0, 146.0, 23.0),
    ]);
    assert_eq!(reading["dob"], Value::Null);
    assert_eq!(reading["expiration_date"], Value::Null);
}
