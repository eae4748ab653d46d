"""The form: names, dates and numbers."""

import pytest

from harness.merchant import Merchant
from harness.receiver import TERMINAL_EVENTS

from .conftest import SheetFor
from .papers import Birthday, Papers
from .sheet import Sheet
from .transition import Screen, next_screen

REPORT = "last_verification_report"


@pytest.fixture
def sheet(merchant: Merchant, sheet_for: SheetFor) -> Sheet:
    sheet = sheet_for(merchant.sessions.create({"type": "id_number"}).id)
    assert sheet.open_here() is Screen.INDIVIDUAL_WELCOME
    return sheet


def test_all_fields_come_in_one_post(sheet: Sheet) -> None:
    assert next_screen(sheet.fill_in(Papers())) is Screen.CONFIRMATION


@pytest.mark.parametrize(
    ("papers", "requirement"),
    [
        (Papers(birthday=Birthday(31, 2, 1990)), "dob"),
        (Papers(number="67"), "id_number"),
    ],
)
def test_a_field_that_cannot_be_right_brings_the_form_back(
    sheet: Sheet, papers: Papers, requirement: str
) -> None:
    data = sheet.fill_in(papers)
    [error] = data["requirements"]["errors"]
    assert error["requirement"] == requirement
    assert data["requirements"]["missing"] == [requirement]
    # The form has all its fields again.
    assert next_screen(sheet.fill_in(Papers())) is Screen.CONFIRMATION


@pytest.mark.parametrize(
    ("country", "value"), [("BR", "529.982.247-25"), ("SG", "S1234567D")]
)
def test_whole_numbers_of_other_countries(sheet: Sheet, country: str, value: str) -> None:
    sheet.fill_in(Papers())
    sheet.collected.discard("id_number")
    data = sheet.collect({"id_number": {"country": country, "value": value}})
    assert next_screen(data) is Screen.CONFIRMATION


def test_everything_arrives_as_it_was_written(merchant: Merchant, sheet: Sheet) -> None:
    papers = Papers()
    sheet.complete(papers)
    merchant.receiver.wait_for(sheet.session, TERMINAL_EVENTS)
    session = merchant.restricted.v1.identity.verification_sessions.retrieve(
        sheet.session, {"expand": [f"{REPORT}.id_number.dob", f"{REPORT}.id_number.id_number"]}
    )
    read = session.last_verification_report.id_number
    assert (read.first_name, read.last_name) == (papers.first_name, papers.last_name)
    day = papers.birthday
    assert read.dob.to_dict() == {"day": day.day, "month": day.month, "year": day.year}
    assert read.id_number == papers.number
