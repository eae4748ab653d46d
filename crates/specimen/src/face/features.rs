//! The colours of a face: skin, lips, brows and eyes.

use crate::{
    canvas::{Colour, mix, smoothstep},
    face::{
        Look,
        surface::{mouth_line, noise},
    },
};

/// The colour of the skin at (x, y) before any light falls on it.
pub(super) fn paint(look: &Look, x: f32, y: f32, edge: f32) -> Colour {
    let side = x.abs();
    let mottled = 1.0
        + 0.018 * noise(look.grain, x * 9.0, y * 9.0)
        + 0.014 * noise(look.grain ^ 1, x * 38.0, y * 38.0);
    let mut colour = look.skin.map(|c| c * mottled);

    // Blood shows on cheeks and nose, less around the eyes.
    let cheek = smoothstep(0.5, 0.0, distance(side - 0.6, (y - 0.45) * 1.2));
    let nose = smoothstep(0.28, 0.0, distance(x, y - look.nose_length + 0.08));
    colour = tint(colour, [1.0, 0.91, 0.9], 0.8 * cheek.max(nose));
    let socket = smoothstep(
        0.34,
        0.12,
        distance(side - look.eye_distance, (y + 0.02) * 1.3),
    );
    colour = tint(colour, [0.86, 0.8, 0.8], 0.75 * socket);

    colour = nostrils(look, colour, x, y);
    colour = lips(look, colour, x, y, edge);
    colour = beard(look, colour, x, y);
    brows(look, colour, x, y)
}

fn distance(x: f32, y: f32) -> f32 {
    (x * x + y * y).sqrt()
}

fn tint(colour: Colour, factor: Colour, share: f32) -> Colour {
    mix(
        colour,
        std::array::from_fn(|i| colour[i] * factor[i]),
        share,
    )
}

fn nostrils(look: &Look, under: Colour, x: f32, y: f32) -> Colour {
    let (u, v) = (
        (x.abs() - 0.44 * look.nose_width) / 0.075,
        (y - look.nose_length + 0.005) / 0.04,
    );
    let dark = smoothstep(1.25, 0.4, distance(u, v - 0.25 * u));
    // The line under the wings of the nose.
    let wing = smoothstep(
        1.0,
        0.2,
        distance(
            (x.abs() - look.nose_width) / 0.07,
            (y - look.nose_length + 0.05) / 0.11,
        ),
    );
    let shaded = tint(under, [0.6, 0.5, 0.48], 0.55 * wing);
    tint(shaded, [0.25, 0.16, 0.15], 0.9 * dark)
}

fn lips(look: &Look, under: Colour, x: f32, y: f32, edge: f32) -> Colour {
    let t = x / look.mouth_width;
    let arch = (1.0 - t * t).max(0.0);
    // The line between the lips dips in the middle and at the corners.
    let line = mouth_line(look) + 0.012 * smoothstep(0.25, 0.0, t.abs()) + 0.012 * t * t;
    let bow = 1.0 - 0.3 * smoothstep(0.16, 0.0, t.abs());
    let top = line - 0.085 * look.lip_fullness * arch * bow;
    let bottom = line + 0.115 * look.lip_fullness * arch.sqrt() * arch.sqrt();
    let soft = 0.012 + edge;
    let red = smoothstep(top - soft, top + soft, y)
        * smoothstep(bottom + soft, bottom - soft, y)
        * smoothstep(1.0, 0.9, t.abs());
    let upper = smoothstep(line + edge, line - edge, y);
    let lip = mix(look.lips, look.lips.map(|c| c * 0.86), upper);
    let streak = 1.0 + 0.04 * noise(look.grain ^ 2, x * 55.0, y * 9.0);
    let colour = mix(under, lip.map(|c| c * streak), 0.85 * red);
    let gap = smoothstep(0.022, 0.004, (y - line).abs()) * smoothstep(1.06, 0.95, t.abs());
    tint(colour, [0.38, 0.24, 0.24], 0.85 * gap)
}

fn brows(look: &Look, under: Colour, x: f32, y: f32) -> Colour {
    let side = x.abs();
    // 0 at the nose, 1 at the temple.
    let along = (side - 0.17) / 0.55;
    if !(-0.05..=1.05).contains(&along) {
        return under;
    }
    let arch = along * (1.25 - along);
    let middle = -look.brow_height - 0.16 * arch + 0.03 * along;
    let thick = look.brow_thickness * (1.0 - 0.65 * along * along);
    let hairs = noise(look.grain ^ 3, (x + 0.6 * y * x.signum()) * 70.0, y * 14.0);
    let ends = smoothstep(-0.05, 0.1, along) * smoothstep(1.05, 0.75, along);
    let dense = smoothstep(1.35, 0.45, (y - middle).abs() / thick + 0.25 * hairs);
    mix(under, look.brow, 0.88 * dense * ends)
}

fn beard(look: &Look, under: Colour, x: f32, y: f32) -> Colour {
    if look.beard == 0.0 {
        return under;
    }
    let side = x.abs();
    let mouth = mouth_line(look);
    let jaw = smoothstep(0.35, 0.75, y - 0.55 * (1.0 - side))
        * smoothstep(0.25, 0.6, side + 0.5 * (y - 0.4));
    let chin = smoothstep(mouth + 0.12, mouth + 0.24, y);
    let moustache = smoothstep(0.48, 0.3, side)
        * smoothstep(look.nose_length + 0.03, look.nose_length + 0.1, y)
        * smoothstep(mouth - 0.02, mouth - 0.08, y);
    let hairs = 0.7 + 0.3 * noise(look.grain ^ 4, x * 60.0, y * 34.0);
    let dense = jaw.max(chin).max(moustache) * hairs * look.beard;
    mix(under, look.brow, 0.85 * dense)
}

/// Eyes and lids, over skin that is already lit: eyes shine with a light of their own.
pub(super) fn eyes(look: &Look, under: Colour, x: f32, y: f32, edge: f32) -> Colour {
    let outward = (x.abs() - look.eye_distance) / look.eye_width;
    if outward.abs() > 1.5 || y.abs() > 0.35 {
        return under;
    }
    let y = y + look.eye_tilt * outward;
    let arch = (1.0 - outward * outward).max(0.0);
    let upper = -look.eye_opening * arch * (1.0 - 0.25 * outward);
    let lower = 0.062 * arch * (1.0 + 0.2 * outward);
    let within = smoothstep(1.02, 0.95, outward.abs());

    // The crease above, the bag below.
    let crease = upper - 0.055 - 0.015 * arch;
    let mut colour = tint(
        under,
        [0.55, 0.45, 0.43],
        0.6 * smoothstep(0.028, 0.0, (y - crease).abs()) * smoothstep(1.25, 0.8, outward.abs()),
    );
    colour = tint(
        colour,
        [0.8, 0.72, 0.7],
        0.5 * smoothstep(0.03, 0.0, (y - lower - 0.05).abs()) * smoothstep(1.1, 0.6, outward.abs()),
    );

    let open = smoothstep(upper - edge, upper + edge, y)
        * smoothstep(lower + edge, lower - edge, y)
        * within;
    colour = mix(colour, eyeball(look, x, y, outward, upper), open);

    let lash =
        smoothstep(0.026, 0.006, (y - upper + 0.006).abs()) * smoothstep(1.12, 0.95, outward.abs());
    colour = mix(colour, [34.0, 24.0, 22.0], 0.88 * lash);
    let rim = smoothstep(0.014, 0.003, (y - lower).abs()) * within;
    tint(colour, [0.62, 0.46, 0.44], 0.75 * rim)
}

/// The iris is as wide in everybody: 12 mm.
const IRIS: f32 = 0.092;

fn eyeball(look: &Look, x: f32, y: f32, outward: f32, upper: f32) -> Colour {
    let side = x.abs() - look.eye_distance;
    let corner = 0.5 * smoothstep(0.75, 1.0, -outward);
    let mut colour = mix([232.0, 227.0, 222.0], [205.0, 150.0, 140.0], corner);
    colour = colour.map(|c| c * (1.0 - 0.12 * outward * outward));

    let reach = distance(side, y + 0.012);
    let ring = smoothstep(0.6 * IRIS, IRIS, reach);
    let rays = 1.0
        + 0.16
            * noise(
                look.grain ^ 5,
                side / (reach + 0.02) * 9.0,
                y / (reach + 0.02) * 9.0,
            );
    let iris = look.iris.map(|c| c * rays * (1.0 - 0.45 * ring));
    colour = mix(colour, iris, smoothstep(IRIS + 0.008, IRIS - 0.008, reach));
    colour = mix(colour, [12.0, 10.0, 10.0], smoothstep(0.042, 0.034, reach));

    // The lid's shadow, then the studio lamp.
    colour = colour.map(|c| c * (0.62 + 0.38 * smoothstep(0.0, 0.07, y - upper)));
    let lamp = distance(
        x - look.eye_distance * x.signum() - 0.03 * look.light.signum(),
        y + 0.045,
    );
    mix(
        colour,
        [250.0, 250.0, 250.0],
        0.9 * smoothstep(0.022, 0.012, lamp),
    )
}
