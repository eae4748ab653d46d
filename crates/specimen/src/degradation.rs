use std::{fmt, str::FromStr};

use crate::Error;

/// What can happen to a document on its way into a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Degradation {
    /// Nothing.
    None,
    /// Photographed on a table with a phone: perspective, a small turn, uneven light, slight
    /// blur, sensor noise, strong JPEG compression.
    Handheld,
    /// Out of focus.
    Blur,
    /// A lamp mirrored in the laminate.
    Glare,
    /// Too little light.
    Dark,
    /// Photographed from a screen: its pixel grid, beating with the camera's.
    Recapture,
    /// Copied in black and white.
    Copy,
    /// Photographed from a screen, whose frame is in the picture.
    RecaptureBezel,
    /// Photographed from a screen too fine for its grid to show, which glows and mirrors the room.
    RecaptureGlow,
    /// Printed by a colour printer, in dots.
    ColourCopy,
    /// The date of birth painted over and printed anew; what machines read is left as it was.
    AlteredField,
    /// The date of birth changed in print and in zone or barcode, with right check digits.
    AlteredConsistently,
    /// Another face over the holder's, with noise and compression of its own. In the document where
    /// it comes before `Handheld`, in the photograph where it comes after.
    ReplacedPortrait,
    /// The date of birth from another document's photograph pasted in.
    PastedField,
    /// The date of birth taken out and set anew in another typeface, of [`Family::Judging`]; what machines
    /// read is left as it was.
    RetouchedField,
}

/// The two families that forgeries are simulated in. What notices forgeries is tuned on the one and judged
/// on the other: a figure on what it was tuned on says nothing. They share no code that alters, no typeface
/// and no range of sizes and inks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// Thresholds are chosen on these.
    Tuning,
    /// Rates are stated on these.
    Judging,
}

impl Degradation {
    pub const ALL: [Self; 15] = [
        Self::None,
        Self::Handheld,
        Self::Blur,
        Self::Glare,
        Self::Dark,
        Self::Recapture,
        Self::Copy,
        Self::RecaptureBezel,
        Self::RecaptureGlow,
        Self::ColourCopy,
        Self::AlteredField,
        Self::AlteredConsistently,
        Self::ReplacedPortrait,
        Self::PastedField,
        Self::RetouchedField,
    ];

    /// Which family of forgeries it is of; `None` of what honest people's pictures suffer too.
    pub fn family(self) -> Option<Family> {
        match self {
            Self::None | Self::Handheld | Self::Blur | Self::Glare | Self::Dark => None,
            Self::RetouchedField => Some(Family::Judging),
            _ => Some(Family::Tuning),
        }
    }

    /// The name used on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Handheld => "handheld",
            Self::Blur => "blur",
            Self::Glare => "glare",
            Self::Dark => "dark",
            Self::Recapture => "recapture",
            Self::Copy => "copy",
            Self::RecaptureBezel => "recapture_bezel",
            Self::RecaptureGlow => "recapture_glow",
            Self::ColourCopy => "colour_copy",
            Self::AlteredField => "altered_field",
            Self::AlteredConsistently => "altered_consistently",
            Self::ReplacedPortrait => "replaced_portrait",
            Self::PastedField => "pasted_field",
            Self::RetouchedField => "retouched_field",
        }
    }
}

impl fmt::Display for Degradation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

impl FromStr for Degradation {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        Self::ALL
            .into_iter()
            .find(|degradation| degradation.name() == name)
            .ok_or(Error::Degradation)
    }
}
