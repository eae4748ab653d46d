//! Where a picture has the texture of a barcode: many strong edges, close together.

use image::{GrayImage, Luma, imageops};
use observation::{Point, Quad, Rect};

/// Side of the squares that are judged, in pixels of the picture.
const BLOCK: u32 = 16;
/// Least difference between the dark and the light pixels of a square; flatter squares are not judged.
const LEAST_CONTRAST: u8 = 36;
/// Difference of neighbouring pixels that counts as an edge, as a share of the contrast.
const EDGE: f32 = 0.2;
/// Share of the pixels of a square that lie on edges.
const DENSE: f32 = 0.15;
/// Fewest squares of a region, and of its height and width.
const LEAST_BLOCKS: usize = 9;
const LEAST_SIDE: u32 = 3;
/// Share of a region that dense squares fill.
const FILLED: f32 = 0.45;
/// Share of a region's pixels nearer to its darkest than to its lightest.
const LEAST_DARK: f32 = 0.17;
/// Share of a region's pixels whose level is in the middle half between its darkest and its lightest,
/// at most.
const MOST_BETWEEN: f32 = 0.5;
/// Regions that are looked at.
const MOST: usize = 3;

/// An upright rectangle, in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Region {
    pub(super) x: u32,
    pub(super) y: u32,
    pub(super) width: u32,
    pub(super) height: u32,
}

impl Region {
    pub(super) fn bounds(self) -> Rect {
        Rect {
            x: self.x as f32,
            y: self.y as f32,
            width: self.width as f32,
            height: self.height as f32,
        }
    }

    /// The region, turned so that its bars stand upright where they lean.
    pub(super) fn cut(self, grey: &GrayImage) -> GrayImage {
        let cut = self.pixels_of(grey);
        self.upright(grey, &cut)
    }

    /// The region and what is around it, turned in the same way: coarse symbols are dense in places.
    pub(super) fn surroundings(self, grey: &GrayImage) -> GrayImage {
        let more = 2 * self.width.max(self.height);
        let (x, y) = (self.x.saturating_sub(more), self.y.saturating_sub(more));
        let around = Self {
            x,
            y,
            width: (self.x + self.width + more).min(grey.width()) - x,
            height: (self.y + self.height + more).min(grey.height()) - y,
        };
        self.upright(grey, &around.pixels_of(grey))
    }

    /// The level halfway between ink and paper.
    pub(super) fn threshold(self, grey: &GrayImage) -> Option<u8> {
        let (dark, light) = tones(&self.sorted(grey))?;
        Some(dark + (light - dark) / 2)
    }

    fn sorted(self, grey: &GrayImage) -> Vec<u8> {
        let mut pixels = self.pixels_of(grey).into_raw();
        pixels.sort_unstable();
        pixels
    }

    fn pixels_of(self, grey: &GrayImage) -> GrayImage {
        imageops::crop_imm(grey, self.x, self.y, self.width, self.height).to_image()
    }

    fn upright(self, grey: &GrayImage, cut: &GrayImage) -> GrayImage {
        match lean(&self.pixels_of(grey)) {
            Some(angle) if angle.abs() >= LEAST_LEAN => turned(cut, angle),
            _ => cut.clone(),
        }
    }
}

/// From how far on bars are put upright, in radians.
const LEAST_LEAN: f32 = 0.015;
/// How much stronger edges have to be across bars than along them.
const LEAST_COHERENCE: f32 = 0.2;

/// By how much the direction across most edges differs from the nearest axis, in radians: the
/// orientation of the structure tensor. `None` where edges run in all directions.
fn lean(grey: &GrayImage) -> Option<f32> {
    let (width, height) = (grey.width() as usize, grey.height() as usize);
    let raw = grey.as_raw();
    let (mut xx, mut xy, mut yy) = (0.0f64, 0.0f64, 0.0f64);
    for y in 1..height.max(2) - 1 {
        for x in 1..width.max(2) - 1 {
            let at = y * width + x;
            let dx = f64::from(raw[at + 1]) - f64::from(raw[at - 1]);
            let dy = f64::from(raw[at + width]) - f64::from(raw[at - width]);
            xx += dx * dx;
            xy += dx * dy;
            yy += dy * dy;
        }
    }
    let difference = xx - yy;
    let strength = difference.hypot(2.0 * xy);
    if strength < f64::from(LEAST_COHERENCE) * (xx + yy) {
        return None;
    }
    let angle = 0.5 * (2.0 * xy).atan2(difference);
    let quarter = std::f64::consts::FRAC_PI_2;
    Some((angle - (angle / quarter).round() * quarter) as f32)
}

/// The picture turned about its middle against `angle`, on a canvas that holds all of it.
pub(super) fn turned(grey: &GrayImage, angle: f32) -> GrayImage {
    let (sine, cosine) = angle.sin_cos();
    let (width, height) = (grey.width() as f32, grey.height() as f32);
    let target_width = width * cosine.abs() + height * sine.abs();
    let target_height = width * sine.abs() + height * cosine.abs();
    GrayImage::from_fn(
        target_width.ceil() as u32,
        target_height.ceil() as u32,
        |x, y| {
            let (u, v) = (
                x as f32 - target_width / 2.0,
                y as f32 - target_height / 2.0,
            );
            let source_x = (u * cosine - v * sine + width / 2.0).clamp(0.0, width - 1.0);
            let source_y = (u * sine + v * cosine + height / 2.0).clamp(0.0, height - 1.0);
            let value = imageops::interpolate_bilinear(grey, source_x, source_y);
            value.unwrap_or(Luma([u8::MAX]))
        },
    )
}

/// The regions with most squares outside of `print`, largest first, each with a margin. A picture that
/// is no larger than a barcode is one region.
pub(super) fn regions(grey: &GrayImage, print: &[Quad]) -> Vec<Region> {
    let (columns, rows) = (grey.width() / BLOCK, grey.height() / BLOCK);
    let is_print = |left: u32, top: u32| {
        let middle = |start: u32| (start + BLOCK / 2) as f32;
        let (x, y) = (middle(left), middle(top));
        print.iter().any(|quad| quad.contains(Point { x, y }))
    };
    let dense: Vec<bool> = (0..rows)
        .flat_map(|row| (0..columns).map(move |column| (column * BLOCK, row * BLOCK)))
        .map(|(left, top)| is_dense(grey, left, top) && !is_print(left, top))
        .collect();
    let mut groups = groups(dense, columns as usize);
    groups.retain(|group| is_block(group, columns as usize));
    groups.sort_by_key(|group| std::cmp::Reverse(group.len()));
    groups
        .iter()
        .take(MOST)
        .map(|group| around(group, columns as usize, grey))
        .filter(|region| is_two_toned(&region.sorted(grey)))
        .collect()
}

fn is_dense(grey: &GrayImage, left: u32, top: u32) -> bool {
    let width = grey.width() as usize;
    let raw = grey.as_raw();
    let rows = (top as usize..(top + BLOCK) as usize)
        .map(|y| &raw[y * width..][left as usize..(left + BLOCK) as usize]);
    let (darkest, lightest) = rows
        .clone()
        .flatten()
        .fold((u8::MAX, 0), |(dark, light), luma| {
            (dark.min(*luma), light.max(*luma))
        });
    let contrast = lightest.saturating_sub(darkest);
    if contrast < LEAST_CONTRAST {
        return false;
    }
    let edge = EDGE * f32::from(contrast);
    // Bars of any direction: across in one symbology, down in a symbol that lies on its side.
    let across = rows
        .clone()
        .flat_map(|row| row.windows(2))
        .filter(|pair| f32::from(pair[0].abs_diff(pair[1])) >= edge)
        .count();
    let down = rows
        .clone()
        .zip(rows.skip(1))
        .flat_map(|(row, below)| row.iter().zip(below))
        .filter(|(luma, below)| f32::from(luma.abs_diff(**below)) >= edge)
        .count();
    across.max(down) as f32 >= DENSE * (BLOCK * (BLOCK - 1)) as f32
}

/// Squares that touch each other, by their positions.
fn groups(mut dense: Vec<bool>, columns: usize) -> Vec<Vec<usize>> {
    let mut groups = Vec::new();
    for start in 0..dense.len() {
        if !std::mem::take(&mut dense[start]) {
            continue;
        }
        let mut group = vec![start];
        let mut next = 0;
        while let Some(&at) = group.get(next) {
            next += 1;
            let column = at % columns;
            let neighbours = [
                (column > 0).then(|| at - 1),
                (column + 1 < columns).then_some(at + 1),
                at.checked_sub(columns),
                Some(at + columns).filter(|&below| below < dense.len()),
            ];
            for neighbour in neighbours.into_iter().flatten() {
                if std::mem::take(&mut dense[neighbour]) {
                    group.push(neighbour);
                }
            }
        }
        groups.push(group);
    }
    groups
}

/// Whether squares make up a block: a line of text is none, nor is a frame.
fn is_block(group: &[usize], columns: usize) -> bool {
    let (left, top, right, bottom) = extent(group, columns);
    let (width, height) = (right - left + 1, bottom - top + 1);
    group.len() >= LEAST_BLOCKS
        && width.min(height) >= LEAST_SIDE
        && group.len() as f32 >= FILLED * (width * height) as f32
}

/// First and last column and row.
fn extent(group: &[usize], columns: usize) -> (u32, u32, u32, u32) {
    group.iter().fold(
        (u32::MAX, u32::MAX, 0, 0),
        |(left, top, right, bottom), at| {
            let (column, row) = ((at % columns) as u32, (at / columns) as u32);
            (
                left.min(column),
                top.min(row),
                right.max(column),
                bottom.max(row),
            )
        },
    )
}

/// Whether the pixels are dark or light and little between, and enough of them dark: print is mostly
/// paper, and security patterns are mostly between.
fn is_two_toned(sorted: &[u8]) -> bool {
    let Some((dark, light)) = tones(sorted) else {
        return false;
    };
    let quarter = (light - dark) / 4;
    let count = sorted.len() as f32;
    let below = |level: u8| sorted.partition_point(|&luma| luma < level) as f32 / count;
    let between = below(light - quarter) - below(dark + quarter);
    below(dark + (light - dark) / 2) >= LEAST_DARK && between <= MOST_BETWEEN
}

/// What the darkest and the lightest twentieth of the pixels reach.
fn tones(sorted: &[u8]) -> Option<(u8, u8)> {
    let count = sorted.len();
    Some((*sorted.get(count / 20)?, *sorted.get(count * 19 / 20)?))
}

fn around(group: &[usize], columns: usize, grey: &GrayImage) -> Region {
    let (left, top, right, bottom) = extent(group, columns);
    let margin = 2 * BLOCK;
    let before = |at: u32| (at * BLOCK).saturating_sub(margin);
    let behind = |at: u32, most: u32| ((at + 1) * BLOCK + margin).min(most);
    let (x, y) = (before(left), before(top));
    Region {
        x,
        y,
        width: behind(right, grey.width()) - x,
        height: behind(bottom, grey.height()) - y,
    }
}
