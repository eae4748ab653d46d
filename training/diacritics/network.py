"""Tells which of the letters of one plain letter a picture shows.

Which letter it is without its mark is known from the recogniser of print. So the answer is a score for
every letter of the table, of which only those of one group are compared: what no language writes
can't come out, and the network never has to tell an E from an F.
"""

import torch
from torch import nn

from alphabet import LETTERS


def block(inputs, outputs, kernel=3, stride=1, padding=1):
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, kernel, stride, padding, bias=False),
        nn.BatchNorm2d(outputs),
        nn.ReLU(inplace=True),
    )


class Marks(nn.Module):
    """Pictures [letters, 1, 64, 40] of mean 0 and deviation 1, to scores [letters, 190]."""

    def __init__(self):
        super().__init__()
        self.eyes = nn.Sequential(
            block(1, 16, kernel=5, stride=2, padding=2),
            block(16, 32, stride=2),
            block(32, 40, stride=(2, 1)),
            block(40, 56, stride=2),
        )
        self.answers = nn.Sequential(
            nn.Flatten(),
            nn.Dropout(0.1),
            nn.Linear(56 * 4 * 5, 64),
            nn.ReLU(inplace=True),
            nn.Linear(64, len(LETTERS)),
        )

    def forward(self, pictures):
        return self.answers(self.eyes(pictures))
