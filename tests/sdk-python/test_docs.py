"""The code in the documentation, run as it stands there."""

import re
from pathlib import Path

import pytest

from harness.documents import Documents
from harness.merchant import Merchant
from harness.receiver import TERMINAL_EVENTS
from harness.server import ROOT

LOCAL_DEVELOPMENT = ROOT / "docs" / "local-development.md"


def python_blocks(page: Path) -> list[str]:
    return re.findall(r"^```python\n(.*?)^```", page.read_text(), re.MULTILINE | re.DOTALL)


def test_a_whole_verification_as_documented(
    merchant: Merchant, documents: Documents, monkeypatch: pytest.MonkeyPatch
) -> None:
    [code] = python_blocks(LOCAL_DEVELOPMENT)
    monkeypatch.chdir(documents.make().front.parent)
    names = {"url": merchant.url, "secret_key": merchant.keys.secret}
    exec(compile(code, str(LOCAL_DEVELOPMENT), "exec"), names)
    event = merchant.receiver.wait_for(names["session"].id, TERMINAL_EVENTS)
    assert event["type"] == "identity.verification_session.verified"
