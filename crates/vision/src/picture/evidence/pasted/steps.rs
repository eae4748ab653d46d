//! With which steps a JPEG's luma was quantised.

use crate::picture::segments::{SCAN, is_frame, segments};

/// The steps of the first component's coefficients, in zigzag order (ITU-T T.81, B.2.4.1); `None` for
/// files that are no JPEG or break off before the first scan.
pub(crate) fn luma_steps(file: &[u8]) -> Option<[u16; 64]> {
    let mut tables = [None; 4];
    let mut of_luma = None;
    for (marker, segment) in segments(file) {
        match marker {
            0xDB => define(segment, &mut tables)?,
            SCAN => return tables.get(of_luma?).copied().flatten(),
            _ if is_frame(marker) => of_luma = Some(usize::from(*segment.get(8)?)),
            _ => {}
        }
    }
    None
}

fn define(mut segment: &[u8], tables: &mut [Option<[u16; 64]>; 4]) -> Option<()> {
    while let [head, rest @ ..] = segment {
        let wide = head >> 4 != 0;
        let bytes = rest.get(..if wide { 128 } else { 64 })?;
        let mut steps = [0; 64];
        for (at, step) in steps.iter_mut().enumerate() {
            *step = if wide {
                u16::from_be_bytes([bytes[2 * at], bytes[2 * at + 1]])
            } else {
                u16::from(bytes[at])
            };
        }
        if steps.contains(&0) {
            return None;
        }
        *tables.get_mut(usize::from(head & 15))? = Some(steps);
        segment = &rest[bytes.len()..];
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn jpeg(quality: u8) -> Vec<u8> {
        let mut file = Vec::new();
        let picture = image::RgbImage::from_pixel(16, 16, image::Rgb([90, 120, 60]));
        image::codecs::jpeg::JpegEncoder::new_with_quality(&mut file, quality)
            .encode_image(&picture)
            .unwrap();
        file
    }

    #[test]
    fn steps_are_those_of_annex_k_scaled() {
        // The first values of table K.1 in zigzag order; at quality 50 they are unscaled.
        let steps = luma_steps(&jpeg(50)).unwrap();
        assert_eq!(steps[..10], [16, 11, 12, 14, 12, 10, 16, 14, 13, 14]);
        assert_eq!(luma_steps(&jpeg(100)).unwrap(), [1; 64]);
    }

    proptest! {
        #[test]
        fn any_bytes_are_survived(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            luma_steps(&bytes);
            luma_steps(&[&[0xFF, 0xD8, 0xFF][..], &bytes].concat());
        }

        #[test]
        fn broken_files_are_survived(at in 0_usize..400, byte in any::<u8>(), end in 0_usize..600) {
            let mut file = jpeg(80);
            let at = at % file.len();
            file[at] = byte;
            luma_steps(&file);
            luma_steps(&file[..end.min(file.len())]);
        }
    }
}
