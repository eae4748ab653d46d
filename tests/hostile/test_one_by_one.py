"""One way to do harm at a time, and somebody else who is served all the same."""

import socket
import time
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

import requests

from harness.documents import Documents
from harness.memory import memory
from harness.merchant import Merchant

from . import http2
from .attacks import FORM, SESSIONS, head

# Far below what those who stall are waited for.
AT_ONCE_SECONDS = 8
BOUNDARY = "x"
MULTIPART = f"multipart/form-data; boundary={BOUNDARY}"


def connect(merchant: Merchant) -> socket.socket:
    parts = urlsplit(merchant.url)
    return socket.create_connection((parts.hostname, parts.port), timeout=30)


def begun(merchant: Merchant, what: bytes) -> socket.socket:
    connection = connect(merchant)
    connection.sendall(what)
    return connection


def close_all(connections: list[socket.socket]) -> None:
    for connection in connections:
        connection.close()


def serves_the_back_end(merchant: Merchant) -> None:
    begun = time.monotonic()
    for _ in range(5):
        merchant.sessions.list({"limit": 1}, {"max_network_retries": 0})
        merchant.sessions.create({"type": "document"}, {"max_network_retries": 0})
    assert time.monotonic() - begun < AT_ONCE_SECONDS


def test_half_bodies_cost_next_to_nothing(merchant: Merchant) -> None:
    """Forms of whom nobody knows, of which half came; tried first, before anything lies in memory."""
    form = head(
        "POST",
        "/start/nobody/plain",
        Content_Type=MULTIPART,
        Content_Length=str(16 << 20),
    ) + bytes(100_000)
    pid = merchant.server.process.pid
    before = memory(pid)
    with ThreadPoolExecutor(16) as pool:
        held = list(pool.map(lambda _: begun(merchant, form), range(600)))
    assert memory(pid) - before <= 32 << 20
    serves_the_back_end(merchant)
    close_all(held)


def test_bodies_that_do_not_come_take_nobodys_place(merchant: Merchant) -> None:
    stalled = head(
        "POST",
        SESSIONS,
        Authorization=f"Bearer {merchant.keys.restricted}",
        Content_Type=FORM,
        Content_Length="13",
    )
    held = [begun(merchant, stalled) for _ in range(600)]
    serves_the_back_end(merchant)
    close_all(held)


def test_streams_of_http2_take_nobodys_place(merchant: Merchant) -> None:
    held = []
    headers = {"authorization": f"Bearer {merchant.keys.restricted}", "content-type": FORM}
    for number in range(12):
        connection = connect(merchant)
        # Of every other one the bodies do not come, of the others nothing of the answers is taken.
        stalls = number % 2 == 0
        http2.begin(connection, window=65_535 if stalls else 0)
        for stream in range(1, 201, 2):
            method = "POST" if stalls else "GET"
            http2.request(connection, stream, method, SESSIONS, headers, ends=not stalls)
        held.append(connection)
    serves_the_back_end(merchant)
    close_all(held)


def test_stalled_uploads_stop_nobody_else(merchant: Merchant, documents: Documents) -> None:
    # Drawn before anything is timed.
    picture = documents.make().front
    held = []
    for _ in range(4):
        session = merchant.create_session(selfie=False).id
        stalled = head(
            "POST",
            "/v1/files",
            Authorization=f"Bearer {merchant.person_for(session).ephemeral_key}",
            Content_Type=MULTIPART,
            Transfer_Encoding="chunked",
        )
        held += [begun(merchant, stalled) for _ in range(4)]
    person = merchant.person_for(merchant.create_session(selfie=False).id)
    before = time.monotonic()
    assert person.upload(picture, "front")
    assert time.monotonic() - before < AT_ONCE_SECONDS
    # Of one person two are read at once; a third waits until those are left, and comes through.
    patient = merchant.person_for(merchant.create_session(selfie=False).id)
    stalled = head(
        "POST",
        "/v1/files",
        Authorization=f"Bearer {patient.ephemeral_key}",
        Content_Type=MULTIPART,
        Content_Length="1000",
    )
    held += [begun(merchant, stalled) for _ in range(2)]
    assert patient.upload(picture, "front")
    refused = held[-1].recv(4096)
    assert refused.startswith(b"HTTP/1.1 503") and b"stripe-should-retry: true" in refused
    close_all(held)


class Browser:
    """Somebody with the page without JavaScript, whose link is spent."""

    def __init__(self, merchant: Merchant) -> None:
        link = merchant.create_session(selfie=False).url
        self.path = f"{urlsplit(link).path}/plain"
        self.url = merchant.url + self.path
        self.http = requests.Session()
        self.http.get(self.url, timeout=30)
        answer = self.http.post(self.url, data={"action": "begin"}, timeout=30)
        assert answer.status_code == 200 and self.http.cookies

    @property
    def cookie(self) -> str:
        return "; ".join(f"{cookie.name}={cookie.value}" for cookie in self.http.cookies)

    def drips(self, merchant: Merchant) -> socket.socket:
        form = head(
            "POST",
            self.path,
            Cookie=self.cookie,
            Content_Type=MULTIPART,
            Content_Length=str(16 << 20),
        )
        return begun(merchant, form + f"--{BOUNDARY}\r\n".encode())


def test_dripping_forms_block_nobody_else(merchant: Merchant, documents: Documents) -> None:
    front = documents.make().front
    held = []
    for _ in range(4):
        browser = Browser(merchant)
        held += [browser.drips(merchant) for _ in range(2)]
    other = Browser(merchant)
    before = time.monotonic()
    agreed = other.http.post(other.url, data={"action": "agree"}, timeout=30)
    assert agreed.status_code == 200
    with front.open("rb") as picture:
        shown = other.http.post(
            other.url,
            data={"action": "id_document_front", "document": "passport"},
            files={"picture": ("front.jpg", picture, "image/jpeg")},
            timeout=60,
        )
    assert shown.status_code == 200, shown.text
    assert time.monotonic() - before < AT_ONCE_SECONDS * 2
    # Those who drip are told so, and left.
    held[0].settimeout(30)
    assert held[0].recv(4096).startswith(b"HTTP/1.1 408")
    close_all(held)
