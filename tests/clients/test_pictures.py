"""Sides of documents and faces: taken, asked for again, forced, gone back behind."""

from pathlib import Path

from harness.documents import Documents
from harness.merchant import Merchant

from .conftest import SheetFor
from .sheet import Sheet
from .transition import Screen, next_screen


def consented(merchant: Merchant, sheet_for: SheetFor, selfie: bool = True) -> Sheet:
    sheet = sheet_for(merchant.create_session(selfie=selfie).id)
    sheet.open_here()
    sheet.consent()
    return sheet


def only_error(data: dict) -> dict:
    [error] = data["requirements"]["errors"]
    return error


def test_a_front_is_followed_by_the_back(
    merchant: Merchant, sheet_for: SheetFor, documents: Documents
) -> None:
    licence = documents.make(kind="driving_license", seed=3)
    sheet = consented(merchant, sheet_for)
    front = sheet.show_side("front", licence.front)
    assert front["requirements"] == {"missing": ["id_document_back", "face"], "errors": []}
    back = sheet.show_side("back", licence.back)
    assert back["requirements"] == {"missing": ["face"], "errors": []}


def test_a_passport_needs_no_back(
    merchant: Merchant, sheet_for: SheetFor, documents: Documents, selfie: Path
) -> None:
    sheet = consented(merchant, sheet_for)
    front = sheet.show_side("front", documents.make().front)
    assert front["requirements"] == {"missing": ["face"], "errors": []}
    # The page named the back at first, so the next post says to forget it.
    face = sheet.show_face(selfie)
    assert next_screen(face) is Screen.CONFIRMATION


def test_a_file_from_the_phone(
    merchant: Merchant, sheet_for: SheetFor, documents: Documents
) -> None:
    sheet = consented(merchant, sheet_for, selfie=False)
    data = sheet.choose_side("front", documents.make().front)
    assert next_screen(data) is Screen.CONFIRMATION


def test_a_blurry_front_is_asked_for_again_and_can_then_be_forced(
    merchant: Merchant, sheet_for: SheetFor, blurry: Path
) -> None:
    sheet = consented(merchant, sheet_for)
    first = sheet.show_side("front", blurry)
    assert next_screen(first) is Screen.ERROR
    error = only_error(first)
    assert error["requirement"] == "id_document_front"
    assert error["title"] and error["body"]
    assert error["continue_button_text"] is None

    photographed = sheet.photograph("front", blurry)
    second = sheet.collect(photographed)
    assert only_error(second)["requirement"] == "id_document_front"
    assert only_error(second)["continue_button_text"]

    forced = sheet.force(photographed)
    assert forced["requirements"] == {"missing": ["id_document_back", "face"], "errors": []}


def test_a_picture_without_a_face(
    merchant: Merchant, sheet_for: SheetFor, documents: Documents
) -> None:
    sheet = consented(merchant, sheet_for)
    sheet.show_side("front", documents.make().front)
    back = documents.make(kind="driving_license", seed=3).back
    data = sheet.show_face(back)
    assert only_error(data)["requirement"] == "face"
    assert only_error(data)["continue_button_text"] is None
    assert data["requirements"]["missing"] == ["face"]


def test_who_goes_back_begins_there_again(
    merchant: Merchant, sheet_for: SheetFor, documents: Documents
) -> None:
    licence = documents.make(kind="driving_license", seed=3)
    sheet = consented(merchant, sheet_for)
    sheet.show_side("front", licence.front)
    assert sheet.show_side("back", licence.back)["requirements"]["missing"] == ["face"]
    # Back to the consent: all that came after it is to be forgotten.
    sheet.collected.clear()
    again = sheet.consent()
    assert again["requirements"]["missing"] == ["id_document_front", "id_document_back", "face"]
    page = sheet.read()
    assert page["requirements"]["missing"] == again["requirements"]["missing"]


def test_what_a_post_does_not_name_is_kept(
    merchant: Merchant, sheet_for: SheetFor, documents: Documents, selfie: Path
) -> None:
    sheet = consented(merchant, sheet_for)
    sheet.show_side("front", documents.make().front)
    kept = sheet.post("data", {"clear_data[face]": "true"})
    assert kept["requirements"]["missing"] == ["face"]


def test_who_declines_is_shown_an_error_and_may_agree(
    merchant: Merchant, sheet_for: SheetFor
) -> None:
    sheet = sheet_for(merchant.create_session().id)
    sheet.open_here()
    declined = sheet.consent(agreed=False)
    assert next_screen(declined) is Screen.ERROR
    assert only_error(declined)["requirement"] == "biometric_consent"
    assert only_error(declined)["back_button_text"]
    assert (declined["submitted"], declined["closed"]) == (False, False)
    assert sheet.read()["status"] == "requires_input"
    assert next_screen(sheet.consent()) is Screen.DOCUMENT
