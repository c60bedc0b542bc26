#!/usr/bin/env python3
"""Draw glossed rows to judge by hand: sample.py SEED COUNT [rare]

Words with a known frequency, drawn with weight (Zipf - 2), so that a word a reader meets more often is judged more often;
with `rare`, evenly from the words without one."""
import random
import subprocess
import sys
from pathlib import Path

seed, count, rare = int(sys.argv[1]), int(sys.argv[2]), len(sys.argv) > 3
data = subprocess.run(["zstd", "-dcq", str(Path(__file__).with_name("words.tsv.zst"))], check=True, capture_output=True).stdout
rows = [line.split("\t") for line in data.decode("utf-8").splitlines()]
rows = [row for row in rows if row[3] and bool(row[4]) != rare]
dice = random.Random(seed)
keyed = sorted(rows, key=lambda row: -(dice.random() ** (1 / (int(row[4]) / 10 - 2 if row[4] else 1))))
for row in sorted(keyed[:count]):
    print("\t".join(row))
