//! The shape of the head and the light on it.

use crate::{
    canvas::{Colour, mix, smoothstep},
    face::Look,
};

/// Seeded unevenness between -1 and 1 that changes over a distance of about 1.
pub(crate) fn noise(seed: u32, x: f32, y: f32) -> f32 {
    let (column, row) = (x.floor(), y.floor());
    let (fx, fy) = (
        smoothstep(0.0, 1.0, x - column),
        smoothstep(0.0, 1.0, y - row),
    );
    let at = |dx: i32, dy: i32| {
        let mut hash = seed
            ^ (column as i32 + dx)
                .cast_unsigned()
                .wrapping_mul(0x9e37_79b1)
            ^ (row as i32 + dy).cast_unsigned().wrapping_mul(0x85eb_ca77);
        hash = (hash ^ (hash >> 15)).wrapping_mul(0x2c1b_3c6d);
        hash = (hash ^ (hash >> 12)).wrapping_mul(0x297a_2d39);
        hash ^= hash >> 15;
        (hash >> 8) as f32 / (1 << 23) as f32 - 1.0
    };
    let top = at(0, 0) + (at(1, 0) - at(0, 0)) * fx;
    let bottom = at(0, 1) + (at(1, 1) - at(0, 1)) * fx;
    top + (bottom - top) * fy
}

/// Distance from the middle of the face in its own proportions: 1 on the outline.
pub(super) fn radius(look: &Look, x: f32, y: f32) -> f32 {
    let (half_width, half_height) = if y < 0.0 {
        (look.cheeks, 1.47)
    } else {
        let t = (y / look.chin).min(0.995);
        let square = ((1.0 - t * t * t) / (1.0 - t * t)).sqrt();
        (look.cheeks * (1.0 + look.jaw * (square - 1.0)), look.chin)
    };
    let (u, v) = (x / half_width, y / half_height);
    (u * u + v * v).sqrt()
}

/// How much of the face covers (x, y).
pub(super) fn cover(look: &Look, x: f32, y: f32, edge: f32) -> f32 {
    smoothstep(1.0 + edge, 1.0 - edge, radius(look, x, y))
}

/// A smooth hill of height 1 at the origin that ends at distance 1.
fn hill(x: f32, y: f32) -> f32 {
    let rest = (1.0 - x * x - y * y).max(0.0);
    rest * rest * rest
}

/// How far the face stands out towards the camera.
fn height(look: &Look, x: f32, y: f32) -> f32 {
    let r = radius(look, x, y);
    let side = x.abs();
    let mut z = 0.95 * (1.0 - 0.9 * r * r).max(0.02).sqrt();

    z += 0.05 * hill((side - 0.42) / 0.5, (y + 0.27) / 0.26);
    z -= 0.13 * hill((side - look.eye_distance) / 0.46, (y + 0.02) / 0.36);
    // The eyeball under the lids.
    z += 0.055 * hill((side - look.eye_distance) / 0.27, y / 0.22);
    z += 0.07 * hill((side - 0.6) / 0.52, (y - 0.36) / 0.46);
    z -= 0.05 * hill((side - 0.95) / 0.45, (y + 0.35) / 0.5);

    let length = look.nose_length;
    let down = ((y + 0.22) / (length + 0.14)).clamp(0.0, 1.0);
    let ridge = (0.05 + 0.24 * down)
        * smoothstep(length + 0.06, length - 0.1, y)
        * smoothstep(-0.4, -0.1, y);
    z += ridge * hill(x / (0.24 + 0.12 * down), 0.0);
    z += 0.1 * hill(x / 0.24, (y - length + 0.08) / 0.2);
    z += 0.1
        * hill(
            (side - look.nose_width * 0.78) / 0.17,
            (y - length + 0.07) / 0.16,
        );

    let mouth = mouth_line(look);
    z -= 0.025 * hill(x / 0.09, (y - f32::midpoint(mouth, length)) / 0.16);
    z += 0.08 * hill(x / 0.62, (y - mouth) / 0.42);
    z += 0.04 * look.lip_fullness * hill(x / 0.42, (y - mouth + 0.045) / 0.1);
    z += 0.055 * look.lip_fullness * hill(x / 0.36, (y - mouth - 0.07) / 0.12);
    z -= 0.05 * hill(x / 0.4, (y - mouth - 0.21) / 0.13);
    z += 0.09 * hill(x / 0.42, (y - look.chin + 0.17) / 0.32);
    // The fold from the nose to the corner of the mouth.
    let fold = 0.27 + 0.5 * (y - length);
    z -= 0.018
        * hill(
            (side - fold) / 0.1,
            (y - f32::midpoint(mouth, length) + 0.03) / 0.3,
        );
    z
}

/// Where the lips meet, below the eyes.
pub(super) fn mouth_line(look: &Look) -> f32 {
    look.nose_length + 0.39 * (look.chin - look.nose_length)
}

/// `skin` at (x, y) in the light of the studio.
pub(super) fn light(look: &Look, skin: Colour, x: f32, y: f32) -> Colour {
    const STEP: f32 = 0.012;
    let slope_x = (height(look, x + STEP, y) - height(look, x - STEP, y)) / (2.0 * STEP);
    let slope_y = (height(look, x, y + STEP) - height(look, x, y - STEP)) / (2.0 * STEP);
    let length = (slope_x * slope_x + slope_y * slope_y + 1.0).sqrt();
    let towards = [look.light, -0.42, 0.85];
    let size = (towards[0] * towards[0] + towards[1] * towards[1] + towards[2] * towards[2]).sqrt();
    let facing = (-slope_x * towards[0] - slope_y * towards[1] + towards[2]) / (length * size);
    let diffuse = 0.42 + 0.66 * facing.max(0.0);
    let gloss = facing.max(0.0);
    let gloss = gloss * gloss * gloss * gloss;
    let gloss = 16.0 * gloss * gloss * gloss;
    // Shadows on skin are redder than its lights.
    let tone = [
        diffuse,
        diffuse * (0.9 + 0.1 * diffuse),
        diffuse * (0.85 + 0.15 * diffuse),
    ];
    std::array::from_fn(|i| skin[i] * tone[i].min(1.12) + gloss)
}

/// The ears, beside the head.
pub(super) fn ears(look: &Look, under: Colour, x: f32, y: f32, edge: f32) -> Colour {
    let u = (x.abs() - look.cheeks * 0.985) / 0.13;
    let v = (y - 0.2 - 0.3 * (x.abs() - look.cheeks)) / 0.36;
    let reach = (u * u + v * v).sqrt();
    let cover = smoothstep(1.0 + 4.0 * edge, 1.0 - 4.0 * edge, reach);
    let hollow = 0.25 * hill((u - 0.1) / 0.8, v / 0.8);
    let tone = 0.8 - hollow - 0.15 * reach + 0.15 * look.light * x.signum();
    mix(
        under,
        [
            look.skin[0] * tone,
            look.skin[1] * tone * 0.94,
            look.skin[2] * tone * 0.92,
        ],
        cover,
    )
}
