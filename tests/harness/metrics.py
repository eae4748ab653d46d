"""The page that a process shows to its monitoring."""

import json
import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import requests

WITHIN_SECONDS = 30
SAMPLE = re.compile(r"^([a-zA-Z_:]+)(?:\{(.*)\})? (\S+)$")
LABEL = re.compile(r'([a-z_]+)="((?:[^"\\]|\\.)*)"')


def metrics_address(log: Path) -> str:
    """Where a process serves its metrics, as its log says."""
    deadline = time.monotonic() + WITHIN_SECONDS
    while time.monotonic() < deadline:
        for line in log.read_text().splitlines():
            if "metrics are served" in line:
                return json.loads(line)["fields"]["address"]
    raise AssertionError(f"no metrics are served: {log.read_text()}")


@dataclass(frozen=True)
class Metrics:
    text: str
    samples: dict[tuple[str, frozenset[tuple[str, str]]], float]

    @classmethod
    def of(cls, address: str) -> "Metrics":
        answer = requests.get(f"http://{address}/metrics", timeout=10)
        assert answer.status_code == 200
        assert answer.headers["Content-Type"].startswith("text/plain; version=0.0.4")
        samples = {}
        for line in answer.text.splitlines():
            if not line or line.startswith("#"):
                continue
            sample = SAMPLE.match(line)
            assert sample, line
            name, labels, value = sample.groups()
            samples[name, frozenset(LABEL.findall(labels or ""))] = float(value)
        return cls(answer.text, samples)

    @classmethod
    def when(cls, address: str, holds: Callable[["Metrics"], bool]) -> "Metrics":
        """The first page for which something holds."""
        deadline = time.monotonic() + WITHIN_SECONDS
        while not holds(metrics := cls.of(address)):
            assert time.monotonic() < deadline, metrics.text
        return metrics

    def value(self, name: str, **labels: str) -> float:
        return self.samples[name, frozenset(labels.items())]

    def sum(self, name: str, **labels: str) -> float:
        """Of every sample with these labels and perhaps others."""
        wanted = set(labels.items())
        return sum(v for (n, has), v in self.samples.items() if n == name and wanted <= has)
