"""The form: names, dates and numbers."""

import pytest

from harness.merchant import Merchant

from .conftest import SheetFor
from .papers import Birthday, Papers
from .sheet import Sheet
from .transition import Screen, next_screen


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


def test_names_arrive_as_they_were_written(merchant: Merchant, sheet: Sheet) -> None:
    papers = Papers()
    sheet.fill_in(papers)
    sheet.settle("verify", delayed=False)
    results = merchant.results(sheet.session)
    assert results.verified_outputs.first_name == papers.first_name
    assert results.verified_outputs.last_name == papers.last_name
