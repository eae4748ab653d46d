"""The outcomes that developers choose in the sheet, in test mode alone."""

from collections.abc import Iterator

import pytest

from harness.merchant import Merchant
from harness.processes import none_left
from harness.receiver import TERMINAL_EVENTS, Receiver
from harness.server import Keys, Server, run

from .conftest import SheetFor
from .envelope import Problem
from .hand_over import hand_over
from .sheet import Sheet
from .transition import Screen, next_screen


@pytest.mark.parametrize("delayed", [False, True], ids=["at once", "delayed"])
@pytest.mark.parametrize(
    ("chosen", "outcome"), [("verify", "verified"), ("unverify", "requires_input")]
)
def test_in_test_mode(
    merchant: Merchant, sheet_for: SheetFor, chosen: str, outcome: str, delayed: bool
) -> None:
    session = merchant.create_session().id
    data = sheet_for(session).settle(chosen, delayed)
    assert (data["submitted"], data["closed"]) == (True, True)
    assert data["requirements"] == {"missing": [], "errors": []}
    assert next_screen(data) is Screen.SUCCESS
    event = merchant.receiver.wait_for(session, TERMINAL_EVENTS)
    assert event["type"].rsplit(".", 1)[1] == outcome
    session_now = merchant.sessions.retrieve(session)
    assert (session_now.last_error is None) == (chosen == "verify")


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Merchant]:
    """A merchant in live mode, which takes a master key of their own and an https address; the
    server itself goes without the latter here, so that it can be called."""
    folder = tmp_path_factory.mktemp("live")
    data_dir, master = folder / "data", folder / "master"
    master.touch(mode=0o600)
    master.write_text("0123456789abcdef" * 4)
    receiver = Receiver()
    with none_left(), pytest.MonkeyPatch.context() as patch:
        patch.setenv("BONAFIDE_MASTER_KEY_FILE", str(master))
        server = Server(data_dir, folder / "server.log")
        patch.setenv("BONAFIDE_PUBLIC_URL", "https://id.example.com")
        key = run(
            *("keys", "create", "--mode", "live", "--kind", "secret", "--data-dir", data_dir)
        ).strip()
        yield Merchant(server, Keys(key, "", ""), receiver, "")
        status = server.stop()
    receiver.stop()
    assert status == 0, server.log.read_text()


@pytest.mark.parametrize("chosen", ["verify", "unverify"])
def test_refused_in_live_mode(live: Merchant, client: type[Sheet], chosen: str) -> None:
    sheet = hand_over(client, live, live.create_session().id)
    assert sheet.key.startswith("ek_live_")
    with pytest.raises(Problem) as refused:
        sheet.settle(chosen, delayed=False)
    assert 400 <= refused.value.status < 500
    page = sheet.read()
    assert (page["status"], page["submitted"], page["livemode"]) == ("requires_input", False, True)
