"""Calls that come twice: a client sends them again without a key for that, and does not know whether
the first one was taken."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from harness.documents import Documents
from harness.merchant import Merchant
from harness.receiver import TERMINAL_EVENTS, Receiver
from harness.server import Server

from .conftest import SheetFor
from .envelope import Problem
from .hand_over import hand_over
from .sheet import Sheet
from .transition import Screen, next_screen
from .transport import send

EVENT = "identity.verification_session"
ONE_A_SECOND = {"BONAFIDE_LIMITS_PERSON_PER_SECOND": "1"}
# Within one second.
MANY = 100
ROOM_WITHIN_SECONDS = 30


def twice(sheet: Sheet, name: str, fields: dict[str, str]) -> dict:
    """The same bytes two times; both answers are the same."""
    call = sheet.post_call(name, fields)
    first, second = (sheet.decoded(send(sheet.url, call)) for _ in range(2))
    assert first == second
    return second


def test_data_and_submit(
    merchant: Merchant, sheet_for: SheetFor, documents: Documents
) -> None:
    sheet = sheet_for(merchant.create_session(selfie=False).id)
    sheet.open_here()
    twice(sheet, "data", sheet.data_fields({"biometric_consent": "true"}))
    sheet.collected.add("biometric_consent")
    front = sheet.photograph("front", documents.make().front)
    data = twice(sheet, "data", sheet.data_fields(front))
    assert next_screen(data) is Screen.CONFIRMATION

    first, second = sheet.submit(), sheet.submit()
    assert next_screen(first) is next_screen(second) is Screen.SUCCESS
    merchant.receiver.wait_for(sheet.session, TERMINAL_EVENTS)
    assert next_screen(sheet.submit()) is Screen.SUCCESS
    told = [event["type"] for event in events_of(merchant, sheet.session)]
    assert told == [f"{EVENT}.verified", f"{EVENT}.processing", f"{EVENT}.created"]


def events_of(merchant: Merchant, session: str) -> list[dict]:
    """Newest first."""
    events = merchant.client.v1.events.list({"limit": 100}).data
    return [event for event in events if event.data.object["id"] == session]


def test_a_blurry_picture_sent_twice_is_one_attempt(
    merchant: Merchant, sheet_for: SheetFor, blurry: Path
) -> None:
    sheet = sheet_for(merchant.create_session().id)
    sheet.open_here()
    sheet.consent()
    fields = sheet.data_fields(sheet.photograph("front", blurry))
    data = twice(sheet, "data", fields)
    assert data["requirements"]["errors"][0]["continue_button_text"] is None


def test_a_refusal_sent_twice_is_told_once(merchant: Merchant, sheet_for: SheetFor) -> None:
    sheet = sheet_for(merchant.create_session().id)
    sheet.open_here()
    twice(sheet, "data", sheet.data_fields({"biometric_consent": "false"}))
    told = [event["type"] for event in events_of(merchant, sheet.session)]
    assert told == [f"{EVENT}.requires_input", f"{EVENT}.created"]


def test_a_chosen_outcome_sent_twice_is_told_once(merchant: Merchant, sheet_for: SheetFor) -> None:
    sheet = sheet_for(merchant.create_session().id)
    for _ in range(2):
        assert next_screen(sheet.settle("verify", delayed=False)) is Screen.SUCCESS
    told = [event["type"] for event in events_of(merchant, sheet.session)]
    assert told == [f"{EVENT}.verified", f"{EVENT}.processing", f"{EVENT}.created"]


def test_too_many_calls_can_be_sent_again(
    tmp_path: Path, receiver: Receiver, client: type[Sheet]
) -> None:
    server = Server(tmp_path / "data", tmp_path / "log", ONE_A_SECOND)
    merchant = Merchant.register(server, receiver)
    sheet = hand_over(client, merchant, merchant.create_session().id)
    refused = next(problem for problem in problems(sheet) if problem.status == 429)
    assert (refused.type, refused.code) == ("invalid_request_error", "rate_limit")
    assert 1 <= int(refused.headers["retry-after"]) <= 8
    assert "biometric_consent" not in consent_once_there_is_room(sheet)["requirements"]["missing"]
    assert server.stop() == 0


def problems(sheet: Sheet) -> Iterator[Problem]:
    """What is said to somebody who submits again and again, too early."""
    for _ in range(MANY):
        with pytest.raises(Problem) as refused:
            sheet.submit()
        yield refused.value


def consent_once_there_is_room(sheet: Sheet) -> dict:
    deadline = time.monotonic() + ROOM_WITHIN_SECONDS
    while time.monotonic() < deadline:
        try:
            return sheet.consent()
        except Problem as problem:
            assert problem.status == 429
    pytest.fail("there was no room")
