//! Security printing: tinted paper, bundles of fine waves and rosettes, in light colours.

use std::f32::consts::TAU;

use libm::{cosf, sinf};

use crate::{
    canvas::{Canvas, Colour, mix},
    random::Random,
};

/// The inks of one issue of documents.
#[derive(Clone, Copy)]
pub(crate) struct Palette {
    /// Paper at the left and at the right edge.
    pub(crate) paper: [Colour; 2],
    /// The line patterns.
    pub(crate) lines: [Colour; 2],
    /// Headings.
    pub(crate) heading: Colour,
}

const PALETTES: &[Palette] = &[
    Palette {
        paper: [[226.0, 236.0, 246.0], [246.0, 238.0, 230.0]],
        lines: [[120.0, 160.0, 205.0], [220.0, 165.0, 140.0]],
        heading: [30.0, 60.0, 110.0],
    },
    Palette {
        paper: [[230.0, 243.0, 232.0], [244.0, 244.0, 226.0]],
        lines: [[130.0, 185.0, 145.0], [205.0, 190.0, 120.0]],
        heading: [25.0, 85.0, 60.0],
    },
    Palette {
        paper: [[246.0, 232.0, 238.0], [234.0, 236.0, 248.0]],
        lines: [[215.0, 150.0, 175.0], [150.0, 160.0, 210.0]],
        heading: [120.0, 30.0, 60.0],
    },
    Palette {
        paper: [[240.0, 240.0, 236.0], [228.0, 240.0, 244.0]],
        lines: [[175.0, 170.0, 160.0], [125.0, 185.0, 195.0]],
        heading: [60.0, 60.0, 70.0],
    },
];

impl Palette {
    pub(crate) fn draw(random: &mut Random) -> Self {
        *random.pick(PALETTES)
    }
}

/// Fills the whole canvas with patterned paper.
pub(crate) fn paint(canvas: &mut Canvas, palette: &Palette, random: &mut Random) {
    let (width, height) = (canvas.width(), canvas.height());
    let whole = crate::canvas::Area {
        x: 0.0,
        y: 0.0,
        width,
        height,
    };
    canvas.shade(whole, |u, v, _| {
        mix(
            palette.paper[0],
            palette.paper[1],
            (0.8 * u + 0.2 * v).clamp(0.0, 1.0),
        )
    });
    waves(canvas, palette.lines[0], random);
    waves(canvas, palette.lines[1], random);
    for _ in 0..3 {
        let centre = (
            width * random.between(0.3, 1.0),
            height * random.between(0.05, 0.75),
        );
        let colour = palette.lines[random.whole(0, 1) as usize];
        rosette(
            canvas,
            centre,
            height * random.between(0.12, 0.3),
            colour,
            random,
        );
    }
    fibres(canvas, random);
}

/// A bundle of parallel waves from edge to edge whose heights swell and shrink.
fn waves(canvas: &mut Canvas, colour: Colour, random: &mut Random) {
    let (width, height) = (canvas.width(), canvas.height());
    let count = random.whole(34, 48);
    let periods = [random.between(1.0, 3.0), random.between(4.0, 7.0)];
    let phases = [random.between(0.0, TAU), random.between(0.0, TAU)];
    let swell = [
        height * random.between(0.03, 0.08),
        height * random.between(0.01, 0.025),
    ];
    for line in 0..=count {
        let share = line as f32 / count as f32;
        let base = height * (1.2 * share - 0.1);
        let points: Vec<(f32, f32)> = (0..=150)
            .map(|step| {
                let t = step as f32 / 150.0;
                let slow = sinf(TAU * periods[0] * t + phases[0] + 2.0 * share);
                let fast = sinf(TAU * periods[1] * t + phases[1] - 5.0 * share);
                (t * width, base + swell[0] * slow + swell[1] * fast)
            })
            .collect();
        canvas.stroke(&points, 0.8, colour, 0.32);
    }
}

/// A flower of interlaced loops, as turned by a geometric lathe.
fn rosette(
    canvas: &mut Canvas,
    centre: (f32, f32),
    radius: f32,
    colour: Colour,
    random: &mut Random,
) {
    let petals = random.whole(7, 16) as f32;
    let depth = random.between(0.15, 0.4);
    for ring in 0..9 {
        let size = radius * (1.0 - 0.085 * ring as f32);
        let turn = 0.09 * ring as f32;
        let points: Vec<(f32, f32)> = (0..=300)
            .map(|step| {
                let angle = TAU * step as f32 / 300.0;
                let reach = size * (1.0 - depth + depth * sinf(petals * angle + 6.0 * turn));
                (
                    centre.0 + reach * cosf(angle + turn),
                    centre.1 + reach * sinf(angle + turn),
                )
            })
            .collect();
        canvas.stroke(&points, 0.8, colour, 0.3);
    }
}

/// The faint unevenness of paper and of print.
fn fibres(canvas: &mut Canvas, random: &mut Random) {
    for pixel in canvas.picture.pixels_mut() {
        let grain = random.between(-2.5, 2.5);
        pixel.0 = pixel
            .0
            .map(|c| (f32::from(c) + grain).clamp(0.0, 255.0) as u8);
    }
}
