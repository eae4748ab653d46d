use identity::{Finding, FindingCode};
use observation::{Overview, RecordingFrame};

use super::pose::{Pose, face};
use super::{AGAIN, CheckInput};
use crate::finding::{FindingExt, failed, passed};
use crate::policy::Thresholds;
use crate::request::Answer;

const CODE: FindingCode = FindingCode::NoCuts;

/// Whether the frames are of one piece: neither face nor background jumps farther than people and
/// hands move in the time between.
pub(super) fn check(case: &CheckInput, answer: &Answer) -> Finding {
    let pairs = answer.recording.frames.windows(2);
    let worst = pairs
        .filter_map(|pair| jump(&pair[0], &pair[1], &case.policy.thresholds))
        .fold(0.0, f32::max);
    let finding = if worst < 1.0 {
        passed(CODE, "The frames go on from one to the next.")
    } else {
        failed(CODE, "Face or background jump between two frames.", AGAIN)
    };
    finding.scored(worst, 1.0)
}

/// The largest of what changed, in shares of what may.
fn jump(before: &RecordingFrame, now: &RecordingFrame, thresholds: &Thresholds) -> Option<f32> {
    let seconds = now.at.saturating_sub(before.at) as f32 / 1000.0;
    let (face_before, face_now) = (face(before)?, face(now)?);
    let centre = |frame: &RecordingFrame| {
        let bounds = face(frame).map(|face| face.bounds);
        bounds.map(|area| (area.x + area.width / 2.0, area.y + area.height / 2.0))
    };
    let ((x, y), (to_x, to_y)) = (centre(before)?, centre(now)?);
    let width = f32::midpoint(face_before.bounds.width, face_now.bounds.width);
    let moved = (to_x - x).hypot(to_y - y) / width;
    let (size, to_size) = (Pose::of(before)?.size, Pose::of(now)?.size);
    let grew = (to_size / size).ln().abs();
    let of = |change: f32, speed: f32, at_least: f32| change / (at_least + speed * seconds);
    let shares = [
        of(moved, thresholds.face_speed, 0.2),
        of(grew, thresholds.approach_speed, 0.1),
        surroundings(before, now).unwrap_or(0.0) / thresholds.scene_change,
    ];
    Some(shares.into_iter().fold(0.0, f32::max))
}

/// How much the surroundings of the face changed: the mean change in grey levels, after taking off what
/// all of them became lighter or darker. `None` where the face leaves too little around it.
fn surroundings(before: &RecordingFrame, now: &RecordingFrame) -> Option<f32> {
    let mut changes = Vec::new();
    for row in 0..Overview::HEIGHT {
        for column in 0..Overview::WIDTH {
            if covered(before, column, row) || covered(now, column, row) {
                continue;
            }
            let at = row * Overview::WIDTH + column;
            let (a, b) = (before.overview.0.get(at)?, now.overview.0.get(at)?);
            changes.push(f32::from(*b) - f32::from(*a));
        }
    }
    if changes.len() < Overview::WIDTH {
        return None;
    }
    let count = changes.len() as f32;
    let mean = changes.iter().sum::<f32>() / count;
    Some(
        changes
            .iter()
            .map(|change| (change - mean).abs())
            .sum::<f32>()
            / count,
    )
}

/// Whether a cell shows the face, its hair, or the body below.
fn covered(frame: &RecordingFrame, column: usize, row: usize) -> bool {
    let Some(face) = face(frame) else {
        return false;
    };
    let x = (column as f32 + 0.5) * frame.width as f32 / Overview::WIDTH as f32;
    let y = (row as f32 + 0.5) * frame.height as f32 / Overview::HEIGHT as f32;
    let area = face.bounds;
    let beside = (x - area.x - area.width / 2.0).abs() / area.width;
    beside < 1.0 && y > area.y - 0.5 * area.height || y > area.y + 1.2 * area.height
}
