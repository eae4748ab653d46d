"""One HTTP call with the head and the body that a client sends, and nothing that it does not."""

import http.client
import json
from dataclasses import dataclass, field
from urllib.parse import urlsplit

ANSWERED_WITHIN_SECONDS = 60


@dataclass(frozen=True)
class Call:
    method: str
    # With its query, byte for byte.
    target: str
    headers: dict[str, str]
    body: bytes | None = None


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str] = field(repr=False)
    body: bytes

    def json(self) -> object:
        return json.loads(self.body)


def send(url: str, call: Call) -> Answer:
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(
        parts.hostname, parts.port, timeout=ANSWERED_WITHIN_SECONDS
    )
    connection.putrequest(call.method, call.target, skip_accept_encoding=True)
    for name, value in call.headers.items():
        connection.putheader(name, value)
    if call.body is not None:
        connection.putheader("Content-Length", str(len(call.body)))
    connection.endheaders(call.body)
    response = connection.getresponse()
    headers = {name.lower(): value for name, value in response.getheaders()}
    answer = Answer(response.status, headers, response.read())
    connection.close()
    return answer
