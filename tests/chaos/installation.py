"""Processes of one installation that die and come back."""

import os
import random
import subprocess
from abc import ABC, abstractmethod
from pathlib import Path

from harness.processes import start
from harness.server import Server, command
from harness.storage import restart_postgres

# A dead worker's jobs are another's after this long.
ENVIRONMENT = {"BONAFIDE_LEASE_SECONDS": "5"}
START_TRIES = 5


class Process(ABC):
    """One process, by `kill -9` and start."""

    def __init__(self, data_dir: Path, log: Path, options: list[str]) -> None:
        self.data_dir = data_dir
        self.log = log
        self.options = options
        self.start()

    @abstractmethod
    def start(self) -> None: ...

    @abstractmethod
    def kill(self) -> None: ...

    @abstractmethod
    def is_alive(self) -> bool: ...


class Serving(Process):
    def start(self) -> None:
        # As a supervisor would: a start fails while the database is in recovery, for example.
        for attempt in range(1, START_TRIES + 1):
            try:
                self.server = Server(self.data_dir, self.log, ENVIRONMENT, *self.options)
                return
            except AssertionError:
                if attempt == START_TRIES:
                    raise

    @property
    def url(self) -> str:
        return self.server.url

    def kill(self) -> None:
        self.server.kill()

    def is_alive(self) -> bool:
        return self.server.process.poll() is None


class Working(Process):
    def start(self) -> None:
        with self.log.open("ab") as log:
            self.process = start(
                command("worker", "--data-dir", self.data_dir, *self.options),
                stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                env={**os.environ, **ENVIRONMENT},
            )

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()

    def is_alive(self) -> bool:
        return self.process.poll() is None


class Installation:
    def __init__(self, servers: list[Serving], workers: list[Working], on_postgres: bool) -> None:
        self.servers = servers
        self.workers = workers
        self.on_postgres = on_postgres
        self.kills = 0
        self.restarts = 0

    def url(self, chance: random.Random) -> str:
        """Where a balancer sends the next try."""
        return chance.choice(self.servers).url

    def disturb(self, chance: random.Random) -> None:
        """Kills some processes, or restarts the database, and has everything running again."""
        if self.on_postgres and chance.random() < 0.2:
            restart_postgres(chance.choice(["fast", "immediate"]))
            self.restarts += 1
        else:
            everybody = [*self.servers, *self.workers]
            count = min(chance.choice([1, 1, 2]), len(everybody))
            for process in chance.sample(everybody, count):
                process.kill()
                self.kills += 1
        self.revive()

    def revive(self) -> None:
        for process in [*self.servers, *self.workers]:
            if not process.is_alive():
                process.start()
