"""Two figures of one measure -> whether more than chance lies between them."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from functools import cache

from assessment.catalogue.measuring import Group, Measure
from assessment.core.answers import AnswerSheet


class Change(StrEnum):
    """How a later figure stands to an earlier one; which of them is welcome is not said."""

    MORE = "more"
    LESS = "less"
    ABOUT_THE_SAME = "about_the_same"
    UNKNOWN = "unknown"


def compare(
    measure: Measure, before: float | None, after: float | None, groups: frozenset[Group]
) -> Change:
    """Return how *after* stands to *before* for a client of *groups*.

    A difference of exactly the published figure is real. Unknown where a figure is missing,
    or where nobody has published how much the measure moves by chance.
    """
    return compare_figures(before, after, real_change(measure, groups))


def compare_figures(before: float | None, after: float | None, threshold: float | None) -> Change:
    """Return how *after* stands to *before* where a change is real from *threshold* on."""
    if threshold is None or before is None or after is None:
        return Change.UNKNOWN
    difference = round(after - before, 9)  # free of binary noise: 49.1 - 1.1 is 48
    if abs(difference) < threshold:
        return Change.ABOUT_THE_SAME
    return Change.MORE if difference > 0 else Change.LESS


@cache
def real_change(measure: Measure, groups: frozenset[Group]) -> int | None:
    """Return the smallest change that is real in each of *groups*, or None: not known."""
    return max((row.threshold for row in measure.rows if row.group in groups), default=None)


def client_groups(sheet: AnswerSheet) -> frozenset[Group]:
    """Return the groups for which a change is published that this client belongs to.

    A group that depends on an answer that is missing is left out: not answered is not "no".
    """
    found: set[Group] = {"everyone"}
    found |= _back_group(sheet) | _shoulder_group(sheet)
    return frozenset(found)


def _back_group(sheet: AnswerSheet) -> set[Group]:
    """Return the group by low back pain: now, else earlier, else none; both where none is known.

    The product's own rule: the study asked its people about low back pain now and in the
    past; we read both from the answers, and ask about the past only whose back hurts now.
    """
    pain, earlier = sheet.get("pain_low_back"), sheet.get("earlier_back_pain")
    if pain is None:
        return set()
    if pain > 0:
        return {"back_pain_now"}
    if earlier is None:
        return {"back_pain_earlier", "no_back_pain"}
    return {"back_pain_earlier" if earlier == "yes" else "no_back_pain"}


def _shoulder_group(sheet: AnswerSheet) -> set[Group]:
    sites = sheet.questionnaire.rules.pain.arm
    pains: Sequence[int | None] = [sheet.get(site) for site in sites]
    if any(pain for pain in pains):
        return {"painful"}
    return set() if None in pains else {"pain_free"}
