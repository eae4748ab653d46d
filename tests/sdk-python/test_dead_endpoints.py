"""Endpoints that take nothing keep nobody else waiting, and say so. `make soak` asks for 10,000 events
that cannot be delivered (`BONAFIDE_DEAD_EVENTS`)."""

import os
import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from harness.merchant import Merchant
from harness.metrics import Metrics, metrics_address
from harness.receiver import Receiver
from harness.server import Server, run

DEAD_EVENTS = int(os.environ.get("BONAFIDE_DEAD_EVENTS", "300"))
TIMED_EVENTS = max(40, DEAD_EVENTS // 50)
LATE_SECONDS = 2.0
LISTEN = {"BONAFIDE_METRICS_LISTEN": "127.0.0.1:0"}
CREATED = "identity.verification_session.created"
CANCELED = "identity.verification_session.canceled"


@pytest.fixture
def silent() -> Iterator[str]:
    """Takes connections and never says a word."""
    listener = socket.create_server(("127.0.0.1", 0), backlog=1024)
    held = []

    def accept() -> None:
        while True:
            try:
                held.append(listener.accept()[0])
            except OSError:
                return

    threading.Thread(target=accept, daemon=True).start()
    yield f"http://127.0.0.1:{listener.getsockname()[1]}/webhook"
    listener.shutdown(socket.SHUT_RDWR)
    listener.close()
    for connection in held:
        connection.close()


@pytest.fixture
def closed() -> str:
    """Nobody is there."""
    with closing(socket.create_server(("127.0.0.1", 0))) as listener:
        return f"http://127.0.0.1:{listener.getsockname()[1]}/webhook"


@pytest.fixture
def broken() -> Iterator[Receiver]:
    """Answers 500 to everything until it is mended."""
    receiver = Receiver()
    receiver.tries = 0

    def refuse(event: dict) -> int:
        receiver.tries += 1
        return 500

    receiver.misbehave = refuse
    yield receiver
    receiver.stop()


def listening(merchant: Merchant, url: str, event: str) -> str:
    created = merchant.client.v1.webhook_endpoints.create({"url": url, "enabled_events": [event]})
    return created.id


def test_dead_endpoints_hold_nobody_up(
    tmp_path: Path, receiver: Receiver, silent: str, closed: str, broken: Receiver
) -> None:
    server = Server(tmp_path / "data", tmp_path / "log", LISTEN)
    keys = server.first_keys
    assert keys is not None
    merchant = Merchant(server, keys, receiver, "")
    # All are one account's, so that what is between accounts does not help.
    dead = [listening(merchant, url, CREATED) for url in (silent, closed, broken.url)]
    listening(merchant, receiver.url, CANCELED)
    with ThreadPoolExecutor(8) as callers:
        sessions = list(callers.map(lambda _: merchant.create_session().id, range(DEAD_EVENTS)))

    late = []
    for session in sessions[:TIMED_EVENTS]:
        before = time.monotonic()
        merchant.sessions.cancel(session)
        receiver.wait_for(session, {CANCELED})
        late.append(time.monotonic() - before)
    late.sort()
    p99 = late[int(len(late) * 0.99)]
    print(f"{DEAD_EVENTS} events to each of 3 dead endpoints: p50 {late[len(late) // 2]:.3f} s, p99 {p99:.3f} s")
    assert p99 <= LATE_SECONDS, late
    # Slowed down: each event would have been tried by now, and many of them again.
    assert 5 <= broken.tries < DEAD_EVENTS // 4

    address = metrics_address(server.log)
    Metrics.when(address, lambda page: page.value("bonafide_webhook_endpoints_failing") >= 2)
    assert Metrics.of(address).value("bonafide_jobs_overdue_seconds", kind="deliver") <= LATE_SECONDS
    folder = ("--data-dir", str(server.data_dir))
    listed = run("webhooks", "list", *folder).splitlines()
    for endpoint in dead[1:]:
        place = next(place for place, line in enumerate(listed) if line.startswith(endpoint))
        assert "keeps failing" in listed[place + 1], listed
    examined = run("doctor", *folder)
    assert all(f"webhooks: {endpoint} keeps failing" in examined for endpoint in dead[1:])
    log = server.log.read_text()
    assert "an endpoint keeps failing and is slowed down" in log

    # Mended, and told so: everything arrives.
    broken.misbehave = lambda event: 200
    event = merchant.client.v1.events.list({"type": CREATED, "limit": 1}).data[0]
    run("webhooks", "resend", event.id, "--endpoint", dead[2], *folder)
    broken.wait_for_deliveries(DEAD_EVENTS + 1)
    assert {delivery.claimed["data"]["object"]["id"] for delivery in broken.deliveries} == set(sessions)
    listed = run("webhooks", "list", *folder).splitlines()
    place = next(place for place, line in enumerate(listed) if line.startswith(dead[2]))
    assert "keeps failing" not in "".join(listed[place + 1 : place + 2])
    server.process.terminate()
    assert server.process.wait(timeout=30) == 0
