//! What a file's metadata says about how it was made.

use observation::Signal;

use crate::signal::{real, signal};

/// Programs and services that make pictures from nothing or put pictures together, as they name themselves
/// in EXIF (`Software`, tag 0x0131) and XMP (`xmp:CreatorTool`), in lower case.
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
/// Programs with which people look at, turn, cut or convert what their camera took, without layers to put
/// something in. Some of their names begin as one of [`EDITORS`] does.
const VIEWERS: [&str; 14] = [
    "acdsee",
    "adobe lightroom",
    "adobe photoshop express",
    "adobe photoshop lightroom",
    "digikam",
    "google photos",
    "imagemagick",
    "irfanview",
    "picasa",
    "shotwell",
    "snapseed",
    "windows photo editor",
    "windows photo viewer",
    "xnview",
];
/// How phones mark pictures of their own screens.
const SCREENSHOTS: [&str; 2] = ["screenshot", "screen capture"];
/// Metadata longer than this isn't searched to its end.
const SEARCHED: usize = 256 << 10;
/// The folder with pictures of other people's that have metadata, and how many.
const FOLDER: &str = "mrz";
const GENUINE: u32 = 16;

/// What was found; nothing of the metadata itself is kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Traces {
    has_metadata: bool,
    edited: bool,
    screenshot: bool,
    saved_anew: bool,
}

impl Traces {
    /// The traces in the metadata blocks of a file.
    pub(crate) fn of(blocks: &[Vec<u8>]) -> Self {
        let mut searched: Vec<u8> = blocks
            .iter()
            .flat_map(|block| block.iter().take(SEARCHED))
            // UTF-16 of these names is ASCII with zeros between.
            .filter(|&&byte| byte != 0)
            .map(u8::to_ascii_lowercase)
            .collect();
        let has_metadata = !searched.is_empty();
        let mut saved_anew = false;
        for name in VIEWERS {
            while let Some(at) = place(&searched, name.as_bytes()) {
                searched[at..at + name.len()].fill(b' ');
                saved_anew = true;
            }
        }
        let mentions = |names: &[&str]| {
            let mut names = names.iter();
            names.any(|name| place(&searched, name.as_bytes()).is_some())
        };
        Self {
            has_metadata,
            saved_anew,
            edited: mentions(&EDITORS),
            screenshot: mentions(&SCREENSHOTS),
        }
    }

    /// Score 1 where the picture was made by an editor or shows a screen's content. `None` without
    /// metadata.
    pub(crate) fn editing(self) -> Option<Signal> {
        let reason = match (self.edited, self.screenshot) {
            (true, _) => "The file says that it was made or changed with a picture editor.",
            (_, true) => "The file says that it is a picture of a screen's content.",
            _ => "The file names no picture editor.",
        };
        self.signal("editing_traces", self.edited || self.screenshot, reason)
    }

    /// Score 1 where a viewer or a phone's own editor saved the picture anew. `None` without metadata.
    pub(crate) fn saved_anew(self) -> Option<Signal> {
        let reason = if self.saved_anew {
            "The file says that a program for viewing or correcting pictures saved it anew."
        } else {
            "The file names no program that saved it anew."
        };
        self.signal("saved_anew", self.saved_anew, reason)
    }

    fn signal(self, name: &str, found: bool, reason: &str) -> Option<Signal> {
        let score = f32::from(u8::from(found));
        self.has_metadata
            .then(|| signal(name, Some(score), 0.5, real(FOLDER, GENUINE, 0), reason))
    }
}

/// Where `name` stands in `text` by itself, not inside a longer word.
fn place(text: &[u8], name: &[u8]) -> Option<usize> {
    text.windows(name.len())
        .enumerate()
        .find(|(at, window)| {
            *window == name
                && (*at == 0 || !text[at - 1].is_ascii_alphabetic())
                && text
                    .get(at + name.len())
                    .is_none_or(|next| !next.is_ascii_alphabetic())
        })
        .map(|(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn score(block: &[u8]) -> Option<f32> {
        Traces::of(&[block.to_vec()]).editing()?.score
    }

    fn saved_anew(block: &[u8]) -> Option<f32> {
        Traces::of(&[block.to_vec()]).saved_anew()?.score
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

    #[test]
    fn viewers_are_no_editors() {
        for block in [
            &b"Software: Adobe Photoshop Lightroom Classic 9.2 (Windows)"[..],
            b"Snapseed 2.0",
            b"Microsoft Windows Photo Viewer 6.1",
        ] {
            assert_eq!((score(block), saved_anew(block)), (Some(0.0), Some(1.0)));
        }
        let both = b"Adobe Photoshop 25.1; Adobe Photoshop Lightroom 6.2";
        assert_eq!((score(both), saved_anew(both)), (Some(1.0), Some(1.0)));
        assert_eq!(saved_anew(b"Apple iPhone 15 17.5.1 HDR+"), Some(0.0));
    }
}
