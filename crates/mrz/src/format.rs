use std::fmt;

/// The five machine readable zones of Doc 9303, and one that is older than they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Format {
    /// Identity card size, three lines of 30 (part 5).
    Td1,
    /// Two lines of 36 (part 6).
    Td2,
    /// Passport size, two lines of 44 (part 4).
    Td3,
    /// Full page visa, two lines of 44 (part 7).
    MrvA,
    /// Small visa, two lines of 36 (part 7).
    MrvB,
    /// French national identity card of 1988 to 2021, two lines of 36 with an order of its own.
    FrenchCard,
}

impl Format {
    pub const ALL: [Self; 6] = [
        Self::Td1,
        Self::Td2,
        Self::Td3,
        Self::MrvA,
        Self::MrvB,
        Self::FrenchCard,
    ];

    /// How many lines the zone has.
    pub fn line_count(self) -> usize {
        match self {
            Self::Td1 => 3,
            Self::Td2 | Self::Td3 | Self::MrvA | Self::MrvB | Self::FrenchCard => 2,
        }
    }

    /// How many characters each line has.
    pub fn line_length(self) -> usize {
        match self {
            Self::Td1 => 30,
            Self::Td2 | Self::MrvB | Self::FrenchCard => 36,
            Self::Td3 | Self::MrvA => 44,
        }
    }

    /// `TD1`, `TD2`, `TD3`, `MRVA`, `MRVB` or `FRENCH_CARD`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Td1 => "TD1",
            Self::Td2 => "TD2",
            Self::Td3 => "TD3",
            Self::MrvA => "MRVA",
            Self::MrvB => "MRVB",
            Self::FrenchCard => "FRENCH_CARD",
        }
    }

    /// The format these lines have by their shape; a first letter `V` tells the visas from TD2 and
    /// TD3, and `IDFRA` the French card from TD2: France gave out no other card of that size with that
    /// code. `None` where no format has this many lines of this length.
    pub fn of(lines: &[impl AsRef<str>]) -> Option<Self> {
        let first = lines.first()?.as_ref();
        let length = first.chars().count();
        if lines
            .iter()
            .any(|line| line.as_ref().chars().count() != length)
        {
            return None;
        }
        match (lines.len(), length, first.starts_with('V')) {
            (3, 30, _) => Some(Self::Td1),
            (2, 36, false) if first.starts_with("IDFRA") => Some(Self::FrenchCard),
            (2, 36, false) => Some(Self::Td2),
            (2, 36, true) => Some(Self::MrvB),
            (2, 44, false) => Some(Self::Td3),
            (2, 44, true) => Some(Self::MrvA),
            _ => None,
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shape_and_first_letter_decide() {
        for format in Format::ALL {
            let first = match format {
                Format::MrvA | Format::MrvB => "V",
                Format::FrenchCard => "IDFRA",
                _ => "P",
            };
            let line = format!("{first:<<width$}", width = format.line_length());
            assert_eq!(Format::of(&vec![line; format.line_count()]), Some(format));
        }
    }

    #[test]
    fn other_shapes_have_no_format() {
        assert_eq!(Format::of(&[""; 0]), None);
        assert_eq!(Format::of(&["<".repeat(44)]), None);
        assert_eq!(Format::of(&["<".repeat(44), "<".repeat(43)]), None);
        assert_eq!(
            Format::of(&["<".repeat(36), "<".repeat(36), "<".repeat(36)]),
            None
        );
    }
}
