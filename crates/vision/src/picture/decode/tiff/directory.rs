//! What a TIFF's first directory says, before any of its fields is read.

/// Fields that reading a picture looks at: TIFF 6.0, section 8, tiles (15), JPEG tables and XMP. Others,
/// such as an editor's own layers, may have any length.
const READ: [u16; 22] = [
    254, 256, 257, 258, 259, 262, 266, 273, 274, 277, 278, 279, 284, 317, 320, 322, 323, 324, 325,
    338, 339, 347,
];
const XMP: u16 = 700;
const SUBSAMPLING: u16 = 530;

const PHOTOMETRIC: u16 = 262;
/// `PhotometricInterpretation` of grey samples (TIFF 6.0, section 8).
const BLACK_IS_ZERO: u8 = 1;

/// The most values that a field has which is read; `None` where there is no directory.
pub(super) fn most_values(file: &[u8]) -> Option<u64> {
    let mut most = 0;
    walk(file, |field| {
        if READ.contains(&field.tag) || field.tag == XMP || field.tag == SUBSAMPLING {
            most = most.max(field.count);
        }
    })?;
    Some(most)
}

/// The file with samples that are to be taken as they are, not as indices of colours; `None` where it
/// does not say what they are.
pub(super) fn as_grey(file: &[u8]) -> Option<Vec<u8>> {
    let mut places = Vec::new();
    walk(file, |field| {
        if field.tag == PHOTOMETRIC {
            places.push((field.value, field.little));
        }
    })?;
    let (at, little) = *places.first()?;
    let at = usize::try_from(at).ok()?;
    let mut grey = file.to_vec();
    let value = if little {
        [BLACK_IS_ZERO, 0]
    } else {
        [0, BLACK_IS_ZERO]
    };
    grey.get_mut(at..at.checked_add(2)?)?
        .copy_from_slice(&value);
    Some(grey)
}

/// One field of a directory.
struct Field {
    tag: u16,
    /// How many values it has.
    count: u64,
    /// Where in the file its value is, or the place of its values.
    value: u64,
    /// Whether the lower byte comes first.
    little: bool,
}

/// Calls `see` with every field; `None` where there is no directory.
fn walk(file: &[u8], mut see: impl FnMut(Field)) -> Option<()> {
    let little = match file.get(..2)? {
        b"II" => true,
        b"MM" => false,
        _ => return None,
    };
    let number = |at: u64, length: usize| -> Option<u64> {
        let at = usize::try_from(at).ok()?;
        let bytes = file.get(at..at.checked_add(length)?)?;
        let add = |sum: u64, byte: &u8| sum << 8 | u64::from(*byte);
        Some(if little {
            bytes.iter().rev().fold(0, add)
        } else {
            bytes.iter().fold(0, add)
        })
    };
    // BigTIFF has wider numbers.
    let wide = match number(2, 2)? {
        42 => false,
        43 => true,
        _ => return None,
    };
    let (offset, counter, field, counted) = if wide {
        (number(8, 8)?, 8, 20, 8)
    } else {
        (number(4, 4)?, 2, 12, 4)
    };
    let fields = number(offset, counter)?;
    let first = offset.checked_add(counter as u64)?;
    for at in 0..fields {
        let at = first.checked_add(at.checked_mul(field)?)?;
        // A directory that breaks off has no further fields.
        let (Some(tag), Some(count)) = (number(at, 2), number(at + 4, counted)) else {
            break;
        };
        see(Field {
            tag: tag as u16,
            count,
            value: at + 4 + counted as u64,
            little,
        });
    }
    Some(())
}
