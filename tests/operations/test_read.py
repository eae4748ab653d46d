"""What `read` writes beside its answer, and what it takes of memory."""

import json
import os
import struct
import subprocess
import zlib
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


# Of the whole program, its networks with it: 512 MB.
MOST_KILOBYTES = 500_000


def chunk(name: bytes, data: bytes) -> bytes:
    checked = name + data
    return struct.pack(">I", len(data)) + checked + struct.pack(">I", zlib.crc32(checked))


def black(width: int, height: int, depth: int, colours: int, *more: bytes) -> bytes:
    """A PNG without anything on it: ISO/IEC 15948."""
    header = struct.pack(">IIBBBBB", width, height, depth, colours, 0, 0, 0)
    line = 1 + (width * depth * (3 if colours == 2 else 1) + 7) // 8
    data = chunk(b"IDAT", zlib.compress(bytes(line * height)))
    return b"".join([b"\x89PNG\r\n\x1a\n", chunk(b"IHDR", header), *more, data, chunk(b"IEND", b"")])


def peak(picture: Path) -> tuple[int, int]:
    """Exit status of reading it, and the most kilobytes that the program had."""
    process = subprocess.Popen(
        [BINARY, "read", picture], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, used.ru_maxrss


@pytest.mark.parametrize(
    ("name", "is_read"),
    [("a line of 60 million pixels", False), ("a profile of 400 MB", True), ("the largest", True)],
)
def test_small_files_do_not_take_much_memory(tmp_path: Path, name: str, is_read: bool) -> None:
    def profile() -> bytes:
        return chunk(b"iCCP", b"name\0\0" + zlib.compress(bytes(400_000_000), 1))

    files = {
        "a line of 60 million pixels": lambda: black(60_000_000, 1, 1, 0),
        "a profile of 400 MB": lambda: black(64, 64, 8, 2, profile()),
        "the largest": lambda: black(7141, 7141, 8, 2),
    }
    picture = tmp_path / "picture.png"
    picture.write_bytes(files[name]())
    status, kilobytes = peak(picture)
    assert (status == 0) == is_read
    assert kilobytes <= MOST_KILOBYTES
