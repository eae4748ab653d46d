"""Versions of the protocol, and who is sent to the page in a browser instead."""

import json
from urllib.parse import urlsplit

import pytest
import requests

from harness.merchant import Merchant

from .conftest import SheetFor
from .sheet import CURRENT, Sheet
from .transition import Screen
from .transport import Call, send

VERSIONS = range(1, CURRENT + 1)


@pytest.mark.parametrize("version", VERSIONS)
def test_every_version_decodes_the_page_and_opens_it_in_a_browser(
    merchant: Merchant, sheet_for: SheetFor, version: int
) -> None:
    sheet = sheet_for(merchant.create_session().id, version)
    assert sheet.open() is Screen.WEB
    address = sheet.read()["fallback_url"]
    assert urlsplit(address).path.startswith("/start/")
    assert address.startswith(f"{merchant.url}/")
    opened = requests.get(address, timeout=30)
    assert opened.status_code == 200
    assert opened.headers["Content-Type"].startswith("text/html")


@pytest.mark.parametrize("version", VERSIONS)
def test_every_version_decodes_answers(
    merchant: Merchant, sheet_for: SheetFor, version: int
) -> None:
    sheet = sheet_for(merchant.create_session().id, version)
    sheet.open_here()
    assert "id_document_front" in sheet.consent()["requirements"]["missing"]
    assert sheet.settle("verify", delayed=False)["submitted"] is True


def test_a_version_that_is_still_to_come(merchant: Merchant, sheet_for: SheetFor) -> None:
    sheet = sheet_for(merchant.create_session().id, 99)
    assert sheet.open() is Screen.WEB


@pytest.mark.parametrize(
    "version",
    [
        "2020-08-27",
        "2020-08-27;identity_client_api=v7",
        "2020-08-27; identity_client_api=v7",
        "2020-08-27;identity_client_api=v7;another_beta=v1",
    ],
)
def test_spellings_of_the_version(merchant: Merchant, sheet_for: SheetFor, version: str) -> None:
    sheet = sheet_for(merchant.create_session().id)
    headers = {**sheet.headers(), "Stripe-Version": version}
    answer = send(sheet.url, Call("GET", sheet.page_target(), headers))
    assert sheet.decoder.decode_page(answer, CURRENT)["id"] == sheet.session


@pytest.mark.parametrize("query", ["", "?", "?app_identifier=com.example%2Bone"])
def test_spellings_of_the_query(merchant: Merchant, sheet_for: SheetFor, query: str) -> None:
    sheet = sheet_for(merchant.create_session().id)
    answer = send(sheet.url, Call("GET", sheet.page_target() + query, sheet.headers()))
    assert sheet.decoder.decode_page(answer, CURRENT)["unsupported_client"] is True


def test_links_outlive_the_page_they_came_with(merchant: Merchant, sheet_for: SheetFor) -> None:
    """A page that is read again spends nothing: both addresses open."""
    sheet = sheet_for(merchant.create_session().id)
    for address in [sheet.read()["fallback_url"] for _ in range(2)]:
        context = requests.get(f"{address}/context", timeout=30).json()
        assert context["state"] == "new"


SCRIPTS = {
    "nothing": {},
    "a back end": {"X-Stripe-User-Agent": json.dumps({"lang": "node", "bindings_version": "20"})},
    "no JSON": {"X-Stripe-User-Agent": "kotlin"},
    "no language": {"X-Stripe-User-Agent": json.dumps({"os_version": "36"})},
    "a browser": {"User-Agent": "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)"},
}


@pytest.mark.parametrize("script", SCRIPTS)
def test_who_is_no_mobile_sdk_stays(
    merchant: Merchant, client: type[Sheet], sheet_for: SheetFor, script: str
) -> None:
    sheet = sheet_for(merchant.create_session().id)
    told = ("X-Stripe-User-Agent", "User-Agent")
    kept = {name: value for name, value in sheet.headers().items() if name not in told}
    answer = send(sheet.url, Call("GET", sheet.page_target(), {**kept, **SCRIPTS[script]}))
    assert sheet.decoder.decode_page(answer, CURRENT)["unsupported_client"] is False
