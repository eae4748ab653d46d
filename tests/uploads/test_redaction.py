"""A redaction whose pictures cannot be deleted is tried again until they are."""

import time
from pathlib import Path

from harness.documents import Documents
from harness.merchant import ALL_EVENTS, Merchant
from harness.receiver import Receiver
from harness.relay import relay_to_bucket
from harness.server import Server
from harness.storage import bucket_of

REDACTED = "identity.verification_session.redacted"
FAILED_WITHIN_SECONDS = 90


def test_pictures_go_once_the_store_is_back(
    tmp_path: Path, receiver: Receiver, documents: Documents
) -> None:
    bucket = bucket_of(str(tmp_path / "pictures"))
    relay, url = relay_to_bucket(bucket.url)
    server = Server(
        tmp_path / "data", tmp_path / "log", {"BONAFIDE_VAULT_BACKUPS": "0s"}, "--blob-url", url
    )
    merchant = Merchant.register(server, receiver)
    merchant.client.v1.webhook_endpoints.create(
        {"url": receiver.url, "enabled_events": [*ALL_EVENTS, REDACTED]}
    )
    session = merchant.create_session(selfie=False).id
    person = merchant.person_for(session)
    person.consent()
    person.show_document(documents.make().front)

    def pictures() -> list[Path]:
        return [file for file in bucket.folder.rglob("file_*") if file.is_file()]

    assert pictures()
    relay.cut()
    merchant.sessions.redact(session)
    deadline = time.monotonic() + FAILED_WITHIN_SECONDS
    while "a job failed" not in server.log.read_text():
        assert time.monotonic() < deadline, "the redaction did not fail"
        time.sleep(0.1)
    assert pictures(), "the store was away"
    assert merchant.sessions.retrieve(session).redaction.status == "processing"
    relay.mend()
    receiver.wait_for(session, {REDACTED})
    assert pictures() == []
    assert server.stop() == 0
