"""How much of the page with the plan is left, so that what fits there need not go elsewhere.

Lengths are in mm, and those of letters and lines are the ones of ``templates/report.css``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reports.html.card_pages import SHEETS
from reports.html.letter_widths import MM_PER_POINT, Run, lines_of
from reports.output.print_options import Size
from reports.sheets.plan.programme_view import Named
from reports.sheets.plan.sessions import Part, SessionView
from reports.sheets.plan.training import PainGuide
from reports.sheets.summary import Summary
from reports.sheets.view import Client
from reports.words import common as words

BODY = 10.5
LINE: Mapping[Size, float] = {"A4": 13.5 * MM_PER_POINT, "letter": 13.0 * MM_PER_POINT}
HALF, NAMES, BULLET = 83.0, 50.0, 14.0 * MM_PER_POINT
"""Width of a session; of the names of what was taken care of; before what is listed."""
MINUTES, HANGING = 11.8, 17.0 * MM_PER_POINT
"""Beside a part of a session; before the name of an exercise."""
TITLE, SESSION_HEAD = 25.0 * MM_PER_POINT, 43.0 * MM_PER_POINT
PART, EXERCISE = 5.0 * MM_PER_POINT, 1.5 * MM_PER_POINT
HEAD, BELOW = 21.0 * MM_PER_POINT, 4.0 * MM_PER_POINT
"""A small heading; what is below a paragraph. Below a list it is part of the next heading."""
POINT, PAIR = 1.5 * MM_PER_POINT, 3.0 * MM_PER_POINT
PAIN_NAMES = 39.0
SAFE = 0.5
"""Left free, as all this is reckoned and not laid out."""


@dataclass(frozen=True, slots=True)
class BelowPlan:
    """What stands below the plan, and else after the weeks.

    There it fills the page of the plan, or the next one where the plan is longer than a page.
    """

    rules: bool
    left_out: bool
    account: bool


def below_plan(client: Client, summary: Summary, size: Size) -> BelowPlan:
    """Return what is to stand below the plan."""
    sheet, line = SHEETS[size], LINE[size]
    left = sheet.height - SAFE - _plan(client, summary, sheet.width, line)
    programme = client.training.programme
    if left < 0 and programme:
        return BelowPlan(rules=True, left_out=True, account=True)
    rules = _run_in(programme.rules, sheet.width, line) if programme else 0.0
    left_out = _points(summary.left_out, sheet.width, line)
    before = rules if rules <= left else 0.0
    return BelowPlan(rules <= left, before + left_out <= left, account=False)


def _plan(client: Client, summary: Summary, width: float, line: float) -> float:
    """Return the height of the plan with what goes with it."""
    training = client.training
    sessions = [_session(one, line) for one in training.sessions]
    beside = [
        _run_in(training.stretches, HALF, line),
        _pain(training.pain, line) if training.cards else 0.0,
    ]
    blocks = sessions + ([sum(beside)] if len(sessions) % 2 else [])
    rows = [max(blocks[at : at + 2]) for at in range(0, len(blocks), 2)]
    if len(sessions) % 2 == 0:
        rows.append(max(beside))
    care = [Named(one.name, one.text) for one in client.care]
    return TITLE + sum(
        (
            *rows,
            2 * line if training.short else 0.0,
            _care(care, width, line),
            _points(client.worth_mentioning, width, line, beside=line + BELOW),
            _points(summary.besides, width, line),
            _points(client.tips, width, line),
        )
    )


def _session(session: SessionView, line: float) -> float:
    return SESSION_HEAD + sum(_part(part, line) for part in session.parts)


def _part(part: Part, line: float) -> float:
    width = HALF - MINUTES
    lines = lines_of([(part.name, "SemiBold"), (part.rest, "Regular")], BODY, width)
    if part.what:
        lines += lines_of([(part.what, "Regular")], BODY, width)
    height = lines * line + PART
    for exercise in part.exercises:
        name = lines_of([(exercise.name, "Regular")], BODY, width - HANGING)
        both = lines_of(
            [(exercise.name, "Regular"), (exercise.dose.replace(" ", "_"), "Regular")],
            BODY,
            width - HANGING,
        )
        height += max(name, both) * line + EXERCISE
    return height


def _pain(guide: PainGuide, line: float) -> float:
    said: list[Run] = [(f"{words.SORENESS}.", "SemiBold"), (words.SORENESS_IS, "Regular")]
    height = HEAD + lines_of(said, BODY, HALF) * line
    if guide.said:
        height += lines_of([(guide.said, "Regular")], BODY, HALF) * line + BELOW
    return height + _pairs(guide.steps, PAIN_NAMES, 2.0, HALF, line)


def _pairs(pairs: Sequence[Named], names: float, beside: float, width: float, line: float) -> float:
    """Return the height of a table: names, in a column *names* wide, and what is said of them."""
    heights = [
        max(
            lines_of([(one.name, "SemiBold")], BODY, names - beside),
            lines_of([(one.text, "Regular")], BODY, width - names),
        )
        * line
        + PAIR
        for one in pairs
    ]
    return sum(heights)


def _care(care: list[Named], width: float, line: float) -> float:
    return HEAD + _pairs(care, NAMES, 4.0, width, line) + line if care else 0.0


def _run_in(named: tuple[Named, ...], width: float, line: float) -> float:
    """Return the height of a list with its heading, each with its name in front."""
    runs: list[list[Run]] = [[(f"{one.name}.", "SemiBold"), (one.text, "Regular")] for one in named]
    return _listed(runs, width, line)


def _points(texts: tuple[str, ...], width: float, line: float, beside: float = 0.0) -> float:
    """Return the height of a list with its heading, and with what is *beside* it."""
    height = _listed([[(text, "Regular")] for text in texts], width - BULLET, line)
    return height + beside if texts else 0.0


def _listed(runs: Sequence[Sequence[Run]], width: float, line: float) -> float:
    if not runs:
        return 0.0
    return HEAD + sum(lines_of(one, BODY, width) * line + POINT for one in runs)
