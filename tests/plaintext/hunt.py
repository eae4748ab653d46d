"""Looks for needles in every file under some folders."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from .needles import Needle


@dataclass(frozen=True)
class Find:
    needle: str
    file: Path
    offset: int
    pattern: bytes


def hunt(needles: Iterable[Needle], places: Iterable[Path]) -> list[Find]:
    """One find for each needle, file and pattern; a file's own path is searched too."""
    finds = []
    needles = list(needles)
    for place in places:
        files = [place] if place.is_file() else sorted(place.rglob("*"))
        for file in files:
            if not file.is_file():
                continue
            stored = file.read_bytes()
            content = bytes(file) + b"\0" + stored
            for needle in needles:
                finds += [
                    Find(needle.name, file, 0, beginning)
                    for beginning in needle.beginnings
                    if stored.startswith(beginning)
                ]
                for pattern in needle.patterns:
                    offset = content.find(pattern)
                    if offset >= 0:
                        finds.append(Find(needle.name, file, offset, pattern))
    return finds
