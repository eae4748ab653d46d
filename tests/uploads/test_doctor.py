"""`bonafide doctor` says whether the picture store keeps what it is given."""

import os
import subprocess
from pathlib import Path

from harness.server import command, run
from harness.storage import bucket_of


def doctor(arguments: list[str | Path], **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command("doctor", *arguments), env={**os.environ, **variables},
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )


def test_doctor_asks_the_picture_store(tmp_path: Path) -> None:
    bucket = bucket_of(str(tmp_path / "pictures"))
    keys = (tmp_path / "keys").as_uri()
    arguments = ["--data-dir", tmp_path / "data", "--blob-url", bucket.url, "--key-url", keys]
    run("keys", "create", "--mode", "test", "--kind", "secret", *arguments)
    well = doctor(arguments)
    assert "pictures: s3://" in well.stdout and "keeps and deletes" in well.stdout
    assert well.returncode == 0, well.stdout
    assert not [file for file in bucket.folder.rglob("*") if file.is_file()], "nothing is left"

    refused = doctor(arguments, AWS_SECRET_ACCESS_KEY="another-secret")
    assert refused.returncode == 1
    assert "refuses these credentials (SignatureDoesNotMatch)" in refused.stdout
    for secret in ("another-secret", os.environ["AWS_ACCESS_KEY_ID"]):
        assert secret not in refused.stdout
