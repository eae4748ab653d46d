"""After a redaction nothing of the session can be opened, by somebody who has the master key too:
not in the live system, and not in a backup once its time is over.

The same attack before the redaction opens everything, so one that opens nothing means something.
"""

import contextlib
import shutil
import time
from dataclasses import dataclass
from pathlib import Path

import pytest
import stripe

from harness.documents import Document, Documents
from harness.merchant import Merchant
from harness.receiver import TERMINAL_EVENTS, Receiver
from harness.server import Server, run
from harness.storage import bucket_of, database_of, on_cluster

from .attacker import Loot, rows_of_postgres, rows_of_sqlite
from .hunt import hunt
from .needles import Needle, needles_of, text_needle

SEED = 5
EMAIL = "erika.mustermann@example.org"
# Seconds that an epoch lasts, and that a backup stays usable.
EPOCH, BACKUPS = 4, 6
POLICY = {"BONAFIDE_VAULT_EPOCH": f"{EPOCH}s", "BONAFIDE_VAULT_BACKUPS": f"{BACKUPS}s"}
# Beside that: the clocks of processes may differ, and housekeeping comes in rounds.
REDACTED_WITHIN_SECONDS = 90


@dataclass
class Copy:
    """What an attacker took away: everything but the keys, and the keys."""

    folder: Path
    tables: dict
    master: bytes

    @classmethod
    def take(cls, data_dir: Path, out: Path) -> "Copy":
        """As a careless operator copies: while the server runs."""
        if on_cluster():
            tables = rows_of_postgres(database_of(str(data_dir)))
            source = bucket_of(str(data_dir)).folder
            copy_files(source, out / "objects")
        else:
            tables = rows_of_sqlite(data_dir / "bonafide.db")
            copy_files(data_dir / "blobs", out / "objects")
            copy_files(data_dir / "keys", out / "objects" / "keys")
        master = bytes.fromhex((data_dir / "master.key").read_text().strip())
        return cls(out, tables, master)

    def open_everything(self, with_keys_of: "Copy") -> list[bytes]:
        objects, keys = self.folder / "objects", with_keys_of.folder / "objects"
        return Loot(self.tables, objects, keys, self.master).open_everything()


def copy_files(source: Path, out: Path) -> None:
    """What is there, while some of it is being deleted."""
    for file in source.rglob("*"):
        target = out / file.relative_to(source)
        target.parent.mkdir(parents=True, exist_ok=True)
        with contextlib.suppress(FileNotFoundError, IsADirectoryError):
            shutil.copyfile(file, target)


def needles(passport: Document, selfie: Path) -> list[Needle]:
    pictures = {"passport picture": passport.front.read_bytes(), "selfie": selfie.read_bytes()}
    return [*needles_of(passport.truth, pictures), text_needle("email", EMAIL)]


def found_in(plaintexts: list[bytes], wanted: list[Needle], folder: Path) -> set[str]:
    folder.mkdir()
    for number, plain in enumerate(plaintexts):
        (folder / str(number)).write_bytes(plain)
    # JSON numbers and escapes are spellings of their own; the needles know those of texts.
    return {find.needle for find in hunt(wanted, [folder])}


def verified_session(merchant: Merchant, passport: Document, selfie: Path) -> str:
    session = merchant.sessions.create(
        {
            "type": "document",
            "options": {"document": {"require_matching_selfie": True}},
            "provided_details": {"email": EMAIL},
            "expand": ["provided_details"],
        },
        {"idempotency_key": "kept for a day"},
    )
    merchant.person_for(session.id).complete(passport.front, selfie)
    merchant.receiver.wait_for(session.id, TERMINAL_EVENTS)
    assert merchant.sessions.retrieve(session.id).status == "verified"
    return session.id


def wait_until_redacted(merchant: Merchant, session: str) -> float:
    started = time.monotonic()
    while time.monotonic() - started < REDACTED_WITHIN_SECONDS:
        shown = merchant.sessions.retrieve(session, {"expand": ["redaction.receipt"]})
        if shown.redaction.status == "redacted":
            return time.monotonic() - started
        assert shown.redaction.receipt is None, "no receipt before the end"
        time.sleep(0.2)
    pytest.fail("the redaction did not end")


def test_a_redacted_session_cannot_be_opened_in_backups_either(
    tmp_path: Path, receiver: Receiver, documents: Documents, selfie: Path
) -> None:
    passport = documents.make(seed=SEED)
    wanted = needles(passport, selfie)
    everything = {needle.name for needle in wanted}
    data_dir = tmp_path / "data"
    server = Server(data_dir, tmp_path / "server.log", POLICY)
    merchant = Merchant.register(server, receiver)
    session = verified_session(merchant, passport, selfie)
    spared = merchant.create_session(selfie=False, metadata={"order": "spared"}).id

    backup = Copy.take(data_dir, tmp_path / "backup")
    control = found_in(backup.open_everything(backup), wanted, tmp_path / "control")
    assert control == everything, "with its keys a backup opens: the attack works"

    merchant.sessions.redact(session)
    at_once = Copy.take(data_dir, tmp_path / "at-once")
    assert found_in(at_once.open_everything(at_once), wanted, tmp_path / "opened") == set()

    assert wait_until_redacted(merchant, session) >= BACKUPS - 1
    live = Copy.take(data_dir, tmp_path / "live")
    opened = live.open_everything(live)
    assert found_in(opened, wanted, tmp_path / "opened-live") == set()
    assert opened, "what was not redacted still opens"
    with_later_keys = backup.open_everything(live)
    assert found_in(with_later_keys, wanted, tmp_path / "opened-backup") == set()
    assert merchant.sessions.retrieve(spared).metadata["order"] == "spared"
    assert hunt(wanted, [tmp_path / "server.log"]) == []
    check_receipt(merchant, session, tmp_path)
    assert server.stop() == 0


def check_receipt(merchant: Merchant, session: str, folder: Path) -> None:
    """The proof verifies offline, and a changed one does not."""
    data_dir = merchant.server.data_dir
    shown = merchant.sessions.retrieve(session, {"expand": ["redaction.receipt"]})
    receipt, key = folder / "receipt.jws", folder / "key.jwk"
    receipt.write_text(run("receipts", "show", session, "--data-dir", data_dir))
    assert receipt.read_text().strip() == shown.redaction.receipt
    assert receipt.read_text() in run("receipts", "export", "--data-dir", data_dir)
    key.write_text(run("receipts", "key", "--data-dir", data_dir))
    said = run("receipts", "verify", receipt, "--key", key)
    assert session in said
    header, payload, signature = receipt.read_text().split(".")
    receipt.write_text(f"{header}.{payload[:-2]}AA.{signature}")
    with pytest.raises(Exception, match="non-zero exit status 1"):
        run("receipts", "verify", receipt, "--key", key)


def test_an_answer_repeated_after_redaction_says_nothing(
    tmp_path: Path, receiver: Receiver, documents: Documents, selfie: Path
) -> None:
    server = Server(tmp_path / "data", tmp_path / "server.log")
    merchant = Merchant.register(server, receiver)
    parameters = {
        "type": "document",
        "provided_details": {"email": EMAIL},
        "expand": ["provided_details"],
    }
    options: stripe.RequestOptions = {"idempotency_key": "once"}
    created = merchant.sessions.create(parameters, options)
    assert created.provided_details.email == EMAIL
    merchant.sessions.redact(created.id)
    again = merchant.sessions.create(parameters, options)
    assert (again.id, again.provided_details) == (created.id, None)
    assert wait_until_redacted(merchant, created.id) < REDACTED_WITHIN_SECONDS
    assert server.stop() == 0
