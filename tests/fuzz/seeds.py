#!/usr/bin/env python3
"""Writes the seed corpus of the normalizer's fuzz target: tests/fuzz/seeds.py

The target reads bytes as decisions, so seeds are byte strings with fixed random seeds, of several lengths and tempers
(mostly paragraphs, mostly tables, everything). Equal results on every run; inputs that once broke something are kept
beside them under names that say what broke.
"""

import pathlib
import random

FOLDER = pathlib.Path(__file__).parent / "corpus" / "normalize"
TEMPERS = {"even": range(256), "tables": [6, 7, 14, 15, 22, 23, 198, 199, 214], "paragraphs": [0, 1, 2, 3, 4, 8, 9, 10, 17, 33]}


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    for temper, choices in TEMPERS.items():
        for number, length in enumerate([40, 200, 800, 2500]):
            source = random.Random(f"{temper}-{number}")
            mixed = [source.choice(choices) if source.random() < 0.4 else source.randrange(256) for _ in range(length)]
            (FOLDER / f"{temper}-{length}").write_bytes(bytes(mixed))


if __name__ == "__main__":
    main()
