//! What two people who follow a challenge at once take of memory.

use std::path::Path;
use std::thread;

use image::{ExtendedColorType, ImageEncoder as _, Rgb, RgbImage, codecs::jpeg::JpegEncoder};
use observation::Camera;
use specimen::moving::{Move, Person, Presentation, Take, recording};
use vision::{FrameFile, Options, Vision};

/// Of both together, beside what the program has without them.
const MOST_KILOBYTES: u64 = 200_000;
const FRAMES: usize = 16;
/// Bytes that a frame is sent with at most.
const FRAME: usize = 1_000_000;

/// One test, since what is measured is the whole program's.
#[test]
#[expect(
    clippy::print_stdout,
    reason = "figures, for who asks for them with --nocapture"
)]
fn two_recordings_at_once_take_little() {
    let models = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../models");
    let vision = Vision::load(&models, Options::default()).unwrap();
    let clip = recording(&Take {
        person: &Person::drawn(7),
        presentation: Presentation::Person,
        steps: &[
            Move::Straight,
            Move::Left,
            Move::Straight,
            Move::Right,
            Move::Straight,
            Move::Left,
        ],
        recorded: &[],
        seed: 7,
    })
    .unwrap();
    let recorded: Vec<(usize, Vec<u8>)> = clip
        .frames
        .into_iter()
        .map(|frame| (frame.step, frame.jpeg))
        .collect();
    // Networks take their room when they are first used, once for each call at a time.
    watch(&vision, &recorded);

    let pages = most_added(|| watch(&vision, &recorded));
    println!("{pages} KB for films of pages");
    assert!(pages <= MOST_KILOBYTES, "{pages} KB for films of pages");
    let largest = largest();
    let largest: Vec<(usize, Vec<u8>)> = (0..FRAMES).map(|at| (at / 3, largest.clone())).collect();
    let largest = most_added(|| watch(&vision, &largest));
    println!("{largest} KB for the largest");
    assert!(
        largest <= MOST_KILOBYTES,
        "{largest} KB for the largest films"
    );
}

/// Two look at the same recording at once.
fn watch(vision: &Vision, frames: &[(usize, Vec<u8>)]) {
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                // As files come from where they are kept: each has its own.
                let frames = frames.to_vec();
                let frame_files: Vec<FrameFile> = frames
                    .iter()
                    .zip((0..).step_by(600))
                    .map(|((step, file), at)| FrameFile {
                        file,
                        step: *step,
                        at,
                    })
                    .collect();
                let steps_shown = [0, 1800, 3600, 5400, 7200, 9000];
                let seen = vision
                    .recording(&frame_files, &steps_shown, Camera::default())
                    .unwrap();
                assert_eq!(seen.frames.len(), frame_files.len());
            });
        }
    });
}

/// A frame of a camera's 3840 x 2160, nearly as large as a frame may be.
fn largest() -> Vec<u8> {
    let pixels = RgbImage::from_fn(3840, 2160, |x, y| {
        let mixed = (x / 8).wrapping_mul(0x9E37_79B1) ^ (y / 8).wrapping_mul(0x85EB_CA77);
        Rgb([(mixed.wrapping_mul(0xC2B2_AE35) >> 25) as u8; 3])
    });
    let mut file = Vec::new();
    JpegEncoder::new_with_quality(&mut file, 20)
        .write_image(&pixels, 3840, 2160, ExtendedColorType::Rgb8)
        .unwrap();
    assert!((FRAME / 4..FRAME).contains(&file.len()), "{}", file.len());
    file
}

/// Kilobytes that the program has more, at most, while something is done.
fn most_added(work: impl FnOnce()) -> u64 {
    // Has the kernel count anew: proc(5), `clear_refs`.
    std::fs::write("/proc/self/clear_refs", "5").unwrap();
    let before = peak();
    work();
    // The kernel's count is a little behind on each processor, so it can come out as less.
    peak().saturating_sub(before)
}

fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next())
        .unwrap()
        .parse()
        .unwrap()
}
