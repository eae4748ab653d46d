"""Where the servers of a run keep their data: SQLite files, or databases on a throw-away PostgreSQL.

BONAFIDE_TEST_DATABASE=postgres chooses the latter. Every data folder has a database of its own, so a
server that is started again on the same folder finds what it left, and commands find the server's.
"""

import os
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "with_postgres"


def database_options(arguments: Sequence[str | Path]) -> list[str]:
    """What to add to a command that names a data folder."""
    kind = os.environ.get("BONAFIDE_TEST_DATABASE", "sqlite")
    if kind == "sqlite" or "--data-dir" not in arguments:
        return []
    if kind != "postgres":
        raise ValueError(f"BONAFIDE_TEST_DATABASE is {kind}: sqlite, postgres")
    data_dir = arguments[arguments.index("--data-dir") + 1]
    return ["--database-url", _database_for(str(data_dir))]


@cache
def _database_for(data_dir: str) -> str:
    postgres = _postgres()
    postgres.stdin.write("\n")
    postgres.stdin.flush()
    url = postgres.stdout.readline().strip()
    assert url, "PostgreSQL could not be started: see above"
    return url


@cache
def _postgres() -> subprocess.Popen:
    """Serves until its standard input ends, which it does with this process."""
    return subprocess.Popen(
        [SCRIPT], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
