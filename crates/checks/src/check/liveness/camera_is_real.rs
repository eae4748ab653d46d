use std::sync::LazyLock;

use identity::{Finding, FindingCode, Mode};
use serde::Deserialize;

use super::{AGAIN, CheckInput};
use crate::finding::{failed, passed};
use crate::request::Answer;

const CODE: FindingCode = FindingCode::CameraIsReal;

/// Shorter side below which no camera of the last twenty years is, in pixels.
const SMALLEST_SIDE: u32 = 240;
/// How many times as long as the shorter side the longer side of a camera's picture is at most.
const SLIMMEST: u32 = 3;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct VirtualCameras {
    /// In small letters; parts of names as browsers show them.
    labels: Vec<String>,
}

static KNOWN: LazyLock<VirtualCameras> = LazyLock::new(|| {
    toml::from_str(include_str!("virtual_cameras.toml")).expect("the list in this crate parses")
});

/// Whether the frames can come from a camera. What the client states about its camera is easily forged,
/// so this stops only attackers who don't. Test mode takes virtual cameras, which developers and
/// browsers in tests have.
pub(super) fn check(case: &CheckInput, answer: &Answer) -> Finding {
    let recording = answer.recording;
    let sizes = recording
        .frames
        .iter()
        .map(|frame| (frame.width, frame.height));
    let mut sizes: Vec<(u32, u32)> = sizes.collect();
    sizes.dedup();
    let possible = |(width, height): (u32, u32)| {
        let (short, long) = (width.min(height), width.max(height));
        short >= SMALLEST_SIDE && long <= short.saturating_mul(SLIMMEST)
    };
    let one_size = matches!(sizes.as_slice(), [size] if possible(*size));
    if !one_size {
        return failed(
            CODE,
            "The frames' sizes are not those of one camera.",
            AGAIN,
        );
    }
    let label = recording
        .camera
        .label
        .as_deref()
        .unwrap_or_default()
        .to_lowercase();
    let named = KNOWN.labels.iter().any(|known| label.contains(known));
    if recording.camera.is_virtual_camera != Some(true) && !named {
        return passed(CODE, "Nothing speaks against the camera.");
    }
    if case.request.mode == Mode::Test {
        return passed(CODE, "The camera is virtual, as test mode allows.");
    }
    failed(
        CODE,
        "The camera is a program that shows what it is given.",
        AGAIN,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_in_small_letters_and_long_enough_to_mean_something() {
        assert!(KNOWN.labels.iter().all(|label| label.len() >= 4));
        assert!(
            KNOWN
                .labels
                .iter()
                .all(|label| *label == label.to_lowercase())
        );
    }
}
