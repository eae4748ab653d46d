"""Specimen documents, drawn by the binary once a run and option set."""

import json
import os
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from .server import PORTRAITS, run

# Where the suites of one run share what they draw; each draws for itself where none is named.
SHARED = os.environ.get("BONAFIDE_TEST_SPECIMENS")


@dataclass(frozen=True)
class Document:
    """Its files are also others': they stay as they are."""

    front: Path
    back: Path | None
    truth: dict


class Documents:
    def __init__(self, folder: Path) -> None:
        self._folder = Path(SHARED or folder)

    def make(
        self, portrait: str = "obama.jpg", seed: int = 1, kind: str = "passport", expired: bool = False
    ) -> Document:
        """A photographed specimen that shows `portrait`, one of the names in models/portraits."""

        def draw(out: Path) -> None:
            run(
                "specimen",
                *("--kind", kind),
                *("--portrait", PORTRAITS / portrait),
                *("--seed", str(seed)),
                *("--degrade", "handheld"),
                *(["--expired"] if expired else []),
                *("--out", out),
            )

        name = f"{kind}-{seed}-{Path(portrait).stem}-handheld{'-expired' if expired else ''}"
        out = drawn(self._folder / name, draw)
        back = out / "back.jpg"
        return Document(
            front=out / "front.jpg",
            back=back if back.exists() else None,
            truth=json.loads((out / "truth.json").read_text()),
        )


def drawn(folder: Path, draw: Callable[[Path], None]) -> Path:
    """`folder` as `draw` fills it, whole or not at all: others may look for it meanwhile."""
    if not folder.exists():
        folder.parent.mkdir(parents=True, exist_ok=True)
        unfinished = Path(tempfile.mkdtemp(prefix="unfinished-", dir=folder.parent))
        draw(unfinished)
        try:
            unfinished.rename(folder)
        except OSError:
            # Another suite was first, with the same.
            if not folder.exists():
                raise
            shutil.rmtree(unfinished)
    return folder
