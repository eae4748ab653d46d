"""What monitoring sees, while people are really verified."""

import json
import re
import signal
import subprocess
from pathlib import Path

import requests

from harness.documents import Documents
from harness.merchant import Merchant
from harness.metrics import Metrics, metrics_address
from harness.processes import start
from harness.receiver import TERMINAL_EVENTS, Receiver
from harness.server import ROOT, Server, command

LISTEN = {"BONAFIDE_METRICS_LISTEN": "127.0.0.1:0"}
VERIFIED = "identity.verification_session.verified"


def documented() -> set[str]:
    """The names in the docs' table."""
    table = (ROOT / "docs" / "metrics.md").read_text()
    return set(re.findall(r"^\| `([a-z_]+)` \|", table, re.MULTILINE))


def test_a_verification_is_counted(
    tmp_path: Path, receiver: Receiver, documents: Documents, selfie: Path
) -> None:
    server = Server(tmp_path / "data", tmp_path / "log", LISTEN)
    address = metrics_address(server.log)
    merchant = Merchant.register(server, receiver)
    session = merchant.create_session()
    merchant.person_for(session.id).complete(documents.make(seed=5).front, selfie)
    receiver.wait_for(session.id, TERMINAL_EVENTS)
    requests.get(f"{server.url}/v1/nothing/{session.id}?{session.id}", timeout=10)

    # The delivery that was waited for is counted after its answer.
    def settled(metrics: Metrics) -> bool:
        return metrics.sum("bonafide_delivery_duration_seconds_count", outcome="taken") >= 3

    metrics = Metrics.when(address, settled)
    assert metrics.value("bonafide_events_total", type=VERIFIED, mode="test") == 1
    created = {"operation": "PostIdentityVerificationSessions", "status": "2xx"}
    assert metrics.value("bonafide_http_request_duration_seconds_count", **created) == 1
    unknown = {"operation": "none", "status": "4xx"}
    assert metrics.value("bonafide_http_request_duration_seconds_count", **unknown) == 1
    for stage in ("queue", "open", "observe", "decide", "conclude"):
        name = "bonafide_verification_stage_duration_seconds_count"
        assert metrics.value(name, stage=stage) == 1, stage
    done = {"kind": "verify", "outcome": "done"}
    assert metrics.value("bonafide_job_duration_seconds_count", **done) == 1
    stored = {"operation": "put", "outcome": "done"}
    assert metrics.value("bonafide_blob_operation_duration_seconds_count", **stored) >= 2
    assert metrics.value("bonafide_http_requests_in_hand", lane="requests") == 0
    assert metrics.value("bonafide_jobs", kind="verify") == 0
    assert metrics.value("bonafide_store_answers") == 1
    assert metrics.value("process_resident_memory_bytes") > 10_000_000

    # Nothing but what the docs list, and no label with anything that somebody sent.
    for name, labels in metrics.samples:
        family = re.sub("_(bucket|sum|count)$", "", name)
        assert family in documented() or name in documented(), name
        for label, value in labels:
            assert label == "le" or re.fullmatch(r"[A-Za-z0-9_.]{1,60}", value), (label, value)
    for secret in (session.id, merchant.keys.secret, merchant.keys.publishable):
        assert secret not in metrics.text
    assert server.stop() == 0
    check_log(server.log, session.id)


def check_log(log: Path, asked_for: str) -> None:
    lines = [json.loads(line) for line in log.read_text().splitlines() if line.startswith("{")]
    fields = [line["fields"] for line in lines if "fields" in line]
    answers = [line for line in fields if line["message"] == "answered"]
    created = [line for line in answers if line["operation"] == "PostIdentityVerificationSessions"]
    assert len(created) == 1 and created[0]["status"] == 200 and created[0]["milliseconds"] > 0
    strangers = [line for line in answers if line["operation"] == "none"]
    assert len(strangers) == 1 and asked_for not in json.dumps(strangers)
    jobs = [line for line in fields if line["message"] == "job done"]
    assert {line["kind"] for line in jobs} == {"verify", "deliver"}
    assert all(line["milliseconds"] > 0 for line in jobs)


def test_what_is_refused_is_counted(tmp_path: Path, receiver: Receiver) -> None:
    server = Server(
        tmp_path / "data", tmp_path / "log", {**LISTEN, "BONAFIDE_LIMITS_READS_PER_SECOND": "1"}
    )
    merchant = Merchant.register(server, receiver)
    url, key = server.url + "/v1/identity/verification_sessions", merchant.keys.secret
    answers = [requests.get(url, auth=(key, ""), timeout=10).status_code for _ in range(10)]
    refused = answers.count(429)
    metrics = Metrics.of(metrics_address(server.log))
    assert refused > 0
    assert metrics.value("bonafide_http_requests_refused_total", reason="rate_limit") == refused
    assert server.stop() == 0


def test_workers_are_watched_too(tmp_path: Path) -> None:
    data, log = tmp_path / "data", tmp_path / "worker.log"
    arguments = ("worker", "--data-dir", data, "--metrics-listen", "127.0.0.1:0")
    with log.open("wb") as output:
        worker = start(command(*arguments), stderr=output, stdout=subprocess.DEVNULL)
        address = metrics_address(log)
        for path in ("/healthz", "/readyz"):
            assert requests.get(f"http://{address}{path}", timeout=10).status_code == 200
        assert Metrics.of(address).value("bonafide_jobs", kind="deliver") == 0
        worker.send_signal(signal.SIGTERM)
        assert worker.wait(timeout=30) == 0


def test_nothing_listens_unless_asked(tmp_path: Path) -> None:
    server = Server(tmp_path / "data", tmp_path / "log", {"BONAFIDE_LOG": "info"})
    assert requests.get(server.url + "/metrics", timeout=10).status_code == 404
    assert server.stop() == 0
    assert "metrics are served" not in server.log.read_text()
