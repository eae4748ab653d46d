"""The short form of what `make soak` does with ten million sessions."""

import json
import subprocess

import pytest

from harness.server import BINARY
from harness.storage import ask_postgres

# Built beside the product, of which it is no part.
BENCH = BINARY.with_name("bonafide-bench")
ROWS = 30_000


@pytest.mark.parametrize("on_a_server", [False, True], ids=["sqlite", "postgres"])
def test_lists_do_not_grow_with_the_database(on_a_server: bool) -> None:
    where = ["--database-url", ask_postgres("")] if on_a_server else []
    finished = subprocess.run(
        [BENCH, "rows", "--rows", str(ROWS), "--json", *where],
        capture_output=True, text=True,
    )
    seen = json.loads(finished.stdout)["rows"]
    assert seen["rows"] == [1000, ROWS]
    assert len(seen["times"]) > 20
    assert seen["grew_too_much"] == [], finished.stderr
    assert finished.returncode == 0
