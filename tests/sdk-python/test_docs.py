"""The code in the documentation, run as it stands there."""

import json
import os
import re
import subprocess
from pathlib import Path

import pytest

from harness.documents import Documents
from harness.merchant import Merchant
from harness.receiver import TERMINAL_EVENTS
from harness.server import ROOT

LOCAL_DEVELOPMENT = ROOT / "docs" / "local-development.md"


def blocks(page: Path, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", page.read_text(), re.MULTILINE | re.DOTALL)


def test_a_whole_verification_as_documented(
    merchant: Merchant, documents: Documents, monkeypatch: pytest.MonkeyPatch
) -> None:
    [code] = blocks(LOCAL_DEVELOPMENT, "python")
    monkeypatch.chdir(documents.make().front.parent)
    names = {"url": merchant.url, "secret_key": merchant.keys.secret}
    exec(compile(code, str(LOCAL_DEVELOPMENT), "exec"), names)
    event = merchant.receiver.wait_for(names["session"].id, TERMINAL_EVENTS)
    assert event["type"] == "identity.verification_session.verified"


def test_curl_as_documented(merchant: Merchant) -> None:
    [create] = [code for code in blocks(LOCAL_DEVELOPMENT, "sh") if "-d type=document" in code]
    [advance] = [code for code in blocks(LOCAL_DEVELOPMENT, "sh") if "/advance" in code]
    names = {**os.environ, "URL": merchant.url, "SECRET_KEY": merchant.keys.secret}

    def answer(code: str) -> dict:
        run = ["bash", "-euo", "pipefail", "-c", code]
        finished = subprocess.run(run, env=names, check=True, stdout=subprocess.PIPE)
        return json.loads(finished.stdout)

    created = answer(create)
    assert created["options"] == {"document": {"require_matching_selfie": True}}
    advanced = answer(advance.replace("vs_…", created["id"]))
    assert advanced["id"] == created["id"]
    assert advanced["url"] != created["url"]
