"""Something between the server and what it depends on, that can be cut, or swallow what it gets."""

import contextlib
import select
import socket
import threading
from urllib.parse import parse_qs, urlsplit


class Relay:
    """Passes bytes between a port of this machine and a target: `(host, port)`, or the path of a
    Unix socket."""

    def __init__(self, target: tuple[str, int] | str) -> None:
        self._target = target
        self._pairs: set[tuple[socket.socket, socket.socket]] = set()
        self._lock = threading.Lock()
        self._swallows = False
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, args=[self._listener], daemon=True).start()

    def cut(self) -> None:
        """From now on nobody is there: connections end, and new ones are refused."""
        if self._listener.fileno() == -1:
            return
        # A listener that is merely closed lets the thread that waits in accept take one more.
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        with self._lock:
            pairs, self._pairs = self._pairs, set()
        for pair in pairs:
            for end in pair:
                with contextlib.suppress(OSError):
                    end.shutdown(socket.SHUT_RDWR)
                end.close()

    def swallow(self) -> None:
        """From now on connections stay open and nothing comes through: the other machine is gone
        without a word."""
        self._swallows = True

    def mend(self) -> None:
        """As if nothing had been."""
        self._swallows = False
        if self._listener.fileno() == -1:
            self._listener = socket.create_server(("127.0.0.1", self.port))
            threading.Thread(target=self._accept, args=[self._listener], daemon=True).start()

    def _accept(self, listener: socket.socket) -> None:
        while True:
            try:
                near, _ = listener.accept()
            except OSError:
                return
            far = self._connect()
            with self._lock:
                self._pairs.add((near, far))
            for source, sink in ((near, far), (far, near)):
                threading.Thread(target=self._pass, args=[source, sink], daemon=True).start()

    def _connect(self) -> socket.socket:
        if isinstance(self._target, str):
            far = socket.socket(socket.AF_UNIX)
            far.connect(self._target)
            return far
        return socket.create_connection(self._target)

    def _pass(self, source: socket.socket, sink: socket.socket) -> None:
        with contextlib.suppress(OSError, ValueError):
            while True:
                select.select([source], [], [])
                received = source.recv(65536)
                if not received:
                    break
                if not self._swallows:
                    sink.sendall(received)
        for end in (source, sink):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)


def relay_to_database(url: str) -> tuple[Relay, str]:
    """A relay before a throw-away PostgreSQL, and the URL of the same database through it."""
    parts = urlsplit(url)
    folder = parse_qs(parts.query)["host"][0]
    relay = Relay(f"{folder}/.s.PGSQL.5432")
    user = f"{parts.username}@" if parts.username else ""
    return relay, f"postgres://{user}127.0.0.1:{relay.port}{parts.path}?sslmode=disable"


def relay_to_bucket(url: str) -> tuple[Relay, str]:
    """A relay before a throw-away S3 server, and the URL of the same bucket through it."""
    endpoint = parse_qs(urlsplit(url).query)["endpoint"][0]
    server = urlsplit(endpoint)
    relay = Relay((server.hostname, server.port))
    return relay, url.replace(server.netloc, f"127.0.0.1:{relay.port}").replace(
        server.netloc.replace(":", "%3A"), f"127.0.0.1%3A{relay.port}"
    )
