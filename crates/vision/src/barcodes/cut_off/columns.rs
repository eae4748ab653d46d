//! The whole columns before a stop pattern.

use image::{GrayImage, Luma, imageops};

use super::stop::Stop;
use super::{CODEWORD, MODULE, STOP_WIDTH};

/// Share of the lines in which every column begins with ink, after paper.
const CLEAR: f32 = 0.8;
/// Columns that have to be there; narrower symbols are not completed.
const FEWEST: u32 = 2;
/// Least pixels of a module.
const LEAST_MODULE: f32 = 1.2;

/// What is there of a symbol, upright, `MODULE` pixels a module.
pub(super) struct Columns {
    pixels: GrayImage,
    threshold: u8,
    /// Columns of codewords, the right row indicators included.
    pub(super) count: u32,
}

impl Columns {
    pub(super) fn before(grey: &GrayImage, stop: &Stop) -> Option<Self> {
        let least = stop.module(stop.top).min(stop.module(stop.bottom));
        if least < LEAST_MODULE {
            return None;
        }
        let room =
            (stop.top..=stop.bottom).map(|y| (stop.begins(y) + 0.5 * least) / stop.module(y));
        let most = (room.fold(f32::INFINITY, f32::min) / CODEWORD as f32).max(0.0) as u32;
        let pixels = upright(grey, stop, most);
        let mut whole = Self {
            pixels,
            threshold: stop.threshold,
            count: most,
        };
        let clear = (0..most)
            .rev()
            .take_while(|&column| whole.begins_clearly(column));
        let count = clear.count() as u32;
        let cut = (most - count) * CODEWORD * MODULE;
        let (width, height) = whole.pixels.dimensions();
        whole.pixels = imageops::crop_imm(&whole.pixels, cut, 0, width - cut, height).to_image();
        whole.count = count;
        (count >= FEWEST).then_some(whole)
    }

    pub(super) fn pixels(&self) -> &GrayImage {
        &self.pixels
    }

    pub(super) fn height(&self) -> u32 {
        self.pixels.height()
    }

    /// Whether a module is ink, by its middle.
    pub(super) fn is_ink(&self, module: u32, y: u32) -> bool {
        self.pixels.get_pixel(module * MODULE + MODULE / 2, y)[0] < self.threshold
    }

    fn begins_clearly(&self, column: u32) -> bool {
        let first = column * CODEWORD;
        let clear = |y: &u32| self.is_ink(first, *y) && (first == 0 || !self.is_ink(first - 1, *y));
        let lines = (0..self.height()).filter(clear).count();
        lines as f32 >= CLEAR * self.height() as f32
    }
}

/// The last `columns` columns and the stop pattern, put upright.
fn upright(grey: &GrayImage, stop: &Stop, columns: u32) -> GrayImage {
    let before = (columns * CODEWORD) as f32;
    let width = (columns * CODEWORD + STOP_WIDTH) * MODULE;
    GrayImage::from_fn(width, stop.bottom - stop.top + 1, |x, y| {
        let y = stop.top + y;
        let modules = (x as f32 + 0.5) / MODULE as f32 - before;
        let (across, down) = stop.beside(y, modules);
        let across = (across - 0.5).clamp(0.0, (grey.width() - 1) as f32);
        let down = down.clamp(0.0, (grey.height() - 1) as f32);
        let value = imageops::interpolate_bilinear(grey, across, down);
        value.unwrap_or(Luma([u8::MAX]))
    })
}
