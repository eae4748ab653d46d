"""Starts `bonafide serve`, creates a first session and prints what to open and paste.

Usage: serve_and_greet.py BINARY [SERVE OPTION…]

The server stays in the foreground; Ctrl-C or SIGTERM drains it and ends this program with its
exit status.
"""

import json
import os
import signal
import subprocess
import sys


def option(arguments: list[str], name: str, default: str) -> str:
    """The value of `--name VALUE` or `--name=VALUE`, else of its environment variable."""
    for position, argument in enumerate(arguments):
        if argument == f"--{name}" and position + 1 < len(arguments):
            return arguments[position + 1]
        if argument.startswith(f"--{name}="):
            return argument.split("=", 1)[1]
    return os.environ.get(f"BONAFIDE_{name.upper().replace('-', '_')}", default)


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
    print("Ctrl-C stops the server.", flush=True)


def main(binary: str, arguments: list[str]) -> int:
    data_dir = option(arguments, "data-dir", "./data")
    storage = ["--data-dir", data_dir]
    if "--data-dir" not in " ".join(arguments):
        arguments = [*storage, *arguments]
    server = subprocess.Popen(
        [binary, "serve", "--json", *arguments], stdout=subprocess.PIPE, text=True
    )
    # Ctrl-C reaches the server too, being in the same process group; it drains by itself.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda *_: server.terminate())
    for line in server.stdout:
        event = json.loads(line)
        if event.get("event") == "ready":
            created = subprocess.run(
                [binary, "sessions", "create", "--require-matching-selfie", "--json", *storage],
                stdout=subprocess.PIPE,
                text=True,
            )
            url = json.loads(created.stdout)["url"] if created.returncode == 0 else None
            greet(event, url)
    return server.wait()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
