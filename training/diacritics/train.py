"""Trains the network of diacritics and writes it as ONNX.

    python train.py --lines 9000 --passes 5 --seed 1 --out diacritics.onnx

The same seed gives the same letters in the same order; sums of floats may differ between machines.
"""

import argparse
import multiprocessing
import time

import numpy as np
import torch
from torch import nn

import letters
from alphabet import CHOICES
from network import Marks

BATCH = 256
PEAK = 4e-3
PEAK_GOING_ON = 2e-3
TESTED = 300
TEST_SEEDS = 1_000_000_000

GROUP_OF = torch.tensor([at for at, group in enumerate(CHOICES) for _ in group])
PLAIN = torch.tensor([letter.isascii() for group in CHOICES for letter in group])


def drawn(first, count, workers):
    """The letters of `count` lines, drawn by seeds from `first` on."""
    pictures, classes = [], []
    with multiprocessing.Pool(workers) as pool:
        for at, (some, answers) in enumerate(pool.imap(letters.examples, range(first, first + count), chunksize=64)):
            pictures.append(some)
            classes.append(answers)
            if at % 2000 == 1999:
                print(f"{at + 1} lines drawn", flush=True)
    return np.concatenate(pictures), torch.from_numpy(np.concatenate(classes))


def tensor(pictures):
    grey = torch.from_numpy(pictures).float()
    mean, deviation = grey.mean((1, 2), keepdim=True), grey.std((1, 2), keepdim=True, correction=0)
    return ((grey - mean) / (deviation + 4)).unsqueeze(1).contiguous(memory_format=torch.channels_last)


def within_group(scores, classes):
    """The scores with all letters of other groups out of the question."""
    same = GROUP_OF[classes][:, None] == GROUP_OF[None, :]
    return scores.masked_fill(~same, -1e4)


def tested(network, pictures, classes):
    """Shares of marked letters told right, and of plain letters taken for marked ones."""
    network.eval()
    best = []
    with torch.no_grad():
        for at in range(0, len(pictures), BATCH):
            scores = network(tensor(pictures[at : at + BATCH]))
            best.append(within_group(scores, classes[at : at + BATCH]).argmax(1))
    network.train()
    right, plain = torch.cat(best) == classes, PLAIN[classes]
    return right[~plain].float().mean().item(), 1 - right[plain].float().mean().item()


def trained(arguments):
    torch.manual_seed(arguments.seed)
    torch.set_num_threads(arguments.threads)
    pictures, classes = drawn(arguments.seed * 10_000_000, arguments.lines, arguments.workers)
    held_pictures, held_classes = drawn(TEST_SEEDS, TESTED, arguments.workers)
    print(f"{len(classes)} letters, {PLAIN[classes].float().mean():.2f} of them plain", flush=True)
    network = Marks().to(memory_format=torch.channels_last)
    if arguments.start:
        network.load_state_dict(torch.load(arguments.start))
    print(f"{sum(weight.numel() for weight in network.parameters())} weights", flush=True)
    loss = nn.CrossEntropyLoss()
    steps = arguments.passes * (len(pictures) // BATCH)
    peak = PEAK_GOING_ON if arguments.start else PEAK
    optimiser = torch.optim.AdamW(network.parameters(), peak, weight_decay=0.02)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, peak, steps, pct_start=0.15)
    began, step = time.time(), 0
    for turn in range(arguments.passes):
        order = torch.randperm(len(pictures), generator=torch.Generator().manual_seed(turn)).numpy()
        for at in range(0, len(order) - BATCH + 1, BATCH):
            chosen = order[at : at + BATCH]
            answers = classes[chosen]
            error = loss(within_group(network(tensor(pictures[chosen])), answers), answers)
            optimiser.zero_grad()
            error.backward()
            optimiser.step()
            schedule.step()
            step += 1
            if step % 100 == 0:
                print(f"step {step} of {steps}, loss {error.item():.4f}, {time.time() - began:.0f} s", flush=True)
            if step % 500 == 0 or step == steps:
                shares = tested(network, held_pictures, held_classes)
                print("held out: marks %.4f, plain letters taken for marked %.4f" % shares, flush=True)
                torch.save(network.state_dict(), arguments.out + ".pt")
    return network


def written(network, path):
    torch.onnx.export(
        network.eval(),
        (torch.zeros(2, 1, letters.HEIGHT, letters.WIDTH),),
        path,
        input_names=["letters"],
        output_names=["scores"],
        dynamic_axes={"letters": {0: "count"}, "scores": {0: "count"}},
        opset_version=17,
        dynamo=False,
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lines", type=int, default=9000)
    parser.add_argument("--passes", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=2, help="processes that draw")
    parser.add_argument("--threads", type=int, default=1, help="threads that train: the network is small")
    parser.add_argument("--start", help="weights to go on from")
    parser.add_argument("--out", default="diacritics.onnx")
    arguments = parser.parse_args()
    written(trained(arguments), arguments.out)
