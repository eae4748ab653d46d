"""Machine readable zones read by Bonafide and by other programs: the same pictures, one core each.

    peers.py --bonafide target/release/bonafide --specimens 40 [--folder DIR]…

A zone counts as read where every line is right. PassportEye and fastmrz are asked for the zone,
RapidOCR for all text, of which the lines are taken that a zone's could be.
"""

import argparse
import json
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SYMBOLS = re.compile(r"[^A-Z0-9<]")
KINDS = ["passport", "id_card"]
CONDITIONS = ["handheld"]


def passport_eye():
    import passporteye

    def read(path):
        found = passporteye.read_mrz(str(path))
        return found.aux["text"].split("\n") if found and "text" in found.aux else []

    return read


def fast_mrz():
    import fastmrz

    reader = fastmrz.FastMRZ()
    return lambda path: (reader.get_details(str(path), ignore_parse=True) or "").split("\n")


def rapid_ocr():
    import rapidocr_onnxruntime

    reader = rapidocr_onnxruntime.RapidOCR(intra_op_num_threads=1, inter_op_num_threads=1)
    return lambda path: [line[1] for line in reader(str(path))[0] or []]


PEERS = {"PassportEye": passport_eye, "fastmrz": fast_mrz, "RapidOCR": rapid_ocr}


def plain(line):
    return SYMBOLS.sub("", line.upper().replace("«", "<<").replace("‹", "<"))


def is_read(truth, lines):
    """Whether every line of the truth is there, in order."""
    lines = [plain(line) for line in lines]
    at = 0
    for line in truth:
        if line not in lines[at:]:
            return False
        at += lines[at:].index(line) + 1
    return True


def specimens(bonafide, count, folder):
    """Pairs of a picture and the lines of its zone."""
    found = []
    for kind in KINDS:
        for condition in CONDITIONS:
            for seed in range(count):
                place = folder / f"{kind}-{condition}-{seed}"
                command = [bonafide, "specimen", "--kind", kind, "--degrade", condition]
                subprocess.run([*command, "--seed", str(seed), "--out", place], check=True, capture_output=True)
                truth = json.loads((place / "truth.json").read_text())
                side = place / ("back.jpg" if kind == "id_card" else "front.jpg")
                found.append((side, truth["mrz"]["lines"]))
    return found


def pictures(folder):
    """The same, of a folder with a manifest."""
    manifest = json.loads((folder / "manifest.json").read_text())
    return [
        (folder / item["file"], item["truth"]["lines"])
        for item in manifest["items"]
        if (item["truth"] or {}).get("lines")
    ]


def measured(name, read, cases):
    right, seconds = 0, []
    for path, truth in cases:
        began = time.perf_counter()
        try:
            lines = read(path)
        except Exception as error:  # A peer that breaks on a picture hasn't read it.
            print(f"{name}: {path.name}: {type(error).__name__}", file=sys.stderr)
            lines = []
        seconds.append(time.perf_counter() - began)
        right += is_read(truth, lines)
    return right, seconds


def ours(bonafide, *options):
    def run(cases):
        command = [bonafide, "read", "--batch", "--threads", "1", *options]
        paths = "\n".join(str(path) for path, _ in cases)
        answer = subprocess.run(command, input=paths, capture_output=True, text=True, check=True)
        right, seconds = 0, []
        for (_, truth), line in zip(cases, answer.stdout.splitlines(), strict=True):
            reading = json.loads(line)
            right += bool(reading["mrz"]) and reading["mrz"]["lines"] == truth
            seconds.append(reading["timings_ms"]["total"] / 1000)
        return right, seconds

    return run


def show(name, of, right, seconds):
    middle, mean = statistics.median(seconds), statistics.mean(seconds)
    print(f"| {name} | {right} of {of} | {100 * right / of:.0f} % | {middle:.2f} | {mean:.2f} |", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bonafide", required=True)
    parser.add_argument("--specimens", type=int, default=20, help="of each kind")
    parser.add_argument("--folder", type=Path, action="append", default=[], help="pictures with a manifest.json")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        sets = [("specimens in hand", specimens(arguments.bonafide, arguments.specimens, Path(scratch)))]
        sets += [(folder.name, pictures(folder)) for folder in arguments.folder]
        for title, cases in sets:
            print(f"\n{title}, {len(cases)} pictures\n")
            print("| program | every line right | | s, median | s, mean |\n|---|---|---|---|---|")
            show("Bonafide, zone only", len(cases), *ours(arguments.bonafide, "--only", "mrz")(cases))
            show("Bonafide, whole document", len(cases), *ours(arguments.bonafide)(cases))
            for name, peer in PEERS.items():
                show(name, len(cases), *measured(name, peer(), cases))


if __name__ == "__main__":
    main()
