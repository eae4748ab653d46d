//! The segments of a JPEG before its first scan (ITU-T T.81, B.1.1).

/// Markers without a length behind them: start of picture, restart, and the temporary one.
fn stands_alone(marker: u8) -> bool {
    matches!(marker, 0xD0..=0xD8 | 0x01)
}

/// Start of frame; C4, C8 and CC are something else.
pub(crate) fn is_frame(marker: u8) -> bool {
    matches!(marker, 0xC0..=0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF)
}

pub(crate) const SCAN: u8 = 0xDA;

/// Markers with what their segments hold, up to the first start of scan and with it; fewer where the
/// file is no JPEG, damaged or broken off.
pub(crate) fn segments(file: &[u8]) -> impl Iterator<Item = (u8, &[u8])> {
    let mut rest = file.strip_prefix(&[0xFF, 0xD8]).unwrap_or_default();
    std::iter::from_fn(move || {
        loop {
            let [0xFF, marker, after @ ..] = rest else {
                return None;
            };
            // Any number of fill bytes may stand before a marker.
            if *marker == 0xFF || stands_alone(*marker) {
                rest = &rest[if *marker == 0xFF { 1 } else { 2 }..];
                continue;
            }
            let length = usize::from(u16::from_be_bytes([*after.first()?, *after.get(1)?]));
            let segment = after.get(2..length)?;
            rest = if *marker == SCAN {
                &[]
            } else {
                after.get(length..)?
            };
            return Some((*marker, segment));
        }
    })
}
