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
    if "--data-dir" not in arguments or not _on_postgres():
        return []
    data_dir = arguments[arguments.index("--data-dir") + 1]
    return ["--database-url", _database_for(str(data_dir))]


def dump(data_dir: Path, out: Path) -> list[Path]:
    """Where to look for what the database of a data folder holds and the folder does not."""
    if not _on_postgres():
        return []
    # Values are compressed in PostgreSQL's own files.
    subprocess.run(
        ["pg_dump", "--dbname", _database_for(str(data_dir)), "--file", out], check=True
    )
    return [out]


def _on_postgres() -> bool:
    kind = os.environ.get("BONAFIDE_TEST_DATABASE", "sqlite")
    if kind not in ("sqlite", "postgres"):
        raise ValueError(f"BONAFIDE_TEST_DATABASE is {kind}: sqlite, postgres")
    return kind == "postgres"


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
