use image::{Rgb, RgbImage, imageops};
use proptest::prelude::*;
use specimen::{Degradation, Kind, Request};

use super::*;
use crate::picture::{turn, turn_point};

/// A specimen in somebody's hand, and where it lies.
fn photograph(kind: Kind, seed: u64) -> (RgbImage, Quad) {
    let specimen = specimen::generate(&Request {
        kind,
        portrait: None,
        seed,
        expired: false,
        degrade: vec![Degradation::Handheld],
        today: jiff::civil::date(2026, 1, 1),
    })
    .unwrap();
    let corners = specimen.front_corners.unwrap();
    (specimen.front, Quad(corners.map(|(x, y)| Point { x, y })))
}

/// Area in common over area of either.
fn overlap(a: &Quad, b: &Quad) -> f32 {
    let bounds = [a.bounds(), b.bounds()];
    let right = bounds
        .map(|b| b.x + b.width)
        .into_iter()
        .fold(0.0, f32::max) as i32;
    let bottom = bounds
        .map(|b| b.y + b.height)
        .into_iter()
        .fold(0.0, f32::max) as i32;
    let (mut both, mut either) = (0u32, 0u32);
    for y in (0..bottom).step_by(4) {
        for x in (0..right).step_by(4) {
            let point = Point {
                x: x as f32,
                y: y as f32,
            };
            let inside = [a.contains(point), b.contains(point)];
            both += u32::from(inside[0] && inside[1]);
            either += u32::from(inside[0] || inside[1]);
        }
    }
    both as f32 / either.max(1) as f32
}

/// Boxes as around lines of text, in rows over a document.
fn rows(document: &Quad) -> Vec<Quad> {
    let mapping = crate::picture::Homography::from_target(document, 10.0, 10.0).unwrap();
    let corner = |x: f32, y: f32| mapping.map(x, y);
    (2..9)
        .map(|row| {
            let (top, bottom) = (row as f32, row as f32 + 0.4);
            Quad([
                corner(4.0, top),
                corner(9.0, top),
                corner(9.0, bottom),
                corner(4.0, bottom),
            ])
        })
        .collect()
}

#[test]
fn documents_in_hand_are_found_by_their_edges_alone() {
    for (kind, seed) in [(Kind::Passport, 1), (Kind::Passport, 2), (Kind::IdCard, 3)] {
        let (picture, corners) = photograph(kind, seed);
        let found = outlines(&picture, &[]);
        assert_eq!(found.len(), 1, "{kind} {seed}");
        let overlap = overlap(&found[0].corners, &corners);
        assert!(overlap > 0.97, "{kind} {seed}: {overlap}");
        for (found, corner) in found[0].corners.0.into_iter().zip(corners.0) {
            assert!(found.distance(corner) < 25.0, "{kind} {seed}");
        }
    }
}

#[test]
fn a_document_is_found_whichever_way_the_picture_lies() {
    let (picture, corners) = photograph(Kind::IdCard, 4);
    for quarters in 0..4 {
        let turned = turn(&picture, quarters);
        let expected = Quad(
            corners
                .0
                .map(|point| turn_point(point, picture.dimensions(), quarters)),
        );
        let text = rows(&expected);
        for text in [&[][..], &text[..]] {
            let found = outlines(&turned, text);
            let overlap = overlap(&found[0].corners, &expected);
            assert!(overlap > 0.97, "{quarters}: {overlap}");
        }
    }
}

#[test]
fn two_documents_apart_are_two_and_one_is_one() {
    let (first, first_corners) = photograph(Kind::IdCard, 5);
    let (second, second_corners) = photograph(Kind::Passport, 6);
    let mut both = RgbImage::new(first.width(), 2 * first.height());
    imageops::replace(&mut both, &first, 0, 0);
    imageops::replace(&mut both, &second, 0, i64::from(first.height()));
    let below = Quad(second_corners.0.map(|point| Point {
        y: point.y + first.height() as f32,
        ..point
    }));
    let mut text = rows(&first_corners);
    assert_eq!(outlines(&first, &text).len(), 1);
    text.extend(rows(&below));
    let found = outlines(&both, &text);
    assert_eq!(found.len(), 2);
    for expected in [first_corners, below] {
        assert!(
            found
                .iter()
                .any(|found| overlap(&found.corners, &expected) > 0.97)
        );
    }
}

#[test]
fn a_document_that_a_border_cuts_goes_on_beyond_it() {
    let (picture, corners) = photograph(Kind::IdCard, 7);
    let bounds = corners.bounds();
    let cut = (bounds.x + 0.2 * bounds.width) as u32;
    let (width, height) = picture.dimensions();
    let rest = imageops::crop_imm(&picture, cut, 0, width - cut, height).to_image();
    let moved = |quad: &Quad| {
        Quad(quad.0.map(|point| Point {
            x: point.x - cut as f32,
            ..point
        }))
    };
    let text: Vec<Quad> = rows(&corners).iter().map(moved).collect();
    let found = outlines(&rest, &text);
    assert_eq!(found.len(), 1);
    let overlap = overlap(&found[0].corners, &moved(&corners));
    assert!(overlap > 0.9, "{overlap}");
    let left = found[0].corners.bounds().x;
    assert!(left < -0.03 * corners.height(), "{left}");
}

#[test]
fn an_open_booklet_is_one_document() {
    let at = |x, y| Point { x, y };
    let page = |top: f32| {
        Quad([
            at(200.0, top),
            at(700.0, top),
            at(700.0, top + 352.0),
            at(200.0, top + 352.0),
        ])
    };
    let (upper, lower) = (page(50.0), page(402.0));
    let picture = RgbImage::from_fn(900, 800, |x, y| {
        let point = at(x as f32 + 0.5, y as f32 + 0.5);
        let spine = y.abs_diff(402) < 2;
        let inside = upper.contains(point) || lower.contains(point);
        Rgb([if inside && !spine { 210 } else { 90 }; 3])
    });
    let mut text = rows(&lower);
    text.extend(rows(&upper));
    assert_eq!(outlines(&picture, &text).len(), 1);
}

#[test]
fn where_there_is_no_document_there_is_no_outline() {
    let mut noise = 1u32;
    let mut next = || {
        noise = noise.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (noise >> 24) as u8
    };
    let pictures = [
        RgbImage::from_pixel(800, 600, Rgb([200; 3])),
        RgbImage::from_fn(800, 600, |_, _| Rgb([next(), next(), next()])),
        RgbImage::from_fn(800, 600, |x, y| Rgb([(x / 4) as u8, (y / 3) as u8, 80])),
        // Planks have long edges in one direction alone.
        RgbImage::from_fn(
            800,
            600,
            |_, y| Rgb([if y % 115 < 4 { 60 } else { 150 }; 3]),
        ),
        RgbImage::new(40, 30),
        RgbImage::new(70, 40_000),
    ];
    for picture in pictures {
        assert!(outlines(&picture, &[]).is_empty());
    }
}

#[test]
fn text_outside_speaks_against_an_outline() {
    let (picture, corners) = photograph(Kind::IdCard, 4);
    let border =
        Quad([(0.0, 0.0), (1600.0, 0.0), (1600.0, 60.0), (0.0, 60.0)].map(|(x, y)| Point { x, y }));
    assert_eq!(outlines(&picture, &rows(&corners)).len(), 1);
    assert!(outlines(&picture, &rows(&border)).is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// A plain card on a plain table, anywhere and at any angle, lighter or darker.
    #[test]
    fn plain_cards_are_found(
        angle in -3.1f32..3.1,
        half in 118.0f32..140.0,
        aside in (-10.0f32..10.0, -10.0f32..10.0),
        (card, table) in prop_oneof![Just((210u8, 90u8)), Just((60, 170))],
    ) {
        let (sine, cosine) = angle.sin_cos();
        let centre = (200.0 + aside.0, 180.0 + aside.1);
        let corner = |x: f32, y: f32| Point {
            x: centre.0 + x * cosine - y * sine,
            y: centre.1 + x * sine + y * cosine,
        };
        let tall = half / 1.586;
        let outline = Quad([corner(-half, -tall), corner(half, -tall), corner(half, tall), corner(-half, tall)]);
        // As a camera sees it: a pixel is the mean of what it covers.
        let picture = RgbImage::from_fn(400, 360, |x, y| {
            let covered = (0..9).filter(|at| {
                let (right, down) = ((at % 3) as f32 / 3.0, (at / 3) as f32 / 3.0);
                outline.contains(Point { x: x as f32 + right, y: y as f32 + down })
            });
            let share = covered.count() as f32 / 9.0;
            let luma = f32::from(table) + share * (f32::from(card) - f32::from(table));
            Rgb([luma as u8; 3])
        });
        let found = outlines(&picture, &[]);
        prop_assert_eq!(found.len(), 1);
        for corner in outline.0 {
            prop_assert!(found[0].corners.0.iter().any(|found| found.distance(corner) < 3.0));
        }
    }
}
