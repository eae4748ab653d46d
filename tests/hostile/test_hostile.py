"""Everything that is meant to hurt, at once, while a back end works and a person is verified.

BONAFIDE_HOSTILE_SECONDS says for how long, BONAFIDE_HOSTILE_P99_MS how slow the back end's calls may
be: make soak asks 300 ms of a release build, on a machine that does nothing else."""

import json
import os
import resource
import select
import socket
import subprocess
import sys
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import requests

from harness.documents import Documents
from harness.memory import memory
from harness.merchant import Merchant
from harness.metrics import Metrics, metrics_address
from harness.person import Refused
from harness.processes import start
from harness.receiver import TERMINAL_EVENTS, Receiver
from harness.server import ROOT, Server

from .backend import BackEnd

SECONDS = float(os.environ.get("BONAFIDE_HOSTILE_SECONDS", "20"))
P99_SECONDS = float(os.environ.get("BONAFIDE_HOSTILE_P99_MS", "2000")) / 1000
CALLS_A_SECOND = float(os.environ.get("BONAFIDE_HOSTILE_CALLS", "100"))
SCALE = float(os.environ.get("BONAFIDE_HOSTILE_SCALE", "1"))
MEMORY_BYTES = 700 << 20
# What the process has in memory afterwards, beside what it had before.
KEPT_BYTES = 120 << 20
BACK_WITHIN_SECONDS = 60
# Nothing listens there.
DEAD_ENDPOINT = "http://127.0.0.1:9/webhook"
METRICS = ("--metrics-listen", "127.0.0.1:0")


class Watch:
    """The most memory that a process had."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._stop = threading.Event()
        self.most = 0
        self._thread = threading.Thread(target=self._work)
        self._thread.start()

    def _work(self) -> None:
        while not self._stop.wait(0.1):
            self.most = max(self.most, memory(self._pid))

    def stop(self) -> int:
        self._stop.set()
        self._thread.join()
        return self.most


def wait_until(holds: Callable[[], bool], within_seconds: float) -> bool:
    deadline = time.monotonic() + within_seconds
    while not holds():
        if time.monotonic() > deadline:
            return False
        threading.Event().wait(0.2)
    return True


def bomb(folder: Path) -> Path:
    """A picture of some kilobytes that is 60,000,000 pixels wide and 1 high (PNG, ISO 15948)."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4) + kind + data + zlib.crc32(kind + data).to_bytes(4)

    size = (60_000_000).to_bytes(4) + (1).to_bytes(4) + bytes([1, 0, 0, 0, 0])
    rows = zlib.compress(bytes(1 + 60_000_000 // 8), 9)
    file = folder / "bomb.png"
    file.write_bytes(
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    )
    return file


def largest_asset() -> str:
    """The file of the page that is largest once unpacked."""
    folder = ROOT / "web" / "verify" / "dist" / "assets"
    file = max(folder.glob("*.gz"), key=lambda file: file.stat().st_size)
    return f"/assets/{file.name.removesuffix('.gz')}"


@contextmanager
def attacked(merchant: Merchant, scale: float) -> Iterator[None]:
    people = {}
    for _ in range(4):
        session = merchant.create_session(selfie=False).id
        person = merchant.person_for(session)
        people[session] = person.ephemeral_key
    told = {"asset": largest_asset(), "key": merchant.keys.restricted, "people": people}
    process = start(
        [sys.executable, "-m", "hostile.attacks", merchant.url],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).resolve().parents[1],
    )
    process.stdin.write(json.dumps({**told, "scale": scale}).encode() + b"\n")
    process.stdin.flush()
    # The first round is over: everybody is there.
    assert process.stdout.readline()
    threading.Thread(target=process.stdout.read, daemon=True).start()
    yield
    process.stdin.close()
    assert process.wait(30) == 0


def verify(merchant: Merchant, documents: Documents, selfie: Path) -> None:
    session = merchant.create_session()
    person = merchant.person_for(session.id)
    person.complete(documents.make().front, selfie)
    event = merchant.receiver.wait_for(session.id, TERMINAL_EVENTS)
    assert event["type"] == "identity.verification_session.verified", event["data"]["object"]


def show_bombs(merchant: Merchant, picture: Path, stop: threading.Event) -> None:
    """Somebody who hands in pictures that are made to hurt."""
    person = merchant.person_for(merchant.create_session(selfie=False).id)
    person.consent()
    while not stop.is_set():
        try:
            person.show_document(picture)
        except (Refused, requests.ConnectionError):
            # A connection that rested may be closed for others: the next picture comes on a new one.
            pass


def test_who_means_harm_hurts_nobody(
    tmp_path: Path,
    receiver: Receiver,
    documents: Documents,
    selfie: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    server = Server(tmp_path / "data", tmp_path / "log", {"BONAFIDE_CHECK_ANSWERS": ""}, *METRICS)
    merchant = Merchant.register(server, receiver)
    pid = server.process.pid
    # What is loaded at the first verification is nobody's fault.
    verify(merchant, documents, selfie)
    before = memory(pid)
    merchant.client.v1.webhook_endpoints.create({"url": DEAD_ENDPOINT, "enabled_events": ["*"]})
    watch = Watch(pid)
    stop = threading.Event()
    bombs = threading.Thread(
        target=show_bombs, args=(merchant, bomb(tmp_path), stop), daemon=True
    )
    backend = BackEnd(server.url, merchant.keys.secret, CALLS_A_SECOND)
    begun = time.monotonic()
    with attacked(merchant, SCALE):
        bombs.start()
        verified = 0
        while verified == 0 or time.monotonic() - begun < SECONDS:
            verify(merchant, documents, selfie)
            verified += 1
            for path in ("/healthz", "/readyz"):
                assert requests.get(server.url + path, timeout=5).status_code == 200
        backend.stop()
        stop.set()
    ended = time.monotonic()
    bombs.join()
    most = watch.stop()

    def is_at_rest() -> bool:
        metrics = Metrics.of(metrics_address(server.log))
        at_rest = metrics.sum("bonafide_http_requests_in_hand") == 0
        alone = metrics.sum("bonafide_http_connections", listener="callers") <= 20
        return at_rest and alone and memory(pid) <= before + KEPT_BYTES

    back = wait_until(is_at_rest, BACK_WITHIN_SECONDS)
    p50, p99 = backend.quantile(0.5), backend.quantile(0.99)
    with capsys.disabled():
        print(
            f"\n{backend.rate:.0f} calls a second, p50 {p50 * 1000:.0f} ms, p99 {p99 * 1000:.0f} ms,"
            f" {len(backend.errors)} errors; {verified} verified; memory {before >> 20} MiB before,"
            f" {most >> 20} at most, {memory(pid) >> 20} after {time.monotonic() - ended:.0f} s",
            end=" ",
        )
    assert backend.errors == []
    assert p99 <= P99_SECONDS
    assert most <= MEMORY_BYTES
    assert back, Metrics.of(metrics_address(server.log)).text
    assert server.stop() == 0


def connect(server: Server) -> socket.socket:
    parts = urlsplit(server.url)
    return socket.create_connection((parts.hostname, parts.port), timeout=10)


def test_answers_that_nobody_reads_cost_no_memory(merchant: Merchant) -> None:
    pid = merchant.server.process.pid
    asset = largest_asset()
    # Unpacked once, for whoever asks.
    whole = requests.get(merchant.url + asset, headers={"Accept-Encoding": "identity"}, timeout=30)
    assert whole.status_code == 200 and len(whole.content) > 1 << 20
    before = memory(pid)
    held = []
    for _ in range(300):
        connection = connect(merchant.server)
        connection.sendall(f"GET {asset} HTTP/1.1\r\nHost: here\r\n\r\n".encode())
        assert connection.recv(12) == b"HTTP/1.1 200"
        held.append(connection)
    assert memory(pid) - before <= 60 << 20
    # They are left after a while, and others are served meanwhile.
    again = requests.get(merchant.url + asset, timeout=30)
    assert again.content == whole.content
    for connection in held:
        connection.close()


def test_health_beside_more_silent_connections_than_files_may_be_open(
    tmp_path: Path, receiver: Receiver
) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, min(hard, 4096)), hard))
    limit = ("prlimit", "--nofile=1024:1024", "--")
    server = Server(tmp_path / "data", tmp_path / "log", within=limit)
    merchant = Merchant.register(server, receiver)
    silent = [connect(server) for _ in range(1300)]
    for path in ("/healthz", "/readyz"):
        assert requests.get(server.url + path, timeout=5).status_code == 200
    assert merchant.sessions.list({"limit": 1}).data == []
    for connection in silent:
        connection.close()
    assert server.stop() == 0


def test_health_where_every_connection_is_busy(tmp_path: Path, receiver: Receiver) -> None:
    # Who checks answers reads what was asked first, all of it.
    limits = {"BONAFIDE_LIMITS_CONNECTIONS_AT_ONCE": "20", "BONAFIDE_CHECK_ANSWERS": ""}
    server = Server(tmp_path / "data", tmp_path / "log", limits)
    Merchant.register(server, receiver)
    head = (
        "POST /v1/identity/verification_sessions HTTP/1.1\r\nHost: here\r\n"
        "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 13\r\n\r\n"
    )
    busy = []
    for _ in range(100):
        connection = connect(server)
        connection.sendall(head.encode())
        busy.append(connection)
    # All but those that fill the server are told so.
    assert wait_until(lambda: len(select.select(busy, [], [], 0)[0]) >= 80, 10)
    for _ in range(20):
        assert requests.get(server.url + "/readyz", timeout=5).status_code == 200
        refused = requests.get(server.url + "/v1/events", timeout=5)
        assert refused.status_code == 503 and refused.json()["error"]["type"] == "api_error"
    for connection in busy:
        connection.close()
    assert server.stop() == 0
