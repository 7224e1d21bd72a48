"""Every text that a person can read, for tests of what is said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from importlib.resources import files
from pathlib import Path
from types import ModuleType

from assessment.casebook import summaries
from assessment.catalogue.model import Catalogue, Reference
from assessment.cli.records import words as record_words
from assessment.core.plan.changes import words as change_words
from assessment.desk import words as desk_words
from assessment.plain import words as plain_words
from assessment.quiz import words as screen_words
from assessment.settings import words as settings_words
from questions.questionnaire import Questionnaire
from reports.figures.poses_loader import load_poses
from reports.words import common as paper_words
from reports.words import recovery as recovery_words
from reports.words import referral as referral_words
from reports.words import retest as retest_words
from reports.words import trainer as trainer_words

README = Path(__file__).parent.parent / "README.md"
"""Not there where the tests run against an installed wheel."""
ABOUT_EVIDENCE = ("evidence", "rules", "architecture")
"""Pages that weigh claims or cut code; nobody is told anything by them."""
OF_OTHERS = ("title", "authors", "journal", "doi")
"""What a reference quotes as it was published."""


def every_text(questionnaire: Questionnaire, catalogue: Catalogue) -> dict[str, str]:
    """Return each text by the place where it stands."""
    places: dict[str, object] = {
        "bank": questionnaire,
        "catalogue": catalogue,
        "paper": _values_of(paper_words),
        "trainer sheet": _values_of(trainer_words),
        "referral": _values_of(referral_words),
        "screen": _values_of(screen_words),
        "settings": _values_of(settings_words),
        "lines": _values_of(plain_words),
        "records": _values_of(record_words),
        "changes of a plan": _values_of(change_words),
        "desk": _values_of(desk_words) | _values_of(summaries),
        "re-test": _values_of(retest_words),
        "recovery": _values_of(recovery_words),
        "poses": {one.id: [pose.text for pose in one.pose] for one in load_poses().moves.values()},
        "templates": {
            file.name: re.sub(
                r"\{[%{#].*?[%}#]\}|<[^>]*>", " ", file.read_text(encoding="utf-8"), flags=re.DOTALL
            )
            for file in (files("reports") / "templates").iterdir()
            if file.name.endswith(".html")
        },
        "README": README.read_text(encoding="utf-8").split("\n\n") if README.is_file() else (),
        "docs": {
            page.stem: page.read_text(encoding="utf-8").split("\n\n")
            for page in README.parent.glob("docs/*.md")
            if page.stem not in ABOUT_EVIDENCE
        },
    }
    return {
        place: " ".join(text.split())
        for name, value in places.items()
        for place, text in _texts(value, name)
    }


def _values_of(module: ModuleType) -> dict[str, object]:
    return {name: value for name, value in vars(module).items() if name.isupper()}


def _texts(value: object, place: str) -> Iterator[tuple[str, str]]:
    """Yield every text in *value* with its place, down through tables and lists."""
    if isinstance(value, str):
        yield place, value
    for key, part in _parts(value):
        yield from _texts(part, f"{place}{key}")


def _parts(value: object) -> list[tuple[str, object]]:
    """Return what *value* consists of, each part with how its place goes on."""
    if is_dataclass(value) and not isinstance(value, type):
        skipped = OF_OTHERS if isinstance(value, Reference) else ()
        names = [one.name for one in fields(value) if one.name not in skipped]
        here = getattr(value, "id", type(value).__name__)
        return [(f"/{here}.{name}", getattr(value, name)) for name in names]
    if isinstance(value, Mapping):
        return [(f".{key}", one) for key, one in value.items()]
    if isinstance(value, tuple | list | set | frozenset):
        return [(f"[{number}]", one) for number, one in enumerate(value)]
    return []
