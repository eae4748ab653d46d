//! What a file is, told from its first bytes; names and declared types can be wrong.

use wire::{ApiError, Result};

/// Brands that are looked at.
const MOST_BRANDS: usize = 16;

/// `jpg`, `png`, `webp`, `gif`, `pdf`, `heic`, `avif`, or nothing we know.
pub(crate) fn file_type(contents: &[u8]) -> Option<&'static str> {
    match contents {
        [0xFF, 0xD8, 0xFF, ..] => Some("jpg"),
        [0x89, b'P', b'N', b'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => Some("png"),
        [
            b'R',
            b'I',
            b'F',
            b'F',
            _,
            _,
            _,
            _,
            b'W',
            b'E',
            b'B',
            b'P',
            ..,
        ] => Some("webp"),
        [b'G', b'I', b'F', b'8', ..] => Some("gif"),
        [b'%', b'P', b'D', b'F', b'-', ..] => Some("pdf"),
        [_, _, _, _, b'f', b't', b'y', b'p', brands @ ..] => of_brands(brands),
        _ => None,
    }
}

/// What a file type box of ISO/IEC 14496-12 says: its own brand, a version, and the brands that it is
/// compatible with, of which some writers name the telling one alone.
fn of_brands(brands: &[u8]) -> Option<&'static str> {
    const HEIC: [&[u8; 4]; 8] = [
        b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1",
    ];
    let named = |known: &[&[u8; 4]]| {
        let mut brands = brands.chunks_exact(4).take(MOST_BRANDS);
        brands.any(|brand| known.iter().any(|known| known.as_slice() == brand))
    };
    if named(&[b"avif", b"avis"]) {
        Some("avif")
    } else {
        named(&HEIC).then_some("heic")
    }
}

/// Refuses what cannot be a picture of a document or face.
pub(crate) fn check_picture(file_type: Option<&str>) -> Result<()> {
    let message = match file_type {
        Some("jpg" | "png" | "webp") => return Ok(()),
        Some("heic") => {
            "HEIC pictures cannot be read here. Send the picture as JPEG: on an iPhone, choose \
             Settings > Camera > Formats > Most Compatible, or share the picture as JPEG."
        }
        Some("avif") => {
            "AVIF pictures cannot be read here. Convert the picture to JPEG and send that."
        }
        _ => "This is not a picture in one of the formats JPEG, PNG and WebP.",
    };
    Err(ApiError::invalid("file", message))
}

/// The media type under which contents are handed out.
pub(crate) fn media_type(file_type: Option<&str>) -> &'static str {
    match file_type {
        Some("jpg") => "image/jpeg",
        Some("png") => "image/png",
        Some("webp") => "image/webp",
        Some("gif") => "image/gif",
        Some("pdf") => "application/pdf",
        Some("heic") => "image/heic",
        Some("avif") => "image/avif",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_come_from_the_bytes() {
        assert_eq!(file_type(b"\xFF\xD8\xFF\xE0rest"), Some("jpg"));
        assert_eq!(file_type(b"RIFF\0\0\0\0WEBPVP8 "), Some("webp"));
        assert_eq!(file_type(b"\0\0\0\x18ftypheic\0\0"), Some("heic"));
        assert_eq!(
            file_type(b"\0\0\0\x1cftypmif1\0\0\0\0mif1avif"),
            Some("avif")
        );
        assert_eq!(file_type(b"\0\0\0\x18ftypisom\0\0\0\0heic"), Some("heic"));
        assert_eq!(file_type(b"\0\0\0\x18ftypmp42\0\0"), None);
        assert_eq!(file_type(b""), None);
    }

    #[test]
    fn heic_and_avif_are_answered_with_advice() {
        let refused = check_picture(Some("heic")).unwrap_err();
        assert!(refused.message.contains("JPEG"));
        let refused = check_picture(Some("avif")).unwrap_err();
        assert!(refused.message.contains("JPEG"));
        assert!(check_picture(Some("pdf")).is_err());
        assert!(check_picture(Some("png")).is_ok());
    }
}
