"""Pages lead somewhere: every relative link, and every source file that is named."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = subprocess.run(
    ["git", "ls-files", "*.md"], cwd=ROOT, check=True, capture_output=True, text=True
).stdout.split()
FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`[^`\n]*`")
LINK = re.compile(r"\]\(([^)\s#]+)")
SOURCE = re.compile(r"(?<![\w/])(?:crates|scripts|tests|training|web)/[a-z0-9_/.-]+\.(?:rs|py|mjs|ts)\b")


def missing(page: Path, text: str) -> list[str]:
    """What a page of this text leads to and is not there."""
    prose = CODE.sub("`code`", FENCE.sub("", text))
    links = [link for link in LINK.findall(prose) if ":" not in link]
    gone = [link for link in links if not (page.parent / link).exists()]
    return gone + [path for path in SOURCE.findall(text) if not (ROOT / path).exists()]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_leads_to_what_is_there(name: str) -> None:
    page = ROOT / name
    assert missing(page, page.read_text()) == []


def test_what_is_gone_is_found() -> None:
    text = "[here](README.md) [there](crates/gone) and `crates/gone/src/lib.rs` `[no](link)`"
    assert missing(ROOT / "README.md", text) == ["crates/gone", "crates/gone/src/lib.rs"]
