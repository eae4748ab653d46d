//! Any text as a driving licence's barcode or magnetic stripe.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let Ok(card) = aamva::parse(text) else {
        return;
    };
    let _ = card.is_identification();
    let license = card.license();
    // Every date that is given exists.
    for date in [license.birth_date, license.expiry_date, license.issue_date]
        .into_iter()
        .flatten()
    {
        assert!(aamva::Date::new(date.year, date.month, date.day).is_some());
    }
});
