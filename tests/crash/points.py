"""Where the server can be told to die, and which of those places a run tries.

Every place is tried at least once; BONAFIDE_CRASH_CASES is how many cases there are at least.
"""

import os
import random
import re
from dataclasses import dataclass
from pathlib import Path

CRATES = Path(__file__).resolve().parents[2] / "crates"
POINT = re.compile(r'fault::point\("([^"]+)"\)')
CASES = int(os.environ.get("BONAFIDE_CRASH_CASES", "20"))
# Points that a verification does not come past; test_elsewhere.py tries them.
ELSEWHERE = {
    "keyring.delisted",
    "keyring.epoch_kept",
    "keyring.rewrapped",
    "keyring.root_kept",
    "redact.blobs_deleted",
    "retention.blobs_deleted",
}


@dataclass(frozen=True)
class Crash:
    """Dies when the point called `name` is reached for the `count`-th time."""

    name: str
    count: int

    @property
    def setting(self) -> str:
        return f"{self.name}:{self.count}"


def named_points() -> list[str]:
    """Every crash point that verifications pass; a new one is found without being listed here."""
    found = {
        name
        for source in CRATES.glob("*/src/**/*.rs")
        for name in POINT.findall(source.read_text())
    }
    return sorted(found - ELSEWHERE)


def seeded_crashes(seed: int, verifications: int) -> list[Crash]:
    """Different crashes: every point once, then more of them up to CASES, drawn with `seed`.

    A point that every verification passes is reached at least once for each of them, so no count
    is above their number.
    """
    chance = random.Random(seed)
    names = named_points()
    every = [Crash(name, count) for name in names for count in range(1, verifications + 1)]
    chosen = [Crash(name, chance.randint(1, verifications)) for name in names]
    spare = [crash for crash in every if crash not in chosen]
    chance.shuffle(chosen)
    chance.shuffle(spare)
    return chosen + spare[: max(CASES - len(chosen), 0)]
