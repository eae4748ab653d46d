"""`bonafide listen`, `trigger`, `webhooks rotate` and `webhooks resend`, beside a running server."""

import pytest
import stripe

from harness.listener import Listener
from harness.merchant import Merchant
from harness.receiver import Receiver
from harness.server import run

PREFIX = "identity.verification_session."
# What happens on the way to each event, itself included.
TRIGGERED = {
    "created": ["created"],
    "canceled": ["created", "canceled"],
    "processing": ["created", "processing", "verified"],
    "verified": ["created", "processing", "verified"],
    "requires_input": ["created", "processing", "requires_input"],
    "redacted": ["created", "canceled", "redacted"],
}


def data_dir(merchant: Merchant) -> tuple[str, str]:
    return "--data-dir", str(merchant.server.data_dir)


@pytest.mark.parametrize("name", TRIGGERED)
def test_a_triggered_event_happens_and_is_forwarded(
    merchant: Merchant, receiver: Receiver, name: str
) -> None:
    listener = Listener(merchant.server.data_dir, receiver.url)
    session, shown_type, event = run("trigger", name, *data_dir(merchant)).split()
    assert shown_type == PREFIX + name
    expected = [PREFIX + step for step in TRIGGERED[name]]
    receiver.wait_for(session, {expected[-1]})
    printed = listener.stop()

    # The receiver hears of this session alone: the listener starts with what is new.
    events = receiver.verified(listener.secret)
    assert [event.type for event in events] == expected
    assert {event.data.object.id for event in events} == {session}
    assert printed.count("<-- [200]") == len(expected)
    assert merchant.client.v1.events.retrieve(event).type == PREFIX + name


def test_what_is_listened_for_can_be_chosen(merchant: Merchant, receiver: Receiver) -> None:
    listener = Listener(merchant.server.data_dir, receiver.url, "--events", "canceled")
    session = merchant.create_session()
    merchant.sessions.cancel(session.id)
    receiver.wait_for(session.id, {PREFIX + "canceled"})
    listener.stop()
    assert [event.type for event in receiver.verified(listener.secret)] == [PREFIX + "canceled"]


def test_the_listening_secret_stays_the_same(merchant: Merchant, receiver: Receiver) -> None:
    listener = Listener(merchant.server.data_dir, receiver.url)
    listener.stop()
    assert run("listen", "--print-secret", *data_dir(merchant)).strip() == listener.secret


def new_endpoint(merchant: Merchant, receiver: Receiver) -> tuple[str, str]:
    endpoint = merchant.client.v1.webhook_endpoints.create(
        {"url": receiver.url, "enabled_events": ["*"]}
    )
    return endpoint.id, endpoint.secret


def test_two_secrets_sign_while_one_replaces_the_other(
    merchant: Merchant, receiver: Receiver
) -> None:
    endpoint, old = new_endpoint(merchant, receiver)
    new = run("webhooks", "rotate", endpoint, *data_dir(merchant)).strip()
    assert new != old
    session = merchant.create_session()
    receiver.wait_for(session.id, {PREFIX + "created"})
    assert receiver.verified(old) and receiver.verified(new)

    # Without an overlap the old one is dead at once.
    newest = run("webhooks", "rotate", endpoint, "--overlap", "0", *data_dir(merchant)).strip()
    before = len(receiver.deliveries)
    session = merchant.create_session()
    receiver.wait_for(session.id, {PREFIX + "created"}, after=before)
    last = receiver.deliveries[-1]
    stripe.Webhook.construct_event(last.body, last.signature, newest)
    for dead in (old, new):
        with pytest.raises(stripe.SignatureVerificationError):
            stripe.Webhook.construct_event(last.body, last.signature, dead)
    merchant.client.v1.webhook_endpoints.delete(endpoint)


def test_an_event_goes_out_once_more(merchant: Merchant, receiver: Receiver) -> None:
    endpoint, secret = new_endpoint(merchant, receiver)
    session = merchant.create_session()
    event = receiver.wait_for(session.id, {PREFIX + "created"})
    before = len(receiver.deliveries)
    said = run(
        "webhooks", "resend", event["id"], "--endpoint", endpoint, *data_dir(merchant)
    )
    assert event["id"] in said
    again = receiver.wait_for(session.id, {PREFIX + "created"}, after=before)
    assert again["id"] == event["id"]
    assert {event.id for event in receiver.verified(secret)} == {event["id"]}
    merchant.client.v1.webhook_endpoints.delete(endpoint)
