//! No file takes more memory or time to be read whole than a small machine has: decoded, and looked at
//! by every network.

mod hostile;

use std::path::Path;
use std::time::{Duration, Instant};

use hostile::Hostile;
use image::{ExtendedColorType, ImageEncoder as _, Rgb, RgbImage, codecs::jpeg::JpegEncoder};
use vision::{DocumentOptions, Options, Vision};

/// What a picture adds to the program, while it is read.
const MOST_KILOBYTES: u64 = 320_000;
/// Of the whole program: its networks, the file and all that is made of it.
const MOST_OF_ALL: u64 = 720_000;
/// Of one picture on one core, also in the slower profile that tests are built with.
const MOST_TIME: Duration = Duration::from_mins(1);

/// One test, since what is measured is the whole program's.
#[test]
#[expect(
    clippy::print_stdout,
    reason = "figures, for who asks for them with --nocapture"
)]
fn no_file_takes_more_than_a_small_machine_has() {
    let folder = tempfile::tempdir().unwrap();
    let names = kept(folder.path());
    let models = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../models");
    let vision = Vision::load(&models, Options::default()).unwrap();
    // Networks take their room when they are first used, and keep it.
    let ordinary = picture((1600, 1000), noise);
    vision
        .document(&ordinary, DocumentOptions::default())
        .unwrap();
    let mut excesses = Vec::new();
    for (at, name) in names.iter().enumerate() {
        let file = std::fs::read(folder.path().join(at.to_string())).unwrap();
        forget_peak();
        let before = peak();
        let start = Instant::now();
        let seen = vision.document(&file, DocumentOptions::default());
        let faces = vision
            .selfie(&file)
            .map(|seen| seen.observation.faces.len());
        let (peak, time) = (peak(), start.elapsed());
        let outcome = seen.map_or_else(
            |error| error.to_string(),
            |seen| format!("{} lines, {faces:?} faces", seen.observation.lines.len()),
        );
        let (from, to) = (before / 1000, peak / 1000);
        println!("{from:>5} to {to:>5} MB {time:>8.2?}  {name}: {outcome}");
        if peak > MOST_OF_ALL || peak - before > MOST_KILOBYTES {
            excesses.push(format!("{name}: {before} to {peak} KB"));
        }
        if time > MOST_TIME {
            excesses.push(format!("{name}: {time:?}"));
        }
    }
    assert!(excesses.is_empty(), "{excesses:#?}");
}

/// Writes the files into a folder, by number, so that none is in memory while another is read.
fn kept(folder: &Path) -> Vec<&'static str> {
    let files = hostile::all().into_iter().chain(textures());
    let keep = |(at, Hostile { name, file }): (usize, Hostile)| {
        std::fs::write(folder.join(at.to_string()), file).unwrap();
        name
    };
    files.enumerate().map(keep).collect()
}

/// Good files that show what is looked at again and again.
fn textures() -> impl Iterator<Item = Hostile> {
    let bars = |x: u32, y: u32| if noise(x / 3, y / 40) > 128 { 255 } else { 0 };
    let letters = |x: u32, y: u32| {
        if y % 30 < 18 && noise(x / 4, y / 4) > 128 {
            0
        } else {
            230
        }
    };
    let dots = |x: u32, y: u32| {
        if (x / 2 + y / 2).is_multiple_of(2) {
            255
        } else {
            0
        }
    };
    [
        ("noise", picture((4096, 4096), noise)),
        ("bars", picture((4096, 4096), bars)),
        (
            "rows of what might be letters",
            picture((4096, 4096), letters),
        ),
        ("dots", picture((4096, 4096), dots)),
        ("a slim line of noise", picture((16_384, 164), noise)),
        ("a slim column of letters", picture((41, 4096), letters)),
        ("a slim line of bars", picture((4096, 41), bars)),
        ("a single pixel", picture((1, 1), noise)),
        ("three pixels", picture((3, 1), noise)),
    ]
    .into_iter()
    .map(|(name, file)| Hostile { name, file })
}

fn noise(x: u32, y: u32) -> u8 {
    let mixed = x.wrapping_mul(0x9E37_79B1) ^ y.wrapping_mul(0x85EB_CA77);
    (mixed.wrapping_mul(0xC2B2_AE35) >> 24) as u8
}

fn picture((width, height): (u32, u32), shade: impl Fn(u32, u32) -> u8) -> Vec<u8> {
    let pixels = RgbImage::from_fn(width, height, |x, y| Rgb([shade(x, y); 3]));
    let mut file = Vec::new();
    JpegEncoder::new_with_quality(&mut file, 60)
        .write_image(&pixels, width, height, ExtendedColorType::Rgb8)
        .unwrap();
    file
}

/// Has the kernel count anew: proc(5), `clear_refs`.
fn forget_peak() {
    std::fs::write("/proc/self/clear_refs", "5").unwrap();
}

/// The most kilobytes of memory that the program has had at once.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next())
        .unwrap()
        .parse()
        .unwrap()
}
