//! Whether a file was made smaller or saved coarsely after the camera had written it.

/// Quality of a JPEG, on the scale of the IJG's library, below which it is no camera's: messengers save at 60
/// to 80, and of the camera files in `recapture` all but one, at 69, at 89 or more.
const LEAST_QUALITY: f32 = 82.0;
/// Pixels up to which a picture was made smaller: cameras of phones have more.
const SMALL: u64 = 1_500_000;
/// Sum of the steps of ITU-T T.81, table K.1, which the scale of qualities takes as 50.
const STEPS: f32 = 3688.0;

/// How much of what the camera saw a file can still show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Saving {
    /// As a camera saves.
    #[default]
    Full,
    /// Small, or with coarse steps, as messengers send pictures: fine structure is gone.
    Reduced,
}

impl Saving {
    /// `steps` are those that a JPEG's luma was quantised with, in any order.
    pub(crate) fn of(steps: Option<&[u16; 64]>, (width, height): (u32, u32)) -> Self {
        let coarse = steps.is_some_and(|steps| quality(steps) < LEAST_QUALITY);
        if coarse || u64::from(width) * u64::from(height) <= SMALL {
            Self::Reduced
        } else {
            Self::Full
        }
    }
}

/// The quality that the IJG's library would have made these steps at.
fn quality(steps: &[u16; 64]) -> f32 {
    let sum: f32 = steps.iter().map(|step| f32::from(*step)).sum();
    let scale = 100.0 * sum / STEPS;
    if scale > 100.0 {
        5000.0 / scale
    } else {
        (200.0 - scale) / 2.0
    }
}

#[cfg(test)]
mod tests {
    use image::{RgbImage, codecs::jpeg::JpegEncoder};

    use super::*;
    use crate::picture::evidence::pasted::luma_steps;

    fn steps(quality: u8) -> Option<[u16; 64]> {
        let mut file = Vec::new();
        let encoder = JpegEncoder::new_with_quality(&mut file, quality);
        RgbImage::new(16, 16).write_with_encoder(encoder).unwrap();
        luma_steps(&file)
    }

    #[test]
    fn the_quality_is_the_encoders() {
        for wanted in [30, 60, 75, 90, 95] {
            let found = quality(&steps(wanted).unwrap());
            assert!((found - f32::from(wanted)).abs() < 1.0, "{wanted}: {found}");
        }
    }

    #[test]
    fn messengers_save_small_or_coarsely() {
        let of = |quality, size| Saving::of(steps(quality).as_ref(), size);
        assert_eq!(of(92, (4000, 3000)), Saving::Full);
        assert_eq!(of(75, (4000, 3000)), Saving::Reduced);
        assert_eq!(of(92, (1280, 960)), Saving::Reduced);
        assert_eq!(Saving::of(None, (3000, 2000)), Saving::Full);
    }
}
