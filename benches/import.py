"""How long imports take, and how much memory: one text of 1 MB (to be under 1 s and 200 MB) and a folder of 1,000 articles
of 5 KB in one command (to be under 6 s).

    python3 benches/import.py [PROGRAM] [RUNS]      # target/release/dokpa, 3

The articles are sentences of seeds/*.txt in an order of their own each, with other figures, from a fixed seed: no two are
near-duplicates, which would cost a comparison letter by letter. Each run has a data folder of its own, in which the ready
decks are already; the median counts. Exits with 1 where a target is missed.
"""

import json
import os
import pathlib
import random
import re
import shutil
import statistics
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
FOLDER = ROOT / "target" / "bench-import"
ARTICLES, BYTES = 1_000, 5_000
TARGETS = {"1 MB": (1.0, 200), "1,000 articles": (6.0, None)}


def sentences():
    found = []
    for path in sorted((ROOT / "seeds").glob("*.txt")):
        for line in path.read_text(encoding="utf-8").split("\n")[3:]:
            found += [one for one in re.split(r"(?<=[다요까]\.) ", line.strip()) if len(one) > 20]
    return found


def text(pool, size, rand):
    """Sentences in paragraphs of three until there are `size` bytes. No sentence twice before all have been."""
    out, length, left = [], 0, []
    while length < size:
        if not left:
            left = rand.sample(pool, len(pool))
        one = re.sub(r"\d", lambda _: str(rand.randint(1, 9)), left.pop())
        out.append(one)
        length += len(one.encode()) + 1
    return "\n\n".join(" ".join(out[at : at + 3]) for at in range(0, len(out), 3)) + "\n"


def make():
    rand = random.Random(20261125)
    pool = sentences()
    shutil.rmtree(FOLDER, ignore_errors=True)
    (FOLDER / "news").mkdir(parents=True)
    (FOLDER / "large.txt").write_text("큰 글\n\n" + text(pool, 1_000_000, rand), encoding="utf-8")
    for number in range(ARTICLES):
        name = FOLDER / "news" / f"{number:04}.txt"
        name.write_text(f"경제 소식 {number}\n\n" + text(pool, BYTES, rand), encoding="utf-8")


def measure(program, source, wanted):
    """Seconds and megabytes of one import."""
    data = FOLDER / "data"
    shutil.rmtree(data, ignore_errors=True)
    base = [program, "--data", str(data), "--lang", "en"]
    subprocess.run([*base, "decks", "--json"], check=True, stdout=subprocess.DEVNULL)
    begun = time.perf_counter()
    process = subprocess.Popen([*base, "import", "--quiet", "--deck", "bench", str(source)])
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, f"exit {process.returncode}"
    decks = subprocess.run([*base, "decks", "--json"], check=True, capture_output=True, text=True).stdout
    rows = [json.loads(line) for line in decks.splitlines()]
    found = next(row["articles"] for row in rows if row["deck"] == "bench")
    assert found == wanted, f"{found} articles, wanted {wanted}"
    scale = 1024 if sys.platform != "darwin" else 1
    return seconds, usage.ru_maxrss * scale / 1e6


def main():
    program = sys.argv[1] if len(sys.argv) > 1 else str(ROOT / "target" / "release" / "dokpa")
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    make()
    missed = False
    for name, source, wanted in [("1 MB", FOLDER / "large.txt", 1), ("1,000 articles", FOLDER / "news", ARTICLES)]:
        results = [measure(program, source, wanted) for _ in range(runs)]
        seconds = statistics.median(one for one, _ in results)
        memory = max(one for _, one in results)
        most_seconds, most_memory = TARGETS[name]
        good = seconds < most_seconds and (most_memory is None or memory < most_memory)
        missed |= not good
        wish = f"< {most_seconds:g} s" + (f", < {most_memory} MB" if most_memory else "")
        print(f"{name:15} {seconds:6.2f} s (best {min(one for one, _ in results):.2f}) {memory:6.0f} MB   {wish}   {'ok' if good else 'MISSED'}")
    shutil.rmtree(FOLDER, ignore_errors=True)
    sys.exit(missed)


if __name__ == "__main__":
    main()
