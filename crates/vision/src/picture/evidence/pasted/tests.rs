use image::codecs::jpeg::JpegEncoder;
use image::{Rgb, RgbImage};
use proptest::prelude::*;

use super::*;
use crate::picture::{Limits, decode_document};

/// Noise with structure, the same for the same seed.
fn scene(seed: u32, width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        let mixed = x
            .wrapping_mul(374_761_393)
            .wrapping_add(y.wrapping_mul(668_265_263))
            .wrapping_add(seed.wrapping_mul(2_246_822_519));
        let mixed = (mixed ^ (mixed >> 13)).wrapping_mul(1_274_126_177);
        let noise = ((mixed ^ (mixed >> 16)) & 0xFF) as f32 / 255.0;
        let blots = (x as f32 / 17.0 + seed as f32).sin() * (y as f32 / 13.0).cos();
        let luma = 110.0 + 40.0 * blots + 20.0 * noise;
        Rgb([luma as u8, (luma * 0.95) as u8, (luma * 0.9) as u8])
    })
}

fn saved(picture: &RgbImage, quality: u8) -> Vec<u8> {
    let mut file = Vec::new();
    JpegEncoder::new_with_quality(&mut file, quality)
        .encode_image(picture)
        .unwrap();
    file
}

fn opened(file: &[u8]) -> RgbImage {
    image::load_from_memory(file).unwrap().into_rgb8()
}

fn score(file: &[u8], within: Quad) -> Option<f32> {
    let pixels = image::load_from_memory(file).unwrap();
    let size = (pixels.width(), pixels.height());
    let map = Map::of(&pixels, &luma_steps(file)?)?;
    signal(&map, size, &within).score
}

fn area(left: f32, top: f32, right: f32, bottom: f32) -> Quad {
    let point = |x, y| Point { x, y };
    Quad([
        point(left, top),
        point(right, top),
        point(right, bottom),
        point(left, bottom),
    ])
}

/// A photograph, saved at 80 by the camera, and after `change` again at 92.
fn changed(change: impl Fn(&mut RgbImage)) -> Vec<u8> {
    let mut picture = opened(&saved(&scene(1, 800, 600), 80));
    change(&mut picture);
    saved(&picture, 92)
}

fn paste(picture: &mut RgbImage) {
    let other = opened(&saved(&scene(2, 300, 200), 75));
    let patch = image::imageops::crop_imm(&other, 11, 13, 160, 90).to_image();
    image::imageops::replace(picture, &patch, 301, 203);
}

#[test]
fn what_was_pasted_stands_out_and_the_rest_does_not() {
    let file = changed(paste);
    let there = score(&file, area(290.0, 190.0, 480.0, 310.0)).unwrap();
    assert!(there > THRESHOLD, "{there}");
    let elsewhere = score(&file, area(0.0, 330.0, 800.0, 600.0)).unwrap();
    assert!(elsewhere < THRESHOLD / 2.0, "{elsewhere}");
}

#[test]
fn a_picture_saved_twice_as_a_whole_is_even() {
    let file = changed(|_| {});
    let whole = score(&file, area(0.0, 0.0, 800.0, 600.0)).unwrap();
    assert!(whole < THRESHOLD / 2.0, "{whole}");
}

#[test]
fn what_was_saved_once_is_even() {
    for quality in [70, 80, 92, 97] {
        let file = saved(&scene(3, 800, 600), quality);
        let whole = score(&file, area(0.0, 0.0, 800.0, 600.0)).unwrap_or(0.0);
        assert!(whole < THRESHOLD / 2.0, "quality {quality}: {whole}");
    }
    // Nor does what was pasted before the camera saved it.
    let mut picture = scene(1, 800, 600);
    paste(&mut picture);
    let file = saved(&picture, 85);
    let whole = score(&file, area(0.0, 0.0, 800.0, 600.0)).unwrap_or(0.0);
    assert!(whole < THRESHOLD / 2.0, "{whole}");
}

#[test]
fn small_pictures_say_nothing() {
    let file = saved(&opened(&saved(&scene(4, 120, 120), 70)), 95);
    assert_eq!(score(&file, area(0.0, 0.0, 120.0, 120.0)), None);
}

#[test]
fn huge_pictures_say_nothing() {
    let huge = DynamicImage::new_rgb8(4100, 3100);
    assert!(Blocks::of(&huge, &[2; 64]).is_none());
    let of_a_phone = DynamicImage::new_rgb8(4032, 3024);
    assert!(Blocks::of(&of_a_phone, &[2; 64]).is_some());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn broken_and_cut_files_are_survived(
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..6),
        end in any::<prop::sample::Index>(),
        is_cut: bool,
    ) {
        let mut file = changed(paste);
        for (at, byte) in changes {
            let at = at.index(file.len());
            file[at] = byte;
        }
        if is_cut {
            file.truncate(end.index(file.len()));
        }
        // Whatever is in it, it is read or refused.
        let _read_or_refused = decode_document(&file, &Limits::default());
    }
}
