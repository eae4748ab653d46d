"""What a back end does, through the module and the objects that it brings."""

import json
import os

import stripe

REFERENCE = os.environ["REFERENCE"]


def main() -> None:
    sessions = stripe.identity.VerificationSession
    made = [
        sessions.create(type="document", client_reference_id=REFERENCE)
        for _ in range(int(os.environ["SESSIONS"]))
    ]
    page = sessions.list(client_reference_id=REFERENCE, limit=1)
    listed = [session.id for session in page.auto_paging_iter()]
    assert listed == [session.id for session in reversed(made)]
    session = sessions.retrieve(made[0].id)
    updated = sessions.modify(session.id, metadata={"seen": "yes"})
    updated.refresh()
    canceled = session.cancel()
    redacted = made[1].redact()
    with open(os.environ["PICTURE"], "rb") as picture:
        file = stripe.File.create(file=picture, purpose="dispute_evidence")
    link = stripe.FileLink.create(file=file.id)
    expired = stripe.FileLink.modify(link.id, expires_at="now")
    endpoint = stripe.WebhookEndpoint.create(url="http://127.0.0.1:9/", enabled_events=["*"])
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
