"""Answers that no name exists, and remembers which were asked for: RFC 1035."""

import socket
import threading

HEADER = 12
# A response, of a server that looks further itself: there is no such name.
NO_SUCH_NAME = 0x8183


def _name(question: bytes) -> str:
    labels, at = [], HEADER
    while question[at]:
        end = at + 1 + question[at]
        labels.append(question[at + 1 : end].decode("ascii", "replace"))
        at = end
    return ".".join(labels).lower()


class Names:
    """Listens where /etc/resolv.conf says that names are asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.bind(("127.0.0.1", 53))
        self._thread = threading.Thread(target=self._answer, daemon=True)
        self._thread.start()

    def _answer(self) -> None:
        while True:
            question, sender = self._socket.recvfrom(4096)
            if not question:
                return
            self.asked.append(_name(question))
            head = question[:2] + NO_SUCH_NAME.to_bytes(2, "big") + question[4:6] + bytes(6)
            self._socket.sendto(head + question[HEADER:], sender)

    def stop(self) -> None:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as last:
            last.sendto(b"", ("127.0.0.1", 53))
        self._thread.join()
        self._socket.close()
