"""Verifications from session to result, as a back end with the official Python SDK sees them."""

from pathlib import Path

from harness.documents import Documents
from harness.merchant import Merchant
from harness.receiver import TERMINAL_EVENTS


def finish(merchant: Merchant, session: str, front: Path, selfie: Path | None):
    """Lets a person complete the session and waits for the webhook that ends it."""
    before = len(merchant.receiver.deliveries)
    answer = merchant.person_for(session).complete(front, selfie)
    assert answer["submitted"] is True
    assert answer["closed"] is True
    merchant.receiver.wait_for(session, TERMINAL_EVENTS, after=before)
    return merchant.sessions.retrieve(session)


def test_a_passport_and_the_same_face_are_verified(
    merchant: Merchant, documents: Documents, selfie: Path
) -> None:
    passport = documents.make()
    session = merchant.create_session(metadata={"user": "17"}, client_reference_id="customer-17")
    assert session.status == "requires_input"

    finished = finish(merchant, session.id, passport.front, selfie)

    assert finished.status == "verified"
    assert finished.last_error is None
    assert finished.client_secret is None
    assert finished.url is None
    assert finished.metadata.to_dict() == {"user": "17"}

    results = merchant.results(session.id)
    report = results.last_verification_report
    assert report.document.status == "verified"
    assert report.selfie.status == "verified"
    assert report.document.type == "passport"
    assert report.document.number == passport.truth["number"]
    assert report.document.first_name.upper() == passport.truth["first_name"].upper()
    assert report.document.last_name.upper() == passport.truth["last_name"].upper()
    assert report.document.dob.to_dict() == passport.truth["dob"]
    assert report.document.expiration_date.to_dict() == passport.truth["expiration_date"]
    assert results.verified_outputs.first_name.upper() == passport.truth["first_name"].upper()
    assert results.verified_outputs.dob.to_dict() == passport.truth["dob"]


def test_without_a_selfie_the_document_alone_decides(
    merchant: Merchant, documents: Documents
) -> None:
    session = merchant.create_session(selfie=False)
    finished = finish(merchant, session.id, documents.make(seed=2).front, None)
    assert finished.status == "verified"
    report = merchant.client.v1.identity.verification_reports.retrieve(
        finished.last_verification_report
    )
    assert report.document.status == "verified"
    assert "selfie" not in report


def test_another_face_is_a_mismatch_and_the_same_session_can_be_tried_again(
    merchant: Merchant, documents: Documents, selfie: Path, stranger: Path
) -> None:
    passport = documents.make(seed=3)
    session = merchant.create_session()

    first = finish(merchant, session.id, passport.front, stranger)
    assert first.status == "requires_input"
    assert first.last_error.code == "selfie_face_mismatch"
    assert first.last_error.reason
    assert first.url is not None

    second = finish(merchant, session.id, passport.front, selfie)
    assert second.status == "verified"
    assert second.last_error is None
    reports = merchant.client.v1.identity.verification_reports.list(
        {"verification_session": session.id}
    )
    assert len(reports.data) == 2
    assert reports.data[0].id == second.last_verification_report
    assert reports.data[1].id == first.last_verification_report


def test_an_expired_passport_is_refused_as_expired(
    merchant: Merchant, documents: Documents, selfie: Path
) -> None:
    session = merchant.create_session()
    expired = documents.make(seed=4, expired=True)
    finished = finish(merchant, session.id, expired.front, selfie)
    assert finished.status == "requires_input"
    assert finished.last_error.code == "document_expired"


def test_a_driving_licence_needs_the_back_that_belongs_to_it(
    merchant: Merchant, documents: Documents, selfie: Path
) -> None:
    licence = documents.make(kind="driving_license", seed=3)
    other = documents.make(kind="driving_license", seed=4)
    session = merchant.create_session(
        options={
            "document": {"allowed_types": ["driving_license"], "require_matching_selfie": True}
        }
    )
    for back, status in [(other.back, "requires_input"), (licence.back, "verified")]:
        before = len(merchant.receiver.deliveries)
        person = merchant.person_for(session.id)
        person.consent()
        person.show_document(licence.front, back=back)
        person.show_face(selfie)
        person.submit()
        merchant.receiver.wait_for(session.id, TERMINAL_EVENTS, after=before)
        assert merchant.sessions.retrieve(session.id).status == status
    document = merchant.results(session.id).last_verification_report.document
    assert document.type == "driving_license"
    assert document.number == licence.truth["number"]
    assert document.address.line1 == licence.truth["address"].split("\n")[0]
    assert document.expiration_date.to_dict() == licence.truth["expiration_date"]


def test_a_type_that_was_not_allowed_is_refused(
    merchant: Merchant, documents: Documents
) -> None:
    session = merchant.create_session(
        selfie=False, options={"document": {"allowed_types": ["id_card"]}}
    )
    passport = documents.make(seed=2)
    person = merchant.person_for(session.id)
    person.consent()
    person.show_document(passport.front, back=passport.front, forced=True)
    before = len(merchant.receiver.deliveries)
    person.submit()
    merchant.receiver.wait_for(session.id, TERMINAL_EVENTS, after=before)
    finished = merchant.sessions.retrieve(session.id)
    assert finished.status == "requires_input"
    assert finished.last_error.code == "document_type_not_supported"
