//! A perceptual hash, which a frame keeps when it is compressed again, made smaller or brighter. It has
//! parts, each of which can be looked for alone.
//!
//! It has to tell the same frame from another moment of the same person in the same chair. So it looks
//! at shapes of about a hundredth of the picture, which compression leaves alone and a tremor moves.

use image::RgbImage;

use crate::picture::{grey, resize};

/// Cells in a row and in a column.
const CELLS: usize = 56;
/// Pixels of a small copy along the side of a cell.
const FINE: usize = 3;
/// Cells between two that are compared.
const REACH: usize = 2;
/// Bits of a part.
const BITS: usize = 24;
/// Parts of a hash.
const PARTS: usize = 6;
/// Percentile of the differences that counts as no step upwards. It lies above the middle, so that flat
/// parts are no step whatever noise does to them.
const LEVEL: usize = 75;
/// Least height of a step in grey levels; a flatter picture has nothing to be recognised by.
const LEAST: f32 = 0.5;

/// The parts of a picture's hash, in a fixed order. Empty where the picture is too flat.
pub(super) fn hash(pixels: &RgbImage) -> Vec<u32> {
    let cells = cells(pixels);
    let steps: Vec<f32> = places().map(|(from, to)| cells[to] - cells[from]).collect();
    let mut ordered = steps.clone();
    ordered.sort_by(f32::total_cmp);
    let level = ordered[ordered.len() * LEVEL / 100];
    if level < LEAST {
        return Vec::new();
    }
    let part = |steps: &[f32]| {
        let bits = steps.iter().map(|step| u32::from(*step > level));
        bits.fold(0, |part, bit| (part << 1) | bit)
    };
    steps.chunks(BITS).map(part).collect()
}

/// Mean grey levels, row by row.
fn cells(pixels: &RgbImage) -> Vec<f32> {
    let side = CELLS * FINE;
    let fine = grey(&resize(pixels, side as u32, side as u32)).into_raw();
    let mut cells = vec![0.0; CELLS * CELLS];
    for (at, level) in fine.iter().enumerate() {
        let cell = at / side / FINE * CELLS + at % side / FINE;
        cells[cell] += f32::from(*level) / (FINE * FINE) as f32;
    }
    cells
}

/// Which cells are compared: spread over the middle of the picture, so that each part has some of the
/// face. A linear congruential generator (Knuth, 3.3.4) strews them, the same ones always.
fn places() -> impl Iterator<Item = (usize, usize)> {
    let side = CELLS;
    let mut state = 1_u64;
    let mut next = move |limit: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % limit
    };
    (0..BITS * PARTS).map(move |_| {
        let margin = side / 8;
        let (x, y) = (
            margin + next(side - 2 * margin),
            margin + next(side - 2 * margin),
        );
        let from = y * side + x;
        let to = [
            from + REACH,
            from - REACH,
            from + REACH * side,
            from - REACH * side,
        ];
        (from, to[next(4)])
    })
}

#[cfg(test)]
mod tests {
    use image::codecs::jpeg::JpegEncoder;
    use image::imageops;
    use specimen::moving::{Move, Person, Presentation, Take, recording};

    use super::*;

    /// Parts that make two frames alike, and frames that make two recordings so (`sessions::known_frames`,
    /// `known_alike` of the policy).
    const PARTS_ALIKE: usize = 2;
    const FRAMES_ALIKE: usize = 5;

    fn open(jpeg: &[u8]) -> RgbImage {
        image::load_from_memory(jpeg).unwrap().to_rgb8()
    }

    fn saved(pixels: &RgbImage, quality: u8) -> RgbImage {
        let mut file = Vec::new();
        let encoder = JpegEncoder::new_with_quality(&mut file, quality);
        pixels.write_with_encoder(encoder).unwrap();
        open(&file)
    }

    fn brighter(pixels: &RgbImage) -> RgbImage {
        let mut brighter = pixels.clone();
        for level in brighter.iter_mut() {
            *level = (255.0 * (f32::from(*level) / 255.0).powf(0.8)) as u8;
        }
        brighter
    }

    fn cut(pixels: &RgbImage) -> RgbImage {
        let (width, height) = pixels.dimensions();
        let (left, top) = (width / 200, height / 200);
        imageops::crop_imm(pixels, left, top, width - 2 * left, height - 2 * top).to_image()
    }

    /// Frames of a recording that are alike one of another's.
    fn alike(recording: &[RgbImage], other: &[RgbImage]) -> usize {
        let [recording, other] =
            [recording, other].map(|recording| recording.iter().map(hash).collect::<Vec<_>>());
        let shared = |one: &[u32], two: &[u32]| one.iter().zip(two).filter(|(a, b)| a == b).count();
        let known = |frame: &&Vec<u32>| {
            other
                .iter()
                .any(|earlier| shared(frame, earlier) >= PARTS_ALIKE)
        };
        recording.iter().filter(known).count()
    }

    /// Somebody in a room, both drawn from the seed.
    fn take(seed: u64, steps: &[Move]) -> Vec<RgbImage> {
        let take = Take {
            person: &Person::drawn(seed),
            presentation: Presentation::Person,
            steps,
            recorded: &[],
            seed,
        };
        let frames = recording(&take).unwrap().frames;
        frames.iter().map(|frame| open(&frame.jpeg)).collect()
    }

    #[test]
    fn a_recording_saved_anew_is_known_and_another_take_is_not() {
        use Move::{Away, Closer, Left, Right, Straight};
        for seed in 0..2 {
            let frames = take(seed, &[Straight, Left, Closer, Right, Away, Left]);
            let each = |change: &dyn Fn(&RgbImage) -> RgbImage| {
                frames.iter().map(change).collect::<Vec<_>>()
            };
            let smaller = |frame: &RgbImage| resize(frame, frame.width() / 2, frame.height() / 2);
            for (change, again) in [
                ("quality 60", each(&|frame| saved(frame, 60))),
                ("quality 30", each(&|frame| saved(frame, 30))),
                ("half as large", each(&|frame| saved(&smaller(frame), 80))),
                ("brighter", each(&|frame| saved(&brighter(frame), 80))),
                ("a hundredth less", each(&|frame| saved(&cut(frame), 80))),
            ] {
                let alike = alike(&frames, &again);
                assert!(alike >= FRAMES_ALIKE, "{change}: {alike} of {seed}");
            }
            // The same person in the same room, who begins in the same way.
            let retake = take(seed, &[Straight, Right, Away, Left, Right, Closer]);
            let stranger = take(seed + 100, &[Straight, Left, Closer, Right, Away, Left]);
            for other in [retake, stranger] {
                let alike = alike(&frames, &other);
                assert!(alike < FRAMES_ALIKE, "{alike} of {seed}");
            }
        }
    }

    #[test]
    fn a_picture_of_nothing_is_known_by_nothing() {
        assert!(hash(&RgbImage::new(640, 480)).is_empty());
        assert!(hash(&RgbImage::new(1, 1)).is_empty());
    }
}
