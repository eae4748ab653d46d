"""From the first screen to the webhook, by each client, as if it captured in the app."""

from pathlib import Path

from harness.documents import Documents
from harness.merchant import Merchant
from harness.receiver import TERMINAL_EVENTS

from .conftest import SheetFor
from .papers import Papers
from .transition import Screen

NUMBER = {"document": {"require_id_number": True}}


def ended(merchant: Merchant, session: str) -> str:
    """How the session ends, as the back end is told."""
    event = merchant.receiver.wait_for(session, TERMINAL_EVENTS)
    return event["type"].rsplit(".", 1)[1]


def test_a_passport_and_a_selfie(
    merchant: Merchant, sheet_for: SheetFor, documents: Documents, selfie: Path
) -> None:
    session = merchant.create_session().id
    papers = Papers(front=documents.make().front, face=selfie)
    assert sheet_for(session).complete(papers) == [
        *(Screen.CONSENT, Screen.DOCUMENT, Screen.FACE, Screen.CONFIRMATION, Screen.SUCCESS)
    ]
    assert ended(merchant, session) == "verified"
    report = merchant.results(session).last_verification_report
    assert (report.document.status, report.selfie.status) == ("verified", "verified")


def test_both_sides_of_a_licence_without_a_selfie(
    merchant: Merchant, sheet_for: SheetFor, documents: Documents
) -> None:
    licence = documents.make(kind="driving_license", seed=3)
    session = merchant.create_session(selfie=False).id
    shown = sheet_for(session).complete(Papers(front=licence.front, back=licence.back))
    assert shown == [Screen.CONSENT, Screen.DOCUMENT, Screen.CONFIRMATION, Screen.SUCCESS]
    assert ended(merchant, session) == "verified"
    report = merchant.results(session).last_verification_report
    assert report.document.type == "driving_license"
    assert len(report.document.files) == 2


def test_a_document_and_a_number(
    merchant: Merchant, sheet_for: SheetFor, documents: Documents
) -> None:
    session = merchant.create_session(
        selfie=False, options=NUMBER, metadata={"bonafide_outcome": "verified"}
    ).id
    shown = sheet_for(session).complete(Papers(front=documents.make().front))
    assert shown == [
        *(Screen.CONSENT, Screen.DOCUMENT, Screen.INDIVIDUAL, Screen.CONFIRMATION, Screen.SUCCESS)
    ]
    assert ended(merchant, session) == "verified"


def test_a_number_alone(merchant: Merchant, sheet_for: SheetFor) -> None:
    session = merchant.sessions.create(
        {"type": "id_number", "metadata": {"bonafide_outcome": "verified"}}
    ).id
    shown = sheet_for(session).complete(Papers())
    assert shown == [Screen.INDIVIDUAL_WELCOME, Screen.CONFIRMATION, Screen.SUCCESS]
    assert ended(merchant, session) == "verified"


def test_a_second_attempt_after_another_face(
    merchant: Merchant, sheet_for: SheetFor, documents: Documents, selfie: Path, stranger: Path
) -> None:
    session = merchant.create_session().id
    front = documents.make().front
    sheet_for(session).complete(Papers(front=front, face=stranger))
    assert ended(merchant, session) == "requires_input"
    before = len(merchant.receiver.deliveries)
    again = sheet_for(session)
    shown = again.complete(Papers(front=front, face=selfie))
    assert shown[-1] is Screen.SUCCESS
    assert {"id_document_front", "face"} <= set(again.initial)
    event = merchant.receiver.wait_for(session, TERMINAL_EVENTS, after=before)
    assert event["type"].endswith(".verified")
