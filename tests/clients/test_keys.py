"""An ephemeral key opens the page of its session and takes its pictures, and nothing else."""

import contextlib
import sqlite3
from collections.abc import Callable

import pytest

from harness.documents import Documents
from harness.merchant import Merchant

from .conftest import SheetFor
from .envelope import Problem
from .sheet import Sheet
from .transport import Call, send


def refusal(call: Callable[[], object]) -> Problem:
    with pytest.raises(Problem) as refused:
        call()
    assert refused.value.type == "invalid_request_error"
    return refused.value


def test_a_key_that_nobody_made(merchant: Merchant, sheet_for: SheetFor) -> None:
    sheet = sheet_for(merchant.create_session().id)
    sheet.key = "ek_test_" + "0" * 40
    for call in (sheet.read, sheet.consent, sheet.submit):
        problem = refusal(call)
        assert problem.status == 401
        assert sheet.key not in problem.message


def test_a_key_of_another_session(merchant: Merchant, sheet_for: SheetFor) -> None:
    own, other = (sheet_for(merchant.create_session().id) for _ in range(2))
    other.key = own.key
    for call in (other.read, other.consent, other.submit):
        assert refusal(call).status in (401, 403, 404)
    # Which leaves the session of the key as it was.
    assert "biometric_consent" in own.read()["requirements"]["missing"]


def test_a_key_that_was_taken_back(merchant: Merchant, client: type[Sheet]) -> None:
    session = merchant.create_session().id
    keys = merchant.client.v1.ephemeral_keys
    key = keys.create({"verification_session": session}, {"stripe_version": "2020-08-27"})
    sheet = client(merchant.url, session, key.secret)
    sheet.read()
    keys.delete(key.id)
    assert refusal(sheet.read).status == 401


def test_a_key_that_has_expired(
    merchant: Merchant, sheet_for: SheetFor, documents: Documents
) -> None:
    sheet = sheet_for(merchant.create_session().id)
    sheet.read()
    expire_keys_of(merchant, sheet.session)
    picture = documents.make().front
    for call in (sheet.read, sheet.consent, lambda: sheet.upload(picture, "front")):
        problem = refusal(call)
        assert (problem.status, problem.code) == (401, "api_key_expired")


def expire_keys_of(merchant: Merchant, session: str) -> None:
    """Keys live for an hour, by the clock of the server, which only the database can be told."""
    database = merchant.server.data_dir / "bonafide.db"
    with contextlib.closing(sqlite3.connect(database, timeout=30)) as connection, connection:
        changed = connection.execute(
            "UPDATE ephemeral_keys SET expires = created WHERE session = ?", [session]
        )
        assert changed.rowcount == 1


def test_a_key_for_nothing_else(merchant: Merchant, sheet_for: SheetFor) -> None:
    sheet = sheet_for(merchant.create_session().id)
    for target in (
        f"/v1/identity/verification_sessions/{sheet.session}",
        "/v1/identity/verification_sessions",
        "/v1/identity/verification_reports",
        "/v1/files",
        "/v1/events",
    ):
        answer = send(sheet.url, Call("GET", target, sheet.headers()))
        assert answer.status in (401, 403), target
        assert sheet.session.encode() not in answer.body


def test_a_picture_for_somebody_else(
    merchant: Merchant, sheet_for: SheetFor, documents: Documents
) -> None:
    own, other = (sheet_for(merchant.create_session().id) for _ in range(2))
    other.key = own.key
    problem = refusal(lambda: other.upload(documents.make().front, "front"))
    assert (problem.code, problem.param) == ("resource_missing", "owned_by")
