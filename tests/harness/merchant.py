"""The back end of somebody who uses the server: SDK clients, one webhook endpoint, sessions."""

from dataclasses import dataclass

import stripe

from .person import API_VERSION, Person
from .receiver import Receiver
from .server import Keys, Server, stripe_client

ALL_EVENTS = [
    f"identity.verification_session.{name}"
    for name in ("created", "processing", "verified", "requires_input", "canceled")
]
SENSITIVE_RESULTS = [
    "verified_outputs",
    "verified_outputs.dob",
    "last_verification_report",
    "last_verification_report.document.dob",
    "last_verification_report.document.number",
    "last_verification_report.document.expiration_date",
]


@dataclass
class Merchant:
    server: Server
    keys: Keys
    receiver: Receiver
    webhook_secret: str

    @classmethod
    def register(cls, server: Server, receiver: Receiver) -> "Merchant":
        """Signs up at a server that has just made its first keys."""
        keys = server.first_keys
        assert keys is not None, "a first start prints the keys"
        endpoint = stripe_client(server.url, keys.secret).v1.webhook_endpoints.create(
            {"url": receiver.url, "enabled_events": ALL_EVENTS}
        )
        return cls(server, keys, receiver, endpoint.secret)

    @property
    def url(self) -> str:
        return self.server.url

    @property
    def client(self) -> stripe.StripeClient:
        return stripe_client(self.url, self.keys.secret)

    @property
    def restricted(self) -> stripe.StripeClient:
        return stripe_client(self.url, self.keys.restricted)

    @property
    def sessions(self):
        return self.client.v1.identity.verification_sessions

    def create_session(self, selfie: bool = True, **parameters) -> stripe.identity.VerificationSession:
        options = {"document": {"require_matching_selfie": True}} if selfie else {}
        return self.sessions.create({"type": "document", "options": options, **parameters})

    def person_for(self, session: str) -> Person:
        """What a back end hands to its app: an ephemeral key for one session."""
        key = self.client.v1.ephemeral_keys.create(
            {"verification_session": session}, {"stripe_version": API_VERSION}
        )
        return Person(self.url, session, key.secret)

    def results(self, session: str) -> stripe.identity.VerificationSession:
        """The session with everything that a restricted key may see."""
        return self.restricted.v1.identity.verification_sessions.retrieve(
            session, {"expand": SENSITIVE_RESULTS}
        )
