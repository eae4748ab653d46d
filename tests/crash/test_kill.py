"""kill -9 at named points while people submit; after a restart nothing is lost or doubled.

Every case arms one crash point, lets three people be verified until the server dies under them,
starts it again and lets them go on from where they were, as an app does when a request fails.
BONAFIDE_CRASH_SEED chooses other cases.
"""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import requests

from harness.documents import Documents
from harness.merchant import Merchant
from harness.person import Person
from harness.receiver import TERMINAL_EVENTS, Receiver
from harness.server import Server

from .points import CASES, Crash, named_points, seeded_crashes

SEED = int(os.environ.get("BONAFIDE_CRASH_SEED", "20"))
PEOPLE = 3
# A dead worker's jobs are another's after this long.
LEASE = {"BONAFIDE_LEASE_SECONDS": "2"}
DEAD_WITHIN_SECONDS = 60


def test_every_point_has_its_case() -> None:
    crashes = seeded_crashes(SEED, PEOPLE)
    assert {crash.name for crash in crashes} == set(named_points())
    assert len(set(crashes)) == len(crashes) >= CASES


class Applicant:
    """A person who remembers which steps were answered and repeats the one that was not."""

    def __init__(self, person: Person, front: Path, selfie: Path) -> None:
        self.person = person
        self._steps = [
            person.consent,
            lambda: person.show_document(front),
            lambda: person.show_face(selfie),
            person.submit,
        ]

    def go_on(self) -> bool:
        """Does what is left; false when the server went away in between."""
        while self._steps:
            try:
                self._steps[0]()
            except requests.ConnectionError:
                return False
            self._steps.pop(0)
        return True


def all_go_on(applicants: list[Applicant]) -> list[bool]:
    with ThreadPoolExecutor(len(applicants)) as pool:
        return list(pool.map(Applicant.go_on, applicants))


def restart(server: Server, applicants: list[Applicant], merchant: Merchant) -> Server:
    again = Server(server.data_dir, server.log, LEASE)
    merchant.server = again
    for applicant in applicants:
        applicant.person.url = again.url
    return again


@pytest.mark.parametrize("crash", seeded_crashes(SEED, PEOPLE), ids=lambda crash: crash.setting)
def test_one_report_and_one_terminal_event_survive(
    crash: Crash, tmp_path: Path, receiver: Receiver, documents: Documents, selfie: Path
) -> None:
    data_dir, log = tmp_path / "data", tmp_path / "server.log"
    # The first start makes keys and sessions; only the second one is armed.
    preparing = Server(data_dir, log)
    merchant = Merchant.register(preparing, receiver)
    sessions = [merchant.create_session().id for _ in range(PEOPLE)]
    applicants = [
        Applicant(merchant.person_for(session), documents.make(seed=seed).front, selfie)
        for seed, session in enumerate(sessions, start=1)
    ]
    assert preparing.stop() == 0

    armed = Server(data_dir, log, {**LEASE, "BONAFIDE_CRASH_AT": crash.setting})
    merchant.server = armed
    for applicant in applicants:
        applicant.person.url = armed.url
    all_go_on(applicants)
    assert armed.wait_until_dead(DEAD_WITHIN_SECONDS) == -9, "the point was not reached"

    survivor = restart(armed, applicants, merchant)
    assert all_go_on(applicants) == [True] * PEOPLE
    for session in sessions:
        receiver.wait_for(session, TERMINAL_EVENTS)

    for session in sessions:
        settled = merchant.sessions.retrieve(session)
        reports = merchant.client.v1.identity.verification_reports.list(
            {"verification_session": session}
        ).data
        assert settled.status == "verified", settled.last_error
        assert [report.id for report in reports] == [settled.last_verification_report]
        about_session = [
            event
            for event in merchant.client.v1.events.list({"limit": 100}).auto_paging_iter()
            if event.data.object.id == session
        ]
        assert [event.type for event in about_session] == [
            "identity.verification_session.verified",
            "identity.verification_session.processing",
            "identity.verification_session.created",
        ]
        delivered = {
            event.id
            for event in receiver.verified(merchant.webhook_secret)
            if event.data.object.id == session and event.type in TERMINAL_EVENTS
        }
        assert delivered == {about_session[0].id}
    assert survivor.stop() == 0
