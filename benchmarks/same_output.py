"""Whether two checkouts say the same: ``python -m benchmarks.same_output OTHER [SHEETS]``.

Random answer sheets go through the commands of this checkout and of the one at OTHER, each with
its own ``.venv``: the assessment documents and the bytes of the reports have to be equal. For moves
that must change nothing; run both on one day, since a report carries its day.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from questions.loader import load_questionnaire
from questions.model import CheckItem, ChoiceItem, Item, ManyItem, NumberItem, ScaleItem

HERE = Path(__file__).parent.parent
SHEETS = 500
SEED = 20261129
MOSTLY_CALM = 0.8
"""Share of sheets whose safety answers are all "no": of the others hardly anybody may train."""
GAPS = (0.0, 0.05, 0.2, 0.5)
"""Shares of the other answers that are left out, by turns."""
PROCESSES = 2


def random_sheets(count: int, seed: int) -> list[dict[str, Any]]:
    """Return *count* answers documents, the same ones for the same *seed*."""
    rng, questionnaire = random.Random(seed), load_questionnaire()  # noqa: S311  # no secret
    return [
        {
            "questionnaire": questionnaire.id,
            "version": questionnaire.version,
            "answers": _answers(rng, questionnaire.items, GAPS[number % len(GAPS)]),
        }
        for number in range(count)
    ]


def _answers(rng: random.Random, items: tuple[Item, ...], gaps: float) -> dict[str, Any]:
    calm = rng.random() < MOSTLY_CALM
    answers: dict[str, Any] = {}
    for item in items:
        if not isinstance(item, CheckItem) and not item.required and rng.random() < gaps:
            continue
        if (value := _value(rng, item, calm=calm)) is not None:
            answers[item.id] = value
    recent = answers.get("injury_last_6_weeks", ())
    return answers | {f"injuries_{site}": 1 for site in recent}


def _value(rng: random.Random, item: Item, *, calm: bool) -> Any:
    match item:
        case CheckItem(section="safety") if calm:
            return "no"
        case CheckItem():
            return rng.choice(("no",) * 8 + ("yes", "unsure"))
        case ScaleItem():
            return rng.randint(0, 4)
        case ChoiceItem():
            return rng.choice(item.values)
        case NumberItem():
            return rng.randint(int(item.minimum), min(int(item.maximum), int(item.minimum) + 90))
        case ManyItem():
            return [value for value in item.values if rng.random() < 0.3]
        case _:
            return None


def main(other: Path, count: int) -> int:
    """Compare this checkout with *other* over *count* sheets; return 1 where they differ."""
    documents = random_sheets(count, SEED)
    with tempfile.TemporaryDirectory() as folder:
        for number, document in enumerate(documents):
            Path(folder, f"{number:04}.json").write_text(json.dumps(document), encoding="utf-8")
        ours, theirs = (_assessed(where, documents) for where in (HERE, other))
        differ = [number for number, (a, b) in enumerate(zip(ours, theirs, strict=True)) if a != b]
        print(f"{count} assessment documents, {len(differ)} differ: {differ[:10]}")
        with ThreadPoolExecutor(PROCESSES) as pool:
            same = list(pool.map(lambda at: _same_report(Path(folder), other, at), range(count)))
        different = [number for number, one in enumerate(same) if not one]
        print(f"{count} reports, {len(different)} differ: {different[:10]}")
    return int(bool(differ or different))


def _assessed(where: Path, documents: list[dict[str, Any]]) -> list[bytes]:
    lines = "".join(json.dumps(document) + "\n" for document in documents).encode()
    done = subprocess.run([*_command(where), "assess", "-"], input=lines, capture_output=True)
    return done.stdout.splitlines()


def _same_report(folder: Path, other: Path, number: int) -> bool:
    """Return whether both make the same report on a sheet, or refuse it with the same words."""
    made = []
    for where, name in ((HERE, "ours"), (other, "theirs")):
        target = folder / f"{number:04}-{name}.pdf"
        command = [*_command(where), "report", f"{number:04}.json", "-o", "report.pdf"]
        here = folder / f"{number:04}-{name}"
        here.mkdir()
        (here / f"{number:04}.json").write_bytes((folder / f"{number:04}.json").read_bytes())
        done = subprocess.run(command, cwd=here, capture_output=True)
        target = here / "report.pdf"
        content = target.read_bytes() if target.exists() else b""
        made.append((done.returncode, done.stdout, done.stderr, content))
    return made[0] == made[1]


def _command(where: Path) -> list[str]:
    return [str(where / ".venv" / "bin" / "posterior-chain")]


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else SHEETS))
