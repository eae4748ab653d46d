"""What uploads cost in memory, and what broken ones leave behind."""

import secrets
import socket
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import requests

from harness.memory import forget_peak, memory
from harness.merchant import Merchant
from harness.storage import bucket_of, on_cluster

PARALLEL = 16
FILE_BYTES = 10_000_000
ADDED_AT_MOST_BYTES = 100_000_000
ROUNDS = 2
BOUNDARY = "boundary"


def upload(merchant: Merchant, content: bytes) -> str:
    answer = requests.post(
        f"{merchant.url}/v1/files",
        auth=(merchant.keys.secret, ""),
        data={"purpose": "dispute_evidence"},
        files={"file": ("evidence.pdf", content)},
        timeout=60,
    )
    assert answer.status_code == 200, answer.text
    assert answer.json()["size"] == len(content)
    return answer.json()["id"]


def stored(merchant: Merchant) -> set[Path]:
    """Everything in the store of pictures, staged files too."""
    data_dir = merchant.server.data_dir
    place = bucket_of(str(data_dir)).folder if on_cluster() else data_dir / "blobs"
    return {file for file in place.rglob("*") if file.is_file()}


def test_parallel_uploads_stay_within_their_memory(
    merchant: Merchant, capsys: pytest.CaptureFixture[str]
) -> None:
    pid = merchant.server.process.pid
    # What is made once, at the first upload, is no upload's.
    upload(merchant, b"small")
    contents = [secrets.token_bytes(FILE_BYTES) for _ in range(PARALLEL)]
    for _ in range(ROUNDS):
        before = memory(pid, "VmRSS")
        forget_peak(pid)
        with ThreadPoolExecutor(PARALLEL) as pool:
            files = list(pool.map(lambda content: upload(merchant, content), contents))
        assert len(set(files)) == PARALLEL
        added = memory(pid, "VmHWM") - before
        with capsys.disabled():
            print(f"\n{PARALLEL} parallel uploads of 10 MB added {added / 1e6:.0f} MB", end=" ")
        assert added <= ADDED_AT_MOST_BYTES


def half_an_upload(merchant: Merchant) -> socket.socket:
    """A connection that has sent the first half of an upload."""
    part = (
        f"--{BOUNDARY}\r\n"
        'Content-Disposition: form-data; name="purpose"\r\n\r\ndispute_evidence\r\n'
        f"--{BOUNDARY}\r\n"
        'Content-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n'
    ).encode()
    address = urlsplit(merchant.url)
    head = (
        f"POST /v1/files HTTP/1.1\r\nHost: {address.netloc}\r\n"
        f"Authorization: Bearer {merchant.keys.secret}\r\n"
        f"Content-Type: multipart/form-data; boundary={BOUNDARY}\r\n"
        f"Content-Length: {FILE_BYTES}\r\n\r\n"
    ).encode()
    connection = socket.create_connection((address.hostname, address.port), timeout=30)
    connection.sendall(head + part)
    # The rest waits in the network once the server takes no more.
    connection.setblocking(False)
    rest = bytes(FILE_BYTES // 2)
    try:
        while rest:
            rest = rest[connection.send(rest) :]
    except BlockingIOError:
        pass
    return connection


def test_half_sent_uploads_leave_nothing_behind(merchant: Merchant) -> None:
    before = stored(merchant)
    listed = merchant.client.v1.files.list({"limit": 100}).data
    # More than there is room for.
    broken = [half_an_upload(merchant) for _ in range(PARALLEL)]
    for connection in broken:
        connection.close()
    # Whoever waits for the room that they held gets it.
    whole = upload(merchant, b"whole")
    after = stored(merchant)
    assert len(after - before) == 1
    ids = [file.id for file in merchant.client.v1.files.list({"limit": 100}).data]
    assert ids == [whole, *(file.id for file in listed)]
