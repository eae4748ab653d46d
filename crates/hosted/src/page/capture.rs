//! How pictures are to be taken.

use identity::{ChallengeVariant, LivenessLevel};
use serde_json::{Value, json};

/// `document_capture`. Times in milliseconds, sizes in pixels of the longer side.
pub(super) fn document(address: &str, require_live_capture: bool) -> Value {
    json!({
        "autocapture_timeout": 8000,
        "file_purpose": "identity_private",
        "high_res_image_compression_quality": 0.92,
        "high_res_image_crop_padding": 0.08,
        "high_res_image_max_dimension": 3000,
        "low_res_image_compression_quality": 0.82,
        "low_res_image_max_dimension": 3000,
        "motion_blur_min_duration": 500,
        "motion_blur_min_iou": 0.95,
        "blur_threshold": null,
        "require_live_capture": require_live_capture,
        "ios_id_card_back_barcode_timeout": 3000,
        "ios_id_card_back_country_barcode_symbologies": { "US": "pdf417", "CA": "pdf417" },
        "models": {
            "id_detector_url": format!("{address}/models/detectors/id-1/model"),
            "id_detector_min_score": 0.5,
            "id_detector_min_iou": 0.8,
        },
    })
}

/// `selfie`, with members of our own: the level of liveness, and the challenges to choose from.
pub(super) fn selfie(
    address: &str,
    training_consent: &str,
    (level, variants): (LivenessLevel, &[ChallengeVariant]),
) -> Value {
    json!({
        "autocapture_timeout": 8000,
        "file_purpose": "identity_private",
        "num_samples": 8,
        "sample_interval": 250,
        "high_res_image_compression_quality": 0.92,
        "high_res_image_crop_padding": 0.05,
        "high_res_image_max_dimension": 2160,
        "low_res_image_compression_quality": 0.82,
        "low_res_image_max_dimension": 800,
        "max_centered_threshold_x": 0.2,
        "max_centered_threshold_y": 0.2,
        "min_edge_threshold": 0.05,
        "min_coverage_threshold": 0.07,
        "max_coverage_threshold": 0.8,
        "blur_threshold": null,
        "pose_sequence": null,
        "enable_3d_face_capture": false,
        "training_consent_text": training_consent,
        "liveness": level,
        "challenge_variants": variants,
        "models": {
            "face_detector_url": format!("{address}/models/detectors/face-1/model"),
            "face_detector_min_score": 0.8,
            "face_detector_min_iou": 0.5,
        },
    })
}
