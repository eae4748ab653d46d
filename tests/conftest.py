"""Fixtures shared by all end-to-end suites."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from harness.documents import Documents
from harness.merchant import Merchant
from harness.processes import none_left
from harness.receiver import Receiver
from harness.server import PORTRAITS, Server


@pytest.fixture(scope="session")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Documents:
    return Documents(tmp_path_factory.mktemp("documents"))


@pytest.fixture(scope="session")
def selfie() -> Path:
    """Another photograph of the person on the passport that shows obama.jpg."""
    return PORTRAITS / "obama3.jpg"


@pytest.fixture(scope="session")
def stranger() -> Path:
    return PORTRAITS / "biden.jpg"


@pytest.fixture(autouse=True)
def nothing_left_running() -> Iterator[None]:
    """A test that fails before it stops its servers does not slow down those after it."""
    with none_left():
        yield


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    receiver = Receiver()
    yield receiver
    receiver.stop()


@pytest.fixture(scope="module")
def merchant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Merchant]:
    """A server, a receiver and the merchant who uses both, for one module's tests."""
    folder = tmp_path_factory.mktemp("server")
    receiver = Receiver()
    with none_left():
        server = Server(folder / "data", folder / "server.log")
        yield Merchant.register(server, receiver)
        status = server.stop()
    receiver.stop()
    assert status == 0, f"the server left with {status}: {server.log.read_text()}"
