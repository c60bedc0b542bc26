"""dokpa's scheduler beside py-fsrs and Anki.

    just conformance            or:  python3 tests/conformance/conformance.py [CARDS]

1. Random histories, same-day answers included, are replayed by `dokpa replay`, by py-fsrs and by Anki's backend
   (compute_memory_state from its own review log). Stability and difficulty after every answer (Anki: after the last)
   must agree to 1e-5, relative for stability.
2. What the four buttons show for random cards, fuzz included, is compared with Anki's get_scheduling_states.

The packages are installed into a virtual environment under target/. Anki is AGPL and is only run here, never linked.
"""

import json
import os
import random
import subprocess
import sys
import tempfile
from datetime import datetime, timedelta, timezone
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VENV = Path(os.environ.get("DOKPA_CONFORMANCE_VENV", ROOT / "target" / "conformance-venv"))
PACKAGES = ["anki==26.9.3", "fsrs==6.3.2"]
DOKPA = Path(os.environ.get("DOKPA_BINARY", ROOT / "target" / "debug" / "dokpa"))
CARDS = int(sys.argv[1]) if len(sys.argv) > 1 else 3000
TOLERANCE = 1e-5
DAY = 86_400
ROLLOVER = 4


def enter_venv():
    """Runs this script again inside its own virtual environment."""
    python = VENV / "bin" / "python"
    if Path(sys.prefix).resolve() == VENV.resolve():
        return
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)
        subprocess.run([str(python), "-m", "pip", "install", "--quiet", *PACKAGES], check=True)
    # The zone in which Anki counts its days; dokpa is told the same one.
    os.environ["TZ"] = "Etc/GMT"
    os.execv(str(python), [str(python), __file__, *sys.argv[1:]])


enter_venv()

import fsrs  # noqa: E402
from anki.collection import Collection  # noqa: E402

DEFAULT = list(fsrs.scheduler.DEFAULT_PARAMETERS)


def other_parameters(rng):
    """Weights near the published ones, as another learner would have them."""
    values = [value * rng.uniform(0.85, 1.15) for value in DEFAULT]
    values[:4] = sorted(values[:4])
    values[20] = min(max(values[20], 0.1), 0.5)
    return [round(value, 4) for value in values]


def replay(histories):
    lines = "".join(json.dumps(history) + "\n" for history in histories)
    out = subprocess.run([str(DOKPA), "replay"], input=lines, capture_output=True, text=True, check=True).stdout
    return [json.loads(line) for line in out.splitlines()]


class Worst:
    """The largest differences of a comparison."""

    def __init__(self):
        self.steps, self.stability, self.difficulty, self.mismatches = 0, 0.0, 0.0, 0

    def add(self, mine, stability, difficulty):
        self.steps += 1
        relative = abs(mine["stability"] - stability) / max(abs(stability), 1e-9)
        absolute = abs(mine["difficulty"] - difficulty)
        self.stability, self.difficulty = max(self.stability, relative), max(self.difficulty, absolute)
        wrong = relative > TOLERANCE or absolute > TOLERANCE
        self.mismatches += wrong
        if wrong and self.mismatches < 4:
            print("   ", mine, "other", stability, difficulty)


def histories(rng, now, count, parameters):
    """Answers at random gaps: within minutes, the same day, the next day, months later."""
    for number in range(count):
        at = now - rng.randint(900, 1100) * DAY
        # Not on the very second of the rollover, which Anki counts to the day before and dokpa to the day it begins.
        at = at - at % DAY + ROLLOVER * 3600 + rng.randint(1, 3600)
        reviews = []
        for _ in range(rng.randint(1, 14)):
            reviews.append((at * 1000 + number % 1000, rng.choices([1, 2, 3, 4], [15, 10, 60, 15])[0]))
            gap = rng.choice(["minutes", "hours", "days", "days", "days"])
            if gap == "minutes":
                at += rng.randint(60, 1200)
            elif gap == "hours":
                at += rng.randint(1, 7) * 3600
            else:
                at += rng.randint(1, 60) * DAY
        yield {
            "id": 1_700_000_000_000 + number,
            "zone": "Etc/GMT",
            "rollover": ROLLOVER,
            "settings": {"parameters": parameters, "fuzz": False, "load_balance": False},
            "reviews": reviews,
        }


def study_day(at_ms):
    return (at_ms // 1000 - ROLLOVER * 3600) // DAY


def beside_py_fsrs(cases, results, parameters):
    """py-fsrs takes spans of 24 hours for days: it is given the local days that dokpa and Anki count."""
    worst = Worst()
    scheduler = fsrs.Scheduler(parameters=parameters, learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    for case, result in zip(cases, results):
        card = fsrs.Card(card_id=case["id"])
        for (at, grade), mine in zip(case["reviews"], result["answers"]):
            moment = datetime(1970, 1, 1, 12, tzinfo=timezone.utc) + timedelta(days=study_day(at))
            card, _ = scheduler.review_card(card, fsrs.Rating(grade), moment)
            worst.add(mine, card.stability, card.difficulty)
    return worst


def empty_collection(folder, parameters, **settings):
    col = Collection(str(Path(folder) / f"c{random.randrange(1 << 40)}.anki2"))
    config = col.decks.get_config(1)
    config["fsrsParams6"] = parameters
    config["desiredRetention"] = 0.9
    config["new"]["delays"], config["lapse"]["delays"] = [1.0, 10.0], [10.0]
    config.update(settings)
    col.decks.update_config(config)
    col.set_config("fsrs", True)
    col.set_config("rollover", ROLLOVER)
    return col


def add_cards(col, ids):
    """One note and card a number, straight into the tables: the number of a card is part of what is compared."""
    model = col.models.by_name("Basic")["id"]
    for number in ids:
        col.db.execute(
            "insert into notes values (?,?,?,0,0,'','f\x1fb','f',0,0,'')", number, f"g{number}", model
        )
        col.db.execute("insert into cards values (?,?,1,0,0,0,0,0,0,0,0,0,0,0,0,0,0,'{}')", number, number)


def beside_anki_memory(cases, results, parameters, folder):
    col = empty_collection(folder, parameters)
    add_cards(col, [case["id"] for case in cases])
    row = 0
    for case in cases:
        used = set()
        for place, (at, grade) in enumerate(case["reviews"]):
            row = at
            while row in used or col.db.scalar("select 1 from revlog where id = ?", row):
                row += 1
            used.add(row)
            kind = 0 if place == 0 else 1
            col.db.execute("insert into revlog values (?,?,0,?,1,1,2500,1000,?)", row, case["id"], grade, kind)
        col.db.execute(
            "update cards set type=2, queue=2, ivl=1, reps=?, factor=2500 where id=?", len(case["reviews"]), case["id"]
        )
    worst = Worst()
    for case, result in zip(cases, results):
        state = col.compute_memory_state(case["id"])
        worst.add(result["answers"][-1], state.stability, state.difficulty)
    col.close()
    return worst


def buttons_of_anki(col, number):
    states = col._backend.get_scheduling_states(number)
    shown = []
    for name in ["again", "hard", "good", "easy"]:
        normal = getattr(states, name).normal
        kind = normal.WhichOneof("kind")
        if kind == "learning":
            shown.append(("learning", normal.learning.scheduled_secs, None, False))
        elif kind == "relearning":
            shown.append(("relearning", normal.relearning.learning.scheduled_secs, None, normal.relearning.review.leeched))
        else:
            shown.append(("review", None, normal.review.scheduled_days, normal.review.leeched))
    return shown


def beside_anki_buttons(rng, count, parameters, folder, steps):
    """Review cards and cards in steps, at random memories, overdue or early by days."""
    learning, relearning = steps
    col = empty_collection(folder, parameters)
    config = col.decks.get_config(1)
    config["new"]["delays"] = [seconds / 60 for seconds in learning]
    config["lapse"]["delays"] = [seconds / 60 for seconds in relearning]
    col.decks.update_config(config)
    col.set_config("loadBalancerEnabled", False)
    today_number = col.sched.today
    now = int(datetime.now(timezone.utc).timestamp())
    cases, numbers = [], [1_700_000_000_000 + rng.randrange(1 << 38) for _ in range(count)]
    add_cards(col, numbers)
    for number in numbers:
        stability = round(min(0.3 * 2 ** rng.uniform(0, 13), 3000.0), 4)
        difficulty = round(rng.uniform(1, 10), 3)
        reps, lapses = rng.randint(1, 40), rng.randint(0, 20)
        state = rng.choice(["review", "review", "review", "relearning", "learning"])
        interval, ago = max(1, round(stability)), 0
        if state == "review":
            ago = max(0, interval + rng.choice([0, 0, 1, 3, -1, interval]))
        last = now - ago * DAY
        # Both sides see the day of the last answer, not a moment that may fall behind the rollover.
        data = json.dumps({"s": stability, "d": difficulty, "dr": 0.9, "decay": parameters[20], "lrt": last})
        columns = {
            "review": (2, 2, today_number - ago + interval, interval, 0),
            "relearning": (3, 1, now, interval, (len(relearning) or 1)),
            "learning": (1, 1, now, 0, (len(learning) or 1)),
        }[state]
        col.db.execute(
            "update cards set type=?, queue=?, due=?, ivl=?, left=?, factor=2500, reps=?, lapses=?, data=? where id=?",
            *columns, reps, lapses, data, number,
        )
        day = (last - ROLLOVER * 3600) // DAY
        cases.append({
            "id": number, "zone": "Etc/GMT", "rollover": ROLLOVER, "reviews": [], "ask": now * 1000,
            "settings": {
                "parameters": parameters, "load_balance": False,
                "learning_steps": learning, "relearning_steps": relearning,
            },
            "card": {
                "state": state, "step": 0, "stability": stability, "difficulty": difficulty, "last_review": last * 1000,
                "due_day": day + interval if state == "review" else None, "reps": reps, "lapses": lapses,
            },
        })
    results = replay(cases)
    shown = different = 0
    for case, result in zip(cases, results):
        anki = buttons_of_anki(col, case["id"])
        mine = [(b["state"], b["seconds"], b["days"], b["leech"]) for b in result["buttons"]]
        for grade, (a, m) in enumerate(zip(anki, mine), 1):
            shown += 1
            if a != m:
                different += 1
                if different <= int(os.environ.get("DOKPA_SHOW", "5")):
                    print("   ", json.dumps(case["card"]), "grade", grade, "Anki", a, "dokpa", m)
    col.close()
    return shown, different


def main():
    rng = random.Random(2026)
    now = int(datetime.now(timezone.utc).timestamp())
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        for name, parameters in [("published weights", DEFAULT), ("other weights", other_parameters(rng))]:
            cases = list(histories(rng, now, CARDS // 2, parameters))
            results = replay(cases)
            for other, worst in [
                ("py-fsrs 6.3.2", beside_py_fsrs(cases, results, parameters)),
                ("Anki 26.9.3", beside_anki_memory(cases, results, parameters, folder)),
            ]:
                print(
                    f"{name}, {other}: {len(cases)} cards, {worst.steps} states compared, largest difference of "
                    f"stability {worst.stability:.1e} (relative), of difficulty {worst.difficulty:.1e}, "
                    f"{worst.mismatches} beyond {TOLERANCE:.0e}"
                )
                failed |= worst.mismatches > 0
            for steps in [([60, 600], [600]), ([60], [600, 1200]), ([], [])]:
                shown, different = beside_anki_buttons(rng, CARDS // 6, parameters, folder, steps)
                print(f"{name}, Anki's buttons, steps {steps}: {shown} compared, {different} differ")
                failed |= different > shown // 1000
    sys.exit(failed)


main()
