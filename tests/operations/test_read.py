"""What `read` writes beside its answer."""

import json
import struct
import subprocess
from pathlib import Path

import pytest

from harness.documents import Documents
from harness.server import BINARY, PORTRAITS


def read(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([BINARY, "read", *arguments], capture_output=True, text=True)


@pytest.mark.parametrize("kind, proportions", [("passport", 125 / 88), ("id_card", 85.6 / 54)])
def test_a_document_held_askew_is_straightened(
    documents: Documents, tmp_path: Path, kind: str, proportions: float
) -> None:
    front = documents.make(seed=2, kind=kind)
    page = tmp_path / "page.png"
    answered = read("--json", "--straightened", page, front.front)
    assert answered.returncode == 0, answered.stderr
    width, height = struct.unpack(">II", page.read_bytes()[16:24])
    assert width / height == pytest.approx(proportions, rel=0.05)
    before, after = json.loads(answered.stdout), json.loads(read("--json", page).stdout)
    assert after["type"] == before["type"] == kind
    if before["mrz"]:
        assert after["mrz"]["lines"] == before["mrz"]["lines"] == front.truth["mrz"]["lines"]


def test_where_no_document_is_nothing_is_written(tmp_path: Path) -> None:
    page = tmp_path / "page.png"
    answered = read("--straightened", page, PORTRAITS / "obama.jpg")
    assert answered.returncode == 0
    assert "nothing is straightened" in answered.stderr
    assert not page.exists()
