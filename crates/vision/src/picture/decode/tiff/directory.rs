//! How long the fields of a TIFF's first directory are, before any of them is read.

/// Fields that reading a picture looks at: TIFF 6.0, section 8, tiles (15), JPEG tables and XMP. Others,
/// such as an editor's own layers, may have any length.
const READ: [u16; 22] = [
    254, 256, 257, 258, 259, 262, 266, 273, 274, 277, 278, 279, 284, 317, 320, 322, 323, 324, 325,
    338, 339, 347,
];
const XMP: u16 = 700;
const SUBSAMPLING: u16 = 530;

/// The most values that a field has which is read; `None` where there is no directory.
pub(super) fn most_values(file: &[u8]) -> Option<u64> {
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
    let mut most = 0;
    for at in 0..fields {
        let at = first.checked_add(at.checked_mul(field)?)?;
        // A directory that breaks off has no further fields.
        let (Some(tag), Some(count)) = (number(at, 2), number(at + 4, counted)) else {
            break;
        };
        let tag = tag as u16;
        if READ.contains(&tag) || tag == XMP || tag == SUBSAMPLING {
            most = most.max(count);
        }
    }
    Some(most)
}
