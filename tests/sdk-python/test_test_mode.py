"""What test mode offers to developers: chosen outcomes and a clock that moves."""

import json
from pathlib import Path

import pytest

from harness.documents import Documents
from harness.merchant import Merchant
from harness.receiver import TERMINAL_EVENTS

HOUR = 3600


@pytest.mark.parametrize("outcome", ["id_number_mismatch", "consent_declined", "verified"])
def test_metadata_choose_the_outcome_of_a_submission(
    merchant: Merchant, documents: Documents, stranger: Path, outcome: str
) -> None:
    session = merchant.create_session(metadata={"bonafide_outcome": outcome})
    before = len(merchant.receiver.deliveries)
    merchant.person_for(session.id).complete(documents.make().front, stranger)
    merchant.receiver.wait_for(session.id, TERMINAL_EVENTS, after=before)
    finished = merchant.sessions.retrieve(session.id)
    if outcome == "verified":
        assert finished.status == "verified"
    else:
        assert finished.status == "requires_input"
        assert finished.last_error.code == outcome


def advance(merchant: Merchant, session: str, hours: int) -> dict:
    path = f"/v1/test_helpers/identity/verification_sessions/{session}/advance"
    answer = merchant.client.raw_request("post", path, seconds=hours * HOUR)
    return json.loads(answer.body)


def test_a_session_is_days_older_at_once(merchant: Merchant) -> None:
    session = merchant.create_session()
    later = advance(merchant, session.id, 48)
    assert later["url"] != session.url
    assert later["last_error"] is None
    merchant.person_for(session.id).consent()
    before = len(merchant.receiver.deliveries)
    abandoned = advance(merchant, session.id, 72)
    assert abandoned["status"] == "requires_input"
    assert abandoned["last_error"]["code"] == "abandoned"
    merchant.receiver.wait_for(session.id, TERMINAL_EVENTS, after=before)
