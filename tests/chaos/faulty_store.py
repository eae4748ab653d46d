"""A proxy before the S3 server that makes some calls fail, as such servers do.

Requests pass unchanged, with their Host, so that signatures hold.
"""

import http.client
import random
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

DELAY_SECONDS = 1.5
FAULTS = ["500", "503", "drop before", "drop after", "delay"]
UNAVAILABLE = b'<?xml version="1.0" encoding="UTF-8"?><Error><Code>SlowDown</Code></Error>'
# Headers of one connection, not of the message.
CONNECTION_HEADERS = {"connection", "keep-alive", "transfer-encoding"}


class FaultyStore:
    def __init__(self, endpoint: str, rate: float, seed: int) -> None:
        self.rate = rate
        self.calls = 0
        self.failed = 0
        self._chance = random.Random(seed)
        self._lock = threading.Lock()
        upstream = urlsplit(endpoint)
        store = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def handle_any(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
                fault = store._next_fault()
                if fault in ("500", "503"):
                    self._answer(int(fault), [], UNAVAILABLE)
                    return
                if fault == "drop before":
                    self.close_connection = True
                    return
                if fault == "delay":
                    time.sleep(DELAY_SECONDS)
                status, headers, content = self._forward(body)
                if fault == "drop after":
                    self.close_connection = True
                    return
                self._answer(status, headers, content)

            def _forward(self, body: bytes) -> tuple[int, list[tuple[str, str]], bytes]:
                connection = http.client.HTTPConnection(upstream.hostname, upstream.port, timeout=30)
                try:
                    connection.putrequest(
                        self.command, self.path, skip_host=True, skip_accept_encoding=True
                    )
                    for name, value in self.headers.items():
                        if name.lower() not in CONNECTION_HEADERS:
                            connection.putheader(name, value)
                    connection.endheaders(body or None)
                    answer = connection.getresponse()
                    return answer.status, answer.getheaders(), answer.read()
                finally:
                    connection.close()

            def _answer(self, status: int, headers: list[tuple[str, str]], content: bytes) -> None:
                self.send_response_only(status)
                for name, value in headers:
                    if name.lower() not in CONNECTION_HEADERS | {"content-length"}:
                        self.send_header(name, value)
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                if self.command != "HEAD":
                    self.wfile.write(content)

            do_GET = do_PUT = do_POST = do_DELETE = do_HEAD = handle_any  # noqa: N815

            def log_message(self, *_: object) -> None:
                """Says nothing."""

        class Quiet(ThreadingHTTPServer):
            daemon_threads = True
            request_queue_size = 128

            def handle_error(self, *_: object) -> None:
                """Processes are killed in the middle of calls; that is what is tested."""

        self._server = Quiet(("127.0.0.1", 0), Handler)
        self.endpoint = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def _next_fault(self) -> str | None:
        with self._lock:
            self.calls += 1
            if self._chance.random() >= self.rate:
                return None
            self.failed += 1
            return self._chance.choice(FAULTS)

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()
