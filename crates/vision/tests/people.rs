//! Drawn faces, found and compared by the real networks. They must be installed: `make setup`.

use std::path::Path;
use std::sync::LazyLock;

use image::{DynamicImage, RgbImage};
use observation::{Face, Rect};
use specimen::{Copied, Kind};
use vision::faces::similarity;
use vision::{DocumentOptions, Options, Vision};

static VISION: LazyLock<Vision> = LazyLock::new(|| {
    let models = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../models");
    Vision::load(&models, Options::default())
        .unwrap_or_else(|error| panic!("{error}, or `make setup` in a checkout"))
});

/// What the shipped policy has for `same_photograph`.
const LIMIT: f32 = 0.9;

fn passport(seed: u64) -> RgbImage {
    let specimen = specimen::generate(&specimen::Request {
        kind: Kind::Passport,
        portrait: None,
        seed,
        expired: false,
        degrade: Vec::new(),
        today: jiff::civil::date(2026, 1, 1),
    });
    specimen.unwrap().front
}

fn png(pixels: RgbImage) -> Vec<u8> {
    let mut file = std::io::Cursor::new(Vec::new());
    DynamicImage::from(pixels)
        .write_to(&mut file, image::ImageFormat::Png)
        .unwrap();
    file.into_inner()
}

/// A square around a face, so many times as large as it, turned clockwise by so many degrees.
fn cut(picture: &RgbImage, face: &Rect, times: f32, degrees: f32) -> RgbImage {
    let side = times * face.width.max(face.height);
    let middle = (face.x + face.width / 2.0, face.y + face.height / 2.0);
    specimen::part(picture, middle, side, side as u32, degrees)
}

fn face(picture: RgbImage) -> Face {
    VISION.largest_face(&png(picture)).unwrap().0.unwrap()
}

#[test]
fn however_a_face_is_held_it_is_compared_as_well_as_the_networks_publishers_do() {
    for seed in [8, 9] {
        let page = passport(seed);
        let upright = face(page.clone());
        let published = |picture: &RgbImage| VISION.published_face(&png(picture.clone())).unwrap();
        let as_published = published(&page).unwrap();
        for degrees in [-20.0, -10.0, 0.0, 10.0, 20.0, 45.0, 75.0, 120.0, 180.0] {
            let held = cut(&page, &upright.bounds, 3.0, degrees);
            let theirs = published(&held).map_or(0.0, |theirs| similarity(&theirs, &as_published));
            let ours = similarity(&face(held).embedding, &upright.embedding);
            assert!(ours > theirs - 0.02, "{seed}, {degrees}°: {ours} {theirs}");
            assert!(ours > 0.8, "{seed}, {degrees}°: {ours}");
        }
    }
}

#[test]
fn a_copy_of_a_portrait_is_the_same_photograph_and_another_portrait_is_not() {
    let options = DocumentOptions {
        print: false,
        ..DocumentOptions::default()
    };
    let [(page, portrait), (_, other)] = [11, 12].map(|seed| {
        let page = passport(seed);
        let seen = VISION.document(&png(page.clone()), options).unwrap();
        (page, seen.observation.faces.into_iter().next().unwrap())
    });
    let likeness = |a: &Face, b: &Face| {
        photograph::likeness(&a.chip.as_ref().unwrap().0, &b.chip.as_ref().unwrap().0).unwrap()
    };
    // All are drawn by one hand.
    let alike = likeness(&portrait, &other);
    assert!(alike < LIMIT, "{alike}");
    let photograph = cut(&page, &portrait.bounds, 2.2, 0.0);
    for copied in Copied::ALL {
        let selfie = VISION.selfie(&copied.of(&photograph, 1).unwrap()).unwrap();
        let alike = likeness(&portrait, &selfie.observation.faces[0]);
        assert!(alike > LIMIT, "{copied}: {alike}");
    }
}
