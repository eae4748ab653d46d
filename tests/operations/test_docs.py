"""The commands and settings of docs/operations.md, as they stand there."""

import os
import re
import socket
import subprocess
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from harness.server import BINARY, ROOT
from harness.storage import ask_postgres

PAGE = ROOT / "docs" / "operations.md"


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", PAGE.read_text(), re.MULTILINE | re.DOTALL)


def run(code: str, folder: Path, **variables: str) -> str:
    """In a shell that stops at the first failure, with the binary on its path."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("BONAFIDE_TEST")}
    path = f"{BINARY.parent}:{os.environ['PATH']}"
    finished = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", code],
        cwd=folder, env={**own, "PATH": path, **variables}, check=True,
        stdout=subprocess.PIPE, text=True,
    )
    return finished.stdout


def test_commands_on_one_machine(tmp_path: Path) -> None:
    """In their order, each on what those before it left."""
    elsewhere = ("createdb", "mkcert")
    commands = [code for code in blocks("sh") if not any(name in code for name in elsewhere)]
    assert len(commands) == 5
    printed = run("\n".join(commands), tmp_path)
    assert "sk_test_" in printed
    assert "a new epoch has begun" in printed
    assert (tmp_path / "backup-1" / "manifest.json").is_file()
    assert (tmp_path / "restored" / "bonafide.db").is_file()


def test_commands_on_a_server_database(tmp_path: Path) -> None:
    [making, moving] = [code for code in blocks("sh") if "createdb" in code]
    server = urlsplit(ask_postgres(""))
    variables = {
        "PGHOST": parse_qs(server.query)["host"][0],
        "PGUSER": server.username or "",
        "BONAFIDE_DATA_DIR": str(tmp_path / "data"),
    }
    assert "is up to date" in run(making, tmp_path, **variables)
    variables["BONAFIDE_DATA_DIR"] = str(tmp_path / "embedded")
    run("bonafide keys create --mode test --kind secret", tmp_path, **variables)
    moving = moving.replace("/mnt/shared/pictures", str(tmp_path / "pictures"))
    printed = run(moving, tmp_path, **variables)
    assert "keys: 2 copied" in printed
    assert "rows" in printed and "nothing was changed there" in printed


def test_a_phone_reaches_the_page_over_https(tmp_path: Path) -> None:
    """What mkcert makes, openssl makes here; the server is told of it as the page says."""
    [recipe] = [code for code in blocks("sh") if "mkcert" in code]
    run(
        "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 1"
        " -subj /CN=laptop.local -addext subjectAltName=DNS:laptop.local"
        " -keyout laptop.local-key.pem -out laptop.local.pem 2>/dev/null",
        tmp_path,
    )
    serve = recipe[recipe.index("bonafide serve") :].rstrip() + " --json --data-dir data"
    port = free_port()
    serve = serve.replace("0.0.0.0:8443", f"127.0.0.1:{port}").replace("laptop.local:8443", f"laptop.local:{port}")
    # Once it is ready it says so in one line.
    printed = run(
        f"coproc {serve}; read -r ready <&${{COPROC[0]}}; echo \"$ready\";"
        f" curl --silent --fail --cacert laptop.local.pem --resolve laptop.local:{port}:127.0.0.1"
        f" https://laptop.local:{port}/healthz; kill $COPROC_PID; wait $COPROC_PID",
        tmp_path,
    )
    ready, healthy = printed.splitlines()
    assert f'"url":"https://laptop.local:{port}' in ready
    assert healthy == "ok"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def test_settings_are_understood(tmp_path: Path) -> None:
    """All blocks together are one file that the binary takes."""
    whole, *parts = sorted(blocks("toml"), key=lambda code: "public_url" not in code)
    assert len(parts) == 4
    text = "\n".join([whole, *parts]).replace("/run/secrets/bonafide", str(tmp_path / "master"))
    config = tmp_path / "bonafide.toml"
    config.write_text(text)
    (tmp_path / "master").touch(mode=0o600)
    (tmp_path / "master").write_text("0123456789abcdef" * 4)
    variables = {"BONAFIDE_DATA_DIR": str(tmp_path / "data"), "BONAFIDE_CONFIG": str(config)}
    run("bonafide migrate", tmp_path, **variables)
    assert run("bonafide retention --dry-run", tmp_path, **variables) == ""
    run("bonafide keys create --mode live --kind secret", tmp_path, **variables)
    due = run("bonafide retention --dry-run", tmp_path, **variables)
    assert [line.split()[1:3] for line in due.splitlines()] == [
        ["live", kind] for kind in ("pictures", "biometrics", "fields")
    ]
    config.write_text(text.replace("reads_per_second", "reads_a_second"))
    refused = subprocess.run(
        [BINARY, "migrate"], env={**os.environ, **variables}, capture_output=True, text=True
    )
    assert refused.returncode == 1 and "reads_a_second" in refused.stderr
