"""What a page and a post say in every state that a session can be in."""

import pytest

from harness.documents import Documents
from harness.merchant import Merchant
from harness.receiver import TERMINAL_EVENTS

from .android import AndroidSheet
from .android_screens import model_file
from .conftest import SheetFor
from .envelope import Problem
from .hand_over import hand_over
from .papers import Papers
from .sheet import Sheet
from .transition import Screen, next_screen

DOCUMENT = ["biometric_consent", "id_document_front", "id_document_back"]


def test_fresh(merchant: Merchant, sheet_for: SheetFor) -> None:
    page = sheet_for(merchant.create_session().id).read()
    assert (page["status"], page["submitted"], page["livemode"]) == ("requires_input", False, False)
    assert sorted(page["requirements"]["missing"]) == sorted([*DOCUMENT, "face"])
    assert page["selfie"]["num_samples"] >= 1


def test_without_a_selfie(merchant: Merchant, sheet_for: SheetFor) -> None:
    page = sheet_for(merchant.create_session(selfie=False).id).read()
    assert sorted(page["requirements"]["missing"]) == sorted(DOCUMENT)


def test_with_a_number(merchant: Merchant, sheet_for: SheetFor) -> None:
    options = {"document": {"require_id_number": True, "require_matching_selfie": True}}
    page = sheet_for(merchant.create_session(options=options).id).read()
    assert sorted(page["requirements"]["missing"]) == sorted([*DOCUMENT, "face", "id_number"])
    assert "US" in page["individual"]["id_number_countries"]


def test_a_number_alone(merchant: Merchant, sheet_for: SheetFor) -> None:
    page = sheet_for(merchant.sessions.create({"type": "id_number"}).id).read()
    assert sorted(page["requirements"]["missing"]) == ["dob", "id_number", "name"]


def test_models_are_not_kept_in_each_others_place(merchant: Merchant) -> None:
    """The SDK for Android names a model's file by one part of its address alone."""
    page = hand_over(AndroidSheet, merchant, merchant.create_session().id).read()
    document = page["document_capture"]["models"]["id_detector_url"]
    face = page["selfie"]["models"]["face_detector_url"]
    assert model_file(document) != model_file(face)


def test_only_what_is_allowed_can_be_chosen(merchant: Merchant, sheet_for: SheetFor) -> None:
    options = {"document": {"allowed_types": ["passport"], "require_live_capture": True}}
    page = sheet_for(merchant.create_session(options=options).id).read()
    assert list(page["document_select"]["id_document_type_allowlist"]) == ["passport"]
    assert page["document_capture"]["require_live_capture"] is True
    assert "id_document_back" not in page["requirements"]["missing"]


def test_after_consent_the_page_asks_for_the_rest(merchant: Merchant, sheet_for: SheetFor) -> None:
    session = merchant.create_session().id
    sheet = sheet_for(session)
    assert sheet.open_here() is Screen.CONSENT
    data = sheet.consent()
    assert next_screen(data) is Screen.DOCUMENT
    assert (data["status"], data["submitted"], data["closed"]) == ("requires_input", False, False)
    page = sheet_for(session).read()
    assert page["requirements"]["missing"] == data["requirements"]["missing"]
    assert "biometric_consent" not in page["requirements"]["missing"]


def test_processing(idle: Merchant, client: type[Sheet], documents: Documents) -> None:
    session = idle.create_session(selfie=False).id
    sheet = hand_over(client, idle, session)
    sheet.complete(Papers(front=documents.make().front))
    page = sheet.read()
    assert (page["status"], page["submitted"]) == ("processing", True)
    # A sheet of another device that was open at the time posts what it had.
    other = hand_over(client, idle, session)
    other.initial = list(DOCUMENT)
    assert next_screen(other.consent()) is Screen.SUCCESS


def test_verified(merchant: Merchant, sheet_for: SheetFor) -> None:
    session = merchant.create_session().id
    sheet = sheet_for(session)
    sheet.settle("verify", delayed=False)
    merchant.receiver.wait_for(session, TERMINAL_EVENTS)
    page = sheet.read()
    assert (page["status"], page["submitted"]) == ("verified", True)
    assert next_screen(sheet.submit()) is Screen.SUCCESS


def test_failed(merchant: Merchant, sheet_for: SheetFor) -> None:
    session = merchant.create_session().id
    sheet = sheet_for(session)
    sheet.settle("unverify", delayed=False)
    merchant.receiver.wait_for(session, TERMINAL_EVENTS)
    page = sheet.read()
    assert (page["status"], page["submitted"]) == ("requires_input", False)
    assert "id_document_front" in page["requirements"]["missing"]


def over(sheet: Sheet) -> None:
    """No call is answered but in the words for errors."""
    for call in (sheet.read, sheet.consent, sheet.submit):
        with pytest.raises(Problem) as refused:
            call()
        assert 400 <= refused.value.status < 500
        assert refused.value.type == "invalid_request_error"


def test_canceled(merchant: Merchant, sheet_for: SheetFor) -> None:
    session = merchant.create_session().id
    sheet = sheet_for(session)
    sheet.open_here()
    merchant.sessions.cancel(session)
    over(sheet)


def test_redacted(merchant: Merchant, sheet_for: SheetFor) -> None:
    session = merchant.create_session().id
    sheet = sheet_for(session)
    sheet.open_here()
    sheet.consent()
    merchant.sessions.redact(session)
    over(sheet)


def test_submitted_too_early(merchant: Merchant, sheet_for: SheetFor) -> None:
    sheet = sheet_for(merchant.create_session().id)
    with pytest.raises(Problem) as refused:
        sheet.submit()
    assert refused.value.type == "invalid_request_error"
