"""Where the servers of a run keep their data: a folder with SQLite, or PostgreSQL and S3.

BONAFIDE_TEST_STORAGE=cluster chooses the latter: throw-away servers of the run's own. Every data
folder has a database and a bucket of its own, so a server that is started again on the same folder
finds what it left, and commands find the server's.
"""

import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"


@dataclass(frozen=True)
class Bucket:
    url: str
    # Where the S3 server keeps its objects.
    folder: Path


def storage_options(arguments: Sequence[str | Path]) -> list[str]:
    """What to add to a command that names a data folder."""
    if "--data-dir" not in arguments or not on_cluster():
        return []
    data_dir = str(arguments[arguments.index("--data-dir") + 1])
    options = []
    if "--database-url" not in arguments:
        options += ["--database-url", database_of(data_dir)]
    if "--blob-url" not in arguments:
        options += ["--blob-url", bucket_of(data_dir).url]
    return options


def on_cluster() -> bool:
    kind = os.environ.get("BONAFIDE_TEST_STORAGE", "embedded")
    if kind not in ("embedded", "cluster"):
        raise ValueError(f"BONAFIDE_TEST_STORAGE is {kind}: embedded, cluster")
    return kind == "cluster"


@cache
def database_of(data_dir: str) -> str:
    """The URL of a data folder's database."""
    return ask_postgres("")


def restart_postgres(kind: str) -> None:
    """`fast` or `immediate`; returns once it answers again."""
    assert ask_postgres(f"restart {kind}") == "restarted"


def ask_postgres(line: str) -> str:
    return _ask(_server("with_postgres"), line)


@cache
def bucket_of(data_dir: str) -> Bucket:
    """The bucket of a data folder. Commands find what opens it among their variables."""
    url, key, secret, folder = _ask(_server("with_s3"), "").split(" ", 3)
    os.environ["AWS_ACCESS_KEY_ID"] = key
    os.environ["AWS_SECRET_ACCESS_KEY"] = secret
    return Bucket(url, Path(folder))


def _ask(server: subprocess.Popen, line: str) -> str:
    server.stdin.write(f"{line}\n")
    server.stdin.flush()
    answer = server.stdout.readline().strip()
    assert answer, "a server for tests could not be started: see above"
    return answer


@cache
def _server(script: str) -> subprocess.Popen:
    """Serves until its standard input ends, which it does with this process."""
    return subprocess.Popen(
        [SCRIPTS / script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
