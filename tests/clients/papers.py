"""What a person has with them."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Birthday:
    day: int
    month: int
    year: int


@dataclass(frozen=True)
class Papers:
    front: Path | None = None
    back: Path | None = None
    face: Path | None = None
    first_name: str = "Ada María"
    last_name: str = "Byron-King & Söhne"
    birthday: Birthday = Birthday(5, 12, 1990)
    # The last four digits of a number of the United States.
    number: str = "6789"
