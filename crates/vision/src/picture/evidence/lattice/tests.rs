use super::*;

/// Blots and noise, and waves of these frequencies, in cycles a pixel.
fn picture(waves: &[(f32, f32)]) -> GrayImage {
    GrayImage::from_fn(700, 500, |x, y| {
        let mixed = x
            .wrapping_mul(374_761_393)
            .wrapping_add(y.wrapping_mul(668_265_263));
        let mixed = (mixed ^ (mixed >> 13)).wrapping_mul(1_274_126_177);
        let noise = ((mixed ^ (mixed >> 16)) & 0xFF) as f32 / 255.0;
        let blots = (x as f32 / 37.0).sin() * (y as f32 / 23.0).cos();
        let luma = 90.0 + 30.0 * blots + 14.0 * noise;
        let wave = |(across, down): &(f32, f32)| {
            let phase = across * x as f32 + down * y as f32;
            1.0 - 0.12 * (std::f32::consts::TAU * phase).cos()
        };
        image::Luma([(luma * waves.iter().map(wave).product::<f32>()) as u8])
    })
}

fn score(pixels: &GrayImage) -> Option<f32> {
    measure(pixels.dimensions(), |left, top, side| {
        image::imageops::crop_imm(pixels, left, top, side, side).to_image()
    })
}

#[test]
fn a_lattice_stands_out() {
    let without = score(&picture(&[])).unwrap();
    assert!(without < 1.5, "{without}");
    let with = score(&picture(&[(0.3, 0.012), (-0.012, 0.3)])).unwrap();
    assert!(with > THRESHOLD, "{with}");
}

#[test]
fn stripes_and_coarse_weaves_are_no_lattice() {
    let stripes = score(&picture(&[(0.3, 0.012)])).unwrap();
    assert!(stripes < THRESHOLD, "{stripes}");
    let weave = score(&picture(&[(0.1, 0.004), (-0.004, 0.1)])).unwrap();
    assert!(weave < THRESHOLD, "{weave}");
}

#[test]
fn jpeg_blocks_are_no_lattice() {
    let blocks = score(&picture(&[(0.25, 0.0), (0.0, 0.25)])).unwrap();
    assert!(blocks < THRESHOLD, "{blocks}");
}

#[test]
fn small_pictures_say_nothing_and_flat_ones_nothing_suspicious() {
    assert_eq!(score(&GrayImage::new(200, 900)), None);
    let flat = score(&GrayImage::from_pixel(600, 600, image::Luma([200]))).unwrap();
    assert!(flat < THRESHOLD, "{flat}");
}

#[test]
fn what_was_saved_small_cannot_tell() {
    assert!(signal(9.0, Saving::Full).suspects());
    let small = signal(9.0, Saving::Reduced);
    assert_eq!(small.score, None);
    assert!(!small.suspects() && small.decides());
}
