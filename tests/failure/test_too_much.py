"""What a server does when there is too much, or when those who call are slow."""

import re
import signal
import socket
import time
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import requests
import stripe

from harness.merchant import Merchant
from harness.receiver import Receiver
from harness.server import Server

SESSIONS = "/v1/identity/verification_sessions"
# The check of answers reads whole requests before the server sees them.
ROOM_FOR_TWO = {"BONAFIDE_LIMITS_BODIES_AT_ONCE": "2", "BONAFIDE_CHECK_ANSWERS": ""}
# A head of a request is waited for this long.
HEAD_WITHIN_SECONDS = 20


def connect(server: Server) -> socket.socket:
    parts = urlsplit(server.url)
    return socket.create_connection((parts.hostname, parts.port))


def begin_request(merchant: Merchant) -> socket.socket:
    """A request whose body does not come."""
    connection = connect(merchant.server)
    head = (
        f"POST {SESSIONS} HTTP/1.1\r\nHost: here\r\nAuthorization: Bearer {merchant.keys.secret}\r\n"
        "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 13\r\n\r\n"
    )
    connection.sendall(head.encode())
    return connection


def end_request(connection: socket.socket) -> int:
    """Sends the body after all; returns the status."""
    connection.sendall(b"type=document")
    answer = connection.recv(4096)
    return int(answer.split()[1])


def test_more_requests_than_there_is_room_for(tmp_path: Path, receiver: Receiver) -> None:
    server = Server(tmp_path / "data", tmp_path / "log", ROOM_FOR_TWO)
    merchant = Merchant.register(server, receiver)
    slow = [begin_request(merchant) for _ in range(2)]
    refused = None
    deadline = time.monotonic() + 30
    key = (merchant.keys.secret, "")
    while refused is None and time.monotonic() < deadline:
        form = {"type": "document"}
        answer = requests.post(server.url + SESSIONS, form, auth=key, timeout=30)
        refused = answer if answer.status_code != 200 else None
    assert refused is not None and refused.status_code == 503
    assert refused.json()["error"]["type"] == "api_error"
    assert 1 <= int(refused.headers["Retry-After"]) <= 60
    assert refused.headers["Stripe-Should-Retry"] == "true"
    # What has no body has places of its own.
    for path in ("/healthz", "/readyz", SESSIONS):
        assert requests.get(server.url + path, auth=key, timeout=5).status_code == 200
    # Those that were begun are done, and there is room again.
    assert [end_request(connection) for connection in slow] == [200, 200]
    assert merchant.sessions.list({"limit": 5}).data
    assert server.stop() == 0


def test_more_calls_than_a_key_may_make(tmp_path: Path, receiver: Receiver) -> None:
    server = Server(
        tmp_path / "data", tmp_path / "log", {"BONAFIDE_LIMITS_WRITES_PER_SECOND": "2"}
    )
    merchant = Merchant.register(server, receiver)
    refusals = []
    for _ in range(20):
        try:
            merchant.client.v1.identity.verification_sessions.create(
                {"type": "document"}, {"max_network_retries": 0}
            )
        except stripe.RateLimitError as error:
            refusals.append(error)
    assert refusals and refusals[0].json_body["error"]["code"] == "rate_limit"
    assert int(refusals[0].headers["retry-after"]) >= 1
    # Reading, and other keys, have limits of their own.
    for _ in range(20):
        merchant.sessions.list({"limit": 1})
    # With the SDK's patience everything comes through.
    merchant.client.v1.identity.verification_sessions.create(
        {"type": "document"}, {"max_network_retries": 5}
    )
    assert server.stop() == 0


def test_connections_that_say_nothing_are_closed(tmp_path: Path, receiver: Receiver) -> None:
    server = Server(tmp_path / "data", tmp_path / "log")
    silent, half, idle = connect(server), connect(server), connect(server)
    half.sendall(b"GET /healthz HTTP/1.1\r\nHost: he")
    idle.sendall(b"GET /healthz HTTP/1.1\r\nHost: here\r\n\r\n")
    assert b"200 OK" in idle.recv(4096)
    for connection in (silent, half, idle):
        connection.settimeout(HEAD_WITHIN_SECONDS + 10)
        left = connection.recv(4096)
        assert left == b"" or b" 408 " in left
    assert server.stop() == 0


def test_a_second_signal_does_not_wait(tmp_path: Path, receiver: Receiver) -> None:
    server = Server(tmp_path / "data", tmp_path / "log")
    merchant = Merchant.register(server, receiver)
    held = begin_request(merchant)
    server.process.send_signal(signal.SIGTERM)
    with pytest.raises(Exception, match="timed out"):
        server.wait_until_dead(2)
    server.process.send_signal(signal.SIGTERM)
    assert server.wait_until_dead(5) == 1
    held.close()
    assert re.search("a second time", server.log.read_text())


def test_stopping_ends_in_time(tmp_path: Path, receiver: Receiver) -> None:
    server = Server(tmp_path / "data", tmp_path / "log", {"BONAFIDE_LIMITS_SHUTDOWN_SECONDS": "1"})
    merchant = Merchant.register(server, receiver)
    held = begin_request(merchant)
    server.process.send_signal(signal.SIGTERM)
    assert server.wait_until_dead(10) == 0
    held.close()
