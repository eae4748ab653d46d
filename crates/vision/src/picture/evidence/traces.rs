//! What a file's metadata says about how it was made.

use observation::Signal;

use crate::signal::signal;

/// Programs and services that make or change pictures, as they name themselves in EXIF (`Software`,
/// tag 0x0131) and XMP (`xmp:CreatorTool`), in lower case; none is part of a camera or of a phone's own
/// gallery.
const EDITORS: [&str; 22] = [
    "adobe photoshop",
    "adobe firefly",
    "adobe illustrator",
    "adobe express",
    "affinity photo",
    "canva",
    "coreldraw",
    "corel paintshop",
    "dall-e",
    "gimp",
    "inkscape",
    "krita",
    "midjourney",
    "paint.net",
    "photopea",
    "photoscape",
    "picsart",
    "pixelmator",
    "pixlr",
    "remove.bg",
    "stable diffusion",
    // IPTC's term for pictures that a model made.
    "trainedalgorithmicmedia",
];
/// How phones mark pictures of their own screens.
const SCREENSHOTS: [&str; 2] = ["screenshot", "screen capture"];
/// Metadata longer than this isn't searched to its end.
const SEARCHED: usize = 256 << 10;

/// What was found; nothing of the metadata itself is kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Traces {
    has_metadata: bool,
    edited: bool,
    screenshot: bool,
}

impl Traces {
    /// The traces in the metadata blocks of a file.
    pub(crate) fn of(blocks: &[Vec<u8>]) -> Self {
        let searched: Vec<u8> = blocks
            .iter()
            .flat_map(|block| block.iter().take(SEARCHED))
            // UTF-16 of these names is ASCII with zeros between.
            .filter(|&&byte| byte != 0)
            .map(u8::to_ascii_lowercase)
            .collect();
        let mentions = |names: &[&str]| names.iter().any(|name| is_in(&searched, name.as_bytes()));
        Self {
            has_metadata: !searched.is_empty(),
            edited: mentions(&EDITORS),
            screenshot: mentions(&SCREENSHOTS),
        }
    }

    /// Score 1 where the picture did not come from a camera as it is. `None` without metadata.
    pub(crate) fn signal(self) -> Option<Signal> {
        let reason = match (self.edited, self.screenshot) {
            (true, _) => "The file says that it was made or changed with a picture editor.",
            (_, true) => "The file says that it is a picture of a screen's content.",
            _ => "The file names no picture editor.",
        };
        let score = f32::from(u8::from(self.edited || self.screenshot));
        self.has_metadata
            .then(|| signal("editing_traces", score, 0.5, reason))
    }
}

/// Whether `name` stands in `text` by itself, not inside a longer word.
fn is_in(text: &[u8], name: &[u8]) -> bool {
    text.windows(name.len()).enumerate().any(|(at, window)| {
        window == name
            && (at == 0 || !text[at - 1].is_ascii_alphabetic())
            && text
                .get(at + name.len())
                .is_none_or(|next| !next.is_ascii_alphabetic())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn score(block: &[u8]) -> Option<f32> {
        let signal = Traces::of(&[block.to_vec()]).signal()?;
        Some(signal.score)
    }

    #[test]
    fn editors_are_found_however_they_are_written() {
        assert_eq!(score(b"Software: GIMP 2.10.36"), Some(1.0));
        assert_eq!(score(b"<xmp:CreatorTool>Adobe Photoshop 25.1"), Some(1.0));
        assert_eq!(score(b"C\0a\0n\0v\0a\0 \0"), Some(1.0));
        assert_eq!(score(b"(\0\0 Screenshot"), Some(1.0));
    }

    #[test]
    fn cameras_are_no_editors() {
        assert_eq!(score(b"Apple iPhone 15 17.5.1 HDR+"), Some(0.0));
        assert_eq!(score(b"Canvas Lens Co."), Some(0.0));
        assert_eq!(score(b""), None);
    }
}
