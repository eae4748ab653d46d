"""The decoders refuse the pages that the clients would: else all that they take means nothing."""

import json

import pytest

from harness.merchant import Merchant

from .conftest import SheetFor
from .envelope import Problem
from .ios import IosSheet
from .shapes import Refusal
from .sheet import CURRENT, Sheet
from .spoiling import Place, places, spoilt
from .transport import Answer, send

UNREAD = {"closed", "outcome", "liveness", "challenge_variants"}
UNREAD_BY_IOS = {"object"}
UNREAD_BY_ANDROID = {
    *("is_stripe", "skip_success_page", "id_detector_min_iou", "pose_sequence"),
    *("ios_id_card_back_barcode_timeout", "ios_id_card_back_country_barcode_symbologies"),
    "enable_3d_face_capture",
}
# These may be away.
OPTIONAL = {
    *("blur_threshold", "pose_sequence", "enable_3d_face_capture", "phone_otp", "bottomsheet"),
    "time_estimate",
}
OPTIONAL_PLACES = {
    ("biometric_consent", "title"),
    ("biometric_consent", "body"),
    ("individual_welcome", "body"),
    ("document_select", "body"),
}
# Of no type that a key has.
NOTHING_LIKE_IT = [[]]


@pytest.fixture
def sheet(merchant: Merchant, sheet_for: SheetFor) -> Sheet:
    return sheet_for(merchant.create_session().id)


@pytest.fixture
def page(sheet: Sheet) -> dict:
    return send(sheet.url, sheet.read_call()).json()


def decode(sheet: Sheet, page: dict, status: int = 200) -> dict:
    answer = Answer(status, {}, json.dumps(page).encode())
    return sheet.decoder.decode_page(answer, CURRENT)


def is_refused(sheet: Sheet, page: dict) -> bool:
    try:
        decode(sheet, page)
    except Refusal:
        return True
    return False


def is_read(sheet: Sheet, place: Place) -> bool:
    if isinstance(sheet, IosSheet):
        return not set(place) & (UNREAD | UNREAD_BY_IOS)
    return not set(place) & (UNREAD | UNREAD_BY_ANDROID) and place != ("selfie", "blur_threshold")


def test_a_key_that_is_wanted_has_to_be_there(sheet: Sheet, page: dict) -> None:
    wanted = [
        place
        for place in places(page)
        if is_read(sheet, place) and place[-1] not in OPTIONAL and place not in OPTIONAL_PLACES
    ]
    assert len(wanted) > 70
    for place in wanted:
        assert is_refused(sheet, spoilt(page, place, ...)), place
        assert is_refused(sheet, spoilt(page, place, None)), place


def test_a_value_has_to_be_of_its_type(sheet: Sheet, page: dict) -> None:
    for place in places(page):
        if is_read(sheet, place):
            assert is_refused(sheet, spoilt(page, place, NOTHING_LIKE_IT)), place


def test_keys_that_are_not_read_may_be_anything(sheet: Sheet, page: dict) -> None:
    for place in places(page):
        if not is_read(sheet, place) and place != ("skip_success_page",):
            assert decode(sheet, spoilt(page, place, NOTHING_LIKE_IT)), place
    assert decode(sheet, {**page, "another": {"key": 1}})


@pytest.mark.parametrize("missing", ["fingerprint", "id_document_type", ""])
def test_an_unknown_requirement_is_fatal(sheet: Sheet, page: dict, missing: str) -> None:
    assert is_refused(sheet, spoilt(page, ("requirements", "missing"), [missing]))


LINE = {"icon": "fingerprint", "content": "text"}


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("status",), "redacted"),
        (("biometric_consent", "lines"), [LINE]),
        (("individual_welcome", "lines"), [LINE]),
        (("document_select", "id_document_type_allowlist"), {"visa": "Visa"}),
        (("individual", "address_countries"), {"Germany": "Germany"}),
        (("fallback_url",), "/start/token"),
        (("biometric_consent", "privacy_policy"), "<a href='https://example.com'>open"),
        (("biometric_consent", "privacy_policy"), "<a href='stripe_bottomsheet://open/no'>x</a>"),
        (("selfie",), None),
        (("document_capture", "autocapture_timeout"), "8000"),
        (("document_capture", "autocapture_timeout"), 8000.5),
        (("document_capture", "autocapture_timeout"), True),
        (("document_capture", "high_res_image_crop_padding"), 8),
    ],
)
def test_values_that_no_client_knows(sheet: Sheet, page: dict, place: Place, value: object) -> None:
    assert is_refused(sheet, spoilt(page, place, value))


def test_one_goes_by_the_body_and_the_other_by_the_status(sheet: Sheet, page: dict) -> None:
    envelope = {"error": {"type": "invalid_request_error", "message": "No."}}
    with pytest.raises(Problem):
        decode(sheet, envelope, 404)
    if isinstance(sheet, IosSheet):
        with pytest.raises(Problem):
            decode(sheet, envelope)
        assert decode(sheet, page, 500)
    else:
        assert is_refused(sheet, envelope)
        with pytest.raises(Refusal):
            decode(sheet, page, 500)
