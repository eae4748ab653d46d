"""Starts `bonafide serve`, creates a first session and prints what to open and paste.

Usage: serve_and_greet.py BINARY [SERVE OPTION…]

The server stays in the foreground; Ctrl-C or SIGTERM drains it and ends this program with its
exit status.
"""

import json
import signal
import subprocess
import sys


STORAGE_OPTIONS = [
    "--data-dir",
    "--database-url",
    "--database-connections",
    "--blob-url",
    "--config",
]


def storage_of(arguments: list[str]) -> list[str]:
    """The options among `serve`'s that say where things are stored, for the next command."""
    chosen = []
    for position, argument in enumerate(arguments):
        name, joined, _ = argument.partition("=")
        if name in STORAGE_OPTIONS:
            chosen += [argument] if joined else arguments[position : position + 2]
    return chosen


def create_session(binary: str, storage: list[str], server_url: str) -> str | None:
    """The URL of a new session, or None when there is none; the command says why."""
    created = subprocess.run(
        [binary, "sessions", "create", "--require-matching-selfie"]
        + ["--public-url", server_url, *storage],
        stdout=subprocess.PIPE,
        text=True,
    )
    return created.stdout.strip() if created.returncode == 0 else None


def greet(ready: dict, session_url: str | None) -> None:
    print(f"\nBonafide is ready at {ready['url']}\n")
    if ready["secret_key"]:
        print("Test keys, shown this once:")
        print(f"  secret       {ready['secret_key']}")
        print(f"  publishable  {ready['publishable_key']}")
        print(f"  restricted   {ready['restricted_key']}   (reads numbers and dates)\n")
    else:
        print("The test keys were shown at the first start. For another:")
        print("  target/release/bonafide keys create --mode test --kind secret\n")
    if session_url:
        print("A first session. Open this page and show a document (it opens once, within 48 h):")
        print(f"  {session_url}\n")
        print("It asks for a selfie and, as in live mode, five moves before the camera. For scripts without:")
        print("  BONAFIDE_TEST_LIVENESS=passive make run\n")
    print("Ctrl-C stops the server.", flush=True)


def main(binary: str, arguments: list[str]) -> int:
    server = subprocess.Popen(
        [binary, "serve", "--json", *arguments], stdout=subprocess.PIPE, text=True
    )
    # Ctrl-C reaches the server too, being in the same process group; it drains by itself.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda *_: server.terminate())
    for line in server.stdout:
        event = json.loads(line)
        if event.get("event") == "ready":
            greet(event, create_session(binary, storage_of(arguments), event["url"]))
    return server.wait()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
