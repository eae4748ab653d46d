//! Laying one picture upon the other: the inverse compositional algorithm (Baker and Matthews, International
//! Journal of Computer Vision 56, 2004), from coarse to fine, with weights that take what doesn't fit, a
//! highlight or a finger, out of the sum.

use crate::homography::Homography;
use crate::plane::Plane;

/// One pass: how often pictures are halved first, steps at most, parameters (6 without perspective), and the
/// spread of what a spot is levelled by, in pixels.
struct Pass {
    halvings: usize,
    steps: usize,
    parameters: usize,
    around: f32,
}

const PASSES: [Pass; 3] = [
    Pass {
        halvings: 2,
        steps: 15,
        parameters: 6,
        around: 3.0,
    },
    Pass {
        halvings: 1,
        steps: 15,
        parameters: 8,
        around: 6.0,
    },
    Pass {
        halvings: 0,
        steps: 10,
        parameters: 8,
        around: 8.0,
    },
];
/// Where the search begins: landmarks of a copy may be some pixels off.
const SCALES: [f64; 3] = [1.0, 0.87, 1.15];
/// Of all beginnings, so many are followed to the end.
const FOLLOWED: usize = 2;
/// What is blurred first, in pixels.
const FINE: f32 = 0.75;
/// A step smaller than this is the last.
const STILL: f64 = 5e-4;
/// Areas may become so many times larger or smaller.
const MOST_AREA: f64 = 2.0;
/// The share of the first picture that the second has to cover.
const COVERED: f32 = 0.5;
const TINY: f32 = 1e-3;

/// The second picture as it lies upon the first, in the ways that fit best: as it is or mirrored. What it
/// doesn't cover is not a number.
pub(crate) fn register(a: &Plane, b: &Plane) -> Vec<Plane> {
    let seconds = [b.clone(), b.mirrored()];
    let starts = (0..seconds.len()).flat_map(|which| SCALES.map(|scale| (which, scale)));
    let mut found: Vec<(usize, Homography, f32)> = starts
        .map(|(which, scale)| (which, Homography::scale(scale), 0.0))
        .collect();
    for (at, pass) in PASSES.iter().enumerate() {
        let first = Template::of(&level(a, pass), pass.parameters);
        let levels = seconds.each_ref().map(|second| level(second, pass));
        let moved = found.iter().filter_map(|(which, mapping, _)| {
            let (mapping, fit) = first.follow(&levels[*which], *mapping, pass)?;
            Some((*which, mapping, fit))
        });
        let mut moved: Vec<_> = moved.collect();
        moved.sort_by(|x, y| y.2.total_cmp(&x.2));
        // Beginnings that came to the same place are one.
        moved.dedup_by(|x, y| x.0 == y.0 && (x.2 - y.2).abs() < TINY);
        if at + 1 < PASSES.len() {
            moved.truncate(FOLLOWED);
        }
        found = moved;
    }
    let laid = found
        .iter()
        .map(|(which, mapping, _)| lay(&seconds[*which], mapping));
    laid.collect()
}

fn level(plane: &Plane, pass: &Pass) -> Plane {
    let halved = (0..pass.halvings).fold(plane.clone(), |plane, _| plane.halved());
    halved.levelled(FINE, pass.around)
}

fn lay(plane: &Plane, mapping: &Homography) -> Plane {
    let grid = Grid(plane.side);
    let values = (0..plane.side * plane.side).map(|at| {
        let (u, v) = grid.place(at);
        let (u, v) = mapping.map(u, v);
        let (x, y) = (grid.pixel(u), grid.pixel(v));
        plane.sample(x, y).unwrap_or(f32::NAN)
    });
    Plane {
        side: plane.side,
        values: values.collect(),
    }
}

/// Places of pixels in the square from −1 to 1.
#[derive(Clone, Copy)]
struct Grid(usize);

impl Grid {
    fn half(self) -> f32 {
        (self.0 - 1) as f32 / 2.0
    }

    fn place(self, at: usize) -> (f32, f32) {
        let half = self.half();
        let (x, y) = ((at % self.0) as f32, (at / self.0) as f32);
        ((x - half) / half, (y - half) / half)
    }

    fn pixel(self, u: f32) -> f32 {
        (u + 1.0) * self.half()
    }
}

/// The first picture, and how it changes with each parameter.
struct Template {
    grid: Grid,
    spots: Vec<Spot>,
}

struct Spot {
    at: (f32, f32),
    value: f32,
    slopes: [f32; 8],
}

impl Template {
    fn of(plane: &Plane, parameters: usize) -> Self {
        let grid = Grid(plane.side);
        let side = plane.side;
        let inside = (1..side - 1).flat_map(|y| (1..side - 1).map(move |x| y * side + x));
        let spots = inside.filter_map(|at| {
            let (u, v) = grid.place(at);
            if u * u + v * v > 0.9 {
                return None;
            }
            let slope = |step: usize| {
                (plane.values[at + step] - plane.values[at - step]) / 2.0 * grid.half()
            };
            let (across, down) = (slope(1), slope(side));
            let swept = across * u + down * v;
            let mut slopes = [
                across * u,
                across * v,
                across,
                down * u,
                down * v,
                down,
                -swept * u,
                -swept * v,
            ];
            slopes[parameters..].fill(0.0);
            Some(Spot {
                at: (u, v),
                value: plane.values[at],
                slopes,
            })
        });
        Self {
            grid,
            spots: spots.collect(),
        }
    }

    /// Where the mapping ends, and the correlation there. `None` where it leads out of the picture.
    fn follow(
        &self,
        second: &Plane,
        mut mapping: Homography,
        pass: &Pass,
    ) -> Option<(Homography, f32)> {
        for _ in 0..pass.steps {
            let errors = self.errors(second, &mapping);
            let step = self.step(&errors, pass.parameters)?;
            mapping = mapping.after(&Homography::near_identity(&step).inverse()?);
            let area = mapping.area();
            if !mapping.is_finite() || !(1.0 / MOST_AREA..=MOST_AREA).contains(&area) {
                return None;
            }
            if step.iter().all(|part| part.abs() < STILL) {
                break;
            }
        }
        let errors = self.errors(second, &mapping);
        Some((mapping, self.correlation(&errors)?))
    }

    /// What the second picture has more than the first, at every spot that it covers.
    fn errors(&self, second: &Plane, mapping: &Homography) -> Vec<Option<f32>> {
        let error = |spot: &Spot| {
            let (u, v) = mapping.map(spot.at.0, spot.at.1);
            let value = second.sample(self.grid.pixel(u), self.grid.pixel(v))?;
            Some(value - spot.value)
        };
        self.spots.iter().map(error).collect()
    }

    /// The step of Gauss and Newton, with Cauchy's weights.
    fn step(&self, errors: &[Option<f32>], parameters: usize) -> Option<[f64; 8]> {
        let mut sizes: Vec<f32> = errors.iter().flatten().map(|error| error.abs()).collect();
        if (sizes.len() as f32) < COVERED * self.spots.len() as f32 {
            return None;
        }
        let middle = sizes.len() / 2;
        let median = *sizes.select_nth_unstable_by(middle, f32::total_cmp).1;
        let spread = 2.0 * (1.48 * median + TINY);
        let mut square = [[0.0f32; 8]; 8];
        let mut pull = [0.0f32; 8];
        for (spot, error) in self.spots.iter().zip(errors) {
            let Some(error) = error else { continue };
            let weight = 1.0 / (1.0 + (error / spread).powi(2));
            for row in 0..8 {
                let weighted = weight * spot.slopes[row];
                pull[row] += weighted * error;
                for (sum, slope) in square[row].iter_mut().zip(spot.slopes) {
                    *sum += weighted * slope;
                }
            }
        }
        solve(&square, &pull, parameters)
    }

    fn correlation(&self, errors: &[Option<f32>]) -> Option<f32> {
        let (mut both, mut first, mut second, mut count) = (0.0, 0.0, 0.0, 0.0f32);
        for (spot, error) in self.spots.iter().zip(errors) {
            let Some(error) = error else { continue };
            let other = spot.value + error;
            both += spot.value * other;
            first += spot.value * spot.value;
            second += other * other;
            count += 1.0;
        }
        let fit = both / (first * second).sqrt();
        (count >= COVERED * self.spots.len() as f32 && fit.is_finite()).then_some(fit)
    }
}

/// Cholesky's way, of the first `count` rows and columns. `None` where they don't determine anything.
fn solve(square: &[[f32; 8]; 8], pull: &[f32; 8], count: usize) -> Option<[f64; 8]> {
    let mut lower = [[0.0f64; 8]; 8];
    for row in 0..count {
        for column in 0..=row {
            let known: f64 = (0..column)
                .map(|at| lower[row][at] * lower[column][at])
                .sum();
            let rest = f64::from(square[row][column]) - known;
            if row == column {
                let rest = rest + f64::from(TINY);
                if rest <= 0.0 {
                    return None;
                }
                lower[row][row] = rest.sqrt();
            } else {
                lower[row][column] = rest / lower[column][column];
            }
        }
    }
    let mut step = [0.0f64; 8];
    for row in 0..count {
        let known: f64 = (0..row).map(|at| lower[row][at] * step[at]).sum();
        step[row] = (f64::from(pull[row]) - known) / lower[row][row];
    }
    for row in (0..count).rev() {
        let known: f64 = (row + 1..count).map(|at| lower[at][row] * step[at]).sum();
        step[row] = (step[row] - known) / lower[row][row];
    }
    step.iter().all(|part| part.is_finite()).then_some(step)
}
