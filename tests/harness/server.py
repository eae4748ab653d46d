"""The real binary, started on a free port and a data directory of its own."""

import json
import os
import queue
import signal
import subprocess
import threading
from dataclasses import dataclass
from pathlib import Path

import stripe

from .storage import storage_options
from .processes import start

ROOT = Path(__file__).resolve().parents[2]
BINARY = Path(os.environ.get("BONAFIDE_BIN", ROOT / "target" / "debug" / "bonafide"))
PORTRAITS = ROOT / "models" / "portraits"
# Persons here send pictures and show no moves; tests of the challenge ask for it.
os.environ.setdefault("BONAFIDE_TEST_LIVENESS", "passive")
READY_WITHIN_SECONDS = 60
STOPPED_WITHIN_SECONDS = 30


@dataclass(frozen=True)
class Keys:
    secret: str
    publishable: str
    restricted: str


def command(*arguments: str | Path) -> list[str | Path]:
    """A command of the binary, on the storage of the data folder that it names."""
    return [BINARY, *arguments, *storage_options(arguments)]


class Server:
    """One run of `bonafide serve`. Its output is kept in `log` for tests that read it."""

    def __init__(
        self,
        data_dir: Path,
        log: Path,
        environment: dict[str, str] | None = None,
        *options: str,
        ignoring_signals: bool = False,
        within: tuple[str, ...] = (),
    ):
        """`ignoring_signals` hands on which signals this process ignores; `within` is a command that
        runs another one."""
        self.data_dir = data_dir
        self.log = log
        self._log_file = log.open("ab")
        self._lines: queue.Queue[str | None] = queue.Queue()
        self.process = start(
            [
                *within,
                *command(
                    *("serve", "--json", "--listen", "127.0.0.1:0", "--data-dir", data_dir), *options
                ),
            ],
            stdout=subprocess.PIPE,
            stderr=self._log_file,
            env={**os.environ, **(environment or {})},
            restore_signals=not ignoring_signals,
        )
        threading.Thread(target=self._read_output, daemon=True).start()
        ready = self._wait_for_ready()
        self.url: str = ready["url"].rstrip("/")
        self.first_keys: Keys | None = None
        if ready["secret_key"]:
            self.first_keys = Keys(
                ready["secret_key"], ready["publishable_key"], ready["restricted_key"]
            )

    def _read_output(self) -> None:
        for line in self.process.stdout:
            self._log_file.write(line)
            self._log_file.flush()
            self._lines.put(line.decode())
        self._lines.put(None)

    def _wait_for_ready(self) -> dict:
        while True:
            line = self._lines.get(timeout=READY_WITHIN_SECONDS)
            if line is None:
                raise AssertionError(f"the server ended before it was ready: {self.log.read_text()}")
            event = json.loads(line)
            if event.get("event") == "ready":
                return event

    def wait_until_dead(self, within_seconds: float) -> int:
        """Waits for a crash; negative results name the signal."""
        return self.process.wait(timeout=within_seconds)

    def stop(self) -> int:
        """Asks the server to drain, and returns its exit status."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        status = self.process.wait(timeout=STOPPED_WITHIN_SECONDS)
        self._log_file.close()
        return status

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()


def stripe_client(url: str, key: str) -> stripe.StripeClient:
    """The official SDK, pointed here as its own documentation allows."""
    return stripe.StripeClient(key, base_addresses={"api": url, "files": url})


def run(*arguments: str | Path) -> str:
    """Runs a command of the binary and returns its standard output."""
    finished = subprocess.run(
        command(*arguments), check=True, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL
    )
    return finished.stdout.decode()
