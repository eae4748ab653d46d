//! Printed text. The fonts travel with the crate: the same letters on every machine.

use std::sync::LazyLock;

use ab_glyph::{Font as _, FontRef, Glyph, PxScale, ScaleFont as _, point};

use crate::canvas::{Canvas, Colour};

/// The typefaces of our documents.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Face {
    Text,
    Bold,
    /// OCR-B, the typeface of machine readable zones (ICAO 9303-3, 4.4).
    OcrB,
}

struct Fonts {
    text: FontRef<'static>,
    bold: FontRef<'static>,
    ocr_b: FontRef<'static>,
}

static FONTS: LazyLock<Fonts> = LazyLock::new(|| {
    let parse = |bytes| FontRef::try_from_slice(bytes).expect("the fonts in this crate parse");
    Fonts {
        text: parse(include_bytes!("../fonts/DejaVuSans.ttf")),
        bold: parse(include_bytes!("../fonts/DejaVuSans-Bold.ttf")),
        ocr_b: parse(include_bytes!("../fonts/OCRB.otf")),
    }
});

impl Face {
    fn font(self) -> &'static FontRef<'static> {
        match self {
            Self::Text => &FONTS.text,
            Self::Bold => &FONTS.bold,
            Self::OcrB => &FONTS.ocr_b,
        }
    }

    /// The scale at which a capital H is `height` pixels high.
    fn scale(self, height: f32) -> PxScale {
        let font = self.font();
        let probe = font.glyph_id('H').with_scale(PxScale::from(1000.0));
        let capital = font.outline_glyph(probe).map_or(700.0, |outline| {
            let bounds = outline.px_bounds();
            bounds.max.y - bounds.min.y
        });
        PxScale::from(1000.0 * height / capital)
    }
}

/// How text is set. Sizes in pixels.
#[derive(Clone, Copy)]
pub(crate) struct Style {
    pub(crate) face: Face,
    /// Height of a capital letter.
    pub(crate) height: f32,
    pub(crate) colour: Colour,
    pub(crate) opacity: f32,
}

impl Style {
    pub(crate) fn new(face: Face, height: f32, colour: Colour) -> Self {
        Self {
            face,
            height,
            colour,
            opacity: 1.0,
        }
    }

    /// Width of `text` in pixels.
    pub(crate) fn measure(&self, text: &str) -> f32 {
        let font = self.face.font().as_scaled(self.face.scale(self.height));
        text.chars().map(|c| font.h_advance(font.glyph_id(c))).sum()
    }

    /// The same style, smaller where `text` would be wider than `width`.
    pub(crate) fn fit(self, text: &str, width: f32) -> Self {
        let shrink = (width / self.measure(text)).min(1.0);
        Self {
            height: self.height * shrink,
            ..self
        }
    }
}

impl Canvas {
    /// Text with its left end and baseline at (x, y).
    pub(crate) fn text(&mut self, style: Style, x: f32, y: f32, text: &str) {
        let font = style.face.font();
        let scale = style.face.scale(style.height);
        let scaled = font.as_scaled(scale);
        let mut caret = x;
        for letter in text.chars() {
            let id = scaled.glyph_id(letter);
            self.glyph(style, id.with_scale_and_position(scale, point(caret, y)));
            caret += scaled.h_advance(id);
        }
    }

    pub(crate) fn text_right(&mut self, style: Style, x: f32, y: f32, text: &str) {
        self.text(style, x - style.measure(text), y, text);
    }

    pub(crate) fn text_centred(&mut self, style: Style, x: f32, y: f32, text: &str) {
        self.text(style, x - style.measure(text) / 2.0, y, text);
    }

    /// Text with one letter every `pitch` pixels: (x, y) is the left end of the first cell, on
    /// the baseline.
    pub(crate) fn text_pitched(&mut self, style: Style, x: f32, y: f32, pitch: f32, text: &str) {
        let font = style.face.font();
        let scale = style.face.scale(style.height);
        let scaled = font.as_scaled(scale);
        for (column, letter) in text.chars().enumerate() {
            let id = scaled.glyph_id(letter);
            let left = x + pitch * column as f32 + (pitch - scaled.h_advance(id)) / 2.0;
            self.glyph(style, id.with_scale_and_position(scale, point(left, y)));
        }
    }

    fn glyph(&mut self, style: Style, glyph: Glyph) {
        let Some(outline) = style.face.font().outline_glyph(glyph) else {
            return;
        };
        let bounds = outline.px_bounds();
        let (left, top) = (bounds.min.x as i32, bounds.min.y as i32);
        outline.draw(|x, y, coverage| {
            let opacity = coverage.min(1.0) * style.opacity;
            self.blend(left + x as i32, top + y as i32, style.colour, opacity);
        });
    }
}

#[cfg(test)]
mod tests {
    use ab_glyph::Font as _;

    use super::{Face, Style};
    use crate::{canvas::Canvas, names};

    #[test]
    fn a_capital_has_the_height_asked_for() {
        for face in [Face::Text, Face::Bold, Face::OcrB] {
            let mut canvas = Canvas::new(100, 100, [255.0; 3]);
            canvas.text(Style::new(face, 40.0, [0.0; 3]), 20.0, 80.0, "H");
            let rows = canvas
                .picture
                .rows()
                .filter(|row| row.clone().any(|p| p.0[0] < 128));
            assert!((39..=41).contains(&rows.count()));
        }
    }

    #[test]
    fn the_typefaces_have_every_letter_we_print() {
        for letter in names::letters() {
            assert_ne!(
                Face::Text.font().glyph_id(letter).0,
                0,
                "no {letter} in the text face"
            );
            assert_ne!(
                Face::Bold.font().glyph_id(letter).0,
                0,
                "no {letter} in the bold face"
            );
        }
        for letter in ('A'..='Z').chain('0'..='9').chain(['<']) {
            assert_ne!(
                Face::OcrB.font().glyph_id(letter).0,
                0,
                "no {letter} in OCR-B"
            );
        }
    }
}
