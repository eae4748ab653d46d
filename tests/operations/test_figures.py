"""Figures of simulated pictures stand in docs/accuracy.md and docs/liveness.md, beside what they are worth."""

import re
from pathlib import Path

README = Path(__file__).parents[2] / "README.md"
SHARE = re.compile(r"\d\s?%|\b\d[\d,.]* of \d|\b(?:all|none) of \d")
SIMULATED = re.compile(r"specimen|simulat|drawn|forger|synthetic", re.IGNORECASE)


def simulated_shares(text: str) -> list[str]:
    """Paragraphs and rows of tables that say what share of simulated pictures something holds for."""
    parts = re.split(r"\n\s*\n|\n(?=[|#-])", text)
    return [part for part in parts if SHARE.search(part) and SIMULATED.search(part)]


def test_the_readme_has_no_accuracy_of_simulated_pictures() -> None:
    assert simulated_shares(README.read_text()) == []


def test_such_a_figure_would_be_found() -> None:
    text = """
Of specimens
99.4 % are read right.

| forgeries refused | 38 of 40 |
| a verification of a drawn passport | 0.4 s |

Documents are read in 97 % of the pictures of others.
"""
    assert len(simulated_shares(text)) == 2
