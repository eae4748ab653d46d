//! A good JPEG whose EXIF segment is anything: whatever it says, the picture is read.
#![no_main]

use libfuzzer_sys::fuzz_target;

/// A grey JPEG of 8 × 8 pixels, drawn for this.
const PICTURE: &[u8] = include_bytes!("../seeds/picture/grey.jpg");
/// Longest payload of a segment, its own length and `Exif\0\0` counted off (ITU-T T.81, B.1.1.4).
const LONGEST: usize = 65_535 - 2 - 6;

fuzz_target!(|payload: &[u8]| {
    let payload = &payload[..payload.len().min(LONGEST)];
    let length = u16::try_from(payload.len() + 8).expect("at most 65,535");
    let mut file = PICTURE[..2].to_vec();
    file.extend_from_slice(&[0xFF, 0xE1]);
    file.extend_from_slice(&length.to_be_bytes());
    file.extend_from_slice(b"Exif\0\0");
    file.extend_from_slice(payload);
    file.extend_from_slice(&PICTURE[2..]);
    let picture = vision::decode(&file, &vision::Limits::default());
    assert!(picture.is_ok(), "EXIF made a good picture unreadable");
});
