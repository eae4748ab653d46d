"""What an installation's database holds, asked beside the product."""

import sqlite3
import subprocess
from pathlib import Path

from harness.storage import database_of, on_cluster


def column(data_dir: Path, query: str) -> list[str]:
    """The first column of the answer, as text."""
    if on_cluster():
        answer = subprocess.run(
            ["psql", "--no-psqlrc", "--tuples-only", "--no-align", "--command", query,
             database_of(str(data_dir))],
            check=True, stdout=subprocess.PIPE, text=True,
        )
        return answer.stdout.split()
    with sqlite3.connect(f"file:{data_dir / 'bonafide.db'}?mode=ro", uri=True) as database:
        return [str(row[0]) for row in database.execute(query)]
