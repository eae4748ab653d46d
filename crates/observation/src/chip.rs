use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

/// The aligned face in grey, [`Chip::SIDE`] squared bytes, row by row: enough to lay one picture upon
/// another and see whether they are one photograph. In text it is base64, a third of what a list of numbers
/// takes.
#[derive(Clone, PartialEq, Eq)]
pub struct Chip(pub Vec<u8>);

impl Chip {
    /// Pixels in a row, and rows.
    pub const SIDE: usize = 96;
}

impl Serialize for Chip {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&STANDARD.encode(&self.0))
    }
}

impl<'de> Deserialize<'de> for Chip {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let pixels = STANDARD.decode(text);
        // The error of base64 repeats part of what it was given.
        pixels
            .map(Self)
            .map_err(|_| D::Error::custom("a face's chip is not base64"))
    }
}

// Biometrics never reach a log.
impl std::fmt::Debug for Chip {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Chip").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chip_comes_back_as_it_was_and_shows_nothing() {
        let chip = Chip((0..=255).collect());
        let text = serde_json::to_string(&chip).unwrap();
        assert_eq!(serde_json::from_str::<Chip>(&text).unwrap(), chip);
        assert!(text.len() < 350);
        assert_eq!(format!("{chip:?}"), "Chip { .. }");
        let error = serde_json::from_str::<Chip>("\"secret!\"").unwrap_err();
        assert!(!error.to_string().contains('!'), "{error}");
    }
}
