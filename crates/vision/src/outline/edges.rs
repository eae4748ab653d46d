//! Where brightness or colour changes at a stroke.

use image::RgbImage;
use observation::{Point, Quad};

/// Longer side of the copy that edges are looked for on, about, in pixels.
const SIDE: f32 = 480.0;
/// Smaller steps are grain and noise; in levels of 0 to 255. Where a picture is coarse throughout,
/// steps have to stand out from that.
const LEAST_STEP: f32 = 3.0;
const MOST_LEAST_STEP: f32 = 8.0;
const OVER_MEDIAN: f32 = 1.5;
/// A step of this height weighs half of the most that any can.
const HALF_WEIGHT: f32 = 12.0;

/// A point of an edge, in pixels of the copy.
#[derive(Clone, Copy, Debug)]
pub(super) struct Edge {
    pub(super) x: f32,
    pub(super) y: f32,
    /// Unit vector across the edge, from dark to light.
    pub(super) across: (f32, f32),
    /// 0 to 1.
    pub(super) weight: f32,
}

/// All edges of a picture, on a smaller copy.
pub(super) struct Edges {
    pub(super) width: usize,
    pub(super) height: usize,
    /// Pixels of the picture in one of the copy, either way.
    pub(super) step: f32,
    pub(super) all: Vec<Edge>,
    /// For each pixel one more than the edge's place in `all`, 0 where there is none.
    at: Vec<u32>,
}

impl Edges {
    pub(super) fn of(pixels: &RgbImage) -> Self {
        let copy = Copy::of(pixels);
        let steps = copy.steps();
        let mut sizes: Vec<f32> = steps.iter().map(|step| step.size).collect();
        let middle = sizes.len() / 2;
        let median = *sizes.select_nth_unstable_by(middle, f32::total_cmp).1;
        let least = (OVER_MEDIAN * median).clamp(LEAST_STEP, MOST_LEAST_STEP);
        let (width, height) = (copy.width, copy.height);
        let mut all = Vec::new();
        let mut at = vec![0; steps.len()];
        for y in 1..height.saturating_sub(1) {
            for x in 1..width.saturating_sub(1) {
                let here = y * width + x;
                let Step { size, across } = steps[here];
                if size < least {
                    continue;
                }
                // Thins the edge: only the steepest place across it counts.
                let aside = across.1.round() as isize * width as isize + across.0.round() as isize;
                let before = steps[here.wrapping_add_signed(-aside)].size;
                let after = steps[here.wrapping_add_signed(aside)].size;
                if size < before || size <= after {
                    continue;
                }
                // The vertex of the parabola through the three.
                let bend = before - 2.0 * size + after;
                let shift = if bend < 0.0 {
                    (0.5 * (before - after) / bend).clamp(-0.5, 0.5)
                } else {
                    0.0
                };
                all.push(Edge {
                    x: x as f32 + 0.5 + shift * across.0.round(),
                    y: y as f32 + 0.5 + shift * across.1.round(),
                    across,
                    weight: size / (size + HALF_WEIGHT),
                });
                at[here] = all.len() as u32;
            }
        }
        Self {
            width,
            height,
            step: copy.step,
            all,
            at,
        }
    }

    /// The edge in the pixel of a point of the copy.
    pub(super) fn at(&self, x: f32, y: f32) -> Option<&Edge> {
        if x < 0.0 || y < 0.0 || x >= self.width as f32 || y >= self.height as f32 {
            return None;
        }
        let place = self.at[y as usize * self.width + x as usize] as usize;
        place.checked_sub(1).map(|place| &self.all[place])
    }

    /// Leaves out what lies in one of `areas`.
    pub(super) fn without(mut self, areas: &[Quad]) -> Self {
        for area in areas {
            let bounds = area.bounds();
            let clip = |from: f32, most: usize| (from.max(0.0) as usize).min(most);
            let columns =
                clip(bounds.x, self.width)..clip(bounds.x + bounds.width + 1.0, self.width);
            for y in clip(bounds.y, self.height)..clip(bounds.y + bounds.height + 1.0, self.height)
            {
                for x in columns.clone() {
                    let centre = Point {
                        x: x as f32 + 0.5,
                        y: y as f32 + 0.5,
                    };
                    let place = y * self.width + x;
                    if self.at[place] > 0 && area.contains(centre) {
                        self.all[self.at[place] as usize - 1].weight = 0.0;
                        self.at[place] = 0;
                    }
                }
            }
        }
        self
    }
}

#[derive(Clone, Copy, Default)]
struct Step {
    /// Height in levels.
    size: f32,
    across: (f32, f32),
}

/// The mean of squares of pixels: quick, and free of what resampling does to edges.
struct Copy {
    width: usize,
    height: usize,
    step: f32,
    data: Vec<[i16; 3]>,
}

impl Copy {
    fn of(pixels: &RgbImage) -> Self {
        let long = pixels.width().max(pixels.height()) as f32;
        let step = (long / SIDE).round().max(1.0) as usize;
        let (width, height) = (pixels.width() as usize, pixels.height() as usize);
        let (small_width, small_height) = (width / step, height / step);
        let mut data = Vec::with_capacity(small_width * small_height);
        let mut sums = vec![[0u32; 3]; small_width];
        let count = (step * step) as u32;
        for rows in pixels
            .as_raw()
            .chunks_exact(width.max(1) * 3 * step)
            .take(small_height)
        {
            sums.fill([0; 3]);
            for row in rows.chunks_exact(width * 3) {
                for (sum, square) in sums.iter_mut().zip(row.chunks_exact(3 * step)) {
                    for [r, g, b] in square.as_chunks::<3>().0 {
                        sum[0] += u32::from(*r);
                        sum[1] += u32::from(*g);
                        sum[2] += u32::from(*b);
                    }
                }
            }
            data.extend(
                sums.iter()
                    .map(|sum| sum.map(|value| (value / count) as i16)),
            );
        }
        Self {
            width: small_width,
            height: small_height,
            step: step as f32,
            data,
        }
    }

    /// Sobel's operator on each colour; the colour with the highest step counts.
    fn steps(&self) -> Vec<Step> {
        let (width, height) = (self.width, self.height);
        let mut steps = vec![Step::default(); width * height];
        for y in 1..height.saturating_sub(1) {
            for x in 1..width.saturating_sub(1) {
                let here = y * width + x;
                let [above, level, below] = [here - width, here, here + width];
                let mut best = (0, 0, 0);
                for colour in 0..3 {
                    let of = |place: usize| i32::from(self.data[place][colour]);
                    let right = of(above + 1) + 2 * of(level + 1) + of(below + 1);
                    let left = of(above - 1) + 2 * of(level - 1) + of(below - 1);
                    let under = of(below - 1) + 2 * of(below) + of(below + 1);
                    let over = of(above - 1) + 2 * of(above) + of(above + 1);
                    let (dx, dy) = (right - left, under - over);
                    let square = dx * dx + dy * dy;
                    if square > best.0 {
                        best = (square, dx, dy);
                    }
                }
                if best.0 > 0 {
                    let size = (best.0 as f32).sqrt();
                    steps[here] = Step {
                        size: size / 4.0,
                        across: (best.1 as f32 / size, best.2 as f32 / size),
                    };
                }
            }
        }
        steps
    }
}
