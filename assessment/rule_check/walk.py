"""The walk itself: many sheets over two processes, what was seen, and the smallest bad sheet."""

from __future__ import annotations

import itertools
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from dataclasses import dataclass, field
from typing import TypeVar

from assessment.catalogue.loader import load_catalogue
from assessment.core.answers import AnswerSheet, value_of
from assessment.core.assess import Assessment, assess
from assessment.core.gate import Outcome, gate
from assessment.core.scores.scoring import Band
from assessment.rule_check.answer_sheets import Raw, by_chance, calm
from assessment.rule_check.checks import find_faults
from assessment.rule_check.comparisons import (
    answered_no,
    fallen_scores,
    lost_flags,
    milder_when_open,
    opened,
    rated,
    worse,
)
from assessment.rule_check.plans.content_checks import find_content_faults
from assessment.rule_check.plans.plan_pairs import Change, changes, heavier
from assessment.rule_check.systematic import systematic
from questions.loader import load_questionnaire
from questions.questionnaire import GATEWAYS

CHUNK, FEW = 500, 10
"""Sheets of a part of the walk, and of one that tries all that can be worse on each."""
MOST_FAULTS = 20
"""Different faults that a walk keeps: enough to see what is wrong."""
SEED = 20260512
FULL = 50_000
"""Sheets by chance of a full walk."""
BASES = 200
"""Sheets of a full walk on which every single thing that can be worse is tried."""


WHEN = " when "
"""Before the answer that was another, in a fault of two sheets."""
Thing = TypeVar("Thing")


@dataclass(frozen=True)
class FaultySheet:
    """A rule that was broken, and raw answers that show it."""

    fault: str
    raw: Raw


@dataclass
class Seen:
    """What a walk has come across so far."""

    sheets: int = 0
    trained: int = 0
    chosen: Counter[str] = field(default_factory=Counter)
    asked: set[str] = field(default_factory=set)
    bands: set[str] = field(default_factory=set)
    faulty: list[FaultySheet] = field(default_factory=list)

    def add(self, other: Seen) -> None:
        """Take over what another part of the walk has seen."""
        self.sheets += other.sheets
        self.trained += other.trained
        self.chosen.update(other.chosen)
        self.asked |= other.asked
        self.bands |= other.bands
        self.find(other.faulty)

    def find(self, faulty: Iterable[FaultySheet]) -> None:
        """Keep those of *faulty* that show something new: one that is everywhere hides none."""
        first = {one.fault: one for one in self.faulty}
        for one in faulty:
            first.setdefault(one.fault, one)
        self.faulty = list(first.values())[:MOST_FAULTS]


def walk(
    sheets_by_chance: int,
    seed: int = SEED,
    workers: int | None = None,
    on_progress: Callable[[int], None] = lambda _: None,
) -> Seen:
    """Return what every single answer, the pairs and chance bring to light.

    ``on_progress`` is told the number of sheets that each finished part had.
    """
    seen = Seen()
    seen.find(FaultySheet(fault, {}) for fault in find_content_faults(load_catalogue()))
    with ProcessPoolExecutor(workers or os.cpu_count()) as pool:
        for part in _parts(pool, sheets_by_chance, seed):
            seen.add(part)
            on_progress(part.sheets)
    return seen


def sheets_in(sheets_by_chance: int) -> int:
    """Return how many sheets a walk has."""
    planned = sum(1 for _ in systematic(load_questionnaire()))
    return planned + sheets_by_chance + bases_in(sheets_by_chance)


def bases_in(sheets_by_chance: int) -> int:
    """Return on how many sheets of a walk every single thing that can be worse is tried."""
    return min(BASES, -(-sheets_by_chance * BASES // FULL))


def remarks_on(seen: Seen) -> Iterator[str]:
    """Yield what a whole walk should have come across and did not."""
    questionnaire, catalogue = load_questionnaire(), load_catalogue()
    for exercise in catalogue.exercises:
        count = seen.chosen[exercise.id]
        if exercise.automatic and count == 0:
            yield f"{exercise.id} is never chosen for anybody"
        if seen.trained and count == seen.trained:
            yield f"{exercise.id} is chosen for everybody"
    for item in questionnaire.items:
        if item.id not in seen.asked:
            yield f"{item.id} is never asked of anybody"
    for band in Band:
        if band.value not in seen.bands:
            yield f"the band {band.value!r} is never reached"


def smallest(faulty: FaultySheet) -> FaultySheet:
    """Return the same fault with as few answers as possible that differ from a calm client's."""
    base, raw = calm(load_questionnaire()), dict(faulty.raw)
    for key in [key for key in raw if key not in base or raw[key] != base[key]]:
        without = {k: v for k, v in raw.items() if k != key}
        if key in base:
            without[key] = base[key]
        if _shows(faulty.fault, without):
            raw = without
    told = {key: value for key, value in raw.items() if base.get(key) != value}
    missing = {key: None for key in base if key not in raw}
    return FaultySheet(faulty.fault, told | missing)


def _parts(pool: Executor, sheets_by_chance: int, seed: int) -> Iterator[Seen]:
    """Yield the parts of the walk as they are done, in order."""
    planned = _chunks(systematic(load_questionnaire()))
    seeds = range(seed, seed + sheets_by_chance)
    chunks = [seeds[start : start + CHUNK] for start in range(0, len(seeds), CHUNK)]
    yield from pool.map(_walk_sheets, planned)
    yield from pool.map(_walk_chance, chunks)
    bases = range(seed, seed + bases_in(sheets_by_chance))
    yield from pool.map(_walk_pairs, (bases[at : at + FEW] for at in range(0, len(bases), FEW)))


def _chunks(sheets: Iterator[Raw]) -> Iterator[list[Raw]]:
    while chunk := list(itertools.islice(sheets, CHUNK)):
        yield chunk


def _walk_chance(seeds: range) -> Seen:
    questionnaire = load_questionnaire()
    return _walk_sheets([by_chance(questionnaire, seed) for seed in seeds])


def _walk_pairs(seeds: range) -> Seen:
    """Return what comes to light when each single thing is worse, on the sheets of *seeds*."""
    questionnaire, seen = load_questionnaire(), Seen()
    for seed in seeds:
        raw = by_chance(questionnaire, seed)
        before = _assessed(raw)
        seen.sheets += 1
        found = [fault for change in changes() for fault in _of_a_change(before, change)]
        seen.find(FaultySheet(fault, raw) for fault in found)
    return seen


def _walk_sheets(sheets: Iterable[Raw]) -> Seen:
    """Return what *sheets* show."""
    catalogue, seen = load_catalogue(), Seen()
    for number, raw in enumerate(sheets):
        assessment = _assessed(raw)
        seen.sheets += 1
        seen.asked |= {item.id for item in assessment.sheet.asked_items()}
        if assessment.regions:
            seen.bands |= {one.band.value for one in assessment.regions.values() if one.band}
        if assessment.outcome is Outcome.TRAIN:
            seen.trained += 1
            seen.chosen.update(one.exercise.id for one in assessment.exercises)
        found = [*find_faults(assessment, catalogue), *_of_changes(assessment, number)]
        seen.find(FaultySheet(fault, raw) for fault in found)
    return seen


def _of_changes(before: Assessment, number: int) -> Iterator[str]:
    """Yield what is wrong when one answer, another one for each *number*, is another."""
    yield from _of_worsening(before, number)
    yield from _of_opening(before, number)
    yield from _of_one_thing_worse(before, number)


def _of_worsening(before: Assessment, number: int) -> Iterator[str]:
    """Yield the scores and flags that go when one answer is a step worse."""
    for item, after in _one_of(before.sheet, rated(load_questionnaire()), worse, number):
        found = (*fallen_scores(before, after, load_catalogue()), *lost_flags(before.gate, after))
        yield from (f"{fault}{WHEN}{item.id} is worse" for fault in found)


def _of_opening(before: Assessment, number: int) -> Iterator[str]:
    """Yield what is milder when a gateway opens its questions.

    They are left open one time, and answered with no the next.
    """
    gateways = load_questionnaire().items_of(GATEWAYS)
    for gateway, more in _one_of(before.sheet, gateways, opened, number // 2):
        after = answered_no(before.sheet, more) if number % 2 else more
        faults = milder_when_open(before.gate, gate(after))
        yield from (f"{fault}{WHEN}{gateway.id} opens its questions" for fault in faults)


def _of_one_thing_worse(before: Assessment, number: int) -> Iterator[str]:
    """Yield how the plan gets heavier when one thing is worse, the first that can from *number*."""
    if before.programme is not None:
        for change, after in _one_of(before.sheet, changes(), _with_change, number):
            yield from _of_heavier(before, after, change)


def _of_a_change(before: Assessment, change: Change) -> Iterator[str]:
    if before.programme is not None and (after := change.apply(before.sheet)) is not None:
        yield from _of_heavier(before, after, change)


def _with_change(sheet: AnswerSheet, change: Change) -> AnswerSheet | None:
    return change.apply(sheet)


def _of_heavier(before: Assessment, after: AnswerSheet, change: Change) -> Iterator[str]:
    yield from heavier(before, assess(after, load_catalogue()), change)


def _one_of(
    sheet: AnswerSheet,
    items: Sequence[Thing],
    change: Callable[[AnswerSheet, Thing], AnswerSheet | None],
    number: int,
) -> Iterator[tuple[Thing, AnswerSheet]]:
    """Yield one of *items*, the first from *number* on, with the *change* of its answer."""
    for at in range(number, number + len(items)):
        item = items[at % len(items)]
        if (after := change(sheet, item)) is not None:
            yield item, after
            return


def _shows(fault: str, raw: Raw) -> bool:
    """Return whether *raw* shows *fault*, whichever answer is another."""
    assessment = _assessed(raw)
    change = next((one for one in changes() if fault.startswith(f"{one.name}: ")), None)
    if change is not None:
        return fault in _of_a_change(assessment, change)
    if WHEN not in fault:
        return fault in find_faults(assessment, load_catalogue())
    return any(
        fault in (*_of_worsening(assessment, number), *_of_opening(assessment, number))
        for number in range(2 * len(load_questionnaire().items))
    )


def _assessed(raw: Raw) -> Assessment:
    return assess(_sheet(raw), load_catalogue())


def _sheet(raw: Raw) -> AnswerSheet:
    questionnaire = load_questionnaire()
    by_id = questionnaire.by_id
    values = {key: value_of(by_id[key], value) for key, value in raw.items()}
    given = {key: value for key, value in values.items() if value is not None}
    return AnswerSheet.of(questionnaire, given)
