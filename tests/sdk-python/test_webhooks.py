"""Deliveries: signed so that the SDK accepts them, in order, and again when they were refused."""

from pathlib import Path

import pytest
import stripe

from harness.documents import Documents
from harness.merchant import Merchant
from harness.receiver import TERMINAL_EVENTS


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
        assert merchant.client.v1.events.retrieve(event.id).type == event.type


def test_another_secret_does_not_open_a_delivery(merchant: Merchant) -> None:
    session = merchant.create_session()
    merchant.receiver.wait_for(session.id, {"identity.verification_session.created"})
    with pytest.raises(stripe.SignatureVerificationError):
        merchant.receiver.verified("whsec_" + "0" * 32)


def test_a_refused_delivery_comes_again(merchant: Merchant) -> None:
    merchant.receiver.refuse_with.append(500)
    session = merchant.create_session()
    event = merchant.receiver.wait_for(session.id, {"identity.verification_session.created"})
    assert merchant.receiver.refuse_with == []
    assert event["data"]["object"]["status"] == "requires_input"


def test_a_cancelled_session_is_announced(merchant: Merchant) -> None:
    session = merchant.create_session()
    merchant.sessions.cancel(session.id)
    event = merchant.receiver.wait_for(session.id, {"identity.verification_session.canceled"})
    assert event["data"]["object"]["status"] == "canceled"
