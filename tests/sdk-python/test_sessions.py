"""Sessions without a person: create, update, list, cancel, and what is refused."""

import pytest
import stripe

from harness.merchant import Merchant
from harness.server import stripe_client


def test_what_was_asked_for_is_what_is_retrieved(merchant: Merchant) -> None:
    created = merchant.sessions.create(
        {
            "type": "document",
            "client_reference_id": "order 1&2",
            "metadata": {"basket": "ä=b&c"},
            "options": {
                "document": {
                    "allowed_types": ["passport", "id_card"],
                    "require_live_capture": False,
                    "require_matching_selfie": True,
                }
            },
            "return_url": "https://shop.example/back",
        }
    )
    assert created.id.startswith("vs_")
    assert created.client_secret.startswith(f"{created.id}_secret_")
    assert created.url.startswith(merchant.url)

    retrieved = merchant.sessions.retrieve(created.id)
    assert retrieved.metadata.to_dict() == {"basket": "ä=b&c"}
    assert retrieved.client_reference_id == "order 1&2"
    assert retrieved.options.document.allowed_types == ["passport", "id_card"]
    assert retrieved.options.document.require_matching_selfie is True
    assert retrieved.livemode is False
    assert "verified_outputs" not in retrieved


def test_metadata_is_merged_and_cleared_key_by_key(merchant: Merchant) -> None:
    session = merchant.sessions.create({"type": "document", "metadata": {"a": "1", "b": "2"}})
    updated = merchant.sessions.update(session.id, {"metadata": {"a": "", "c": "3"}})
    assert updated.metadata.to_dict() == {"b": "2", "c": "3"}


def test_a_list_pages_from_the_newest_to_the_oldest(merchant: Merchant) -> None:
    created = [
        merchant.sessions.create({"type": "document", "client_reference_id": "paged"}).id
        for _ in range(5)
    ]
    first = merchant.sessions.list({"client_reference_id": "paged", "limit": 2})
    assert [session.id for session in first.data] == created[:-3:-1]
    assert first.has_more is True
    everything = [session.id for session in first.auto_paging_iter()]
    assert everything == created[::-1]


def test_a_cancelled_session_stays_cancelled(merchant: Merchant) -> None:
    session = merchant.sessions.create({"type": "document"})
    cancelled = merchant.sessions.cancel(session.id)
    assert cancelled.status == "canceled"
    assert cancelled.url is None
    assert cancelled.client_secret is None
    with pytest.raises(stripe.InvalidRequestError):
        merchant.sessions.cancel(session.id)


def test_the_same_idempotency_key_makes_one_session(merchant: Merchant) -> None:
    options = {"idempotency_key": "order-4711"}
    first = merchant.sessions.create({"type": "document"}, options)
    assert merchant.sessions.create({"type": "document"}, options).id == first.id
    with pytest.raises(stripe.IdempotencyError):
        merchant.sessions.create({"type": "document", "client_reference_id": "other"}, options)


def test_a_missing_session_is_an_invalid_request(merchant: Merchant) -> None:
    with pytest.raises(stripe.InvalidRequestError) as raised:
        merchant.sessions.retrieve("vs_doesnotexist")
    assert raised.value.http_status == 404
    assert raised.value.code == "resource_missing"
    assert raised.value.request_id


def test_an_unknown_parameter_is_named(merchant: Merchant) -> None:
    with pytest.raises(stripe.InvalidRequestError) as raised:
        merchant.sessions.create({"type": "document", "colour": "blue"})
    assert raised.value.http_status == 400
    assert raised.value.code == "parameter_unknown"
    assert raised.value.param == "colour"


def test_a_wrong_key_does_not_authenticate(merchant: Merchant) -> None:
    stranger = stripe_client(merchant.url, "sk_test_wrong")
    with pytest.raises(stripe.AuthenticationError):
        stranger.v1.identity.verification_sessions.list()


def test_a_secret_key_may_not_read_sensitive_results(merchant: Merchant) -> None:
    session = merchant.sessions.create({"type": "document"})
    with pytest.raises((stripe.PermissionError, stripe.InvalidRequestError)):
        merchant.sessions.retrieve(session.id, {"expand": ["verified_outputs.dob"]})
