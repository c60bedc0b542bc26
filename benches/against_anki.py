"""Time from key to stored answer and next question, beside Anki's backend in the same run.

    just bench-anki             or:  python3 benches/against_anki.py [CARDS REVIEWS_A_CARD ANSWERS]

Both have 100,000 cards and 1,000,000 reviews on the same disk, synchronous=FULL. dokpa is its own session and store
(`dokpa time-answers`): the time runs from the key, judgement and preview included, until the answer is on disk and the
next question stands. Anki is its backend called from Python: answer_card, then get_queued_cards. The two take turns, so
that a busy machine slows both. Anki is installed from PyPI under target/ (AGPL: it is run here, never linked).
"""

import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = Path(os.environ.get("DOKPA_CONFORMANCE_VENV", ROOT / "target" / "conformance-venv"))
DOKPA = Path(os.environ.get("DOKPA_BINARY", ROOT / "target" / "release" / "dokpa"))
CARDS, REVIEWS, ANSWERS = (int(value) for value in (sys.argv[1:] + ["100000", "10", "2000"][len(sys.argv) - 1 :])[:3])
BLOCKS = 20
DAY = 86_400


def enter_venv():
    """Runs this script again inside its own virtual environment."""
    python = VENV / "bin" / "python"
    if Path(sys.prefix).resolve() == VENV.resolve():
        return
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)
        subprocess.run([str(python), "-m", "pip", "install", "--quiet", "anki==26.9.3", "fsrs==6.3.2"], check=True)
    os.execv(str(python), [str(python), __file__, *sys.argv[1:]])


enter_venv()

from anki.collection import Collection  # noqa: E402
from anki.cards import Card  # noqa: E402, I001 (the collection first: the two import each other)
from anki.scheduler.v3 import CardAnswer  # noqa: E402


def memory(rng):
    stability = min(2.0 * 2 ** rng.uniform(0, 8), 400.0)
    return round(stability, 4), round(rng.uniform(1, 10), 3), max(1, round(stability))


def fill_dokpa(folder, rng, now, today):
    """Articles of a hundred sentences with a term each, straight into the tables that dokpa made."""
    subprocess.run([str(DOKPA), "--data", str(folder), "decks"], check=True, capture_output=True)
    db = sqlite3.connect(folder / "dokpa.sqlite3")
    db.execute("pragma synchronous=off")
    first = db.execute("select coalesce(max(id), 0) + 1 from term").fetchone()[0]
    article = db.execute("select coalesce(max(id), 0) from article").fetchone()[0]
    sentence = db.execute("select coalesce(max(id), 0) from sentence").fetchone()[0]
    cloze = db.execute("select coalesce(max(id), 0) from cloze").fetchone()[0]
    db.execute("insert into deck (id, name, created_at) values (1000, 'bench', 0)")
    reviews = []
    for number in range(CARDS):
        if number % 100 == 0:
            article += 1
            db.execute(
                "insert into article (id, fingerprint, title, text, imported_at) values (?,?,?,'',0)",
                (article, f"bench {article}", f"글 {article}"),
            )
            db.execute("insert into deck_article values (1000, ?)", (article,))
        term, word = first + number, f"낱말{number}"
        sentence, cloze = sentence + 1, cloze + 1
        text = f"{number}번째 문장에는 {word}이 나오고 다른 말도 몇 개 더 나온다."
        start = len(text[: text.index(word)].encode())
        end = start + len(word.encode())
        db.execute(
            "insert into sentence (id, article, position, start, end, kind, paragraph, text) values (?,?,?,0,0,'body',0,?)",
            (sentence, article, number % 100, text),
        )
        db.execute("insert into term (id, key, pos, kind, term, parts) values (?,?,'noun','noun',?,'[]')", (term, word, word))
        db.execute(
            "insert into article_term (article, term, count, nested, in_title, kind, shown, parts) values (?,?,1,0,0,'noun',?,'[]')",
            (article, term, word),
        )
        db.execute("insert into occurrence (term, sentence, start, end) values (?,?,?,?)", (term, sentence, start, end))
        db.execute(
            "insert into cloze (id, term, sentence, start, end, score) values (?,?,?,?,?,0.9)", (cloze, term, sentence, start, end)
        )
        stability, difficulty, interval = memory(rng)
        due = today - 2 if number < ANSWERS * 2 else today + rng.randint(1, 300)
        last = min(due - interval, today - 1) * DAY * 1000
        db.execute(
            "insert into card (term, state, step, stability, difficulty, due_day, last_review_at, reps, lapses, status)"
            " values (?,'review',0,?,?,?,?,?,0,'active')",
            (term, stability, difficulty, due, last, REVIEWS),
        )
        for back in range(REVIEWS):
            at = last - (REVIEWS - back) * 7 * DAY * 1000
            reviews.append((term, cloze, at, at // (DAY * 1000), stability, difficulty, stability, difficulty))
        if len(reviews) >= 50_000 or number == CARDS - 1:
            db.executemany(
                "insert into review (term, cloze, at, day, zone_minutes, mode, grade, hints, duration_ms, interval_days,"
                " before_state, before_step, before_stability, before_difficulty, before_reps, before_lapses, before_status,"
                " after_state, after_step, after_stability, after_difficulty, after_reps, after_lapses)"
                " values (?,?,?,?,0,'type',3,0,4000,7,'review',0,?,?,1,0,'active','review',0,?,?,2,0)",
                reviews,
            )
            reviews.clear()
    db.commit()
    db.close()


def fill_anki(path, rng, now):
    col = Collection(str(path))
    config = col.decks.get_config(1)
    config["rev"]["perDay"], config["new"]["perDay"] = 9999, 0
    col.decks.update_config(config)
    col.set_config("fsrs", True)
    model, today = col.models.by_name("Basic")["id"], col.sched.today
    col.close()
    db = sqlite3.connect(path)
    db.execute("pragma synchronous=off")
    base = 1_500_000_000_000
    revlog = []
    for number in range(CARDS):
        card = base + number
        db.execute("insert into notes values (?,?,?,0,0,'',?,?,0,0,'')", (card, f"g{number}", model, f"낱말{number}\x1f뜻", f"낱말{number}"))
        stability, difficulty, interval = memory(rng)
        due = today - 2 if number < ANSWERS * 2 else today + rng.randint(1, 300)
        last = now - max(today - due + interval, 1) * DAY
        data = json.dumps({"s": stability, "d": difficulty, "dr": 0.9, "decay": 0.1542, "lrt": last})
        db.execute(
            "insert into cards values (?,?,1,0,0,0,2,2,?,?,2500,?,0,0,0,0,0,?)", (card, card, due, interval, REVIEWS, data)
        )
        for back in range(REVIEWS):
            # Unique, and far enough in the past.
            revlog.append((1_400_000_000_000 + (back * CARDS + number) * 1000, card))
        if len(revlog) >= 50_000 or number == CARDS - 1:
            db.executemany("insert into revlog values (?,?,0,3,7,7,2500,4000,1)", revlog)
            revlog.clear()
    db.commit()
    db.close()


class Dokpa:
    def __init__(self, folder, limit):
        config = folder / "config.toml"
        config.write_text(f"reviews_per_day = {limit}\nnew_per_day = 0\n")
        started = time.perf_counter()
        self.program = subprocess.Popen(
            [str(DOKPA), "--data", str(folder), "--config", str(config), "time-answers", "bench"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1,
        )
        assert self.program.stdout.readline() == "ready\n", "dokpa ended"
        self.opened = time.perf_counter() - started

    def answers(self, count):
        self.program.stdin.write(f"{count}\n")
        self.program.stdin.flush()
        return json.loads(self.program.stdout.readline())

    def close(self):
        self.program.stdin.close()
        self.program.wait()


class Anki:
    def __init__(self, path):
        started = time.perf_counter()
        self.col = Collection(str(path))
        self.col.db.execute("pragma synchronous=full")
        self.queued = self.col.sched.get_queued_cards(fetch_limit=1)
        self.opened = time.perf_counter() - started

    def answer(self):
        shown = self.queued.cards[0]
        card = Card(self.col, backend_card=shown.card)
        card.start_timer()
        answer = self.col.sched.build_answer(card=card, states=shown.states, rating=CardAnswer.GOOD)
        started = time.perf_counter()
        self.col.sched.answer_card(answer)
        self.queued = self.col.sched.get_queued_cards(fetch_limit=1)
        return time.perf_counter() - started

    def answers(self, count):
        return [self.answer() for _ in range(count)]


def told(times):
    times = sorted(times)
    at = lambda share: times[int(share * (len(times) - 1))] * 1000  # noqa: E731
    return f"median {at(0.5):.3f} ms, 95th {at(0.95):.2f}, 99th {at(0.99):.2f}"


def main():
    rng = random.Random(2026)
    now = int(time.time())
    folder = Path(tempfile.mkdtemp(prefix="dokpa-bench-", dir=os.environ.get("DOKPA_BENCH_FOLDER")))
    try:
        data = folder / "dokpa"
        data.mkdir()
        print(f"filling both with {CARDS} cards and {CARDS * REVIEWS} reviews …", flush=True)
        fill_dokpa(data, rng, now, now // DAY)
        fill_anki(folder / "anki.anki2", rng, now)
        size = lambda path: path.stat().st_size / 1e6  # noqa: E731
        print(f"files: dokpa {size(data / 'dokpa.sqlite3'):.0f} MB, Anki {size(folder / 'anki.anki2'):.0f} MB")
        everyday = Dokpa(data, 200)
        everyday.close()
        dokpa, anki = Dokpa(data, ANSWERS * 2), Anki(folder / "anki.anki2")
        print("Anki's synchronous:", anki.col.db.scalar("pragma synchronous"), "(2 is FULL)")
        print(
            f"open to first question: dokpa {everyday.opened * 1000:.0f} ms (200 reviews a day), "
            f"{dokpa.opened * 1000:.0f} ms ({ANSWERS * 2} a day), Anki {anki.opened * 1000:.0f} ms"
        )
        times = {"dokpa": [], "Anki": []}
        for _ in range(BLOCKS):
            for name, program in [("dokpa", dokpa), ("Anki", anki)]:
                times[name].extend(program.answers(ANSWERS // BLOCKS))
        for name, values in times.items():
            print(f"{name:6} {len(values)} answers: {told(values)}")
        middle = {name: sorted(values)[len(values) // 2] for name, values in times.items()}
        print(f"dokpa takes {middle['dokpa'] / middle['Anki']:.2f} of Anki's time (medians)")
        dokpa.close()
        anki.col.close()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


main()
