"""A page as the SDK for Android reads it."""

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
    Refusal,
    Shape,
    address,
    flag,
    fraction,
    integer,
    list_of,
    markup,
    number,
    one_of,
    record,
    text,
)

# What the SDK can upload files for; it stops at anything else.
PURPOSE = one_of("identity_private", "identity_document")
OBJECT = one_of("identity.verification_page")
# The part of a model's address, split at each slash, that names its file on the phone.
NAMING_PART = 5


def model_address(value: object, place: str) -> str:
    given = address(value, place)
    if len(given.split("/")) <= NAMING_PART or not given.split("/")[NAMING_PART]:
        raise Refusal(place, f"{given} has too few parts to name a file by")
    return given


def model_file(given: str) -> str:
    """The name under which a model is kept."""
    return given.split("/")[NAMING_PART] + ".tflite"


PICTURES = {
    "autocapture_timeout": integer,
    "file_purpose": PURPOSE,
    "high_res_image_compression_quality": fraction,
    "high_res_image_crop_padding": fraction,
    "high_res_image_max_dimension": integer,
    "low_res_image_compression_quality": fraction,
    "low_res_image_max_dimension": integer,
}
DOCUMENT_CAPTURE = record(
    {
        **PICTURES,
        "models": record({"id_detector_url": model_address, "id_detector_min_score": number}),
        "motion_blur_min_duration": integer,
        "motion_blur_min_iou": number,
        "require_live_capture": flag,
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
                "face_detector_url": model_address,
                "face_detector_min_score": number,
                "face_detector_min_iou": number,
            }
        ),
        "training_consent_text": markup,
    }
)
# Up to here consent and welcome are prose, which has to be there.
PROSE_UNTIL = 4


def page_shape(version: int, status: Shape) -> Shape:
    prose = ("body", "time_estimate") if version <= PROSE_UNTIL else ()
    required = {
        "id": text,
        "object": OBJECT,
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
    optional = {
        "selfie": SELFIE,
        "phone_otp": record(PHONE_OTP, {"redacted_phone_number": text}),
        "skip_success_page": flag,
    }
    if version >= 4:
        optional |= {"bottomsheet": BOTTOMSHEETS}
    return record(required, optional)
