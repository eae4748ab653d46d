"""Requests made up from the server's own description: whatever comes, the answer is as described.

BONAFIDE_EXAMPLES sets how many requests are made up for each operation.
"""

import json
import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

from harness.merchant import ALL_EVENTS, Merchant
from harness.person import API_VERSION

FOLDER = Path(__file__).parent
CONFIGURATION = FOLDER / "schemathesis.toml"
EXAMPLES = os.environ.get("BONAFIDE_EXAMPLES", "25")
# Paths of the person's side: they take another key.
PERSONS = "^/v1/identity/verification_pages/"
# Answers that go on for seconds: hosted's own tests and a browser follow them.
STREAMS = "/progress$"
# Objects of each kind that requests can name; some of them will be used up.
EACH = 6
# Where hooks.py finds them.
KNOWN = "BONAFIDE_KNOWN_IDENTIFIERS"


def identifiers(merchant: Merchant) -> dict[str, list[str]]:
    """Something for every name in a path."""
    client = merchant.client.v1
    sessions = [merchant.create_session().id for _ in range(EACH)]
    keys = [
        client.ephemeral_keys.create(
            {"verification_session": session}, {"stripe_version": API_VERSION}
        )
        for session in sessions
    ]
    endpoint = {"url": merchant.receiver.url, "enabled_events": ALL_EVENTS}
    files = [
        client.files.create({"purpose": "dispute_evidence", "file": BytesIO(b"a text")}).id
        for _ in range(EACH)
    ]
    return {
        "session": sessions,
        "key": [key.id for key in keys],
        "webhook_endpoint": [client.webhook_endpoints.create(endpoint).id for _ in range(EACH)],
        "file": files,
        "link": [client.file_links.create({"file": file}).id for file in files],
        "id": [event.id for event in client.events.list().data],
    }


def schemathesis(
    merchant: Merchant, key: str, folder: Path, known: dict[str, list[str]], *options: str
) -> None:
    """Runs the generator; `known` are values for names in paths."""
    finished = subprocess.run(
        [
            Path(sys.executable).with_name("schemathesis"), "--config-file", CONFIGURATION, "run",
            f"{merchant.url}/openapi.json", "--header", f"Authorization: Bearer {key}",
            "--max-examples", EXAMPLES, "--seed", "1", "--continue-on-failure", *options,
        ],
        cwd=folder,
        env={
            **os.environ,
            "PYTHONPATH": str(FOLDER),
            "SCHEMATHESIS_HOOKS": "hooks",
            KNOWN: json.dumps(known),
        },
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )
    # Addresses can be tens of thousands of characters long.
    shown = "\n".join(line[:400] for line in finished.stdout.splitlines())
    assert finished.returncode == 0, shown


def test_back_ends(merchant: Merchant, tmp_path: Path) -> None:
    known = identifiers(merchant)
    schemathesis(
        merchant, merchant.keys.secret, tmp_path, known, "--exclude-path-regex", PERSONS
    )


def test_persons(merchant: Merchant, tmp_path: Path) -> None:
    session = merchant.create_session().id
    key = merchant.client.v1.ephemeral_keys.create(
        {"verification_session": session}, {"stripe_version": API_VERSION}
    )
    schemathesis(
        merchant, key.secret, tmp_path, {"id": [session]},
        "--include-path-regex", PERSONS, "--exclude-path-regex", STREAMS,
    )
