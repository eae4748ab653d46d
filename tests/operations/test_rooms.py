"""The rooms of ARCHITECTURE.md are those of the workspace, and none leads back to where one came from."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ARROW = re.compile(r"^ +([\w-]+) --> ([\w-]+)$", re.MULTILINE)
ROW = re.compile(r"^\| \[`([\w-]+)`\]\(crates/\1\)", re.MULTILINE)


def dependencies() -> dict[str, set[str]]:
    """Crates of the workspace by those that they are built with; what only tests use is left out."""
    manifests = {path.parent.name: path for path in ROOT.glob("crates/*/Cargo.toml")}
    return {
        name: set(tomllib.loads(path.read_text()).get("dependencies", {})) & set(manifests)
        for name, path in manifests.items()
    }


def reachable(arrows: set[tuple[str, str]], start: str) -> set[str]:
    found, waiting = set(), [start]
    while waiting:
        at = waiting.pop()
        for one, other in arrows:
            if one == at and other not in found:
                found.add(other)
                waiting.append(other)
    return found


def test_the_picture_shows_what_depends_on_what():
    page = (ROOT / "ARCHITECTURE.md").read_text()
    picture = set(ARROW.findall(page))
    known = dependencies()
    assert picture, "ARCHITECTURE.md has no picture"
    for one, other in picture:
        assert other in known[one], f"the picture has {one} know {other}, which it doesn't"
    for name, used in known.items():
        hidden = used - reachable(picture, name)
        assert not hidden, f"{name} knows {sorted(hidden)}, and no way along arrows leads there"
        assert name not in reachable(picture, name), f"a way leads from {name} back to it"


def test_every_room_has_a_row():
    page = (ROOT / "ARCHITECTURE.md").read_text()
    assert sorted(ROW.findall(page)) == sorted(dependencies())


def test_no_documentation_has_examples():
    """`make test` runs none: it would look for them in every crate. They are tests, beside the code."""
    fence = re.compile(r"^\s*//[/!]\s*```", re.MULTILINE)
    sources = sorted(ROOT.glob("crates/*/src/**/*.rs"))
    assert sources
    assert [path for path in sources if fence.search(path.read_text())] == []


def test_no_siblings_know_each_other_both_ways(tmp_path: Path):
    ended = subprocess.run(
        [sys.executable, ROOT / "scripts" / "circles"], capture_output=True, text=True
    )
    assert ended.returncode == 0, ended.stdout


def test_a_circle_is_found(tmp_path: Path):
    """The script would notice: two modules that name each other, by a path and by a name passed on."""
    source = tmp_path / "crates" / "round" / "src"
    source.mkdir(parents=True)
    (source / "lib.rs").write_text("mod one;\nmod other;\npub use one::One;\n")
    (source / "one.rs").write_text("pub struct One(pub(crate) crate::other::Other);\n")
    (source / "other.rs").write_text("use crate::One;\npub struct Other(Option<Box<One>>);\n")
    scripts = tmp_path / "scripts"
    scripts.mkdir()
    (scripts / "circles").write_text((ROOT / "scripts" / "circles").read_text())
    ended = subprocess.run(
        [sys.executable, scripts / "circles"], capture_output=True, text=True
    )
    assert ended.returncode == 1
    assert "round: one, other" in ended.stdout
