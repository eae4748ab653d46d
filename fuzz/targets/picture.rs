//! Any file at all, as it is uploaded.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|file: &[u8]| {
    let limits = vision::Limits::default();
    if let Ok(picture) = vision::decode_document(file, &limits) {
        let (width, height) = picture.pixels().dimensions();
        assert!(width > 0 && height > 0);
        assert!(width.max(height) <= limits.long_side);
    }
});
