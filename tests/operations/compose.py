"""The services of deploy/compose.yaml as processes of this machine.

Their commands, variables and checks of health are those of the file. What only a container has is
put in its place: names of other services, the paths of secrets, and one port for all.
"""

import os
import re
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from harness.processes import start
from harness.server import BINARY, ROOT

FILE = ROOT / "deploy" / "compose.yaml"
PORT = "12111"


@dataclass
class Service:
    name: str
    command: list[str]
    environment: dict[str, str]
    replicas: int
    health: list[str] | None

    def variables(self) -> dict[str, str]:
        # Of this machine's own settings only where the models are, which an image says itself.
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith("BONAFIDE_") or name == "BONAFIDE_MODELS_DIR"
        }
        return {**kept, **self.environment}


@dataclass
class Compose:
    """`replacements` are texts of the file and what stands in their place here."""

    replacements: dict[str, str]
    running: list[subprocess.Popen] = field(default_factory=list)

    def service(self, name: str) -> Service:
        written = yaml.safe_load(FILE.read_text())["services"][name]
        environment = {key: self.here(value) for key, value in written["environment"].items()}
        health = written.get("healthcheck", {}).get("test")
        return Service(
            name,
            [self.here(part) for part in written["command"]],
            environment,
            written.get("deploy", {}).get("replicas", 1),
            health[1:] if health else None,
        )

    def here(self, text: str) -> str:
        known = sorted(self.replacements, key=len, reverse=True)
        # At once: what is put in must not be replaced again.
        pattern = "|".join(re.escape(there) for there in known)
        return re.sub(pattern, lambda found: self.replacements[found.group()], text)

    def run(self, name: str) -> None:
        """A service that ends by itself."""
        service = self.service(name)
        subprocess.run(
            self.program(service.command), env=service.variables(), check=True, timeout=60
        )

    def start(self, name: str, log: Path, port: int | None = None) -> subprocess.Popen:
        service = self.service(name)
        command = [part.replace(f"0.0.0.0:{PORT}", f"127.0.0.1:{port}") for part in service.command]
        process = start(
            self.program(command),
            env=service.variables(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=log.open("ab"),
        )
        self.running.append(process)
        return process

    def is_healthy(self, name: str, port: int) -> bool:
        health = self.service(name).health
        assert health, f"{name} has no check of health"
        command = [part.replace(PORT, str(port)) for part in health]
        return subprocess.run(command, stderr=subprocess.DEVNULL, timeout=10).returncode == 0

    @staticmethod
    def program(command: list[str]) -> list[str]:
        assert command[0] == "bonafide"
        return [str(BINARY), *command[1:]]
