"""Somebody who has the master key and a copy of everything, and opens whatever can be opened.

Written from the description of the format alone: XChaCha20-Poly1305, `version, nonce, ciphertext,
tag`, with version, owner and context as associated data. Every sealed value is tried with every key
that can be had.
"""

import hmac
import json
import os
import sqlite3
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from Crypto.Cipher import ChaCha20_Poly1305

VERSION = 1
NONCE = slice(1, 25)
TAG_BYTES = 16
KEY_FILE_MARK = b"master:"


@dataclass(frozen=True)
class Key:
    owner: str
    bytes: bytes

    def open(self, context: str, sealed: bytes) -> bytes | None:
        if len(sealed) < 25 + TAG_BYTES or sealed[0] != VERSION:
            return None
        cipher = ChaCha20_Poly1305.new(key=self.bytes, nonce=sealed[NONCE])
        owner = self.owner.encode()
        cipher.update(bytes([VERSION]) + len(owner).to_bytes(8, "big") + owner + context.encode())
        try:
            return cipher.decrypt_and_verify(sealed[25:-TAG_BYTES], sealed[-TAG_BYTES:])
        except ValueError:
            return None


def derive(key: bytes, label: str) -> bytes:
    return hmac.digest(key, label.encode(), "sha256")


@dataclass
class Loot:
    """A copy of an installation: the rows of its tables, and folders of files."""

    tables: dict[str, list[dict]]
    pictures: Path
    keys: Path
    master: bytes
    opened: list[bytes] = field(default_factory=list)

    def open_everything(self) -> list[bytes]:
        """Every plaintext that can be had."""
        epochs, own = self._key_files()
        # What belongs to no data key, and the master key itself as those before epochs used it.
        epochs.append(Key("vault/wrapping", derive(self.master, "bonafide wrapping key v1")))
        keys = [*own, *self._data_keys(epochs)]
        found = []
        for context, sealed in self._sealed_values():
            found += [plain for key in keys if (plain := key.open(context, sealed)) is not None]
        return found

    def _key_files(self) -> tuple[list[Key], list[Key]]:
        wrapping = Key("vault/keys", derive(self.master, "bonafide key file wrapping v1"))
        epochs, own = [], []
        for file in self.keys.rglob("*"):
            if not file.is_file() or not file.read_bytes().startswith(KEY_FILE_MARK):
                continue
            sealed = bytes.fromhex(file.read_text().splitlines()[1])
            key = wrapping.open(file.name, sealed)
            assert key is not None, "the attacker does not know the format any more"
            if file.name.startswith("epoch"):
                epochs.append(Key("vault/wrapping", key))
            else:
                own.append(Key("vault/own", derive(key, "bonafide own key v1")))
        return epochs, own

    def _data_keys(self, epochs: list[Key]) -> list[Key]:
        keys = []
        for row in self.tables["data_keys"]:
            owner, wrapped = row["owner"], row["bytes"]
            keys += [Key(owner, key) for epoch in epochs if (key := epoch.open(owner, wrapped))]
        return keys

    def _sealed_values(self) -> Iterator[tuple[str, bytes]]:
        for row in self.tables["sessions"]:
            yield f"session/{row['id']}", row["sealed"] or b""
        for row in self.tables["reports"]:
            yield f"report/{row['id']}", row["sealed"]
        for row in self.tables["files"]:
            yield f"file-name/{row['id']}", row["sealed_name"] or b""
        for row in self.tables["observations"]:
            yield f"observation/{row['kind']}/{row['file']}", row["sealed"]
        for row in self.tables["idempotent_answers"]:
            yield f"idempotent/{row['account']}/{row['key']}", row["sealed_body"]
        for file in self.pictures.rglob("*"):
            if file.is_file():
                yield f"blob/{file.name}", file.read_bytes()


TABLES = [
    "data_keys",
    "sessions",
    "reports",
    "files",
    "observations",
    "idempotent_answers",
    "events",
    "keyring",
]


def rows_of_sqlite(database: Path) -> dict[str, list[dict]]:
    with sqlite3.connect(database) as connection:
        connection.row_factory = sqlite3.Row
        return {
            table: [dict(row) for row in connection.execute(f"SELECT * FROM {table}")]
            for table in TABLES
        }


def rows_of_postgres(url: str) -> dict[str, list[dict]]:
    tables = {}
    for table in TABLES:
        query = f"SELECT row_to_json(t) FROM {table} t"
        answer = subprocess.run(
            ["psql", "--no-psqlrc", "--tuples-only", "--no-align", "--quiet", "--command", query, url],
            check=True, stdout=subprocess.PIPE, text=True, env={**os.environ, "PGCLIENTENCODING": "UTF8"},
        )
        rows = [json.loads(line) for line in answer.stdout.splitlines() if line]
        tables[table] = [{name: _bytes(value) for name, value in row.items()} for row in rows]
    return tables


def _bytes(value: object) -> object:
    """What is `bytea` comes as hexadecimal digits."""
    return bytes.fromhex(value[2:]) if isinstance(value, str) and value.startswith("\\x") else value
