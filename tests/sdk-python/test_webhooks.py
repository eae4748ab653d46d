"""Deliveries: signed so that the SDK accepts them, in order, and again when they were refused."""

from pathlib import Path

import pytest
import stripe

from harness.documents import Documents
from harness.merchant import Merchant
from harness.receiver import HANG_UP, TERMINAL_EVENTS, Receiver


def test_each_step_is_announced_once_in_order_and_signed(
    merchant: Merchant, documents: Documents, selfie: Path
) -> None:
    session = merchant.create_session()
    merchant.person_for(session.id).complete(documents.make().front, selfie)
    merchant.receiver.wait_for(session.id, TERMINAL_EVENTS)

    events = [
        event
        for event in merchant.receiver.verified(merchant.webhook_secret)
        if event.data.object.id == session.id
    ]
    assert [event.type for event in events] == [
        "identity.verification_session.created",
        "identity.verification_session.processing",
        "identity.verification_session.verified",
    ]
    assert [event.data.object.status for event in events] == [
        "requires_input",
        "processing",
        "verified",
    ]
    assert len({event.id for event in events}) == 3
    for event in events:
        assert event.livemode is False
        assert "verified_outputs" not in event.data.object
        kept = merchant.client.v1.events.retrieve(event.id).to_dict()
        delivered = event.to_dict()
        for told in (kept, delivered):
            assert isinstance(told.pop("pending_webhooks"), int)
        assert delivered == kept, "what is delivered is what is kept"


def test_another_secret_does_not_open_a_delivery(merchant: Merchant) -> None:
    session = merchant.create_session()
    merchant.receiver.wait_for(session.id, {"identity.verification_session.created"})
    with pytest.raises(stripe.SignatureVerificationError):
        merchant.receiver.verified("whsec_" + "0" * 32)


@pytest.mark.parametrize("refusal", [500, 404, 302, 308, HANG_UP])
def test_a_refused_delivery_comes_again_and_what_follows_waits(
    merchant: Merchant, receiver: Receiver, refusal: int
) -> None:
    merchant.receiver.elsewhere = receiver.url
    merchant.receiver.refuse_with.append(refusal)
    before = len(merchant.receiver.deliveries)
    session = merchant.create_session()
    merchant.sessions.cancel(session.id)
    merchant.receiver.wait_for(session.id, {"identity.verification_session.canceled"})
    assert merchant.receiver.refuse_with == []
    arrived = [delivery.claimed for delivery in merchant.receiver.deliveries[before:]]
    assert [event["type"] for event in arrived] == [
        "identity.verification_session.created",
        "identity.verification_session.canceled",
    ]
    assert receiver.deliveries == [], "redirects are not followed"


def test_a_cancelled_session_is_announced(merchant: Merchant) -> None:
    session = merchant.create_session()
    merchant.sessions.cancel(session.id)
    event = merchant.receiver.wait_for(session.id, {"identity.verification_session.canceled"})
    assert event["data"]["object"]["status"] == "canceled"
