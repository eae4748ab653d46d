"""The way that the SDKs take today: the sheet opens the page, and asks afterwards how it went."""

from harness.documents import Documents
from harness.merchant import Merchant
from harness.receiver import TERMINAL_EVENTS

from .browser import Browser
from .conftest import SheetFor
from .transition import Screen


def test_a_sheet_that_opens_the_page_ends_completed(
    merchant: Merchant, sheet_for: SheetFor, documents: Documents
) -> None:
    session = merchant.create_session(selfie=False).id
    sheet = sheet_for(session)
    assert sheet.open() is Screen.WEB
    submitted = Browser(sheet.read()["fallback_url"]).show(documents.make().front)
    assert submitted["submitted"] is True
    # Completed is what the app hears if the page, read once more, says so.
    assert sheet.read()["submitted"] is True
    event = merchant.receiver.wait_for(session, TERMINAL_EVENTS)
    assert event["type"].endswith(".verified")
    assert sheet.read()["status"] == "verified"


def test_a_sheet_whose_page_was_left_ends_canceled(
    merchant: Merchant, sheet_for: SheetFor
) -> None:
    sheet = sheet_for(merchant.create_session().id)
    browser = Browser(sheet.read()["fallback_url"])
    browser.post("data", {"collected_data[biometric_consent]": "true"})
    page = sheet.read()
    assert page["submitted"] is False
    assert "biometric_consent" not in page["requirements"]["missing"]


def test_a_sheet_that_comes_back_opens_a_new_page(
    merchant: Merchant, sheet_for: SheetFor, documents: Documents
) -> None:
    """The browser that spent the first link is gone with the first sheet."""
    session = merchant.create_session(selfie=False).id
    Browser(sheet_for(session).read()["fallback_url"])
    again = sheet_for(session)
    assert again.open() is Screen.WEB
    Browser(again.read()["fallback_url"]).show(documents.make().front)
    assert again.read()["submitted"] is True
