"""Two clients of whom one has more pain, less ability or a caution more: no plan gets heavier."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from assessment.core.answers import AnswerSheet
from assessment.core.assess import Assessment
from assessment.rule_check.answer_sheets import cleared
from assessment.rule_check.comparisons import answered_no
from assessment.rule_check.plans.evidence import evidence
from questions.loader import load_questionnaire
from questions.model import WORST, ScaleItem

HINGE = "hinge_loaded"
TOO_EASY = "too_easy"
PAINS = (1, 4, 6, 7)
"""Usual pains that are tried beside one step more: where a rule begins, and the highest that
may train.
"""
AGES = {"age_65": 65, "under_18": 17}
CLEARED = {"heart_cleared": "chest_pain", "bp_cleared": "high_bp", "illness_cleared": "cancer_now"}
"""Cautions that a clearance leaves, and a flag that it is for."""


class Change(NamedTuple):
    """One thing that is worse, and how; None where it is as bad already."""

    name: str
    apply: Callable[[AnswerSheet], AnswerSheet | None]
    eases: bool = False
    """Whether the rules of it ask for more effort of some (docs/rules.md 5.3: fit from 65)."""
    hurts: bool = False
    """Whether it is pain: then no loaded hinge may come, not even one that was too easy before."""


class Heaviness(NamedTuple):
    """How heavy a plan is."""

    level: int
    hinges: int
    """Sessions with a loaded hinge."""
    efforts: Mapping[str, tuple[int, ...]]
    """By exercise, the highest of each phase."""


@cache
def changes() -> tuple[Change, ...]:
    """Return every single thing that can be worse for a client."""
    return (*_pains(), *_abilities(), *_cautions())


def heavier(before: Assessment, after: Assessment, change: Change) -> Iterator[str]:
    """Yield in words how the plan of *after*, with one thing worse, is heavier."""
    if before.programme is None or after.programme is None:
        return
    if not set(before.gate.cautions) <= set(after.gate.cautions):
        return  # another age takes a caution away, too
    easy = frozenset() if change.hurts else _too_easy(before)
    one, two = heaviness(before), heaviness(after, easy)
    if two.level > one.level:
        yield f"{change.name}: the highest level rises from {one.level} to {two.level}"
    if two.hinges > one.hinges:
        yield f"{change.name}: {two.hinges} sessions have a loaded hinge, {one.hinges} had"
    for name in one.efforts.keys() & two.efforts.keys() if not change.eases else ():
        pairs = zip(one.efforts[name], two.efforts[name], strict=False)
        if any(now > then for then, now in pairs):
            yield (
                f"{change.name}: the effort of {name} rises from {one.efforts[name]} "
                f"to {two.efforts[name]}"
            )


def _too_easy(assessment: Assessment) -> frozenset[str]:
    """Return what is told to be left out as too easy: where it comes, the plan gets lighter."""
    left_out = assessment.left_out
    return frozenset([one.exercise.id for one in left_out if one.because == (TOO_EASY,)])


def heaviness(assessment: Assessment, easy: frozenset[str] = frozenset()) -> Heaviness:
    """Return how heavy the plan of *assessment* is; a hinge that is *easy* does not count."""
    rows, programme = evidence().rows, assessment.programme
    sessions = programme.sessions if programme else ()
    hinges = sum(
        any(rows[name].pattern == HINGE and name not in easy for name in session.exercises)
        for session in sessions
    )
    levels = (rows[one.exercise.id].level for one in assessment.exercises)
    efforts = {
        one.exercise.id: tuple(work.effort[1] for work in one.work) for one in assessment.exercises
    }
    return Heaviness(max(levels, default=0), hinges, efforts)


def _pains() -> Iterator[Change]:
    for item in dict.fromkeys(evidence().pain_item.values()):
        yield Change(f"more pain: {item} a step more", _stepped(item, 7), hurts=True)
        for pain in PAINS:
            yield Change(f"more pain: {item} of {pain}", _raised(item, pain), hurts=True)


def _abilities() -> Iterator[Change]:
    for item in load_questionnaire().items:
        if isinstance(item, ScaleItem):
            yield Change(f"less ability: {item.id} a step worse", _stepped(item.id, WORST))


def _cautions() -> Iterator[Change]:
    asked = {item.id for item in load_questionnaire().items if item.section == "cautions"}
    for caution in evidence().excludes:
        if caution in asked:
            yield Change(f"one caution more: {caution}", _with(caution))
        elif caution in AGES:
            eases = caution == evidence().eased.caution
            yield Change(f"one caution more: {caution}", _aged(caution), eases)
        elif caution in CLEARED:
            yield Change(f"one caution more: {caution}", _cleared(CLEARED[caution]))


def _stepped(item: str, most: int) -> Callable[[AnswerSheet], AnswerSheet | None]:
    def apply(sheet: AnswerSheet) -> AnswerSheet | None:
        value = sheet.known.get(item)
        if not isinstance(value, int) or value >= most:
            return None
        return sheet.with_answer(item, value + 1)

    return apply


def _raised(item: str, value: int) -> Callable[[AnswerSheet], AnswerSheet | None]:
    def apply(sheet: AnswerSheet) -> AnswerSheet | None:
        now = sheet.known.get(item)
        if not isinstance(now, int) or now >= value:
            return None
        return sheet.with_answer(item, value)

    return apply


def _with(caution: str) -> Callable[[AnswerSheet], AnswerSheet | None]:
    def apply(sheet: AnswerSheet) -> AnswerSheet | None:
        if sheet.known.get(caution) != "no":
            return None
        return answered_no(sheet, sheet.with_answer(caution, "yes"))

    return apply


def _aged(caution: str) -> Callable[[AnswerSheet], AnswerSheet | None]:
    def apply(sheet: AnswerSheet) -> AnswerSheet | None:
        age = sheet.known.get("age_years")
        if not isinstance(age, int) or not AGES["under_18"] < age < AGES["age_65"]:
            return None
        return answered_no(sheet, sheet.with_answer("age_years", AGES[caution]))

    return apply


def _cleared(flag: str) -> Callable[[AnswerSheet], AnswerSheet | None]:
    def apply(sheet: AnswerSheet) -> AnswerSheet | None:
        if sheet.known.get(flag) != "no" or sheet.given.get("clearance"):
            return None
        up = sheet.with_answers({flag: "yes", "clearance": cleared(flag)})
        return answered_no(sheet, up)

    return apply
