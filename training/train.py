"""Trains the recogniser of machine readable zones and writes it as ONNX.

    python train.py --lines 60000 --passes 4 --seed 1 --out mrz-recogniser.onnx

The same seed gives the same lines in the same order; sums of floats may differ between machines.
"""

import argparse
import multiprocessing
import time

import numpy as np
import torch
from torch import nn

import lines
from network import Probabilities, Recogniser

BATCH = 64
PEAK = 3e-3
PEAK_GOING_ON = 1.5e-3
CHARACTER_WEIGHT = 2.0
"""Characters are rarer than the nothing between them."""
TESTED = 2000
TEST_SEEDS = 1_000_000_000


def drawn(first, count, workers):
    """`count` lines with their answers, drawn by seeds from `first` on."""
    strips = np.empty((count, lines.HEIGHT, lines.WIDTH), np.uint8)
    answers = np.empty((count, lines.WIDTH // lines.STEP), np.int64)
    with multiprocessing.Pool(workers) as pool:
        seeds = range(first, first + count)
        for at, (strip, answer) in enumerate(pool.imap(lines.example, seeds, chunksize=64)):
            strips[at], answers[at] = strip, answer
            if at % 10_000 == 9_999:
                print(f"{at + 1} lines drawn", flush=True)
    return strips, answers


def tensor(strips):
    grey = torch.from_numpy(strips).float().div(127.5).sub(1.0).unsqueeze(1)
    return grey.contiguous(memory_format=torch.channels_last)


def tested(network, strips, answers):
    """Shares of characters read right, of nothing read as nothing, and of lines without a fault."""
    network.eval()
    right = characters = silent = nothing = whole = 0
    with torch.no_grad():
        for at in range(0, len(strips), BATCH):
            best = network(tensor(strips[at : at + BATCH])).argmax(2).numpy()
            truth = answers[at : at + BATCH]
            ink, empty = (truth >= 0) & (truth < lines.BLANK), truth == lines.BLANK
            same = best == truth
            right, characters = right + same[ink].sum(), characters + ink.sum()
            silent, nothing = silent + same[empty].sum(), nothing + empty.sum()
            whole += (same | (truth == lines.UNKNOWN)).all(1).sum()
    network.train()
    return right / characters, silent / nothing, whole / len(strips)


def trained(arguments):
    torch.manual_seed(arguments.seed)
    torch.set_num_threads(arguments.workers)
    strips, answers = drawn(arguments.seed * 10_000_000, arguments.lines, arguments.workers)
    held_strips, held_answers = drawn(TEST_SEEDS, TESTED, arguments.workers)
    network = Recogniser().to(memory_format=torch.channels_last)
    if arguments.start:
        network.load_state_dict(torch.load(arguments.start))
    print(f"{sum(weight.numel() for weight in network.parameters())} weights", flush=True)
    weights = torch.ones(lines.BLANK + 1)
    weights[: lines.BLANK] = CHARACTER_WEIGHT
    loss = nn.CrossEntropyLoss(weights, ignore_index=lines.UNKNOWN, label_smoothing=0.01)
    steps = arguments.passes * (len(strips) // BATCH)
    peak = PEAK_GOING_ON if arguments.start else PEAK
    optimiser = torch.optim.AdamW(network.parameters(), peak, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, peak, steps, pct_start=0.15)
    began, step = time.time(), 0
    for turn in range(arguments.passes):
        order = torch.randperm(len(strips), generator=torch.Generator().manual_seed(turn)).numpy()
        for at in range(0, len(order) - BATCH + 1, BATCH):
            chosen = order[at : at + BATCH]
            logits = network(tensor(strips[chosen]))
            error = loss(logits.reshape(-1, lines.BLANK + 1), torch.from_numpy(answers[chosen]).reshape(-1))
            optimiser.zero_grad()
            error.backward()
            optimiser.step()
            schedule.step()
            step += 1
            if step % 100 == 0:
                torch.save(network.state_dict(), arguments.out + ".pt")
                print(f"step {step} of {steps}, loss {error.item():.4f}, {time.time() - began:.0f} s", flush=True)
            if step % 500 == 0 or step == steps:
                shares = tested(network, held_strips, held_answers)
                print("held out: characters %.4f, nothing %.4f, lines %.4f" % shares, flush=True)
    return network


def written(network, path):
    network = Probabilities(network).eval()
    strip = torch.zeros(1, 1, lines.HEIGHT, lines.WIDTH)
    torch.onnx.export(
        network,
        (strip,),
        path,
        input_names=["strip"],
        output_names=["steps"],
        dynamic_axes={"strip": {3: "width"}, "steps": {1: "steps"}},
        opset_version=17,
        dynamo=False,
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lines", type=int, default=60_000)
    parser.add_argument("--passes", type=int, default=4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--start", help="weights to go on from")
    parser.add_argument("--out", default="mrz-recogniser.onnx")
    arguments = parser.parse_args()
    written(trained(arguments), arguments.out)
