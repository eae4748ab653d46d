//! Pictures whose samples are indices of a table of colours (TIFF 6.0, section 5).

use std::io::Cursor;

use image::codecs::tiff::TiffDecoder;
use image::metadata::Orientation;
use image::{DynamicImage, RgbImage};
use tiff::decoder::Decoder;
use tiff::tags::Tag;

use super::{broken, directory, metadata, samples, unusual};
use crate::picture::PictureError;
use crate::picture::budget::Budget;
use crate::picture::decode::{Decoded, pixels_of};
use crate::picture::evidence::traces::Traces;

/// # Errors
/// `not_an_image`, `too_large` or `unsupported`.
pub(super) fn read<'a>(file: &[u8], budget: &'a Budget<'_>) -> Result<Decoded<'a>, PictureError> {
    let mut reader = Decoder::new(Cursor::new(file)).map_err(broken)?;
    let (width, height) = reader.dimensions().map_err(broken)?;
    let bits: Vec<u16> = reader
        .find_tag_unsigned_vec(Tag::BitsPerSample)
        .map_err(broken)?
        .unwrap_or_else(|| vec![1]);
    let [bits @ (1 | 2 | 4 | 8)] = bits[..] else {
        return Err(unusual(()));
    };
    let colours = reader.get_tag_u16_vec(Tag::ColorMap).map_err(broken)?;
    drop(reader);
    let table = Table::of(&colours, 1 << bits).ok_or_else(|| broken(()))?;

    let count = u64::from(width) * u64::from(height);
    // The file once more, and its indices twice while they are unpacked.
    let working = budget.hold(file.len() as u64 + 2 * count)?;
    let held = budget.hold(3 * count)?;
    let grey = directory::as_grey(file).ok_or_else(|| broken(()))?;
    let (orientation, traces) = match TiffDecoder::new(Cursor::new(grey.as_slice())) {
        Ok(mut decoder) => metadata(&mut decoder),
        Err(_) => (Orientation::NoTransforms, Traces::of(&[])),
    };
    let packed = samples(&grey)?;
    let row = (u64::from(width) * u64::from(bits)).div_ceil(8) as usize;
    let mut data = Vec::with_capacity(3 * count as usize);
    for line in 0..height as usize {
        let packed = packed
            .get(line * row..(line + 1) * row)
            .ok_or_else(|| broken(()))?;
        let indices = (0..width as usize).map(|at| index(packed, at, usize::from(bits)));
        data.extend(indices.flat_map(|index| table.0[index]));
    }
    drop(working);
    Ok(Decoded {
        pixels: pixels_of((width, height), data, RgbImage::from_raw)
            .map(DynamicImage::ImageRgb8)?,
        orientation,
        traces,
        held,
    })
}

/// The index at this place of a row, `bits` wide, the highest bits first.
fn index(row: &[u8], at: usize, bits: usize) -> usize {
    let place = at * bits;
    let shift = 8 - bits - place % 8;
    usize::from(row[place / 8] >> shift) & ((1 << bits) - 1)
}

/// Red, green and blue by index.
struct Table(Vec<[u8; 3]>);

impl Table {
    /// All reds, then all greens, then all blues, in 16 bits; some writers use eight of them.
    fn of(colours: &[u16], length: usize) -> Option<Self> {
        let short = colours.iter().all(|&level| level < 256);
        let level = |at: usize| {
            let level = *colours.get(at)?;
            Some(if short {
                level as u8
            } else {
                (level >> 8) as u8
            })
        };
        (0..length)
            .map(|at| Some([level(at)?, level(length + at)?, level(2 * length + at)?]))
            .collect::<Option<_>>()
            .map(Self)
    }
}

#[cfg(test)]
mod tests {
    use crate::picture::{Limits, decode};

    /// A picture of four colours, `bits` to an index.
    fn drawn(bits: u16, big_endian: bool) -> Vec<u8> {
        let short = |value: u16| {
            if big_endian {
                value.to_be_bytes()
            } else {
                value.to_le_bytes()
            }
        };
        let long = |value: u32| {
            if big_endian {
                value.to_be_bytes()
            } else {
                value.to_le_bytes()
            }
        };
        let pixels: Vec<u8> = match bits {
            8 => vec![0, 1, 2, 3, 3, 2, 1, 0],
            4 => vec![0x01, 0x23, 0x32, 0x10],
            _ => vec![0b0001_1011, 0b1110_0100],
        };
        let length = 1usize << bits;
        let mut map = vec![0u16; 3 * length];
        for (at, colour) in [[0, 0, 0], [255, 0, 0], [0, 128, 255], [255; 3]]
            .into_iter()
            .enumerate()
        {
            for (part, level) in colour.into_iter().enumerate() {
                map[part * length + at] = level * 257;
            }
        }
        let fields: [(u16, u16, u32, u32); 9] = [
            (256, 3, 1, 4),
            (257, 3, 1, 2),
            (258, 3, 1, u32::from(bits)),
            (259, 3, 1, 1),
            (262, 3, 1, 3),
            (273, 4, 1, 8),
            (278, 3, 1, 2),
            (279, 4, 1, pixels.len() as u32),
            (320, 3, 3 * length as u32, 16),
        ];
        let directory = 16 + 2 * map.len() as u32;
        let mut file = if big_endian { b"MM" } else { b"II" }.to_vec();
        file.extend(short(42));
        file.extend(long(directory));
        file.extend(&pixels);
        file.resize(16, 0);
        file.extend(map.iter().flat_map(|&level| short(level)));
        file.extend(short(fields.len() as u16));
        for (tag, kind, count, value) in fields {
            file.extend(short(tag));
            file.extend(short(kind));
            file.extend(long(count));
            if kind == 3 && count == 1 {
                file.extend(short(value as u16));
                file.extend([0, 0]);
            } else {
                file.extend(long(value));
            }
        }
        file.extend(long(0));
        file
    }

    #[test]
    fn indices_become_colours() {
        for (bits, big_endian) in [(8, false), (4, false), (2, true), (8, true)] {
            let picture = decode(&drawn(bits, big_endian), &Limits::default()).unwrap();
            let pixels = picture.pixels();
            assert_eq!(pixels.dimensions(), (4, 2));
            assert_eq!(pixels.get_pixel(1, 0).0, [255, 0, 0], "{bits}");
            assert_eq!(pixels.get_pixel(2, 0).0, [0, 128, 255]);
            assert_eq!(pixels.get_pixel(0, 1).0, [255; 3]);
            assert_eq!(pixels.get_pixel(3, 1).0, [0; 3]);
        }
    }

    #[test]
    fn a_table_that_is_too_short_is_damage() {
        let mut file = drawn(8, false);
        let count = file.len() - 4 - 8;
        file[count..count + 4].copy_from_slice(&30u32.to_le_bytes());
        let error = decode(&file, &Limits::default()).unwrap_err();
        assert_eq!(error.code(), "not_an_image");
    }
}
