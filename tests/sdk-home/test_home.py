"""Every documented line that can be run here, with every other name resolving nowhere: nothing that a
library does with objects and lists may leave the machine, where it would take a local key along."""

import json
import os
import subprocess
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from harness.merchant import Merchant
from harness.server import BINARY, PORTRAITS, ROOT, Server

from . import documented
from .names import Names

HERE = Path(__file__).parent
NODE_TESTS = ROOT / "tests" / "sdk-node"
RUST_TESTS = ROOT / "tests" / "sdk-rust"
# More than a page of the smallest that a list can have.
SESSIONS = 3
FINISHED_WITHIN_SECONDS = 60


@pytest.fixture(scope="module")
def names() -> Iterator[Names]:
    assert "BONAFIDE_AT_HOME" in os.environ, "run by scripts/at_home, as scripts/test sdk-home does"
    names = Names()
    yield names
    names.stop()


def run(command: list[str | Path], code: str, merchant: Merchant) -> dict:
    """Runs a program that ends with what it did as JSON."""
    finished = subprocess.run(
        command,
        input=code,
        env={
            **os.environ,
            "URL": merchant.url,
            "KEY": merchant.keys.secret,
            "PICTURE": str(PORTRAITS / "obama.jpg"),
            "SESSIONS": str(SESSIONS),
            # Programs share a server, and list what is their own.
            "REFERENCE": uuid.uuid4().hex,
        },
        cwd=NODE_TESTS if command[0] == "node" else ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        timeout=FINISHED_WITHIN_SECONDS,
    )
    assert finished.returncode == 0, finished.stderr
    return json.loads(finished.stdout.splitlines()[-1])


def check(done: dict) -> None:
    assert done == {
        "listed": SESSIONS,
        "updated": "yes",
        "canceled": "canceled",
        "redaction": "processing",
        "file": "dispute_evidence",
        "link": True,
        "deleted": True,
    }


def python(code: str, style: str) -> str:
    return f"""
import os, stripe
url, key = os.environ["URL"], os.environ["KEY"]
{code}
import sys; sys.path.insert(0, {str(HERE)!r})
import {style}
{style}.main({"client" if style == "with_client" else ""})
"""


def test_python_with_a_client(names: Names, merchant: Merchant) -> None:
    names.asked.clear()
    [client, _] = documented.blocks("python")
    check(run([sys.executable, "-"], python(client, "with_client"), merchant))
    assert names.asked == []


def test_python_with_the_module(names: Names, merchant: Merchant) -> None:
    names.asked.clear()
    [_, module] = documented.blocks("python")
    check(run([sys.executable, "-"], python(module, "with_module"), merchant))
    assert names.asked == []


def test_node(names: Names, merchant: Merchant) -> None:
    names.asked.clear()
    [code] = documented.blocks("js")
    program = f"""
import Stripe from "stripe";
const {{ URL: url, KEY: key }} = process.env;
{code}
const {{ main }} = await import({json.dumps((HERE / "with_client.mjs").as_uri())});
await main(stripe);
"""
    check(run(["node", "--input-type=module", "-"], program, merchant))
    assert names.asked == []


def test_rust(names: Names) -> None:
    """The library's other tests, which connect as documented."""
    names.asked.clear()
    [line, _] = documented.blocks("rust")
    builder = line.strip().removeprefix("let client = stripe::").removesuffix("?;")
    assert builder in (RUST_TESTS / "src" / "merchant.rs").read_text()
    manifest = RUST_TESTS / "Cargo.toml"
    parts = ["sessions::", "endpoints::", "documented::", "pictures::"]
    finished = subprocess.run(
        ["cargo", "test", "--offline", "--locked", "--quiet", "--manifest-path", manifest, "--", *parts],
        env={"CARGO_TARGET_DIR": str(ROOT / "target"), **os.environ},
    )
    assert finished.returncode == 0
    assert names.asked == []


def test_the_program_itself_asks_for_no_name(names: Names, tmp_path: Path) -> None:
    """Neither ours nor a library that it loads: ONNX Runtime would report to its maker."""
    names.asked.clear()
    server = Server(tmp_path / "data", tmp_path / "log")
    # Its networks look at a picture, in a process that ends by itself.
    read = subprocess.run([BINARY, "read", PORTRAITS / "obama.jpg"], stdout=subprocess.DEVNULL)
    assert read.returncode == 0
    assert server.stop() == 0
    assert names.asked == []


def test_who_leaves_is_noticed(names: Names, merchant: Merchant) -> None:
    """A library that was told one address of two."""
    names.asked.clear()
    code = "stripe.api_key, stripe.api_base = key, url"
    with pytest.raises(AssertionError, match="APIConnectionError"):
        run([sys.executable, "-"], python(code, "with_module"), merchant)
    assert set(names.asked) == {"files.stripe.com"}


@pytest.mark.parametrize(
    ("language", "needed"),
    [
        ("ruby", ["Stripe.api_base", "Stripe.uploads_base", "Stripe.connect_base", "api_base:", "uploads_base:"]),
        ("php", ["Stripe::$apiBase", "Stripe::$apiUploadBase", "Stripe::$connectBase", "'api_base'", "'files_base'"]),
        ("java", ["overrideApiBase", "overrideUploadBase", "overrideConnectBase", "setApiBase", "setFilesBase"]),
        ("csharp", ["apiBase:", "filesBase:", "connectBase:", "StripeConfiguration.StripeClient"]),
        ("go", ["stripe.APIBackend", "stripe.UploadsBackend", "stripe.ConnectBackend", "stripe.WithBackends"]),
    ],
)
def test_lines_that_are_not_run_name_every_address(language: str, needed: list[str]) -> None:
    [code] = documented.blocks(language)
    assert [name for name in needed if name not in code] == []
