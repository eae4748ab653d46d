"""A backup that is taken while people are verified, and what comes back of it."""

import shutil
import subprocess
import threading
import time
from pathlib import Path

import pytest
import requests

from harness.documents import Documents
from harness.merchant import Merchant
from harness.receiver import TERMINAL_EVENTS, Receiver
from harness.server import BINARY, Server, run



def soon() -> int:
    """Links to pictures live for half a minute at most."""
    return int(time.time()) + 20


class Load:
    """Creates sessions until it is stopped; those that were answered count."""

    def __init__(self, merchant: Merchant) -> None:
        self.answered: list[str] = []
        self._merchant = merchant
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def _run(self) -> None:
        while not self._stop.is_set():
            self.answered.append(self._merchant.create_session(selfie=False).id)

    def stop(self) -> None:
        self._stop.set()
        self._thread.join()


def verified(merchant: Merchant, documents: Documents, selfie: Path) -> str:
    session = merchant.create_session().id
    merchant.person_for(session).complete(documents.make().front, selfie)
    merchant.receiver.wait_for(session, TERMINAL_EVENTS)
    return session


def test_what_was_answered_before_a_backup_comes_back(
    tmp_path: Path, receiver: Receiver, documents: Documents, selfie: Path
) -> None:
    data, again, out = tmp_path / "data", tmp_path / "again", tmp_path / "backup"
    server = Server(data, tmp_path / "log")
    merchant = Merchant.register(server, receiver)
    kept, redacted = (verified(merchant, documents, selfie) for _ in range(2))
    number = merchant.results(kept).last_verification_report.document.number
    load = Load(merchant)
    while len(load.answered) < 50:
        pass
    before = list(load.answered)
    printed = run("backup", "--out", out, "--data-dir", data)
    load.stop()
    assert str(data / "keys") in printed
    held = {file.name for file in out.rglob("*") if file.is_file()}
    assert "master.key" not in held
    assert not any(name.startswith(("root_", "epoch_")) for name in held)
    merchant.sessions.redact(redacted)
    wait_until_redacted(merchant, redacted)
    receipts = tmp_path / "receipts"
    receipts.write_text(run("receipts", "export", "--data-dir", data))
    restricted = merchant.keys.restricted
    assert server.stop() == 0

    # The keys are kept apart, and come back from where they are kept.
    again.mkdir(mode=0o700)
    without_keys = subprocess.run(
        [BINARY, "restore", "--from", out, "--data-dir", tmp_path / "no-keys"],
        capture_output=True, text=True,
    )
    assert without_keys.returncode == 1
    assert "root_" in without_keys.stderr and "master key" in without_keys.stderr
    shutil.copy2(data / "master.key", again / "master.key")
    shutil.copytree(data / "keys", again / "keys")
    said = run("restore", "--from", out, "--receipts", receipts, "--data-dir", again)
    assert "1 sessions were redacted again" in said

    server = Server(again, tmp_path / "log-again")
    merchant.server = server
    assert restricted == merchant.keys.restricted
    for session in before:
        assert merchant.sessions.retrieve(session).status == "requires_input"
    assert merchant.results(kept).last_verification_report.document.number == number
    report = merchant.restricted.v1.identity.verification_reports.retrieve(
        merchant.sessions.retrieve(kept).last_verification_report
    )
    picture = report.document.files[0]
    link = merchant.restricted.v1.file_links.create({"file": picture, "expires_at": soon()})
    assert requests.get(link.url, timeout=10).content[:2] == b"\xff\xd8", "a picture opens"
    wait_until_redacted(merchant, redacted)
    assert server.stop() == 0


def wait_until_redacted(merchant: Merchant, session: str) -> None:
    def is_redacted() -> bool:
        return merchant.sessions.retrieve(session).redaction.status == "redacted"

    for _ in range(600):
        if is_redacted():
            return
        threading.Event().wait(0.1)
    pytest.fail("the redaction did not end")


def test_a_damaged_or_second_restore_is_refused(tmp_path: Path, receiver: Receiver) -> None:
    data, out = tmp_path / "data", tmp_path / "backup"
    server = Server(data, tmp_path / "log")
    Merchant.register(server, receiver).create_session(selfie=False)
    run("backup", "--out", out, "--data-dir", data)
    assert server.stop() == 0

    def restored(to: Path) -> subprocess.CompletedProcess:
        command = [BINARY, "restore", "--from", out, "--data-dir", to]
        return subprocess.run(command, capture_output=True, text=True)

    into_data = restored(data)
    assert into_data.returncode == 1 and "exists already" in into_data.stderr
    with (out / "bonafide.db").open("r+b") as database:
        database.seek(100)
        database.write(b"damage")
    damaged = restored(tmp_path / "new")
    assert damaged.returncode == 1 and "not what was backed up" in damaged.stderr
    assert not (tmp_path / "new").exists(), "nothing half done"


def test_a_backup_of_a_server_database_is_refused(tmp_path: Path) -> None:
    command = [
        BINARY, "backup", "--out", tmp_path / "out", "--data-dir", tmp_path / "data",
        "--database-url", "postgres://nobody@127.0.0.1/nothing",
    ]
    refused = subprocess.run(command, capture_output=True, text=True)
    assert refused.returncode == 1 and "docs/operations.md" in refused.stderr
    assert not (tmp_path / "out").exists()
