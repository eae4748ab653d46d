"""What a process has in memory (Linux)."""

from pathlib import Path


def memory(pid: int, line: str = "VmRSS") -> int:
    """Bytes of resident memory: `VmRSS` now, `VmHWM` the most there was."""
    for found in Path(f"/proc/{pid}/status").read_text().splitlines():
        name, _, value = found.partition(":")
        if name == line:
            return int(value.split()[0]) * 1024
    raise AssertionError(f"no {line}")


def forget_peak(pid: int) -> None:
    Path(f"/proc/{pid}/clear_refs").write_text("5")
