use std::f32::consts::TAU;

use super::likeness;

const SIDE: usize = 96;

/// Something with features of all sizes; the same numbers are the same picture. Places from −1 to 1.
fn detailed(coarse: u32, fine: u32, u: f32, v: f32) -> f32 {
    let mut sum = 128.0;
    for at in 0..28u32 {
        let seed = if at < 8 { coarse } else { fine };
        let drawn = |n: u32| {
            let mut mixed = seed * 7919 + at * 104_729 + n * 1_299_709;
            for _ in 0..3 {
                mixed = (mixed ^ (mixed >> 15)).wrapping_mul(0x2c1b_3c6d);
            }
            (mixed >> 8) as f32 / (1u32 << 24) as f32
        };
        let frequency = 2.0 + at as f32 / 2.0 + drawn(1);
        let (sine, cosine) = (TAU * drawn(2)).sin_cos();
        let wave = (frequency * (u * cosine + v * sine) + TAU * drawn(3)).sin();
        sum += 40.0 / frequency * wave;
    }
    sum
}

fn shade(seed: u32, u: f32, v: f32) -> f32 {
    detailed(seed, seed, u, v)
}

fn picture(look: impl Fn(f32, f32) -> f32) -> Vec<u8> {
    let place = |n: usize| 2.0 * n as f32 / (SIDE - 1) as f32 - 1.0;
    (0..SIDE * SIDE)
        .map(|at| look(place(at % SIDE), place(at / SIDE)).clamp(0.0, 255.0) as u8)
        .collect()
}

#[test]
fn a_photograph_is_itself_however_it_is_copied() {
    let original = picture(|u, v| shade(1, u, v));
    let copies = [
        ("mirrored", picture(|u, v| shade(1, -u, v))),
        (
            "moved",
            picture(|u, v| shade(1, 0.93 * u + 0.06, 0.93 * v - 0.05)),
        ),
        (
            "turned",
            picture(|u, v| shade(1, u - 0.06 * v, v + 0.06 * u)),
        ),
        (
            "in perspective",
            picture(|u, v| {
                let depth = 1.0 + 0.12 * u - 0.08 * v;
                shade(1, u / depth, v / depth)
            }),
        ),
        (
            "of another gamma",
            picture(|u, v| 255.0 * (shade(1, u, v) / 255.0).powf(0.5)),
        ),
        (
            "lit from one side",
            picture(|u, v| shade(1, u, v) * (0.7 + 0.3 * u)),
        ),
        (
            "mirrored, moved, darker",
            picture(|u, v| 0.4 * shade(1, 0.05 - u, v + 0.04) + 20.0),
        ),
    ];
    for (how, copy) in copies {
        let likeness = likeness(&original, &copy).unwrap();
        assert!(likeness > 0.95, "{how}: {likeness}");
    }
}

#[test]
fn another_photograph_is_another() {
    let original = picture(|u, v| shade(1, u, v));
    // The same coarse features with other details, as of another moment.
    let other = picture(|u, v| detailed(1, 2, u, v));
    let alike = likeness(&original, &other).unwrap();
    assert!(alike < 0.8, "{alike}");
    let unlike = picture(|u, v| shade(3, u, v));
    assert!(likeness(&original, &unlike).unwrap() < 0.5);
}

#[test]
fn what_is_no_picture_of_that_size_is_not_compared() {
    let original = picture(|u, v| shade(1, u, v));
    assert_eq!(likeness(&original, &original[1..]), None);
    assert_eq!(likeness(&original, &vec![7; SIDE * SIDE]), None);
    assert_eq!(likeness(&[], &[]), None);
    assert_eq!(likeness(&[1; 64], &[1; 64]), None);
}
