"""A liveness network of the operator's own that can't be used keeps the server from starting."""

import subprocess
from pathlib import Path

import pytest

from harness.server import BINARY


@pytest.mark.parametrize(
    ("content", "sha256", "said"),
    [
        (None, "0" * 64, "can't be used"),
        (b"another file", "0" * 64, "its SHA-256 is "),
        (b"another file", "12", "sha256sum FILE"),
    ],
)
def test_it_says_what_is_wrong(tmp_path: Path, content: bytes | None, sha256: str, said: str) -> None:
    network = tmp_path / "own.onnx"
    if content is not None:
        network.write_bytes(content)
    config = tmp_path / "bonafide.toml"
    config.write_text(f'[liveness.network]\nfile = "{network}"\nsha256 = "{sha256}"\n')
    finished = subprocess.run(
        [BINARY, "serve", "--listen", "127.0.0.1:0", "--data-dir", tmp_path / "data", "--config", config],
        capture_output=True, text=True, timeout=60,
    )
    assert finished.returncode == 1
    assert said in finished.stderr
