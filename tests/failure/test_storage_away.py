"""What a server does while what it stores in is away, and that it goes on by itself afterwards."""

import os
import resource
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import requests

from harness.documents import Documents
from harness.merchant import Merchant
from harness.receiver import TERMINAL_EVENTS, Receiver
from harness.relay import relay_to_bucket, relay_to_database
from harness.server import Server
from harness.storage import ask_postgres, bucket_of

SESSIONS = "/v1/identity/verification_sessions"
# The longest that a request may take while something is away.
REFUSED_WITHIN_SECONDS = 30
BACK_WITHIN_SECONDS = 30


def create(merchant: Merchant) -> requests.Response:
    """A call without the SDK, which would repeat it."""
    return requests.post(
        merchant.url + SESSIONS,
        auth=(merchant.keys.secret, ""),
        data={"type": "document"},
        timeout=REFUSED_WITHIN_SECONDS,
    )


def is_refused_politely(answer: requests.Response) -> bool:
    """503 in Stripe's shape, saying when to come back."""
    if answer.status_code == 200:
        return False
    assert answer.status_code == 503, (answer.status_code, answer.text)
    assert answer.json()["error"]["type"] == "api_error"
    assert int(answer.headers["Retry-After"]) >= 1
    assert answer.headers["Stripe-Should-Retry"] == "true"
    return True


def wait_until(holds: Callable[[], bool], within_seconds: float) -> None:
    deadline = time.monotonic() + within_seconds
    while not holds():
        assert time.monotonic() < deadline, "it did not come to that in time"
        time.sleep(0.1)


def is_ready(server: Server) -> bool:
    return requests.get(f"{server.url}/readyz", timeout=REFUSED_WITHIN_SECONDS).status_code == 200


def is_answered(merchant: Merchant) -> bool:
    return not is_refused_politely(create(merchant))


@pytest.mark.parametrize("silently", [False, True], ids=["refusing", "silent"])
def test_the_database_is_away(tmp_path: Path, receiver: Receiver, silently: bool) -> None:
    relay, url = relay_to_database(ask_postgres(""))
    server = Server(tmp_path / "data", tmp_path / "log", None, "--database-url", url)
    merchant = Merchant.register(server, receiver)
    before = merchant.create_session(selfie=False).id
    relay.swallow() if silently else relay.cut()
    assert is_refused_politely(create(merchant))
    assert not is_ready(server)
    assert requests.get(f"{server.url}/healthz", timeout=5).status_code == 200
    relay.cut()
    relay.mend()
    wait_until(lambda: is_answered(merchant), BACK_WITHIN_SECONDS)
    wait_until(lambda: is_ready(server), BACK_WITHIN_SECONDS)
    # What was answered is there, and events go out again.
    assert merchant.sessions.retrieve(before).id == before
    after = merchant.create_session(selfie=False).id
    receiver.wait_for(after, {"identity.verification_session.created"})
    assert server.stop() == 0


def test_the_picture_store_is_away(
    tmp_path: Path, receiver: Receiver, documents: Documents, selfie: Path
) -> None:
    passport = documents.make()
    relay, url = relay_to_bucket(bucket_of(str(tmp_path / "pictures")).url)
    # A try to reach it is given up soon, or this test would take minutes.
    server = Server(tmp_path / "data", tmp_path / "log", None, "--blob-url", url)
    merchant = Merchant.register(server, receiver)
    session = merchant.create_session()
    person = merchant.person_for(session.id)
    person.consent()
    relay.cut()
    with passport.front.open("rb") as content:
        answer = requests.post(
            f"{server.url}/v1/files",
            headers=dict(person._http.headers),
            data={"owned_by": session.id, "purpose": "identity_private"},
            files={"file": ("front.jpeg", content, "image/jpeg")},
            timeout=120,
        )
    assert is_refused_politely(answer)
    # Everything else goes on.
    assert merchant.sessions.retrieve(session.id).status == "requires_input"
    relay.mend()
    person.show_document(passport.front)
    person.show_face(selfie)
    # The back that somebody insists on is looked at after the submission.
    licence = documents.make(kind="driving_license", seed=3)
    other = merchant.create_session(selfie=False)
    holder = merchant.person_for(other.id)
    holder.consent()
    holder.show_document(licence.front, licence.back, forced=True)
    relay.cut()
    # Pictures that were looked at are not needed any more.
    person.submit()
    receiver.wait_for(session.id, TERMINAL_EVENTS)
    assert merchant.sessions.retrieve(session.id).status == "verified"
    # For the others the worker waits, and the attempt is not lost.
    holder.submit()
    wait_until(lambda: "a job failed" in server.log.read_text(), 90)
    assert merchant.sessions.retrieve(other.id).status == "processing"
    relay.mend()
    receiver.wait_for(other.id, TERMINAL_EVENTS)
    assert merchant.sessions.retrieve(other.id).status == "verified"
    assert server.stop() == 0


def test_the_disk_is_full(tmp_path: Path, receiver: Receiver) -> None:
    """A limit on the size of files is to a process what a full disk is, and can be lifted."""
    # What restores default signals would have the kernel end the server at the limit.
    previous = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        server = Server(tmp_path / "data", tmp_path / "log", ignoring_signals=True)
    finally:
        signal.signal(signal.SIGXFSZ, previous)
    merchant = Merchant.register(server, receiver)
    before = merchant.create_session(selfie=False).id
    largest = max(file.stat().st_size for file in (tmp_path / "data").glob("bonafide.db*"))
    unlimited = resource.RLIM_INFINITY
    resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, (largest + 100_000, unlimited))
    answers = [create(merchant) for _ in range(200)]
    refused = [answer for answer in answers if answer.status_code != 200]
    assert refused, "the limit was not reached"
    assert all(is_refused_politely(answer) for answer in refused)
    assert "the database cannot be used" in server.log.read_text()
    # Reading goes on.
    assert merchant.sessions.retrieve(before).id == before
    resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, (unlimited, unlimited))
    wait_until(lambda: is_answered(merchant), BACK_WITHIN_SECONDS)
    for answer in answers:
        if answer.status_code == 200:
            merchant.sessions.retrieve(answer.json()["id"])
    listed = {one.id for one in merchant.sessions.list({"limit": 100}).auto_paging_iter()}
    answered = {answer.json()["id"] for answer in answers if answer.status_code == 200}
    assert len(listed) == len(answered) + 2, "what was refused did not happen"
    assert answered < listed
    assert server.stop() == 0
