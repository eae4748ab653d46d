//! How far apart two texts are for an optical reader.

/// Cost of a letter taken for one that looks like it, where any other edit costs 1.
const LOOK_ALIKE_COST: f32 = 0.25;

/// A number that characters share which readers take for one another; `None` for those that look like
/// no other.
fn shape(character: char) -> Option<u8> {
    Some(match character {
        '0' | 'O' | 'D' | 'Q' => 0,
        '1' | 'I' | 'L' => 1,
        '5' | 'S' => 2,
        '8' | 'B' => 3,
        '2' | 'Z' => 4,
        '6' | 'G' => 5,
        'U' | 'V' => 6,
        'P' | 'R' => 7,
        _ => return None,
    })
}

/// Whether readers take the two for one another. Two digits never look alike: between these there
/// is no telling a misreading from a change.
pub(crate) fn look_alike(a: char, b: char) -> bool {
    let shape = shape(a).filter(|_| !(a.is_ascii_digit() && b.is_ascii_digit()));
    shape.is_some() && shape == self::shape(b)
}

fn cost(a: char, b: char) -> f32 {
    if a == b {
        0.0
    } else if look_alike(a, b) {
        LOOK_ALIKE_COST
    } else {
        1.0
    }
}

/// Edit distance over folded texts; letters that look alike count a quarter.
pub(crate) fn distance(a: &str, b: &str) -> f32 {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<f32> = (0..=b.len()).map(|length| length as f32).collect();
    for (i, left) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = (i + 1) as f32;
        for (j, &right) in b.iter().enumerate() {
            let replaced = diagonal + cost(left, right);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1.0).min(diagonal + 1.0);
        }
    }
    row[b.len()]
}

/// Whether the texts differ in letters that look alike alone, and by no more than `most`.
pub(crate) fn reads_as(a: &str, b: &str, most: f32) -> bool {
    let count = |text: &str| text.chars().count();
    count(a) == count(b)
        && a.chars()
            .zip(b.chars())
            .map(|(a, b)| cost(a, b))
            .sum::<f32>()
            <= most
}

/// Whether some part of `text` is within `edits` of `part`.
pub(crate) fn contains_nearly(text: &str, part: &str, edits: usize) -> bool {
    // If there are no more than `edits` edits, one at least of so many pieces is without one.
    let piece = part.len().div_ceil(edits + 1).max(1);
    let intact = |piece: &[u8]| {
        text.as_bytes()
            .windows(piece.len())
            .any(|part| part == piece)
    };
    if edits == 0 || !part.as_bytes().chunks(piece).any(intact) {
        return text.contains(part);
    }
    let part: Vec<char> = part.chars().collect();
    // One column for every prefix of `part`; a match may begin anywhere in `text`.
    let mut column: Vec<usize> = (0..=part.len()).collect();
    for letter in text.chars() {
        let mut diagonal = column[0];
        for (i, &expected) in part.iter().enumerate() {
            let replaced = diagonal + usize::from(letter != expected);
            diagonal = column[i + 1];
            column[i + 1] = replaced.min(column[i] + 1).min(diagonal + 1);
        }
        if column[part.len()] <= edits {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn look_alikes_are_cheap() {
        assert_eq!(distance("P1O5", "P1O5"), 0.0);
        assert_eq!(distance("P1O5", "PI0S"), 0.75);
        assert_eq!(distance("ANNA", "ANNE"), 1.0);
        assert_eq!(distance("ANNA", "ANA"), 1.0);
        assert_eq!(distance("", "ANA"), 3.0);
        assert_eq!(distance("1234", "1237"), 1.0);
    }

    #[test]
    fn texts_are_read_as_others() {
        assert!(reads_as("P1O5", "PI05", 0.5));
        assert!(!reads_as("P1O5", "PI0S", 0.5));
        assert!(!reads_as("P105", "P106", 0.5));
        assert!(!reads_as("P10", "P105", 0.5));
    }

    #[test]
    fn parts_are_found() {
        assert!(contains_nearly("XXDATEOFBLRTHDATE", "DATEOFBIRTH", 1));
        assert!(contains_nearly("DATEOFBRTH", "DATEOFBIRTH", 1));
        assert!(!contains_nearly("DATEOFISSUE", "DATEOFBIRTH", 1));
    }
}
