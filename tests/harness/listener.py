"""`bonafide listen`, running beside a server."""

import re
import signal
import subprocess
from pathlib import Path

from harness.processes import start
from harness.server import STOPPED_WITHIN_SECONDS, command


class Listener:
    """Forwards a server's events until it is stopped. `secret` is what it signs with."""

    def __init__(self, data_dir: Path, forward_to: str, *options: str) -> None:
        self._process = start(
            command("listen", "--forward-to", forward_to, "--data-dir", data_dir, *options),
            stdout=subprocess.PIPE,
            stdin=subprocess.DEVNULL,
            text=True,
        )
        ready = self._process.stdout.readline()
        found = re.search(r"whsec_\w+", ready)
        assert found, f"listen did not become ready: {ready!r}"
        self.secret = found.group()

    def stop(self) -> str:
        """Ends it as Ctrl-C does and returns what it printed after it was ready."""
        self._process.send_signal(signal.SIGINT)
        printed, _ = self._process.communicate(timeout=STOPPED_WITHIN_SECONDS)
        assert self._process.returncode == 0
        return printed
