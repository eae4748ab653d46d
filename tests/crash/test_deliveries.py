"""kill -9 while many events are delivered: each arrives, in its session's order, rightly signed.

BONAFIDE_CRASH_SEED chooses other moments.
"""

import os
import random
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import stripe

from harness.merchant import Merchant
from harness.receiver import HANG_UP, Receiver
from harness.server import Server

SEED = int(os.environ.get("BONAFIDE_CRASH_SEED", "20"))
EVENTS = 1000
KILLS = 4
PREFIX = "identity.verification_session."
# A dead worker's jobs are another's after this long.
LEASE = {"BONAFIDE_LEASE_SECONDS": "2"}


def test_every_event_arrives_in_order_though_the_server_is_killed(
    tmp_path: Path, receiver: Receiver
) -> None:
    chance = random.Random(SEED)
    data_dir, log = tmp_path / "data", tmp_path / "server.log"
    # Nobody delivers while the sessions are made, so that all of it is left to do.
    server = Server(data_dir, log, LEASE, "--no-worker")
    merchant = Merchant.register(server, receiver)

    def create_and_cancel(_: int) -> str:
        session = merchant.create_session(selfie=False)
        merchant.sessions.cancel(session.id)
        return session.id

    with ThreadPoolExecutor(4) as pool:
        sessions = list(pool.map(create_and_cancel, range(EVENTS // 2)))
    server.kill()

    # One event in ten fails in some way the first time, and the server dies now and then.
    failed: set[str] = set()

    def answer(event: dict) -> int:
        if event["id"] in failed or chance.random() > 0.1:
            return 200
        failed.add(event["id"])
        return chance.choice([500, 302, HANG_UP])

    receiver.misbehave = answer
    moments = sorted(chance.sample(range(EVENTS // 10, EVENTS * 9 // 10), KILLS))
    for moment in moments:
        server = Server(data_dir, log, LEASE)
        receiver.wait_for_deliveries(moment)
        server.kill()
    server = Server(data_dir, log, LEASE)
    for session in sessions:
        receiver.wait_for(session, {PREFIX + "canceled"}, within_seconds=180)

    first_seen: dict[str, list[str]] = defaultdict(list)
    seen: set[str] = set()
    for delivery in receiver.deliveries:
        event = stripe.Webhook.construct_event(
            delivery.body, delivery.signature, merchant.webhook_secret
        )
        if event.id not in seen:
            seen.add(event.id)
            first_seen[event.data.object.id].append(event.type)
    assert set(first_seen) == set(sessions)
    for types in first_seen.values():
        assert types == [PREFIX + "created", PREFIX + "canceled"]
    assert len(seen) == EVENTS
    assert server.stop() == 0
