//! Any text as the lines for machines of a driving licence.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let Some(Ok(line)) = national::line::read(text.lines().take(8)) else {
        return;
    };
    assert!(line.number.is_some_and(|number| !number.is_empty()));
    if let Some((_, month, day)) = line.birth {
        assert!((1..=12).contains(&month) && (1..=31).contains(&day));
    }
    if let Some((_, month, day)) = line.expiry {
        assert!((1..=12).contains(&month) && (1..=31).contains(&day));
    }
});
