"""Processes that tests start: none outlives its test, nor the run, however these end."""

import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

_started: set[subprocess.Popen] = set()


def start(command: Sequence[str | Path], **options: object) -> subprocess.Popen:
    """Starts a process that the kernel kills when the thread that started it is gone."""
    process = subprocess.Popen(["setpriv", "--pdeathsig", "KILL", "--", *command], **options)
    _started.add(process)
    return process


@contextmanager
def none_left() -> Iterator[None]:
    """Kills what was started inside and still runs at the end."""
    before = set(_started)
    try:
        yield
    finally:
        for process in _started - before:
            process.kill()
            process.wait()
            _started.remove(process)
