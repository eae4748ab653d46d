//! How far a value may stand from what opens its field.

use crate::viz::{Line, spacing};

/// How far a value may stand from its opening, in heights of the opening's print.
const REACH: f32 = 4.0;
/// What being out of line costs, beside the gap itself.
const OUT_OF_ROW: f32 = 2.0;
const OUT_OF_COLUMN: f32 = 1.0;
/// A value stands right below its opening: where there is room for another one between, that was not read.
const BELOW: f32 = 0.7;
/// In one column lines begin this far apart at most, in heights of the higher one.
const INDENT: f32 = 2.0;
/// A number stands this close before its value, in heights of the value.
const CLOSE: f32 = 1.5;
/// Boxes of an opening and its value overlap no more than this share of the lower one's height.
const OVERLAP: f32 = 0.8;

/// What it costs to take `value` for the value of `opening`, in heights: it stands below or to the right,
/// near and in line. `None` where it is too far off.
pub(super) fn cost(opening: &Line, value: &Line) -> Option<f32> {
    let costs = [in_row(opening, value), in_column(opening, value)];
    let cost = costs.into_iter().flatten().min_by(f32::total_cmp)?;
    (cost < REACH).then_some(cost)
}

pub(super) fn in_row(opening: &Line, value: &Line) -> Option<f32> {
    let (height, higher) = heights(opening, value)?;
    let [_, right, foot, _] = opening.quad.0;
    let [top, .., value_foot] = value.quad.0;
    let apart = (f32::midpoint(top.y, value_foot.y) - f32::midpoint(right.y, foot.y)).abs();
    let gap = top.x - right.x;
    let is_there = apart < spacing::ROW * higher && gap > -OVERLAP * higher;
    is_there.then(|| (gap.max(0.0) + OUT_OF_ROW * apart) / height)
}

fn in_column(opening: &Line, value: &Line) -> Option<f32> {
    let (height, higher) = heights(opening, value)?;
    let [left, .., foot] = opening.quad.0;
    let top = value.quad.0[0];
    let (drop, aside) = (top.y - foot.y, (top.x - left.x).abs());
    let is_there = drop > -OVERLAP * height
        && top.y > left.y + spacing::NEXT_ROW * height
        && drop < BELOW * higher
        && aside < INDENT * higher;
    is_there.then(|| (drop.max(0.0) + OUT_OF_COLUMN * aside) / height)
}

/// The height that distances are counted in, and the higher one's; `None` for lines of two sides.
fn heights(opening: &Line, value: &Line) -> Option<(f32, f32)> {
    let higher = opening.height.max(value.height);
    let height = opening.height.max(0.5 * value.height);
    (opening.side == value.side && height > 0.0 && higher.is_finite()).then_some((height, higher))
}

pub(super) fn is_close(opening: &Line, value: &Line) -> bool {
    let [_, right, ..] = opening.quad.0;
    value.quad.0[0].x - right.x < CLOSE * value.height
}
