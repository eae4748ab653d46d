"""Pictures that a crash left without a file are deleted, and no others."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
import requests

from harness.merchant import Merchant
from harness.receiver import Receiver
from harness.server import Server

from .test_uploads import stored, upload

GRACE = {"BONAFIDE_ORPHAN_GRACE_SECONDS": "2", "BONAFIDE_LEASE_SECONDS": "2"}
WITHIN_SECONDS = 60


def wait_until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + WITHIN_SECONDS
    while not condition():
        assert time.monotonic() < end, "what was waited for did not come"
        time.sleep(0.1)


def test_what_a_crash_leaves_is_collected(tmp_path: Path, receiver: Receiver) -> None:
    data_dir, log = tmp_path / "data", tmp_path / "server.log"
    preparing = Server(data_dir, log, GRACE)
    merchant = Merchant.register(preparing, receiver)
    kept = upload(merchant, b"kept")
    before = stored(merchant)
    assert preparing.stop() == 0

    merchant.server = Server(data_dir, log, {**GRACE, "BONAFIDE_CRASH_AT": "blob.written:1"})
    with pytest.raises(requests.ConnectionError):
        upload(merchant, b"lost")
    merchant.server.wait_until_dead(WITHIN_SECONDS)
    assert len(stored(merchant) - before) == 1, "the crash left a picture without a file"

    # Two servers, one of which collects.
    merchant.server = Server(data_dir, log, GRACE)
    other = Server(data_dir, tmp_path / "other.log", GRACE)
    wait_until(lambda: stored(merchant) == before)
    logs = (log, other.log)
    wait_until(lambda: any("no file names were deleted" in file.read_text() for file in logs))
    # Long past its grace, and named by a file.
    content = requests.get(
        f"{merchant.url}/v1/files/{kept}/contents", auth=(merchant.keys.secret, ""), timeout=30
    )
    assert (content.status_code, content.content) == (200, b"kept")
    assert other.stop() == 0
    assert merchant.server.stop() == 0
