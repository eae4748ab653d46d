"""Every operation of Stripe Identity and of what goes with it, each by the SDK's own method."""

import json
from io import BytesIO

import pytest
import requests
import stripe

from harness.merchant import ALL_EVENTS, Merchant
from harness.person import API_VERSION
from harness.receiver import TERMINAL_EVENTS
from harness.server import ROOT

STRIPE = json.loads((ROOT / "crates/contract/stripe.json").read_text())
EVERY_OPERATION = {
    (method.upper(), path) for path, item in STRIPE["paths"].items() for method in item
}


def ended(merchant: Merchant, outcome: str) -> stripe.identity.VerificationSession:
    """A session that ended as a developer chose, and whose end was delivered."""
    session = merchant.create_session()
    key = merchant.client.v1.ephemeral_keys.create(
        {"verification_session": session.id}, {"stripe_version": API_VERSION}
    )
    before = len(merchant.receiver.deliveries)
    requests.post(
        f"{merchant.url}/v1/identity/verification_pages/{session.id}/testing/{outcome}",
        headers={"Authorization": f"Bearer {key.secret}"},
        timeout=30,
    ).raise_for_status()
    merchant.receiver.wait_for(session.id, TERMINAL_EVENTS, after=before)
    return merchant.sessions.retrieve(session.id)


def test_sessions_are_updated_listed_and_redacted(merchant: Merchant) -> None:
    session = ended(merchant, "unverify")
    updated = merchant.sessions.update(
        session.id,
        {
            "type": "id_number",
            "options": {"document": {"require_live_capture": True}},
            "provided_details": {"email": "a@example.org", "phone": ""},
            "metadata": {"a": "1"},
            "expand": ["provided_details"],
        },
    )
    assert updated.type == "id_number"
    assert updated.provided_details.to_dict() == {"email": "a@example.org"}
    open_ones = merchant.sessions.list(
        {
            "status": "requires_input",
            "created": {"gte": session.created},
            "expand": ["data.last_verification_report"],
        }
    )
    [listed] = [other for other in open_ones.data if other.id == session.id]
    assert listed.last_verification_report.document.status == "unverified"
    redacted = merchant.sessions.redact(session.id)
    assert redacted.redaction.status in ("processing", "redacted")
    assert redacted.status == "canceled"
    merchant.sessions.cancel(merchant.create_session().id)


def test_reports_are_retrieved_and_listed_both_ways(merchant: Merchant) -> None:
    reports = merchant.client.v1.identity.verification_reports
    sessions = [ended(merchant, "verify") for _ in range(3)]
    newest = [session.last_verification_report for session in reversed(sessions)]
    page = reports.list({"type": "document", "limit": 2})
    assert [report.id for report in page.data] == newest[:2]
    back = reports.list({"ending_before": newest[2], "limit": 2})
    assert [report.id for report in back.data] == newest[:2]
    report = reports.retrieve(newest[0])
    assert report.verification_session == sessions[2].id
    assert "dob" not in report.document
    [only] = reports.list({"verification_session": sessions[0].id}).data
    assert only.id == newest[2]


def test_files_and_their_links(merchant: Merchant) -> None:
    files, links = merchant.client.v1.files, merchant.client.v1.file_links
    created = files.create(
        {
            "purpose": "dispute_evidence",
            "file": BytesIO(b"%PDF-1.4 evidence"),
            "file_link_data": {"create": True, "metadata": {"case": "7"}},
        }
    )
    assert created.type == "pdf"
    shown = files.retrieve(created.id, {"expand": ["links"]})
    [first] = shown.links.data
    assert first.metadata.to_dict() == {"case": "7"}
    assert created.id in [file.id for file in files.list({"purpose": "dispute_evidence"}).data]

    link = links.create({"file": created.id, "metadata": {"for": "court"}})
    opened = requests.get(link.url, timeout=30)
    assert opened.content == b"%PDF-1.4 evidence"
    assert [other.id for other in links.list({"file": created.id}).data] == [link.id, first.id]
    ended_link = links.update(link.id, {"expires_at": "now"})
    assert ended_link.expired is True
    assert ended_link.url is None
    assert links.retrieve(link.id, {"expand": ["file"]}).file.id == created.id
    assert requests.get(link.url, timeout=30).status_code == 404


def test_events_are_filtered_by_patterns(merchant: Merchant) -> None:
    session = ended(merchant, "verify")
    events = merchant.client.v1.events
    verified = events.list({"type": "identity.*.verified"})
    assert {event.type for event in verified.data} == {ALL_EVENTS[2]}
    assert verified.data[0].data.object.id == session.id
    either = events.list({"types": [ALL_EVENTS[0], ALL_EVENTS[1]], "limit": 4})
    assert {event.type for event in either.data} == {ALL_EVENTS[0], ALL_EVENTS[1]}
    assert events.retrieve(verified.data[0].id).type == ALL_EVENTS[2]
    with pytest.raises(stripe.InvalidRequestError) as raised:
        events.list({"type": "*", "types": ["*"]})
    assert raised.value.code == "parameters_exclusive"


def test_endpoints_and_keys_from_creation_to_their_end(merchant: Merchant) -> None:
    endpoints = merchant.client.v1.webhook_endpoints
    created = endpoints.create({"url": "https://a.example/hook", "enabled_events": ["*"]})
    assert created.secret.startswith("whsec_")
    retrieved = endpoints.retrieve(created.id)
    assert "secret" not in retrieved
    changed = endpoints.update(created.id, {"disabled": True, "description": "old"})
    assert (changed.status, changed.description) == ("disabled", "old")
    assert created.id in [endpoint.id for endpoint in endpoints.list().auto_paging_iter()]
    assert endpoints.delete(created.id).deleted is True
    with pytest.raises(stripe.InvalidRequestError):
        endpoints.retrieve(created.id)

    keys = merchant.client.v1.ephemeral_keys
    session = merchant.create_session()
    key = keys.create({"verification_session": session.id}, {"stripe_version": API_VERSION})
    assert key.secret.startswith("ek_test_")
    assert keys.delete(key.id).id == key.id


def test_no_operation_was_left_out(merchant: Merchant) -> None:
    answered = set()
    for line in merchant.server.log.read_text().splitlines():
        fields = json.loads(line).get("fields", {})
        if fields.get("message") == "answered" and fields["status"] == 200:
            answered.add((fields["method"], fields["route"]))
    assert EVERY_OPERATION <= answered, EVERY_OPERATION - answered
