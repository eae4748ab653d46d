//! Any text as a national number of every scheme, beside a holder of that name.
#![no_main]

use libfuzzer_sys::fuzz_target;
use national::number::{ALL, Date, Holder, Sex};

fuzz_target!(|text: &str| {
    let mut holder = Holder {
        birth: Some(Date {
            year: 1974,
            month: 8,
            day: 12,
        }),
        sex: Some(Sex::Female),
        surname: vec![text.to_owned()],
        given_names: vec![text.to_owned()],
    };
    for scheme in ALL {
        if let Some(number) = scheme.read(text) {
            let _ = scheme.differing(&number, &holder);
        }
        let _ = scheme.make(&holder, text.len() as u32);
    }
    // A number that can be made for somebody is that person's.
    holder.surname = vec!["BAUMANN".to_owned()];
    holder.given_names = vec!["ANNA MARIA".to_owned()];
    for scheme in ALL {
        let serial = text.bytes().fold(0_u32, |sum, byte| {
            sum.wrapping_mul(31).wrapping_add(u32::from(byte))
        });
        if let Some(made) = scheme.make(&holder, serial) {
            let number = scheme.read(&made).expect("what is made is read");
            assert!(number.holds != Some(false));
            assert!(scheme.differing(&number, &holder).is_empty());
        }
    }
});
