"""As much of HTTP/2 (RFC 9113) as somebody needs who means harm: requests that are begun and not ended,
and answers that are asked for and not taken. Heads are literals (RFC 7541, 6.2.2)."""

import socket
import struct

PREFACE = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
HEADERS, SETTINGS, PING, WINDOW_UPDATE = 1, 4, 6, 8
ACK, END_STREAM, END_HEADERS = 1, 1, 4
INITIAL_WINDOW_SIZE = 4


def frame(kind: int, flags: int, stream: int, payload: bytes = b"") -> bytes:
    return struct.pack(">I", len(payload))[1:] + bytes([kind, flags]) + struct.pack(">I", stream) + payload


def literal(name: str, value: str) -> bytes:
    encoded = b"\x00"
    for text in (name.encode(), value.encode()):
        assert len(text) < 127
        encoded += bytes([len(text)]) + text
    return encoded


def begin(connection: socket.socket, window: int = 65_535) -> None:
    """Greets, and says how many bytes of an answer are taken before it is asked again."""
    settings = struct.pack(">HI", INITIAL_WINDOW_SIZE, window)
    connection.sendall(PREFACE + frame(SETTINGS, 0, 0, settings) + frame(SETTINGS, ACK, 0))


def request(
    connection: socket.socket, stream: int, method: str, path: str, headers: dict[str, str], ends: bool
) -> None:
    """The head of a request; its body follows, or never does."""
    fields = {":method": method, ":scheme": "http", ":authority": "here", ":path": path, **headers}
    block = b"".join(literal(name, value) for name, value in fields.items())
    flags = END_HEADERS | (END_STREAM if ends else 0)
    connection.sendall(frame(HEADERS, flags, stream, block))
