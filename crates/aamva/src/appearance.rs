//! Colours by their codes in AAMVA D20, and by how cards misspell these.

/// `DAY`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EyeColor {
    Black,
    Blue,
    Brown,
    Dichromatic,
    Gray,
    Green,
    Hazel,
    Maroon,
    Pink,
}

/// `DAZ`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HairColor {
    Bald,
    Black,
    Blond,
    Brown,
    Gray,
    Red,
    Sandy,
    White,
}

impl EyeColor {
    pub(crate) fn read(text: &str) -> Option<Self> {
        Some(match text.trim().to_ascii_uppercase().as_str() {
            "BLK" | "BK" | "BLACK" => Self::Black,
            "BLU" | "BL" | "BLUE" => Self::Blue,
            "BRO" | "BR" | "BN" | "BRN" | "BROWN" => Self::Brown,
            "DIC" => Self::Dichromatic,
            "GRY" | "GY" | "GRAY" | "GREY" => Self::Gray,
            "GRN" | "GR" | "GN" | "GREEN" => Self::Green,
            "HAZ" | "HZ" | "HZL" | "HAZEL" => Self::Hazel,
            "MAR" => Self::Maroon,
            "PNK" | "PINK" => Self::Pink,
            _ => return None,
        })
    }
}

impl HairColor {
    pub(crate) fn read(text: &str) -> Option<Self> {
        Some(match text.trim().to_ascii_uppercase().as_str() {
            "BAL" | "BALD" => Self::Bald,
            "BLK" | "BK" | "BLACK" => Self::Black,
            "BLN" | "BLD" | "BLOND" | "BLONDE" => Self::Blond,
            "BRO" | "BR" | "BN" | "BRN" | "BROWN" => Self::Brown,
            "GRY" | "GY" | "GRAY" | "GREY" => Self::Gray,
            "RED" | "RD" => Self::Red,
            "SDY" | "SANDY" => Self::Sandy,
            "WHI" | "WH" | "WHITE" => Self::White,
            _ => return None,
        })
    }
}
