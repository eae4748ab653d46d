//! What a file is, told from its first bytes; names and declared types can be wrong.

use wire::{ApiError, Result};

/// `jpg`, `png`, `webp`, `gif`, `pdf`, `heic`, or nothing we know.
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
        [_, _, _, _, b'f', b't', b'y', b'p', brand @ ..] if is_heif(brand) => Some("heic"),
        _ => None,
    }
}

fn is_heif(brand: &[u8]) -> bool {
    [b"heic", b"heix", b"hevc", b"mif1", b"msf1"]
        .iter()
        .any(|known| brand.starts_with(*known))
}

/// Refuses what cannot be a picture of a document or face.
pub(crate) fn check_picture(file_type: Option<&str>) -> Result<()> {
    let message = match file_type {
        Some("jpg" | "png" | "webp") => return Ok(()),
        Some("heic") => {
            "HEIC pictures cannot be read here. Send the picture as JPEG: on an iPhone, choose \
             Settings > Camera > Formats > Most Compatible, or share the picture as JPEG."
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
        assert_eq!(file_type(b"\0\0\0\x18ftypmp42\0\0"), None);
        assert_eq!(file_type(b""), None);
    }

    #[test]
    fn heic_is_answered_with_advice() {
        let refused = check_picture(Some("heic")).unwrap_err();
        assert!(refused.message.contains("JPEG"));
        assert!(check_picture(Some("pdf")).is_err());
        assert!(check_picture(Some("png")).is_ok());
    }
}
