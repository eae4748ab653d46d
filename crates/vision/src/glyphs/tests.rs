use image::RgbImage;
use observation::{Point, Quad};
use proptest::prelude::*;

use super::*;

fn characters(text: &str) -> Vec<Character> {
    let count = text.chars().count() as f32;
    let placed = |(at, character)| Character {
        character,
        place: (at as f32 + 0.5) / count,
    };
    text.chars().enumerate().map(placed).collect()
}

fn upright(x: f32, y: f32, width: f32, height: f32) -> Quad {
    Quad::from(observation::Rect {
        x,
        y,
        width,
        height,
    })
}

/// What is seen in a picture whose lines stand at the given places.
fn seen(pixels: &RgbImage, lines: &[(Quad, &str)]) -> Option<Signal> {
    let lines: Vec<(Quad, Vec<Character>)> = lines
        .iter()
        .map(|(quad, text)| (*quad, characters(text)))
        .collect();
    let lines = lines.iter().map(|(quad, characters)| PrintedLine {
        quad,
        characters,
        confidence: 0.99,
    });
    signal(pixels, lines)
}

#[test]
fn what_shows_nothing_is_not_judged() {
    let blank = RgbImage::from_pixel(400, 300, image::Rgb([240; 3]));
    let lines: Vec<(Quad, &str)> = (0..4)
        .map(|at| (upright(20.0, 60.0 * at as f32, 200.0, 40.0), "12.08.1974"))
        .collect();
    assert_eq!(seen(&blank, &lines), None);
    assert_eq!(seen(&RgbImage::new(0, 0), &lines), None);
    assert_eq!(seen(&blank, &[]), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_boxes_and_no_text_make_it_panic(
        corners in proptest::collection::vec(
            (proptest::num::f32::ANY, -900.0f32..900.0, 0u8..3), 12..40),
        texts in proptest::collection::vec("[0-9 ./A-Zé-]{0,24}", 3..8),
        noise in proptest::collection::vec(any::<u8>(), 64),
        (width, height) in (1u32..90, 1u32..90),
    ) {
        let at = |x: u32, y: u32| noise[((7 * x + 13 * y) % 64) as usize];
        let pixels = RgbImage::from_fn(width, height, |x, y| image::Rgb([at(x, y); 3]));
        let value = |(any, near, which): (f32, f32, u8)| if which == 0 { any } else { near };
        let points: Vec<Point> = corners
            .windows(2)
            .map(|pair| Point { x: value(pair[0]), y: value(pair[1]) })
            .collect();
        let quads = points.windows(4).map(|four| Quad([four[0], four[1], four[2], four[3]]));
        let lines: Vec<(Quad, &str)> = quads.zip(texts.iter().map(String::as_str)).collect();
        if let Some(signal) = seen(&pixels, &lines) {
            prop_assert!(signal.score.is_some_and(f32::is_finite) && !signal.decides());
        }
    }
}
