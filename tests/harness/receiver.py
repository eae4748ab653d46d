"""A webhook endpoint on a loopback port that keeps what it got and can wait for more."""

import json
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import stripe

DELIVERED_WITHIN_SECONDS = 60
HANG_UP = 0


@dataclass(frozen=True)
class Delivery:
    body: bytes
    signature: str
    received: float = field(default_factory=time.time)

    @cached_property
    def claimed(self) -> dict:
        """The body as JSON, before anybody checked its signature."""
        return json.loads(self.body)


class Receiver:
    """Answers 200 to every delivery, or first what is given in `refuse_with`: other statuses, or
    `HANG_UP` for no answer at all; later what `misbehave` says of an event. `elsewhere` is where
    redirects lead."""

    def __init__(self) -> None:
        self.deliveries: list[Delivery] = []
        self.refuse_with: list[int] = []
        self.elsewhere = ""
        self.misbehave: Callable[[dict], int] = lambda event: 200
        self._changed = threading.Condition()
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:  # noqa: N802, the name http.server looks for
                body = self.rfile.read(int(self.headers["Content-Length"]))
                status = receiver._keep(Delivery(body, self.headers["Stripe-Signature"]))
                if status == HANG_UP:
                    self.close_connection = True
                    return
                self.send_response(status)
                if status in (301, 302, 307, 308):
                    self.send_header("Location", receiver.elsewhere)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_: object) -> None:
                """Stays silent: a test shows deliveries itself when it fails."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}/webhook"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def _keep(self, delivery: Delivery) -> int:
        with self._changed:
            status = (
                self.refuse_with.pop(0) if self.refuse_with else self.misbehave(delivery.claimed)
            )
            if status != 200:
                return status
            self.deliveries.append(delivery)
            self._changed.notify_all()
            return 200

    def wait_for(
        self,
        session: str,
        types: set[str],
        within_seconds: float = DELIVERED_WITHIN_SECONDS,
        after: int = 0,
    ) -> dict:
        """The first event of one of `types` about `session`, past the first `after` deliveries."""

        def find() -> dict | None:
            for delivery in self.deliveries[after:]:
                event = delivery.claimed
                if event["type"] in types and event["data"]["object"]["id"] == session:
                    return event
            return None

        return self._wait(find, within_seconds, f"{sorted(types)} for {session}")

    def wait_for_deliveries(self, count: int) -> None:
        """Returns once as many were taken."""
        with self._changed:
            arrived = self._changed.wait_for(
                lambda: len(self.deliveries) >= count, timeout=DELIVERED_WITHIN_SECONDS
            )
        assert arrived, f"only {len(self.deliveries)} of {count} deliveries"

    def _wait(self, find: Callable[[], dict | None], within_seconds: float, what: str) -> dict:
        found: list[dict] = []

        def satisfied() -> bool:
            event = find()
            if event is not None:
                found.append(event)
            return bool(found)

        with self._changed:
            arrived = self._changed.wait_for(satisfied, timeout=within_seconds)
        types = [delivery.claimed["type"] for delivery in self.deliveries]
        assert arrived, f"no {what} within {within_seconds} s, only {types}"
        return found[0]

    def verified(self, secret: str) -> list[stripe.Event]:
        """All deliveries so far, each accepted by the SDK's signature check, which allows a signature
        five minutes of age: those since it was received are not the sender's."""
        now = time.time()
        return [
            stripe.Webhook.construct_event(
                delivery.body,
                delivery.signature,
                secret,
                tolerance=stripe.Webhook.DEFAULT_TOLERANCE + round(now - delivery.received),
            )
            for delivery in self.deliveries
        ]

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()


TERMINAL_EVENTS = {
    "identity.verification_session.verified",
    "identity.verification_session.requires_input",
}
