"""Several processes on one database: to a back end they are one server."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
import stripe

from harness.merchant import Merchant
from harness.receiver import Delivery
from harness.server import Server, stripe_client

PREFIX = "identity.verification_session."
SESSIONS = 40


@pytest.fixture(scope="module")
def other(merchant: Merchant, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A second server beside the merchant's own."""
    log = tmp_path_factory.mktemp("other") / "server.log"
    server = Server(merchant.server.data_dir, log)
    yield server
    assert server.stop() == 0, log.read_text()


def clients(merchant: Merchant, other: Server) -> list[stripe.StripeClient]:
    return [merchant.client, stripe_client(other.url, merchant.keys.secret)]


def test_what_one_does_the_others_know(merchant: Merchant, other: Server) -> None:
    one, two = (client.v1.identity.verification_sessions for client in clients(merchant, other))
    session = one.create({"type": "document"})
    assert two.retrieve(session.id).id == session.id
    two.update(session.id, {"metadata": {"user": "17"}})
    assert one.list().data[0].metadata.to_dict() == {"user": "17"}


def test_updates_through_both_lose_nothing(merchant: Merchant, other: Server) -> None:
    sessions = [client.v1.identity.verification_sessions for client in clients(merchant, other)]
    session = sessions[0].create({"type": "document"})

    def update(number: int) -> None:
        sessions[number % 2].update(session.id, {"metadata": {f"key {number}": str(number)}})

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(update, range(SESSIONS)))
    metadata = sessions[0].retrieve(session.id).metadata.to_dict()
    assert metadata == {f"key {number}": str(number) for number in range(SESSIONS)}


def test_a_request_repeated_elsewhere_is_answered_once(merchant: Merchant, other: Server) -> None:
    both = clients(merchant, other)

    def create(number: int) -> str:
        created = both[number % 2].v1.identity.verification_sessions.create(
            {"type": "document"}, {"idempotency_key": "the same"}
        )
        return created.id

    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(create, range(8)))) == 1


def test_events_keep_their_order(merchant: Merchant, other: Server) -> None:
    one, two = (client.v1.identity.verification_sessions for client in clients(merchant, other))
    endpoint = merchant.client.v1.webhook_endpoints.create(
        {"url": merchant.receiver.url, "enabled_events": ["*", PREFIX + "redacted"]}
    )

    def live_and_die(_: int) -> str:
        session = one.create({"type": "document"})
        two.cancel(session.id)
        one.redact(session.id)
        return session.id

    with ThreadPoolExecutor(8) as pool:
        sessions = list(pool.map(live_and_die, range(SESSIONS)))
    for session in sessions:
        merchant.receiver.wait_for(session, {PREFIX + "redacted"})

    seen: dict[str, list[str]] = {session: [] for session in sessions}
    for delivery in merchant.receiver.deliveries:
        event = delivery.claimed
        if event["data"]["object"]["id"] in seen and signed_by(delivery, endpoint.secret):
            seen[event["data"]["object"]["id"]].append(event["type"])
    steps = [PREFIX + step for step in ("created", "canceled", "redacted")]
    assert all(types == steps for types in seen.values())
    merchant.client.v1.webhook_endpoints.delete(endpoint.id)


def signed_by(delivery: Delivery, secret: str) -> bool:
    try:
        stripe.Webhook.construct_event(delivery.body, delivery.signature, secret)
    except stripe.SignatureVerificationError:
        return False
    return True
