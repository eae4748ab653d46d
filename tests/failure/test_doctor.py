"""What the doctor says of an installation's surroundings."""

import os
import subprocess
from pathlib import Path

from harness.server import Server, command
from harness.storage import on_cluster


def examine(data_dir: Path, environment: dict[str, str]) -> tuple[int, list[str]]:
    finished = subprocess.run(
        command("doctor", "--data-dir", data_dir),
        stdout=subprocess.PIPE, text=True, env={**os.environ, **environment},
    )
    return finished.returncode, finished.stdout.splitlines()


def line(lines: list[str], about: str) -> str:
    found = [line for line in lines if about in line]
    assert len(found) == 1, (about, lines)
    return found[0]


def test_advice_is_given_and_is_no_problem(tmp_path: Path) -> None:
    data_dir = tmp_path / "data"
    Server(data_dir, tmp_path / "log").stop()
    status, lines = examine(data_dir, {})
    assert status == 0, lines
    key = line(lines, "master key: ")
    assert key.startswith("advice") and "lies beside the data it protects" in key
    assert line(lines, "metrics: ").startswith("advice")
    assert "GB free of" in line(lines, "disk: ")
    if on_cluster():
        assert line(lines, "clock: that of the database server").startswith("ok")


def test_what_is_set_up_needs_no_advice(tmp_path: Path) -> None:
    data_dir = tmp_path / "data"
    Server(data_dir, tmp_path / "log").stop()
    key = tmp_path / "elsewhere.key"
    (data_dir / "master.key").rename(key)
    asked = {
        "BONAFIDE_MASTER_KEY_FILE": str(key),
        "BONAFIDE_METRICS_LISTEN": "127.0.0.1:9464",
    }
    status, lines = examine(data_dir, asked)
    assert status == 0, lines
    assert line(lines, "master key: ") == "ok       master key: kept apart from the data"
    assert line(lines, "metrics: ") == "ok       metrics: served"
