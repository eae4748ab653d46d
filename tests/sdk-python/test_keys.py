"""What `bonafide keys create` grants is what was named."""

import json
import subprocess

import pytest
import stripe

from harness.merchant import Merchant
from harness.server import command, run, stripe_client


def make(merchant: Merchant, *allowed: str) -> tuple[str, list[str]]:
    """A restricted key, and what the list says it may do."""
    data_dir = ("--data-dir", str(merchant.server.data_dir))
    create = ("keys", "create", "--mode", "test", "--kind", "restricted", *data_dir)
    key = run(*create, *(part for name in allowed for part in ("--allow", name))).strip()
    listed = [json.loads(line) for line in run("keys", "list", "--json", *data_dir).splitlines()]
    return key, next(shown for shown in listed if key.endswith(shown["last_four"]))["permissions"]


@pytest.mark.parametrize(
    "allowed",
    [
        ("read",),
        ("write",),
        ("sensitive_results",),
        ("read", "sensitive_results"),
        ("write", "sensitive_results"),
    ],
)
def test_a_key_gets_what_was_named(merchant: Merchant, allowed: tuple[str, ...]) -> None:
    key, permissions = make(merchant, *allowed)
    assert permissions == list(allowed)
    sessions = stripe_client(merchant.url, key).v1.identity.verification_sessions
    session = merchant.create_session()
    shown = sessions.retrieve(session.id)
    may_write = "write" in allowed
    assert (shown.url is not None) == (shown.client_secret is not None) == may_write
    if may_write:
        assert sessions.cancel(session.id).status == "canceled"
    else:
        with pytest.raises(stripe.PermissionError):
            sessions.cancel(session.id)
    sensitive = {"expand": ["verified_outputs.dob"]}
    if "sensitive_results" in allowed:
        sessions.retrieve(session.id, sensitive)
    else:
        with pytest.raises(stripe.PermissionError):
            sessions.retrieve(session.id, sensitive)


def test_the_first_restricted_key_reads_and_changes_nothing(merchant: Merchant) -> None:
    session = merchant.create_session()
    restricted = merchant.restricted.v1.identity.verification_sessions
    assert restricted.retrieve(session.id, {"expand": ["verified_outputs.dob"]}).url is None
    for change in (restricted.cancel, restricted.redact):
        with pytest.raises(stripe.PermissionError):
            change(session.id)


def test_a_key_that_may_do_nothing_is_not_made(merchant: Merchant) -> None:
    finished = subprocess.run(
        command(
            *("keys", "create", "--mode", "test", "--kind", "restricted"),
            *("--data-dir", merchant.server.data_dir),
        ),
        capture_output=True, text=True,
    )
    assert finished.returncode == 1
    assert "--allow" in finished.stderr
