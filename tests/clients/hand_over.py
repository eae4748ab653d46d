"""How a session comes from a back end into an app."""

from harness.merchant import Merchant

from .sheet import CURRENT, Sheet


def hand_over(
    client: type[Sheet], merchant: Merchant, session: str, version: int = CURRENT
) -> Sheet:
    key = merchant.client.v1.ephemeral_keys.create(
        {"verification_session": session},
        {"stripe_version": f"2020-08-27;identity_client_api=v{version}"},
    )
    return client(merchant.url, session, key.secret, version)
