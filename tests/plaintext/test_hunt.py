"""After a verification, neither data directory nor database nor logs hold anything readable.

The control run does the same with sealing switched off, which only debug builds can: there every
needle has to be found, so a hunt that finds nothing means something.
"""

import subprocess
from pathlib import Path

import pytest

from harness.documents import Document, Documents
from harness.merchant import Merchant
from harness.metrics import Metrics, metrics_address
from harness.receiver import TERMINAL_EVENTS, Receiver
from harness.server import Server
from harness.storage import bucket_of, database_of, on_cluster

from .hunt import hunt
from .needles import Needle, base64_cores, date_needle, needles_of, text_needle

# A specimen whose names and dates are long enough to be no accident in random bytes.
SEED = 5
VERIFICATIONS_SEEN = "bonafide_verification_stage_duration_seconds_count"


@pytest.fixture
def passport(documents: Documents) -> Document:
    return documents.make(seed=SEED)


@pytest.fixture
def needles(passport: Document, selfie: Path) -> list[Needle]:
    pictures = {"passport picture": passport.front.read_bytes(), "selfie": selfie.read_bytes()}
    return needles_of(passport.truth, pictures)


def verify_and_stop(
    folder: Path, receiver: Receiver, passport: Document, selfie: Path, environment: dict[str, str]
) -> list[Path]:
    """Runs one verification, reads its results, and returns where the server left bytes."""
    log = folder / "server.log"
    listen = {"BONAFIDE_METRICS_LISTEN": "127.0.0.1:0"}
    server = Server(folder / "data", log, {**listen, **environment})
    if on_cluster():
        store_uncompressed(str(folder / "data"))
    merchant = Merchant.register(server, receiver)
    session = merchant.create_session()
    merchant.person_for(session.id).complete(passport.front, selfie)
    receiver.wait_for(session.id, TERMINAL_EVENTS)
    results = merchant.results(session.id)
    assert results.status == "verified", results.last_error
    assert results.last_verification_report.document.number == passport.truth["number"]
    metrics = folder / "metrics.txt"
    page = Metrics.of(metrics_address(log))
    assert page.value(VERIFICATIONS_SEEN, stage="observe") == 1
    metrics.write_text(page.text)
    # Killed, not drained: what a checkpoint at shutdown would tidy away is still there.
    server.kill()
    return [folder / "data", log, metrics, *cluster_places(folder)]


# PostgreSQL packs values of some length, and then its own files hold no text that could be found.
UNCOMPRESSED = """
DO $$ DECLARE one record; BEGIN
  FOR one IN SELECT table_name, column_name FROM information_schema.columns JOIN information_schema.tables
      USING (table_schema, table_name)
      WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND data_type IN ('bytea', 'text', 'jsonb')
  LOOP EXECUTE format('ALTER TABLE %I ALTER COLUMN %I SET STORAGE EXTERNAL', one.table_name, one.column_name);
  END LOOP;
END $$
"""


def store_uncompressed(data_dir: str) -> None:
    subprocess.run(
        ["psql", "--no-psqlrc", "--quiet", "--set", "ON_ERROR_STOP=1", "--command", UNCOMPRESSED, database_of(data_dir)],
        check=True, stdout=subprocess.DEVNULL,
    )


def cluster_places(folder: Path) -> list[Path]:
    """What PostgreSQL and the S3 server hold of a data folder.

    PostgreSQL compresses long values in its own files, hence the dump; those files are searched
    besides, for what is in no table: its log of writes, what was deleted, temporary files.
    """
    if not on_cluster():
        return []
    data_dir = str(folder / "data")
    dumped = folder / "database.sql"
    url = database_of(data_dir)
    subprocess.run(["pg_dump", "--dbname", url, "--file", dumped], check=True)
    query = "CHECKPOINT; SHOW data_directory"
    answer = subprocess.run(
        ["psql", "--no-psqlrc", "--tuples-only", "--no-align", "--quiet", "--command", query, url],
        check=True, stdout=subprocess.PIPE, text=True,
    )
    own_files = Path(answer.stdout.strip())
    assert (own_files / "PG_VERSION").is_file(), "PostgreSQL's own files cannot be read from here"
    objects = bucket_of(data_dir).folder
    assert any(file.is_file() for file in objects.rglob("*")), "pictures lie in the bucket"
    return [dumped, own_files, objects]


def test_nothing_readable_is_left(
    tmp_path: Path, receiver: Receiver, passport: Document, selfie: Path, needles: list[Needle]
) -> None:
    places = verify_and_stop(
        tmp_path, receiver, passport, selfie, {"BONAFIDE_LOG": "debug"}
    )
    assert hunt(needles, places) == []


def test_with_sealing_off_everything_is_found(
    tmp_path: Path, receiver: Receiver, passport: Document, selfie: Path, needles: list[Needle]
) -> None:
    places = verify_and_stop(tmp_path, receiver, passport, selfie, {"BONAFIDE_SEALING": "off"})
    found = {find.needle for find in hunt(needles, places)}
    assert found == {needle.name for needle in needles}
    # Each place by itself is one where something would be found.
    telling = places[3:] if on_cluster() else places[:1]
    assert [place for place in telling if not hunt(needles, [place])] == []


@pytest.mark.parametrize(
    "hidden",
    [
        b"..MUSTERMANN..",
        "..Mustermann..".encode("utf-16-le"),
        "..mustermann..".encode("utf-16-be"),
        b"..4d55535445524d414e4e..",
        b"..%4D%55%53%54%45%52%4D%41%4E%4E..",
        b"TVVTVEVSTUFOTg==",
        b"eE1VU1RFUk1BTk4=",
        b"eHhNVVNURVJNQU5O",
    ],
)
def test_the_hunt_knows_a_name_in_every_spelling(tmp_path: Path, hidden: bytes) -> None:
    (tmp_path / "leak").write_bytes(bytes(range(256)) + hidden + bytes(range(256)))
    assert hunt([text_needle("name", "Mustermann")], [tmp_path])


def test_a_date_is_found_and_a_moment_with_the_same_digits_is_not(tmp_path: Path) -> None:
    log = tmp_path / "server.log"
    expiry = [date_needle("expiration date", {"year": 2032, "month": 4, "day": 21})]
    log.write_text("2026-11-28T07:10:12.320421Z took 320421 us")
    assert hunt(expiry, [log]) == []
    for leak in ["2032-04-21", "20320421", "21.04.2032", '"320421"', '{"day":21,"month":4,"year":2032}']:
        log.write_text(f"2026-11-28T07:10:12.320421Z {leak}")
        assert hunt(expiry, [log]), leak


def test_base64_cores_hold_at_every_alignment() -> None:
    import base64

    secret = b"L898902C3"
    cores = base64_cores(secret)
    for before in range(6):
        for after in range(4):
            text = base64.b64encode(b"\xa7" * before + secret + b"\x5b" * after)
            assert any(core in text for core in cores), (before, after, text)
