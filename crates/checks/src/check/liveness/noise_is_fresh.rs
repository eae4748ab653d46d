use identity::{Finding, FindingCode};

use super::{AGAIN, CheckInput};
use crate::finding::{FindingExt, failed, passed};
use crate::request::Answer;

const CODE: FindingCode = FindingCode::NoiseIsFresh;

/// Whether frames have noise of their own, as every picture of a sensor has. Cameras that calm their
/// noise leave little to tell by, so this is shown and decides nothing.
pub(super) fn check(case: &CheckInput, answer: &Answer) -> Finding {
    let limit = case.policy.thresholds.fresh_noise;
    let mut measured: Vec<f32> = answer
        .recording
        .frames
        .iter()
        .filter_map(|frame| frame.fresh_noise)
        .collect();
    measured.sort_by(f32::total_cmp);
    let Some(median) = measured.get(measured.len() / 2) else {
        return passed(CODE, "There is no noise to compare.").advisory();
    };
    let finding = if *median >= limit {
        passed(CODE, "Frames have noise of their own.")
    } else {
        failed(CODE, "The noise stands still from frame to frame.", AGAIN)
    };
    finding.scored(*median, limit).advisory()
}
