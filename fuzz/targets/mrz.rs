//! Any text as the lines of a machine readable zone.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let lines: Vec<String> = text.lines().take(4).map(str::to_owned).collect();
    let Ok(zone) = mrz::parse(&lines) else {
        return;
    };
    assert_eq!(zone.lines.len(), zone.format.line_count());
    for line in &zone.lines {
        assert_eq!(line.chars().count(), zone.format.line_length());
    }
    let today = (2026, 1, 1);
    let _ = mrz::birth_date(&zone.fields, today);
    let _ = mrz::expiry_date(&zone.fields, today);
    let _ = mrz::compare_names(text, &zone.fields.surname);
});
