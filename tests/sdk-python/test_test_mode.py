"""What test mode offers to developers: chosen outcomes and a clock that moves."""

import json
from pathlib import Path

import pytest

from harness.documents import Documents
from harness.merchant import Merchant
from harness.person import Refused
from harness.receiver import TERMINAL_EVENTS, Receiver
from harness.server import Server

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


def test_a_selfie_takes_a_challenge_unless_the_back_end_says_otherwise(
    tmp_path: Path, receiver: Receiver, documents: Documents, selfie: Path
) -> None:
    # As it is started by whoever says nothing of it.
    server = Server(tmp_path / "data", tmp_path / "log", {"BONAFIDE_TEST_LIVENESS": ""})
    merchant = Merchant.register(server, receiver)
    front = documents.make().front
    usual = merchant.person_for(merchant.create_session().id)
    with pytest.raises(Refused, match="bonafide_liveness"):
        usual.complete(front, selfie)
    session = merchant.create_session(metadata={"bonafide_liveness": "passive"})
    merchant.person_for(session.id).complete(front, selfie)
    receiver.wait_for(session.id, TERMINAL_EVENTS)
    finished = merchant.restricted.v1.identity.verification_sessions.retrieve(
        session.id, {"expand": ["last_verification_report", "last_verification_report.evidence"]}
    )
    assert finished.status == "verified", finished.last_error
    assert finished.last_verification_report.evidence.liveness == "passive"
    assert server.stop() == 0


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
