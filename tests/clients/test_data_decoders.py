"""The decoders refuse the answers to posts that the clients would."""

import json

import pytest

from .envelope import Problem
from .ios import IosSheet
from .shapes import Refusal
from .sheet import Sheet
from .spoiling import Place, places, spoilt
from .transport import Answer

ERROR = {
    "requirement": "face",
    "title": "Again",
    "body": "Please.",
    "back_button_text": "Back",
    "continue_button_text": None,
}
DATA = {
    "id": "vs_1",
    "object": "identity.verification_page_data",
    "status": "requires_input",
    "submitted": False,
    "closed": False,
    "requirements": {"missing": ["face"], "errors": [ERROR]},
}


@pytest.fixture
def sheet(client: type[Sheet]) -> Sheet:
    return client("http://nowhere.example", "vs_1", "ek_test_1")


def is_refused(sheet: Sheet, data: dict) -> bool:
    try:
        sheet.decoded(Answer(200, {}, json.dumps(data).encode()))
    except Refusal:
        return True
    return False


def test_every_key_is_wanted(sheet: Sheet) -> None:
    assert not is_refused(sheet, DATA)
    for place in places(DATA):
        if place == ("object",) and isinstance(sheet, IosSheet):
            continue
        for value in (..., None, 1.5, [[]]):
            assert is_refused(sheet, spoilt(DATA, place, value)), (place, value)


@pytest.mark.parametrize(
    ("error", "refused_by"),
    [
        ({**ERROR, "requirement": None}, {"ios", "android"}),
        ({**ERROR, "requirement": "fingerprint"}, {"ios", "android"}),
        ({**ERROR, "title": None}, {"ios"}),
        ({**ERROR, "body": None}, {"ios"}),
        ({**ERROR, "back_button_text": None}, set()),
        ({**ERROR, "continue_button_text": 1}, {"ios", "android"}),
    ],
)
def test_errors(sheet: Sheet, error: dict, refused_by: set[str]) -> None:
    platform = "ios" if isinstance(sheet, IosSheet) else "android"
    data = spoilt(DATA, ("requirements", "errors"), [error])
    assert is_refused(sheet, data) == (platform in refused_by)


NOTHING = {"missing": [], "errors": []}


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("requirements", "errors"), [{**ERROR, "requirement": "id_document_front"}]),
        (("requirements", "missing"), ["face", "face"]),
        (("requirements", "missing"), ["id_document_type", "face"]),
        (("status",), "redacted"),
    ],
)
def test_answers_that_lead_nowhere(sheet: Sheet, place: Place, value: object) -> None:
    assert is_refused(sheet, spoilt(DATA, place, value))


def test_submitted_is_closed(sheet: Sheet) -> None:
    submitted = {**DATA, "submitted": True, "requirements": NOTHING}
    assert is_refused(sheet, submitted)
    assert not is_refused(sheet, {**submitted, "closed": True})


def test_an_answer_that_is_neither_the_object_nor_an_error(sheet: Sheet) -> None:
    for status in (200, 502):
        with pytest.raises(Refusal):
            sheet.decoded(Answer(status, {}, b"{}"))
    envelope = b'{"error": {"type": "api_error", "message": "No."}}'
    with pytest.raises(Problem):
        sheet.decoded(Answer(500, {}, envelope))
