"""People are verified while processes die, the database restarts and the object store fails.

On cluster storage: three servers, three workers, PostgreSQL, and S3 behind a proxy that fails one
call in ten. On embedded storage: one process. Afterwards every submission has one report and one
final event, every event was delivered, in order, and nothing is left under way.

BONAFIDE_CHAOS_SESSIONS says how many people, BONAFIDE_CHAOS_SEED chooses other moments.
"""

import os
import random
import threading
import time
from collections import defaultdict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path

import pytest

from harness.documents import Documents
from harness.merchant import Merchant
from harness.receiver import TERMINAL_EVENTS, Receiver
from harness.storage import bucket_of, on_cluster

from .applicant import Applicant
from .faulty_store import FaultyStore
from .installation import Installation, Serving, Working
from .rows import column

SESSIONS = int(os.environ.get("BONAFIDE_CHAOS_SESSIONS", "40" if on_cluster() else "20"))
SEED = int(os.environ.get("BONAFIDE_CHAOS_SEED", "1"))
# One in so many shows a face too.
SELFIE_EVERY = 8
AT_ONCE = 6
FAILING_CALLS = 0.1
# Steps of people and deliveries between two disturbances, on average.
STEPS_BETWEEN = 25
PREFIX = "identity.verification_session."
HISTORY = [PREFIX + name for name in ("created", "processing", "verified")]
SETTLED_WITHIN_SECONDS = 120


class Progress:
    """Counts what people did."""

    def __init__(self) -> None:
        self.steps = 0
        self._changed = threading.Condition()

    def step(self) -> None:
        with self._changed:
            self.steps += 1
            self._changed.notify_all()

    def wait(self, done: Callable[[], bool]) -> None:
        with self._changed:
            self._changed.wait_for(done, timeout=0.2)


def make_installation(folder: Path, blob_url: str | None) -> Installation:
    data_dir = folder / "data"
    blobs = ["--blob-url", blob_url] if blob_url else []
    if not on_cluster():
        return Installation([Serving(data_dir, folder / "server.log", blobs)], [], False)
    servers = [
        Serving(data_dir, folder / f"server{number}.log", ["--no-worker", *blobs])
        for number in range(3)
    ]
    workers = [Working(data_dir, folder / f"worker{number}.log", blobs) for number in range(3)]
    return Installation(servers, workers, True)


@pytest.mark.parametrize("seed", [SEED])
def test_everybody_is_verified_once(
    seed: int, tmp_path: Path, receiver: Receiver, documents: Documents, selfie: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    chance = random.Random(seed)
    data_dir = tmp_path / "data"
    store, blob_url = None, None
    if on_cluster():
        url = bucket_of(str(data_dir)).url
        endpoint = url.split("endpoint=")[1].split("&")[0]
        store = FaultyStore(endpoint, 0, seed)
        blob_url = url.replace(endpoint, store.endpoint)
    fronts = [documents.make(seed=number).front for number in range(1, 5)]
    installation = make_installation(tmp_path, blob_url)
    merchant = Merchant.register(installation.servers[0].server, receiver)
    progress = Progress()
    applicants = [
        Applicant(
            number, installation, merchant, fronts[number % len(fronts)],
            selfie if number % SELFIE_EVERY == 0 else None, progress.step,
        )
        for number in range(SESSIONS)
    ]

    began = time.monotonic()
    if store is not None:
        store.rate = FAILING_CALLS
    with ThreadPoolExecutor(AT_ONCE) as pool:
        applying = [pool.submit(applicant.apply) for applicant in applicants]
        disturb_until_done(chance, installation, progress, receiver, applying)
        sessions = [application.result() for application in applying]
    for session in sessions:
        receiver.wait_for(session, TERMINAL_EVENTS, SETTLED_WITHIN_SECONDS)
    if store is not None:
        store.rate = 0
    merchant.server = installation.servers[0].server
    wait_until(lambda: column(data_dir, "SELECT count(*) FROM jobs") == ["0"], "jobs are left")
    took = time.monotonic() - began

    assert len(set(sessions)) == SESSIONS
    concluded_once(merchant, sessions)
    delivered_in_order(merchant, receiver, sessions)
    nothing_is_left(data_dir)
    with capsys.disabled():
        print(
            f"\n{SESSIONS} verifications in {took:.0f} s: {installation.kills} kills, "
            f"{installation.restarts} restarts of the database, "
            f"{store.failed if store else 0} of {store.calls if store else 0} calls to the store "
            f"failed, {sum(applicant.repeated for applicant in applicants)} tries repeated",
            end=" ",
        )
    if store is not None:
        assert store.failed > 0
        store.stop()
    assert installation.kills > 0


def disturb_until_done(
    chance: random.Random, installation: Installation, progress: Progress, receiver: Receiver,
    applying: list,
) -> None:
    """Disturbs whenever people and deliveries have come some steps further."""
    try:
        done = lambda: progress.steps + len(receiver.deliveries)  # noqa: E731
        following = chance.randrange(1, STEPS_BETWEEN)
        while not all(application.done() for application in applying):
            progress.wait(lambda: done() >= following)
            if done() >= following:
                installation.disturb(chance)
                following = done() + chance.randrange(1, 2 * STEPS_BETWEEN)
        # Once more, with only workers busy.
        installation.disturb(chance)
    finally:
        installation.revive()
        wait(applying)


def wait_until(condition: Callable[[], bool], otherwise: str) -> None:
    end = time.monotonic() + SETTLED_WITHIN_SECONDS
    while not condition():
        assert time.monotonic() < end, otherwise
        time.sleep(0.1)


def concluded_once(merchant: Merchant, sessions: list[str]) -> None:
    listed = merchant.sessions.list({"limit": 100}).auto_paging_iter()
    found = {session.id: session for session in listed}
    assert set(found) == set(sessions), "a creation that was repeated made one session"
    reports = defaultdict(list)
    everything = merchant.client.v1.identity.verification_reports.list({"limit": 100})
    for report in everything.auto_paging_iter():
        reports[report.verification_session].append(report.id)
    events = defaultdict(list)
    for event in merchant.client.v1.events.list({"limit": 100}).auto_paging_iter():
        events[event.data.object.id].insert(0, event.type)
    for session in sessions:
        settled = found[session]
        assert settled.status == "verified", (session, settled.status, settled.last_error)
        assert reports[session] == [settled.last_verification_report]
        assert events[session] == HISTORY


def delivered_in_order(merchant: Merchant, receiver: Receiver, sessions: list[str]) -> None:
    seen: set[str] = set()
    first_seen: dict[str, list[str]] = defaultdict(list)
    for event in receiver.verified(merchant.webhook_secret):
        if event.id not in seen:
            seen.add(event.id)
            first_seen[event.data.object.id].append(event.type)
    assert {session: HISTORY for session in sessions} == first_seen


def nothing_is_left(data_dir: Path) -> None:
    processing = "SELECT count(*) FROM sessions WHERE status = 'processing'"
    assert column(data_dir, processing) == ["0"]
    place = bucket_of(str(data_dir)).folder if on_cluster() else data_dir / "blobs"
    stored = {file.name for file in place.rglob("*") if file.is_file()}
    named = set(column(data_dir, "SELECT DISTINCT blob FROM files"))
    assert named, "pictures are there"
    assert named <= stored, "a file names a picture that is not there"
