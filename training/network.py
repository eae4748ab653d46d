"""Reads a line of a machine readable zone, step by step.

Convolutions alone: what stands in a place is decided by what is seen there and a character or two
to either side, so that the network can't make up names.
"""

import torch
from torch import nn

from lines import ALPHABET


def block(inputs, outputs, kernel=3, stride=1, padding=1):
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, kernel, stride, padding, bias=False),
        nn.BatchNorm2d(outputs),
        nn.ReLU(inplace=True),
    )


class Recogniser(nn.Module):
    """Grey strips [lines, 1, 32, width] from -1 to 1, to logits [lines, width / 4, 38]: the
    alphabet and, last, nothing."""

    def __init__(self):
        super().__init__()
        self.eyes = nn.Sequential(
            block(1, 24, stride=2),
            block(24, 24),
            block(24, 48, stride=2),
            block(48, 48),
            block(48, 64, stride=(2, 1)),
            block(64, 64),
            block(64, 128, kernel=(4, 3), padding=(0, 1)),
        )
        self.context = nn.ModuleList(
            block(128, 128, kernel=(1, 5), padding=(0, 2)) for _ in range(2)
        )
        self.answers = nn.Conv2d(128, len(ALPHABET) + 1, 1)

    def forward(self, strips):
        seen = self.eyes(strips)
        for layer in self.context:
            seen = seen + layer(seen)
        return self.answers(seen).squeeze(2).transpose(1, 2)


class Probabilities(nn.Module):
    """What is shipped: probabilities in place of logits."""

    def __init__(self, recogniser):
        super().__init__()
        self.recogniser = recogniser

    def forward(self, strips):
        return torch.softmax(self.recogniser(strips), dim=2)
