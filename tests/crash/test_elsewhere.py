"""kill -9 where no verification comes past: making keys, leaving epochs, erasing."""

import os
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from harness.documents import Documents
from harness.merchant import Merchant
from harness.receiver import TERMINAL_EVENTS, Receiver
from harness.server import Server, command, run

from .points import ELSEWHERE

DEAD_WITHIN_SECONDS = 60
DONE_WITHIN_SECONDS = 60
EPOCHS = {"BONAFIDE_VAULT_EPOCH": "2s", "BONAFIDE_VAULT_BACKUPS": "1s"}


def keyring(data_dir: Path) -> list[str]:
    return run("vault", "list", "--data-dir", data_dir).splitlines()


def wait_until(holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + DONE_WITHIN_SECONDS
    while not holds():
        assert time.monotonic() < deadline, "it did not come to that in time"
        time.sleep(0.2)


def run_until_dead(point: str, data_dir: Path, environment: dict[str, str], *options: str) -> None:
    """A server that is told to die at a point, perhaps before it is ready."""
    serve = command("serve", "--listen", "127.0.0.1:0", "--data-dir", data_dir, *options)
    armed = {**os.environ, **environment, "BONAFIDE_CRASH_AT": f"{point}:1"}
    died = subprocess.run(
        serve, env=armed, stderr=subprocess.DEVNULL, timeout=DEAD_WITHIN_SECONDS
    )
    assert died.returncode == -9, "the point was not reached"


def test_every_point_elsewhere_is_tried_here() -> None:
    assert ELSEWHERE == {*FIRST_START, *EPOCH_POINTS, *ERASING}


FIRST_START = ["keyring.root_kept"]
EPOCH_POINTS = ["keyring.epoch_kept", "keyring.rewrapped", "keyring.delisted"]
ERASING = ["redact.blobs_deleted", "retention.blobs_deleted"]


@pytest.mark.parametrize("point", FIRST_START + EPOCH_POINTS[:1])
def test_a_first_start_that_is_cut_off_can_be_repeated(
    tmp_path: Path, receiver: Receiver, point: str
) -> None:
    data_dir = tmp_path / "data"
    armed = {"BONAFIDE_CRASH_AT": f"{point}:1"}
    died = subprocess.run(
        command("migrate", "--data-dir", data_dir), env={**os.environ, **armed}
    )
    assert died.returncode == -9, "the point was not reached"
    server = Server(data_dir, tmp_path / "log")
    merchant = Merchant.register(server, receiver)
    session = merchant.create_session(selfie=False).id
    roots = [line for line in keyring(data_dir) if line.startswith("root")]
    assert len(roots) == 1
    assert server.stop() == 0
    server = Server(data_dir, tmp_path / "log")
    merchant.server = server
    assert merchant.sessions.retrieve(session).client_secret
    assert server.stop() == 0


@pytest.mark.parametrize("point", EPOCH_POINTS)
def test_an_epoch_that_is_left_half_way_is_left_later(
    tmp_path: Path, receiver: Receiver, documents: Documents, selfie: Path, point: str
) -> None:
    data_dir = tmp_path / "data"
    server = Server(data_dir, tmp_path / "log")
    merchant = Merchant.register(server, receiver)
    session = merchant.create_session().id
    merchant.person_for(session).complete(documents.make().front, selfie)
    receiver.wait_for(session, TERMINAL_EVENTS)
    assert server.stop() == 0
    [first] = [line for line in keyring(data_dir) if line.startswith("epoch")]

    run_until_dead(point, data_dir, EPOCHS)
    server = Server(data_dir, tmp_path / "log", EPOCHS)
    merchant.server = server
    name = first.split()[1]
    wait_until(lambda: all(name not in line for line in keyring(data_dir)))
    # Its key goes after its name, and with a crash in between later.
    results = merchant.results(session)
    assert results.status == "verified"
    assert results.last_verification_report.document.number
    assert server.stop() == 0


@pytest.mark.parametrize("point", ERASING)
def test_pictures_that_are_erased_half_way_are_erased_later(
    tmp_path: Path, receiver: Receiver, documents: Documents, selfie: Path, point: str
) -> None:
    data_dir = tmp_path / "data"
    config = tmp_path / "bonafide.toml"
    config.write_text('[[retention]]\npictures = "1s"\n')
    options = ["--config", str(config)] if point.startswith("retention") else []
    server = Server(data_dir, tmp_path / "log")
    merchant = Merchant.register(server, receiver)
    session = merchant.create_session().id
    merchant.person_for(session).complete(documents.make().front, selfie)
    receiver.wait_for(session, TERMINAL_EVENTS)
    if not options:
        assert server.stop() == 0
        # No worker yet: the redaction is armed before it is carried out.
        server = Server(data_dir, tmp_path / "log", None, "--no-worker")
        merchant.server = server
        merchant.sessions.redact(session)
    assert server.stop() == 0
    run_until_dead(point, data_dir, {}, *options)
    server = Server(data_dir, tmp_path / "log", {"BONAFIDE_LEASE_SECONDS": "2"}, *options)
    merchant.server = server
    restricted = merchant.restricted.v1.files
    wait_until(lambda: restricted.list({"purpose": "selfie"}).data == [])
    if not options:
        wait_until(lambda: merchant.sessions.retrieve(session).redaction.status == "redacted")
    assert server.stop() == 0
