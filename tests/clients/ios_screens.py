"""A page as the SDK for iOS reads it."""

from .requirements import missing_values
from .screens import (
    BOTTOMSHEETS,
    COUNTRY_NOT_LISTED,
    DOCUMENT_SELECT,
    EXPERIMENTS,
    PHONE_OTP,
    SUCCESS,
    consent,
    individual,
    welcome,
)
from .shapes import (
    Shape,
    address,
    country,
    flag,
    fraction,
    integer,
    list_of,
    map_of,
    markup,
    number,
    record,
    text,
)

PICTURES = {
    "autocapture_timeout": integer,
    "file_purpose": text,
    "high_res_image_compression_quality": fraction,
    "high_res_image_crop_padding": fraction,
    "high_res_image_max_dimension": integer,
    "low_res_image_compression_quality": fraction,
    "low_res_image_max_dimension": integer,
}
DOCUMENT_CAPTURE = record(
    {
        **PICTURES,
        "models": record(
            {
                "id_detector_url": address,
                "id_detector_min_score": number,
                "id_detector_min_iou": number,
            }
        ),
        "motion_blur_min_duration": integer,
        "motion_blur_min_iou": number,
        "require_live_capture": flag,
        "ios_id_card_back_barcode_timeout": integer,
        "ios_id_card_back_country_barcode_symbologies": map_of(country, text),
    },
    {"blur_threshold": number},
)
SELFIE = record(
    {
        **PICTURES,
        "num_samples": integer,
        "sample_interval": integer,
        "max_centered_threshold_x": fraction,
        "max_centered_threshold_y": fraction,
        "min_edge_threshold": fraction,
        "min_coverage_threshold": fraction,
        "max_coverage_threshold": fraction,
        "models": record(
            {
                "face_detector_url": address,
                "face_detector_min_score": number,
                "face_detector_min_iou": number,
            }
        ),
        "training_consent_text": markup,
    },
    {"blur_threshold": number, "pose_sequence": list_of(text), "enable_3d_face_capture": flag},
)
# Without a `body` the SDK shows no consent screen, until version 4 brought lines.
PROSE_UNTIL = 3


def page_shape(version: int, status: Shape) -> Shape:
    prose = ("body",) if version <= PROSE_UNTIL else ()
    required = {
        "id": text,
        "livemode": flag,
        "status": status,
        "submitted": flag,
        "unsupported_client": flag,
        "fallback_url": address,
        "requirements": record({"missing": list_of(missing_values(version))}),
        "biometric_consent": consent(version, prose),
        "document_select": DOCUMENT_SELECT,
        "document_capture": DOCUMENT_CAPTURE,
        "individual": individual(version),
        "individual_welcome": welcome(version, prose),
        "country_not_listed": COUNTRY_NOT_LISTED,
        "success": SUCCESS,
    }
    if version >= 6:
        required |= {"user_session_id": text, "experiments": EXPERIMENTS}
    if version >= 7:
        required |= {"is_stripe": flag, "skip_success_page": flag}
    otp = record({**PHONE_OTP, "otp_length": integer}, {"redacted_phone_number": text})
    optional = {"selfie": SELFIE, "phone_otp": otp}
    if version >= 4:
        optional |= {"bottomsheet": BOTTOMSHEETS}
    return record(required, optional)
