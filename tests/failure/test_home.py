"""Webhooks reach this machine and private networks only where the server is found here alone: one that
listens on loopback behind a proxy serves everybody."""

import json
import socket
import subprocess
import time
from pathlib import Path

import pytest

from harness.processes import start
from harness.receiver import Receiver
from harness.server import command, stripe_client

PUBLIC_URL = "https://id.example.com"
HEARD_WITHIN_SECONDS = 60
CREATED = "identity.verification_session.created"


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


def begin(folder: Path, receiver: Receiver, *options: str) -> tuple[subprocess.Popen, str]:
    """A server on loopback with a public URL, and a session that an endpoint here should hear of."""
    port = free_port()
    server = start(
        command(
            *("serve", "--json", "--listen", f"127.0.0.1:{port}", "--data-dir", folder / "data"),
            *("--public-url", PUBLIC_URL, *options),
        ),
        stdout=subprocess.PIPE,
        stderr=(folder / "log").open("wb"),
    )
    ready = json.loads(server.stdout.readline())
    assert ready["url"] == PUBLIC_URL
    client = stripe_client(f"http://127.0.0.1:{port}", ready["secret_key"])
    client.v1.webhook_endpoints.create({"url": receiver.url, "enabled_events": ["*"]})
    session = client.v1.identity.verification_sessions.create({"type": "document"})
    return server, session.id


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost"])
def test_a_server_behind_a_proxy_does_not_call_home(
    tmp_path: Path, receiver: Receiver, name: str
) -> None:
    receiver.url = receiver.url.replace("127.0.0.1", name)
    server, _ = begin(tmp_path, receiver)
    log = tmp_path / "log"
    deadline = time.monotonic() + HEARD_WITHIN_SECONDS
    while "loopback addresses are not allowed" not in log.read_text():
        assert time.monotonic() < deadline, log.read_text()
        time.sleep(0.05)
    assert receiver.deliveries == []
    server.terminate()
    assert server.wait(timeout=30) == 0


def test_it_does_where_its_operator_says_so(tmp_path: Path, receiver: Receiver) -> None:
    config = tmp_path / "bonafide.toml"
    config.write_text("[webhooks]\nallow_loopback = true\n")
    server, session = begin(tmp_path, receiver, "--config", str(config))
    receiver.wait_for(session, {CREATED})
    server.terminate()
    assert server.wait(timeout=30) == 0
