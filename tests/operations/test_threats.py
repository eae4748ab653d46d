"""docs/threats.md names, for everything it claims, the test that holds it; those tests have to exist."""

import re
from pathlib import Path

import pytest

from harness.server import ROOT

PAGE = ROOT / "docs" / "threats.md"
HEADING = ["entry point", "what is tried", "what holds", "test", "accepted, and why"]
# `file::name` for tests of Rust and Python, `file` alone where the whole file is the test.
NAMED = re.compile(r"`([\w./-]+\.(?:rs|py|mjs|ts))(?:::(\w+))?`")


def tables() -> list[list[list[str]]]:
    """The rows of each table, their heading first."""
    found: list[list[list[str]]] = [[]]
    for line in PAGE.read_text().splitlines():
        if not line.startswith("|"):
            found.append([])
        elif not re.fullmatch(r"[|\- ]+", line):
            found[-1].append([cell.strip() for cell in line.strip("|").split(" | ")])
    return [table for table in found if table]


def rows() -> list[list[str]]:
    return [row for table in tables() for row in table[1:]]


def exists(file: Path, name: str) -> bool:
    return file.is_file() and bool(re.search(rf"(?:fn|def) {name}\b", file.read_text()))


def test_every_table_has_the_same_columns() -> None:
    assert tables()
    assert all(table[0] == HEADING for table in tables())
    assert all(len(row) == len(HEADING) for row in rows())


@pytest.mark.parametrize("row", rows(), ids=lambda row: row[1][:60])
def test_what_is_claimed_has_a_test(row: list[str]) -> None:
    named = NAMED.findall(row[3])
    assert named, "no test is named"
    for file, name in named:
        assert exists(ROOT / file, name) if name else (ROOT / file).is_file(), f"{file}::{name} is not there"
