"""The blocks of code that docs/sdks.md gives for each library."""

import re

from harness.server import ROOT

PAGE = ROOT / "docs" / "sdks.md"


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", PAGE.read_text(), re.MULTILINE | re.DOTALL)
