/// How tall the holder is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Height {
    Inches(u16),
    Centimetres(u16),
}

/// How heavy the holder is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    Pounds(u16),
    Kilograms(u16),
    /// Pounds, from and to; the last class has no end (annex D, `DCE`).
    PoundsRange(u16, Option<u16>),
}

const INCHES_A_FOOT: u16 = 12;
/// Without a unit, heights from here on are feet and inches in one number: `509` is 5 feet 9.
const FEET_AND_INCHES: u16 = 300;

impl Height {
    /// `DAU`: `072 IN`, `183 cm`, and `509` in version 1.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let (number, unit) = measure(text)?;
        match unit {
            Unit::Centimetre => Some(Self::Centimetres(number)),
            Unit::None if number >= FEET_AND_INCHES => {
                let inches = number % 100;
                (inches < INCHES_A_FOOT)
                    .then_some(Self::Inches(number / 100 * INCHES_A_FOOT + inches))
            }
            Unit::Inch | Unit::None => Some(Self::Inches(number)),
            Unit::Other => None,
        }
    }

    /// `DAV`: centimetres.
    pub(crate) fn metric(text: &str) -> Option<Self> {
        measure(text).map(|(number, _)| Self::Centimetres(number))
    }
}

impl Weight {
    /// `DAW`: pounds, but for cards that say otherwise.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let (number, _) = measure(text)?;
        if text.to_ascii_uppercase().contains("KG") {
            return Some(Self::Kilograms(number));
        }
        Some(Self::Pounds(number))
    }

    /// `DAX`: kilograms.
    pub(crate) fn metric(text: &str) -> Option<Self> {
        measure(text).map(|(number, _)| Self::Kilograms(number))
    }

    /// `DCE`: one of ten classes.
    pub(crate) fn class(text: &str) -> Option<Self> {
        let (from, to) = match text.trim() {
            "0" => (0, Some(70)),
            "1" => (71, Some(100)),
            "2" => (101, Some(130)),
            "3" => (131, Some(160)),
            "4" => (161, Some(190)),
            "5" => (191, Some(220)),
            "6" => (221, Some(250)),
            "7" => (251, Some(280)),
            "8" => (281, Some(320)),
            "9" => (321, None),
            _ => return None,
        };
        Some(Self::PoundsRange(from, to))
    }
}

enum Unit {
    None,
    Inch,
    Centimetre,
    Other,
}

/// A number above nought and what follows it.
fn measure(text: &str) -> Option<(u16, Unit)> {
    let text = text.trim();
    let end = text
        .find(|character: char| !character.is_ascii_digit())
        .unwrap_or(text.len());
    let number = text[..end].parse().ok().filter(|&number| number > 0)?;
    let unit = match text[end..].trim().to_ascii_uppercase().as_str() {
        "" => Unit::None,
        "IN" | "\"" => Unit::Inch,
        "CM" => Unit::Centimetre,
        _ => Unit::Other,
    };
    Some((number, unit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heights() {
        for (text, expected) in [
            ("072 IN", Some(Height::Inches(72))),
            ("71 in ", Some(Height::Inches(71))),
            ("183 cm", Some(Height::Centimetres(183))),
            ("509", Some(Height::Inches(69))),
            ("600", Some(Height::Inches(72))),
            ("519", None),
            ("", None),
            ("000 IN", None),
        ] {
            assert_eq!(Height::read(text), expected, "{text}");
        }
    }

    #[test]
    fn weights() {
        assert_eq!(Weight::read("175"), Some(Weight::Pounds(175)));
        assert_eq!(Weight::read("50 KG"), Some(Weight::Kilograms(50)));
        assert_eq!(
            Weight::class("3"),
            Some(Weight::PoundsRange(131, Some(160)))
        );
        assert_eq!(Weight::class("X"), None);
    }
}
