"""An embedded installation that is moved to PostgreSQL and a bucket while work is left over."""

import shutil
import subprocess
import time
from pathlib import Path

import requests

from harness.documents import Documents
from harness.merchant import ALL_EVENTS, Merchant
from harness.receiver import TERMINAL_EVENTS, Receiver
from harness.server import BINARY, Server
from harness.storage import bucket_of, database_of

LISTS = [
    "identity/verification_sessions",
    "identity/verification_sessions?expand[]=data.last_verification_report",
    "identity/verification_sessions?status=processing",
    "identity/verification_reports",
    "events",
    "events?delivery_success=false",
    "webhook_endpoints",
    "file_links",
]


def lists(merchant: Merchant, key: str) -> list[str]:
    """The bytes of every list, page by page as well as at once, but for where the server is."""
    answers = []
    for name in LISTS:
        sign = "&" if "?" in name else "?"
        for limit in ("limit=100", "limit=2"):
            cursor = ""
            while True:
                answer = requests.get(
                    f"{merchant.url}/v1/{name}{sign}{limit}{cursor}", auth=(key, ""), timeout=30
                )
                assert answer.status_code == 200, answer.text
                answers.append(answer.text.replace(merchant.url, "https://id.example.org"))
                if not answer.json()["has_more"]:
                    break
                cursor = f"&starting_after={answer.json()['data'][-1]['id']}"
    return answers


def migrate(data: Path, *options: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [BINARY, "migrate", "--data-dir", data, *options], capture_output=True, text=True
    )


def test_an_installation_moves_with_all_that_is_left_to_do(
    tmp_path: Path, receiver: Receiver, documents: Documents, selfie: Path
) -> None:
    data, moved = tmp_path / "data", tmp_path / "moved"
    server = Server(data, tmp_path / "log")
    merchant = Merchant.register(server, receiver)
    verified, redacted = (merchant.create_session().id for _ in range(2))
    for session in (verified, redacted):
        merchant.person_for(session).complete(documents.make().front, selfie)
        merchant.receiver.wait_for(session, TERMINAL_EVENTS)
    number = merchant.results(verified).last_verification_report.document.number
    merchant.sessions.redact(redacted)
    merchant.sessions.cancel(merchant.create_session(selfie=False).id)
    waiting = merchant.create_session(selfie=False, metadata={"b": "2", "a": "1"}).id
    in_use = migrate(data, "--to", database_of("in use"))
    assert in_use.returncode == 1 and "is in use" in in_use.stderr
    assert server.stop() == 0

    # From here on nobody works: a submission and its events are left over.
    server = Server(data, tmp_path / "log", None, "--no-worker")
    merchant.server = server
    processing = merchant.create_session(selfie=False).id
    merchant.person_for(processing).complete(documents.make().front, None)
    keys = (merchant.keys.secret, merchant.keys.restricted)
    before = [lists(merchant, key) for key in keys]
    assert server.stop() == 0
    kept = {file: file.read_bytes() for file in data.rglob("*") if file.is_file()}

    database, bucket = database_of("moved"), bucket_of("moved")
    to = ("--to", database, "--blobs-to", bucket.url)
    done = migrate(data, *to, "--json")
    assert done.returncode == 0, done.stderr
    assert '"sessions":5' in done.stdout
    assert kept == {file: file.read_bytes() for file in data.rglob("*") if file.is_file()}
    again = migrate(data, *to)
    assert again.returncode == 1 and "holds something" in again.stderr

    # The master key is all that comes along by hand.
    moved.mkdir(mode=0o700)
    shutil.copy2(data / "master.key", moved / "master.key")
    shutil.rmtree(data)
    storage = ("--database-url", database, "--blob-url", bucket.url)
    server = Server(moved, tmp_path / "log", None, *storage, "--no-worker")
    merchant.server = server
    assert [lists(merchant, key) for key in keys] == before
    assert merchant.results(verified).last_verification_report.document.number == number
    report = merchant.restricted.v1.identity.verification_reports.retrieve(
        merchant.sessions.retrieve(verified).last_verification_report
    )
    link = merchant.restricted.v1.file_links.create(
        {"file": report.document.files[0], "expires_at": int(time.time()) + 20}
    )
    assert requests.get(link.url, timeout=10).content[:2] == b"\xff\xd8", "a picture opens"
    assert server.stop() == 0

    # What was left over is done: the verification, its events, and what comes after them.
    server = Server(moved, tmp_path / "log", None, *storage)
    merchant.server = server
    receiver.wait_for(processing, TERMINAL_EVENTS)
    assert merchant.sessions.retrieve(processing).status == "verified"
    new = merchant.create_session(selfie=False).id
    receiver.wait_for(new, set(ALL_EVENTS))
    newest = merchant.sessions.list({"limit": 3}).data
    assert [session.id for session in newest] == [new, processing, waiting]
    events = receiver.verified(merchant.webhook_secret)
    assert {event.type for event in events if event.data.object["id"] == processing} == {
        f"identity.verification_session.{name}" for name in ("created", "processing", "verified")
    }
    assert server.stop() == 0


def test_what_cannot_be_moved_is_refused(tmp_path: Path) -> None:
    nothing = migrate(tmp_path / "nothing", "--to", database_of("refused"))
    assert nothing.returncode == 1 and "does not exist" in nothing.stderr
    assert not (tmp_path / "nothing").exists()
    to_a_file = migrate(tmp_path, "--to", "sqlite:other.db")
    assert to_a_file.returncode == 1 and "postgres://" in to_a_file.stderr
