"""A picture is looked at once, from its upload to the verdict, whoever looks and whatever dies in between."""

import contextlib
import signal
import sqlite3
import subprocess
from pathlib import Path

import pytest

from harness.documents import Document, Documents
from harness.merchant import SENSITIVE_RESULTS, Merchant
from harness.metrics import Metrics, metrics_address
from harness.processes import start
from harness.receiver import TERMINAL_EVENTS, Receiver
from harness.server import Server, command
from harness.storage import database_of, on_cluster

LISTEN = {"BONAFIDE_METRICS_LISTEN": "127.0.0.1:0"}
OBSERVATIONS = "bonafide_observations_total"
VERIFIED = "identity.verification_session.verified"


@pytest.fixture
def card(documents: Documents) -> Document:
    return documents.make(seed=3, kind="driving_license")


def seen(address: str) -> dict[tuple[str, str], float]:
    """How often what was inferred, and how often an earlier look was enough."""
    return {
        (labels["kind"], labels["source"]): value
        for (name, pairs), value in Metrics.of(address).samples.items()
        if name == OBSERVATIONS and (labels := dict(pairs))
    }


def once(source: str) -> dict[tuple[str, str], float]:
    return {("document", source): 2, ("selfie", source): 1}


def hand_in(merchant: Merchant, session: str, card: Document, selfie: Path) -> None:
    person = merchant.person_for(session)
    person.consent()
    assert person.show_document(card.front, card.back)["requirements"]["errors"] == []
    assert person.show_face(selfie)["requirements"] == {"missing": [], "errors": []}


def check_verified(merchant: Merchant, receiver: Receiver, session: str) -> None:
    assert receiver.wait_for(session, TERMINAL_EVENTS)["type"] == VERIFIED
    report = merchant.results(session).last_verification_report
    assert report.document.status == report.selfie.status == "verified"


def test_the_worker_looks_at_nothing_that_the_page_has_seen(
    tmp_path: Path, receiver: Receiver, card: Document, selfie: Path
) -> None:
    server = Server(tmp_path / "data", tmp_path / "log", LISTEN)
    address = metrics_address(server.log)
    merchant = Merchant.register(server, receiver)
    session = merchant.create_session().id
    hand_in(merchant, session, card, selfie)
    assert seen(address) == once("inferred")
    assert rows(server, session) == 3
    merchant.person_for(session).submit()
    check_verified(merchant, receiver, session)
    assert seen(address) == {**once("inferred"), **once("kept")}
    assert rows(server, session) == 0
    assert server.stop() == 0


def test_neither_does_one_elsewhere_after_the_page_was_killed(
    tmp_path: Path, receiver: Receiver, card: Document, selfie: Path
) -> None:
    server = Server(tmp_path / "data", tmp_path / "log", LISTEN, "--no-worker")
    merchant = Merchant.register(server, receiver)
    session = merchant.create_session().id
    hand_in(merchant, session, card, selfie)
    assert seen(metrics_address(server.log)) == once("inferred")
    server.kill()
    again = Server(server.data_dir, tmp_path / "again", LISTEN, "--no-worker")
    merchant.server = again
    merchant.person_for(session).submit()
    assert seen(metrics_address(again.log)) == {}
    log = tmp_path / "worker.log"
    arguments = ("worker", "--data-dir", server.data_dir, "--metrics-listen", "127.0.0.1:0")
    with log.open("wb") as output:
        worker = start(command(*arguments), stderr=output, stdout=subprocess.DEVNULL)
        address = metrics_address(log)
        check_verified(merchant, receiver, session)
        assert seen(address) == once("kept")
        worker.send_signal(signal.SIGTERM)
        assert worker.wait(timeout=30) == 0
    assert again.stop() == 0


def test_the_report_is_the_same_whenever_the_pictures_were_looked_at(
    tmp_path: Path, receiver: Receiver, card: Document, selfie: Path
) -> None:
    server = Server(tmp_path / "data", tmp_path / "log", LISTEN)
    merchant = Merchant.register(server, receiver)
    reports = []
    for forgotten in (False, True):
        session = merchant.create_session().id
        hand_in(merchant, session, card, selfie)
        if forgotten:
            query(server, f"DELETE FROM observations WHERE session = '{session}'")
        merchant.person_for(session).submit()
        check_verified(merchant, receiver, session)
        reports.append(report(merchant, session))
    assert seen(metrics_address(server.log)) == {
        # By the page for both, and by the worker for the second.
        **{what: 3 * times for what, times in once("inferred").items()},
        **once("kept"),
    }
    assert reports[0] == reports[1]
    assert len(reports[0]["evidence"]["findings"]) > 10
    assert server.stop() == 0


def report(merchant: Merchant, session: str) -> dict:
    """All that a report says, without names and times, which are its own."""
    expand = [*SENSITIVE_RESULTS, "last_verification_report.evidence"]
    shown = merchant.restricted.v1.identity.verification_sessions.retrieve(
        session, {"expand": expand}
    ).last_verification_report.to_dict()
    for own in ("id", "created", "verification_session"):
        del shown[own]
    del shown["document"]["files"], shown["selfie"]["document"], shown["selfie"]["selfie"]
    del shown["evidence"]["consent"]
    return shown


def rows(server: Server, session: str) -> int:
    """How many observations are kept of a session."""
    return int(query(server, f"SELECT COUNT(*) FROM observations WHERE session = '{session}'"))


def query(server: Server, statement: str) -> str:
    """What the database answers first."""
    if on_cluster():
        url = database_of(str(server.data_dir))
        options = ("--no-psqlrc", "--tuples-only", "--no-align", "--quiet", "--command", statement)
        asked = subprocess.run(["psql", *options, url], check=True, stdout=subprocess.PIPE, text=True)
        return asked.stdout.strip()
    with contextlib.closing(sqlite3.connect(server.data_dir / "bonafide.db", timeout=30)) as connection:
        answer = connection.execute(statement).fetchone()
        connection.commit()
        return str(answer[0]) if answer else ""
