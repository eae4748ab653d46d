"""One verification by a back end and an app that repeat what was not answered, as SDKs do."""

import random
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import requests
import stripe

from harness.merchant import Merchant
from harness.person import API_VERSION, Person, Refused
from harness.server import stripe_client

from .installation import Installation

T = TypeVar("T")
TRIES = 60
# What says that another try may help.
PASSING = {409, 429, 500, 502, 503, 504}


class Applicant:
    def __init__(
        self, number: int, installation: Installation, merchant: Merchant, front: Path,
        selfie: Path | None, progress: Callable[[], None],
    ) -> None:
        self.number = number
        self.session = ""
        self.repeated = 0
        self._installation = installation
        self._keys = merchant.keys
        self._front = front
        self._selfie = selfie
        self._progress = progress
        self._chance = random.Random(number)
        self._pause = threading.Event()

    def apply(self) -> str:
        """From creation to submission; the session's identifier."""
        self.session = self._insist(self._create)
        secret = self._insist(self._ephemeral_key)
        person = Person("", self.session, secret)
        self._insist(lambda url: self._at(person, url).consent())
        self._insist(lambda url: self._at(person, url).show_document(self._front))
        if self._selfie is not None:
            self._insist(lambda url: self._at(person, url).show_face(self._selfie))
        self._insist(lambda url: self._submit(person, url))
        return self.session

    @staticmethod
    def _at(person: Person, url: str) -> Person:
        person.url = url
        return person

    def _client(self, url: str) -> stripe.StripeClient:
        return stripe_client(url, self._keys.secret)

    def _create(self, url: str) -> str:
        options = {"document": {"require_matching_selfie": True}} if self._selfie else {}
        created = self._client(url).v1.identity.verification_sessions.create(
            {"type": "document", "options": options, "metadata": {"number": str(self.number)}},
            {"idempotency_key": f"applicant-{self.number}"},
        )
        return created.id

    def _ephemeral_key(self, url: str) -> str:
        key = self._client(url).v1.ephemeral_keys.create(
            {"verification_session": self.session}, {"stripe_version": API_VERSION}
        )
        return key.secret

    def _submit(self, person: Person, url: str) -> None:
        try:
            self._at(person, url).submit()
        except Refused as refused:
            # A try whose answer was lost may have been the submission.
            found = self._client(url).v1.identity.verification_sessions.retrieve(self.session)
            if refused.status >= 500 or found.status == "requires_input":
                raise

    def _insist(self, step: Callable[[str], T]) -> T:
        for attempt in range(1, TRIES + 1):
            pause = min(0.05 * 2**attempt, 1.0)
            try:
                done = step(self._installation.url(self._chance))
                self._progress()
                return done
            except (requests.ConnectionError, requests.Timeout, stripe.APIConnectionError):
                pass
            except Refused as refused:
                if refused.status not in PASSING or attempt == TRIES:
                    raise
            except stripe.StripeError as error:
                if error.http_status not in PASSING or attempt == TRIES:
                    raise
            self.repeated += 1
            # The pause of an SDK between two tries, longer each time.
            self._pause.wait(pause)
        raise AssertionError(f"no answer in {TRIES} tries")
