"""Both clients, one after the other, in front of one module's server."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from harness.merchant import Merchant
from harness.processes import none_left
from harness.receiver import Receiver
from harness.server import PORTRAITS, Server, run

from .android import AndroidSheet
from .hand_over import hand_over
from .ios import IosSheet
from .sheet import CURRENT, Sheet

SheetFor = Callable[..., Sheet]


@pytest.fixture(params=[IosSheet, AndroidSheet], ids=["ios", "android"])
def client(request: pytest.FixtureRequest) -> type[Sheet]:
    return request.param


@pytest.fixture
def sheet_for(client: type[Sheet], merchant: Merchant) -> SheetFor:
    """The sheet of a session, by the key that the merchant's back end makes for it."""

    def make(session: str, version: int = CURRENT) -> Sheet:
        return hand_over(client, merchant, session, version)

    return make


@pytest.fixture(scope="session")
def blurry(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The front of a licence that cannot be read."""
    out = tmp_path_factory.mktemp("blurry")
    portrait = PORTRAITS / "obama.jpg"
    run(
        *("specimen", "--kind", "driving_license", "--portrait", portrait),
        *("--degrade", "handheld,blur", "--out", out),
    )
    return out / "front.jpg"


@pytest.fixture(scope="module")
def idle(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Merchant]:
    """A server that takes everything and verifies nothing."""
    folder = tmp_path_factory.mktemp("idle")
    receiver = Receiver()
    with none_left():
        server = Server(folder / "data", folder / "server.log", None, "--no-worker")
        yield Merchant.register(server, receiver)
        status = server.stop()
    receiver.stop()
    assert status == 0, server.log.read_text()
