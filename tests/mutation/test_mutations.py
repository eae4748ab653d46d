"""Breaks the server's answers, one way at a time, and sees the suite fail each time.

BONAFIDE_MUTATIONS=all tries every key of every object; otherwise a seeded few are tried.
"""

import json
import os
import random
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
STRIPE = json.loads((ROOT / "crates/contract/stripe.json").read_text())
EVENTS = ["canceled", "created", "processing", "redacted", "requires_input", "verified"]
# Every change is tried on this many keys.
FEW = 4
# Enough random sequences of calls to meet every event.
SEQUENCES = "24"


def keys() -> Iterator[str]:
    """Every key that objects of the API always have, as OBJECT.KEY."""
    for schema in STRIPE["components"]["schemas"].values():
        properties = schema.get("properties", {})
        name = properties.get("object", {}).get("enum", [None])[0]
        if name is None or "deleted" in properties:
            continue
        for key, described in properties.items():
            always = key in schema.get("required", [])
            nullable = described.get("nullable") and not described.get("x-expand-only")
            if key != "object" and (always or nullable):
                yield f"{name}.{key}"


def is_nullable(place: str) -> bool:
    name, key = place.rsplit(".", 1)
    for schema in STRIPE["components"]["schemas"].values():
        properties = schema.get("properties", {})
        if properties.get("object", {}).get("enum", [None])[0] == name and key in properties:
            return bool(properties[key].get("nullable"))
    raise KeyError(place)


def mutations() -> list[dict[str, str]]:
    every = sorted(keys())
    changes = {
        "drop": every,
        "null": [place for place in every if not is_nullable(place)],
        "add": sorted({f"{place.rsplit('.', 1)[0]}.of_nobody" for place in every}),
    }
    if os.environ.get("BONAFIDE_MUTATIONS") != "all":
        chance = random.Random(1)
        changes = {change: chance.sample(places, FEW) for change, places in changes.items()}
    lost = [{"BONAFIDE_LOSE": f"identity.verification_session.{event}"} for event in EVENTS]
    broken = [
        {"BONAFIDE_MUTATION": f"{change}:{place}"}
        for change, places in changes.items()
        for place in places
    ]
    return lost + broken


@pytest.fixture(scope="session")
def suite() -> Path:
    """The program that holds the tests of the API."""
    found = subprocess.run(
        [ROOT / "scripts/test_program", "api"],
        cwd=ROOT, check=True, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True,
    )
    return Path(found.stdout.strip())


def run(suite: Path, mutation: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [suite],
        cwd=ROOT / "crates/api",
        env={**os.environ, "BONAFIDE_SEQUENCES": SEQUENCES, "INSTA_UPDATE": "no", **mutation},
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )


def test_the_suite_passes_where_nothing_is_broken(suite: Path) -> None:
    passed = run(suite, {})
    assert passed.returncode == 0, passed.stdout


@pytest.mark.parametrize("mutation", mutations(), ids=lambda mutation: next(iter(mutation.values())))
def test_the_suite_notices(suite: Path, mutation: dict[str, str]) -> None:
    assert run(suite, mutation).returncode != 0
