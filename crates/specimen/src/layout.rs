//! Laying out a page in millimetres.

use image::{GrayImage, RgbImage, imageops};

use crate::{
    background::{self, Palette},
    canvas::{Area, Canvas, Colour, mix},
    random::Random,
    text::{Face, Style},
};

/// Black ink as a document printer lays it down.
pub(crate) const INK: Colour = [28.0, 28.0, 34.0];

/// The size of a side in pixels, and how many of them are a millimetre.
#[derive(Clone, Copy)]
pub(crate) struct Size {
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) scale: f32,
}

/// ID-1 (ISO/IEC 7810): 85.6 mm × 54 mm.
pub(crate) const ID_1: Size = Size {
    width: 1350,
    height: 851,
    scale: 1350.0 / 85.6,
};

/// Where a portrait goes, in millimetres, and how many pixels that is.
#[derive(Clone, Copy)]
pub(crate) struct Frame {
    pub(crate) x: f32,
    pub(crate) y: f32,
    pub(crate) width: f32,
    pub(crate) height: f32,
    /// Pixels in a millimetre.
    pub(crate) scale: f32,
}

impl Frame {
    /// Width and height in pixels.
    pub(crate) fn pixels(&self) -> (u32, u32) {
        let pixels = |millimetres: f32| (millimetres * self.scale + 0.5) as u32;
        (pixels(self.width), pixels(self.height))
    }
}

/// One side of a document. Positions and sizes are in millimetres from its top left corner.
pub(crate) struct Sheet {
    pub(crate) canvas: Canvas,
    pub(crate) palette: Palette,
    scale: f32,
}

impl Sheet {
    /// The patterned paper of a front, or of what has one side.
    pub(crate) fn front(size: Size, random: &Random) -> Self {
        Self::new(size, random, "paper")
    }

    /// The patterned paper of a back, in the front's colours.
    pub(crate) fn back(size: Size, random: &Random) -> Self {
        Self::new(size, random, "paper of the back")
    }

    fn new(size: Size, random: &Random, paper: &str) -> Self {
        let palette = Palette::draw(&mut random.fork("palette"));
        let mut canvas = Canvas::new(size.width, size.height, [255.0; 3]);
        background::paint(&mut canvas, &palette, &mut random.fork(paper));
        Self {
            canvas,
            palette,
            scale: size.scale,
        }
    }

    fn area(&self, x: f32, y: f32, width: f32, height: f32) -> Area {
        let s = self.scale;
        Area {
            x: x * s,
            y: y * s,
            width: width * s,
            height: height * s,
        }
    }

    fn style(&self, face: Face, height: f32, colour: Colour) -> Style {
        Style::new(face, height * self.scale, colour)
    }

    /// A title with capitals of `height`, in the heading colour.
    pub(crate) fn heading(&mut self, x: f32, y: f32, height: f32, text: &str) {
        let style = self.style(Face::Bold, height, self.palette.heading);
        self.canvas
            .text(style, x * self.scale, y * self.scale, text);
    }

    /// A label and, below it, what it labels; shrunk to `width` where too long.
    pub(crate) fn field(&mut self, x: f32, y: f32, width: f32, label: &str, value: &str) {
        let s = self.scale;
        let caption = self
            .style(Face::Text, 1.15, [70.0, 80.0, 95.0])
            .fit(label, width * s);
        self.canvas.text(caption, x * s, y * s, label);
        let content = self.style(Face::Bold, 1.95, INK).fit(value, width * s);
        self.canvas.text(content, x * s, (y + 3.3) * s, value);
    }

    /// A field that goes by its number, and behind it what it says; shrunk to `width` where too
    /// long.
    pub(crate) fn numbered(&mut self, x: f32, y: f32, width: f32, field: &str, value: &str) {
        let s = self.scale;
        let caption = self.style(Face::Text, 1.5, [60.0, 70.0, 95.0]);
        self.canvas.text(caption, x * s, y * s, field);
        let indent = caption.measure(field) / s + if field.is_empty() { 0.0 } else { 1.2 };
        let content = self
            .style(Face::Bold, 1.95, INK)
            .fit(value, (width - indent) * s);
        self.canvas.text(content, (x + indent) * s, y * s, value);
    }

    /// The distinguishing sign of the issuing State on a blue field, left end and top at (x, y).
    pub(crate) fn distinguishing_sign(&mut self, x: f32, y: f32, sign: &str) {
        let area = self.area(x, y, 8.0, 6.0);
        self.canvas.shade(area, |_, _, _| [20.0, 60.0, 150.0]);
        let style = self.style(Face::Bold, 2.0, [250.0, 250.0, 250.0]);
        self.canvas
            .text_centred(style, (x + 4.0) * self.scale, (y + 4.2) * self.scale, sign);
    }

    /// A thin horizontal line from `x` to `end`.
    pub(crate) fn line(&mut self, x: f32, y: f32, end: f32, colour: Colour) {
        let s = self.scale;
        self.canvas
            .stroke(&[(x * s, y * s), (end * s, y * s)], 0.15 * s, colour, 0.8);
    }

    /// Small print: right-aligned at `x`.
    pub(crate) fn note_right(&mut self, x: f32, y: f32, height: f32, text: &str) {
        let style = self.style(Face::Bold, height, INK);
        self.canvas
            .text_right(style, x * self.scale, y * self.scale, text);
    }

    /// The word that keeps anybody from taking this for a real document.
    pub(crate) fn specimen_mark(&mut self, x: f32, y: f32, height: f32) {
        let mut style = self.style(Face::Bold, height, [190.0, 40.0, 50.0]);
        style.opacity = 0.3;
        self.canvas
            .text_centred(style, x * self.scale, y * self.scale, "SPECIMEN");
    }

    /// A light band that keeps the pattern away from what machines read.
    pub(crate) fn machine_band(&mut self, y: f32) {
        let width = self.canvas.width() / self.scale;
        let height = self.canvas.height() / self.scale - y;
        let area = self.area(0.0, y, width, height);
        self.canvas.shade(area, |_, v, under| {
            mix(under, [250.0, 250.0, 248.0], 0.82 * (v * 12.0).min(1.0))
        });
    }

    /// A barcode on a white field that is a little larger.
    pub(crate) fn symbol(&mut self, symbol: &GrayImage, x: f32, y: f32) {
        let s = self.scale;
        let quiet = 2.0;
        let width = symbol.width() as f32 / s + 2.0 * quiet;
        let height = symbol.height() as f32 / s + 2.0 * quiet;
        let area = self.area(x - quiet, y - quiet, width, height);
        self.canvas.shade(area, |_, _, _| [250.0, 250.0, 248.0]);
        let (left, top) = ((x * s) as i32, (y * s) as i32);
        for (column, row, pixel) in symbol.enumerate_pixels() {
            let darkness = 1.0 - f32::from(pixel[0]) / 255.0;
            self.canvas
                .blend(left + column as i32, top + row as i32, INK, darkness);
        }
    }

    /// A machine readable zone: OCR-B size 1 at ten characters an inch (ICAO 9303-3, 4.4).
    pub(crate) fn machine_lines(&mut self, x: f32, baselines: &[f32], lines: &[String]) {
        let style = self.style(Face::OcrB, 2.54, [16.0, 16.0, 18.0]);
        for (line, y) in lines.iter().zip(baselines) {
            let s = self.scale;
            self.canvas
                .text_pitched(style, x * s, y * s, 2.54 * s, line);
        }
    }

    /// The holder's picture and, small and pale at `ghost` (x, y, width), once more.
    pub(crate) fn portrait(&mut self, picture: &RgbImage, frame: Frame, ghost: (f32, f32, f32)) {
        let s = self.scale;
        self.canvas
            .paste(picture, (frame.x * s) as i32, (frame.y * s) as i32, 1.0);
        let width = (ghost.2 * s) as u32;
        let height = width * picture.height() / picture.width();
        let small = imageops::resize(picture, width, height, imageops::FilterType::Triangle);
        let (left, top) = ((ghost.0 * s) as i32, (ghost.1 * s) as i32);
        for (x, y, pixel) in small.enumerate_pixels() {
            let [r, g, b] = pixel.0.map(f32::from);
            // One ink whose density follows the picture's darkness.
            let darkness = 1.0 - (0.3 * r + 0.59 * g + 0.11 * b) / 255.0;
            let ink = self.palette.lines[0].map(|c| 0.55 * c);
            self.canvas
                .blend(left + x as i32, top + y as i32, ink, 0.17 * darkness);
        }
    }

    /// A handwritten line inside the given box.
    pub(crate) fn signature(&mut self, x: f32, y: f32, width: f32, random: &mut Random) {
        let strokes = random.whole(9, 14);
        let mut knots = Vec::new();
        for knot in 0..strokes {
            let lift = if knot % 2 == 0 { -1.0 } else { 0.6 } * random.between(0.4, 2.4);
            let along = (knot as f32 + random.between(-0.5, 0.9)) / strokes as f32;
            knots.push(((x + along * width) * self.scale, (y + lift) * self.scale));
        }
        // Quadratic arcs between the middles of the knots: a line without corners.
        let mut points = Vec::new();
        for three in knots.windows(3) {
            let start = middle(three[0], three[1]);
            let end = middle(three[1], three[2]);
            for step in 0..12 {
                let t = step as f32 / 12.0;
                points.push(middle_at(
                    middle_at(start, three[1], t),
                    middle_at(three[1], end, t),
                    t,
                ));
            }
        }
        self.canvas
            .stroke(&points, 0.3 * self.scale, [35.0, 40.0, 90.0], 0.92);
    }
}

fn middle(a: (f32, f32), b: (f32, f32)) -> (f32, f32) {
    middle_at(a, b, 0.5)
}

fn middle_at(a: (f32, f32), b: (f32, f32), t: f32) -> (f32, f32) {
    (a.0 + (b.0 - a.0) * t, a.1 + (b.1 - a.1) * t)
}
