"""The scaled-out form of deploy/compose.yaml, run with its own commands."""

import os
import secrets
import signal
import socket
import subprocess
import time
from pathlib import Path

import yaml

from harness.documents import Documents
from harness.merchant import Merchant
from harness.receiver import TERMINAL_EVENTS, Receiver
from harness.server import BINARY, ROOT, Keys, stripe_client
from harness.storage import ask_postgres, bucket_of

from .compose import FILE, Compose

READY_WITHIN_SECONDS = 60


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


class Installation:
    """What the compose file promises its services: a database, buckets, secrets."""

    def __init__(self, folder: Path, public_url: str) -> None:
        secret = folder / "master_key"
        secret.write_text(secrets.token_hex(32))
        secret.chmod(0o600)
        pictures = bucket_of(str(folder / "pictures")).url
        keys = bucket_of(str(folder / "keys")).url
        data = yaml.safe_load(FILE.read_text())["x-bonafide"]["environment"]
        self.compose = Compose(
            {
                data["BONAFIDE_DATABASE_URL"]: ask_postgres(""),
                data["BONAFIDE_BLOB_URL"]: pictures,
                data["BONAFIDE_KEY_URL"]: keys,
                data["BONAFIDE_PUBLIC_URL"]: public_url,
                "/run/secrets/master_key": str(secret),
                "/tmp/bonafide": str(folder / "data"),
            }
        )

    def command(self, *arguments: str) -> str:
        """`docker compose run --rm serve bonafide …`"""
        variables = self.compose.service("serve").variables()
        finished = subprocess.run(
            [BINARY, *arguments], env=variables, check=True, stdout=subprocess.PIPE, text=True
        )
        return finished.stdout.strip()


def test_servers_and_workers_of_the_file_verify_together(
    tmp_path: Path, documents: Documents, selfie: Path
) -> None:
    ports = [free_port(), free_port()]
    url = f"http://127.0.0.1:{ports[0]}"
    installation = Installation(tmp_path, url)
    compose = installation.compose
    compose.run("migrate")
    assert compose.service("serve").replicas == len(ports)
    servers = [compose.start("serve", tmp_path / f"serve-{port}", port) for port in ports]
    workers = [
        compose.start("worker", tmp_path / f"worker-{number}")
        for number in range(compose.service("worker").replicas)
    ]
    deadline = time.monotonic() + READY_WITHIN_SECONDS
    while not all(compose.is_healthy("serve", port) for port in ports):
        assert time.monotonic() < deadline, "the servers are not ready in time"
        time.sleep(0.2)

    key = {
        kind: installation.command("keys", "create", "--mode", "test", "--kind", kind, *extra)
        for kind, extra in [
            ("secret", []),
            ("publishable", []),
            ("restricted", ["--allow", "sensitive_results"]),
        ]
    }
    receiver = Receiver()
    clients = [stripe_client(f"http://127.0.0.1:{port}", key["secret"]) for port in ports]
    # Receivers on loopback are reached only where the public URL is there too.
    endpoint = clients[0].v1.webhook_endpoints.create(
        {"url": receiver.url, "enabled_events": ["*"]}
    )
    assert endpoint.secret.startswith("whsec_")
    created = clients[0].v1.identity.verification_sessions.create(
        {
            "type": "document",
            "options": {"document": {"require_matching_selfie": True}},
            # Nobody told these servers that scripts are coming.
            "metadata": {"bonafide_liveness": "passive"},
        }
    )
    merchant = Merchant(
        server=type("Address", (), {"url": f"http://127.0.0.1:{ports[1]}"})(),
        keys=Keys(key["secret"], key["publishable"], key["restricted"]),
        receiver=receiver,
        webhook_secret=endpoint.secret,
    )
    # What one server began the other goes on with, also when the first is gone.
    person = merchant.person_for(created.id)
    servers[0].send_signal(signal.SIGKILL)
    workers[0].send_signal(signal.SIGKILL)
    person.complete(documents.make().front, selfie)
    receiver.wait_for(created.id, TERMINAL_EVENTS)
    shown = clients[1].v1.identity.verification_sessions.retrieve(created.id)
    assert shown.status == "verified", shown.last_error
    assert not compose.is_healthy("serve", ports[0])
    assert compose.is_healthy("serve", ports[1])
    for process in (servers[1], workers[1]):
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=30) == 0
    receiver.stop()


def test_the_file_says_what_the_binary_understands() -> None:
    """Commands and variables exist; the image holds what is built."""
    described = yaml.safe_load(FILE.read_text())
    help_text = subprocess.run(
        [BINARY, "serve", "--help"], check=True, stdout=subprocess.PIPE, text=True
    ).stdout
    for name in described["x-bonafide"]["environment"]:
        # The master key is no option, so that nobody writes it on a command line.
        known = name in help_text or name in ("PGPASSFILE", "BONAFIDE_MASTER_KEY_FILE")
        assert known, name
    used = {name for service in described["services"].values() for name in service.get("secrets", [])}
    assert used == set(described["secrets"])
    for name, service in described["services"].items():
        image, _, tag = service["image"].partition(":")
        # What others publish does not change under an installation.
        assert image == "bonafide" or tag not in ("", "latest"), name
    image = (ROOT / "deploy" / "Dockerfile").read_text()
    for line in image.splitlines():
        if line.startswith("COPY models"):
            for source in line.split()[1:-1]:
                assert list(ROOT.glob(source)) or "BONAFIDE_MODELS_DIR" in os.environ, source
