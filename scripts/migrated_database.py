"""Applies a folder of SQL migrations, in name order, to a new SQLite file.

Usage: migrated_database.py MIGRATIONS DATABASE
"""

import sqlite3
import sys
from pathlib import Path


def main(migrations: Path, database: Path) -> None:
    connection = sqlite3.connect(database)
    for migration in sorted(migrations.glob("*.sql")):
        connection.executescript(migration.read_text())
    connection.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
