//! What the recogniser thinks of each step of a line, over the alphabet of ICAO Doc 9303.

/// `A`–`Z`, `0`–`9`, `<`.
pub(crate) const ALPHABET: &[u8; 37] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<";
/// Position of `<` in [`ALPHABET`].
pub(crate) const FILLER: usize = 36;
/// Symbols, then the blank.
const COLUMNS: usize = ALPHABET.len() + 1;
pub(crate) const BLANK: usize = ALPHABET.len();

/// Which classes of a recogniser stand for which symbol.
pub(crate) struct MrzClasses {
    /// (class, column), the blank among them.
    classes: Vec<(usize, usize)>,
}

impl MrzClasses {
    /// `dictionary` holds the character of class `n` at `n − 1`.
    pub(crate) fn of(dictionary: &[String]) -> Self {
        let known = dictionary.iter().enumerate().filter_map(|(at, character)| {
            let mut characters = character.chars();
            let (first, rest) = (characters.next()?, characters.next());
            if rest.is_some() {
                None
            } else {
                Some((at + 1, symbol_like(first)?))
            }
        });
        Self {
            classes: std::iter::once((0, BLANK)).chain(known).collect(),
        }
    }

    pub(crate) fn lattice(
        &self,
        probabilities: &[f32],
        classes: usize,
        pixels_a_step: f32,
    ) -> Lattice {
        let steps = probabilities
            .chunks_exact(classes)
            .map(|row| {
                let mut columns = [0.0; COLUMNS];
                for &(class, column) in &self.classes {
                    columns[column] += row[class];
                }
                columns
            })
            .collect();
        Lattice {
            steps,
            pixels_a_step,
        }
    }
}

/// The symbol a character of the recogniser's dictionary is taken for. The zone knows capitals
/// only, so small letters and look-alikes of other scripts count for the capital; angle quotes
/// count for the filler.
pub(crate) fn symbol_like(character: char) -> Option<usize> {
    let plain = match character {
        'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '０'..='９' => {
            char::from_u32(u32::from(character) - 0xFEE0)?.to_ascii_uppercase()
        }
        '＜' | '〈' | '《' | '«' | '‹' | '≤' | '⟨' | 'く' | '∠' | '^' | '∧' | 'Λ' | 'へ' | 'ヘ' => {
            '<'
        }
        'А' => 'A',
        'В' => 'B',
        'С' => 'C',
        'Е' => 'E',
        'Н' => 'H',
        'К' => 'K',
        'М' => 'M',
        'О' => 'O',
        'Р' => 'P',
        'Т' => 'T',
        'Х' => 'X',
        'Ø' | 'Ο' => '0',
        other => other.to_ascii_uppercase(),
    };
    let byte = u8::try_from(plain).ok()?;
    ALPHABET.iter().position(|&symbol| symbol == byte)
}

/// Probabilities of one strip, step by step from left to right.
#[derive(Clone)]
pub(crate) struct Lattice {
    /// Symbols in the order of [`ALPHABET`], then the blank; what the network gave to other
    /// characters is missing from the sum.
    pub(crate) steps: Vec<[f32; COLUMNS]>,
    pub(crate) pixels_a_step: f32,
}

/// One symbol as decoded from a lattice.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Mark {
    /// Position in [`ALPHABET`].
    pub(crate) symbol: usize,
    pub(crate) probability: f32,
    /// Centre in pixels of the strip.
    pub(crate) x: f32,
}

impl Lattice {
    /// Greedy decoding over the alphabet.
    pub(crate) fn marks(&self) -> Vec<Mark> {
        let mut marks: Vec<Mark> = Vec::new();
        let (mut previous, mut weight) = (BLANK, 0.0);
        for (step, row) in self.steps.iter().enumerate() {
            let (column, probability) = row
                .iter()
                .copied()
                .enumerate()
                .max_by(|a, b| a.1.total_cmp(&b.1))
                .unwrap_or((BLANK, 0.0));
            let x = (step as f32 + 0.5) * self.pixels_a_step;
            if column != BLANK {
                match marks.last_mut() {
                    Some(mark) if column == previous => {
                        mark.x = (mark.x * weight + x * probability) / (weight + probability);
                        mark.probability = mark.probability.max(probability);
                        weight += probability;
                    }
                    _ => {
                        marks.push(Mark {
                            symbol: column,
                            probability,
                            x,
                        });
                        weight = probability;
                    }
                }
            }
            previous = column;
        }
        marks
    }
}
