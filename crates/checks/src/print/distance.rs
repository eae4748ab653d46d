//! How far apart two texts are for an optical reader.

/// What readers take for one another.
const LOOK_ALIKE: [&[char]; 8] = [
    &['0', 'O', 'D', 'Q'],
    &['1', 'I', 'L'],
    &['5', 'S'],
    &['8', 'B'],
    &['2', 'Z'],
    &['6', 'G'],
    &['U', 'V'],
    &['P', 'R'],
];
/// What such a mistake counts where any other letter counts 1.
const LOOK_ALIKE_COST: f32 = 0.25;

/// Whether readers take the two for one another. Two digits never look alike: between these there
/// is no telling a misreading from a change.
pub(crate) fn look_alike(a: char, b: char) -> bool {
    !(a.is_ascii_digit() && b.is_ascii_digit())
        && LOOK_ALIKE
            .iter()
            .any(|group| group.contains(&a) && group.contains(&b))
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

/// Whether `text` contains `part`, letter by letter or look-alike.
pub(crate) fn contains_look_alike(text: &str, part: &str) -> bool {
    let text: Vec<char> = text.chars().collect();
    let part: Vec<char> = part.chars().collect();
    !part.is_empty()
        && text.windows(part.len()).any(|window| {
            window
                .iter()
                .zip(&part)
                .all(|(&a, &b)| a == b || look_alike(a, b))
        })
}

/// Whether some part of `text` is within `edits` of `part`.
pub(crate) fn contains_nearly(text: &str, part: &str, edits: usize) -> bool {
    // Of so many pieces, one at least is without an edit.
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
    fn parts_are_found() {
        assert!(contains_look_alike("NOP1234O", "P12340"));
        assert!(!contains_look_alike("NOP12341", "P12340"));
        assert!(!contains_look_alike("P12", ""));
        assert!(contains_nearly("XXDATEOFBLRTHDATE", "DATEOFBIRTH", 1));
        assert!(contains_nearly("DATEOFBRTH", "DATEOFBIRTH", 1));
        assert!(!contains_nearly("DATEOFISSUE", "DATEOFBIRTH", 1));
    }
}
