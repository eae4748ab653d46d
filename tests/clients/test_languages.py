"""The texts of native screens come from the server: each language of them has to decode as well."""

import pytest

from harness.merchant import Merchant
from harness.server import ROOT

from .conftest import SheetFor
from .sheet import CURRENT, Sheet
from .transport import Call, send

LANGUAGES = sorted(file.stem for file in (ROOT / "crates" / "hosted" / "messages").glob("*.ftl"))


def page_in(sheet: Sheet, language: str) -> dict:
    headers = {**sheet.headers(), "Accept-Language": language}
    answer = send(sheet.url, Call("GET", sheet.page_target(), headers))
    return sheet.decoder.decode_page(answer, CURRENT)


def declined_in(sheet: Sheet, language: str) -> dict:
    call = sheet.post_call("data", sheet.data_fields({"biometric_consent": "false"}))
    headers = {**call.headers, "Accept-Language": language}
    answer = send(sheet.url, Call(call.method, call.target, headers, call.body))
    [error] = sheet.decoded(answer)["requirements"]["errors"]
    return error


def test_there_are_languages() -> None:
    assert len(LANGUAGES) > 1 and "en" in LANGUAGES


@pytest.mark.parametrize("language", [tag for tag in LANGUAGES if tag != "en"])
def test_a_language(merchant: Merchant, sheet_for: SheetFor, language: str) -> None:
    sheet = sheet_for(merchant.create_session().id)
    english, other = page_in(sheet, "en"), page_in(sheet, language)
    assert other["biometric_consent"]["lines"] != english["biometric_consent"]["lines"]
    assert other["requirements"] == english["requirements"]
    assert declined_in(sheet, language)["title"] != declined_in(sheet, "en")["title"]


def test_a_language_that_there_is_not(merchant: Merchant, sheet_for: SheetFor) -> None:
    sheet = sheet_for(merchant.create_session().id)
    assert page_in(sheet, "tlh")["biometric_consent"] == page_in(sheet, "en")["biometric_consent"]
