"""What a back end does, through a client and the objects that it brings."""

import json
import os

REFERENCE = os.environ["REFERENCE"]


def main(client) -> None:
    sessions = client.v1.identity.verification_sessions
    made = [
        sessions.create({"type": "document", "client_reference_id": REFERENCE})
        for _ in range(int(os.environ["SESSIONS"]))
    ]
    page = sessions.list({"client_reference_id": REFERENCE, "limit": 1})
    listed = [session.id for session in page.auto_paging_iter()]
    assert listed == [session.id for session in reversed(made)]
    session = sessions.retrieve(made[0].id)
    updated = sessions.update(session.id, {"metadata": {"seen": "yes"}})
    canceled = session.cancel()
    redacted = made[1].redact()
    with open(os.environ["PICTURE"], "rb") as picture:
        file = client.v1.files.create({"file": picture, "purpose": "dispute_evidence"})
    link = client.v1.file_links.create({"file": file.id})
    expired = client.v1.file_links.update(link.id, {"expires_at": "now"})
    endpoints = client.v1.webhook_endpoints
    endpoint = endpoints.create({"url": "http://127.0.0.1:9/", "enabled_events": ["*"]})
    deleted = endpoint.delete()
    print(
        json.dumps(
            {
                "listed": len(listed),
                "updated": updated.metadata["seen"],
                "canceled": canceled.status,
                "redaction": redacted.redaction.status,
                "file": file.purpose,
                "link": expired.expired,
                "deleted": deleted.deleted,
            }
        )
    )
