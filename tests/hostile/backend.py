"""A back end that goes about its business: so many calls a second, over connections that it keeps."""

import http.client
import json
import math
import threading
import time
from urllib.parse import urlencode, urlsplit

SESSIONS = "/v1/identity/verification_sessions"
CONNECTIONS = 8


class BackEnd:
    def __init__(self, url: str, key: str, calls_a_second: float) -> None:
        self._parts = urlsplit(url)
        self._headers = {"Authorization": f"Bearer {key}"}
        self._every = CONNECTIONS / calls_a_second
        self._stop = threading.Event()
        self.errors: list[str] = []
        self.seconds: list[float] = []
        self._threads = [threading.Thread(target=self._work) for _ in range(CONNECTIONS)]
        self.begun = time.monotonic()
        for thread in self._threads:
            thread.start()

    def _work(self) -> None:
        connection = http.client.HTTPConnection(self._parts.hostname, self._parts.port, timeout=30)
        session = ""
        call = 0
        due = time.monotonic()
        while not self._stop.wait(max(0.0, due - time.monotonic())):
            due += self._every
            call += 1
            begun = time.monotonic()
            try:
                if call % 4 == 1:
                    body = urlencode({"type": "document"})
                    kind = {"Content-Type": "application/x-www-form-urlencoded"}
                    connection.request("POST", SESSIONS, body, {**self._headers, **kind})
                else:
                    path = f"{SESSIONS}?limit=3" if call % 4 == 0 else f"{SESSIONS}/{session}"
                    connection.request("GET", path, headers=self._headers)
                answer = connection.getresponse()
                text = answer.read()
                if answer.status != 200:
                    self.errors.append(f"{answer.status} {text[:200]!r}")
                elif call % 4 == 1:
                    session = json.loads(text)["id"]
            except (OSError, http.client.HTTPException) as error:
                self.errors.append(repr(error))
                connection.close()
            self.seconds.append(time.monotonic() - begun)

    def stop(self) -> "BackEnd":
        self._stop.set()
        for thread in self._threads:
            thread.join()
        self.took = time.monotonic() - self.begun
        return self

    @property
    def rate(self) -> float:
        return len(self.seconds) / self.took

    def quantile(self, share: float) -> float:
        return sorted(self.seconds)[min(len(self.seconds) - 1, math.floor(len(self.seconds) * share))]
