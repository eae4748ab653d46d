"""Specimen documents, drawn by the binary once a run and option set."""

import json
from dataclasses import dataclass
from pathlib import Path

from .server import PORTRAITS, run


@dataclass(frozen=True)
class Document:
    front: Path
    back: Path | None
    truth: dict


class Documents:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made: dict[tuple, Document] = {}

    def make(
        self, portrait: str = "obama.jpg", seed: int = 1, kind: str = "passport", expired: bool = False
    ) -> Document:
        """A photographed specimen that shows `portrait`, one of the names in models/portraits."""
        wanted = (portrait, seed, kind, expired)
        if wanted not in self._made:
            out = self._folder / f"{kind}-{seed}-{Path(portrait).stem}{'-expired' if expired else ''}"
            run(
                "specimen",
                *("--kind", kind),
                *("--portrait", PORTRAITS / portrait),
                *("--seed", str(seed)),
                *("--degrade", "handheld"),
                *(["--expired"] if expired else []),
                *("--out", out),
            )
            back = out / "back.jpg"
            self._made[wanted] = Document(
                front=out / "front.jpg",
                back=back if back.exists() else None,
                truth=json.loads((out / "truth.json").read_text()),
            )
        return self._made[wanted]
