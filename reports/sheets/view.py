"""``Assessment`` -> all that the pages say, as words and numbers, formatted once.

Templates only place what stands here. Neither Jinja2 nor WeasyPrint is imported.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assessment.catalogue.model import Catalogue
from assessment.core.answers import AnswerSheet
from assessment.core.assess import Assessment
from assessment.core.gate import Outcome
from assessment.core.plan.how_to import with_limit
from assessment.core.plan.programme import Programme
from assessment.core.retest.change import real_change
from assessment.version import VERSION
from reports.sheets.check_code import check_code
from reports.sheets.plan.programme_view import looks_soon
from reports.sheets.plan.sessions import moving_of
from reports.sheets.plan.taken import taken_for_open
from reports.sheets.plan.training import Training, training_of
from reports.sheets.scoring_method import (
    EARLIER_BACK_PAIN,
    OWN_ACTIVITY,
    ScoringMethod,
    scoring_method,
)
from reports.sheets.summary import Summary, summary_of
from reports.sheets.trainer import NO_NOTES, Trainer, trainer_of
from reports.sheets.worth_mentioning import moderate_pains, to_be_looked_at, worth_mentioning
from reports.words import common as words
from reports.words.phrasing import (
    answer_in_words,
    capitalised,
    day_in_words,
    item_with_answer,
    listed,
)

if TYPE_CHECKING:
    from assessment.core.retest.shapes import Screening
    from assessment.replanning.judging import Refused
    from reports.sheets.retest import RetestView

PREGNANT, LATER_PREGNANT = "pregnant", "pregnant_13_weeks"
AGE_65, THIN_BONES, SHORTER, FALLS = "age_65", "osteoporosis", "amber_height_loss", "falls"


SOON, LATER = 4, 8
"""Weeks until the questions are answered again."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands at the head and the foot of every page; ``name`` is empty if not given."""

    title: str
    name: str
    day: str
    day_iso: str
    foot: str


@dataclass(frozen=True, slots=True)
class Advice:
    """One caution by its name, with its advice."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Client:
    """The client sheet of somebody who may train.

    ``not_made_for`` comes first: that this check was made for others; empty for most.
    """

    not_made_for: str
    strong_pain: str
    """How much it may rise, and that it is to be seen; empty without one."""
    goal: str
    own_goal_real: str
    """From which change on the client's own number for it is more than chance."""
    next_steps: tuple[str, ...]
    stop_signs: tuple[str, ...]
    worth_mentioning: tuple[str, ...]
    mention_intro: str
    """What to do until it is mentioned."""
    care: tuple[Advice, ...]
    tips: tuple[str, ...]
    training: Training
    scoring_method: ScoringMethod


@dataclass(frozen=True, slots=True)
class ReportView:
    """A whole report. ``client`` is None where ``summary.action`` takes its place.

    ``retest`` is None where there is nothing earlier to set beside it.
    """

    heading: Heading
    summary: Summary
    client: Client | None
    trainer: Trainer
    retest: RetestView | None = None


def view_of(
    assessment: Assessment,
    catalogue: Catalogue,
    created: datetime.date,
    earlier: Sequence[Screening] = (),
    notes: Mapping[str, str] = NO_NOTES,
    refused: Sequence[Refused] = (),
) -> ReportView:
    """Return what the pages for *assessment* say, dated *created*, after *earlier* screenings.

    *notes* are the trainer's, by exercise id; they stand on the trainer sheet, and so do changes
    of the plan that were *refused*.

    Raises:
        ValueError: The outcome is ``incomplete``, and there is nothing to print; or an earlier
            screening is later than *created*.
    """
    if assessment.outcome is Outcome.INCOMPLETE:
        raise ValueError("an incomplete sheet has no report")
    return ReportView(
        heading=_heading(assessment.sheet, created),
        summary=summary_of(assessment, catalogue),
        client=_client(assessment, catalogue, created),
        trainer=trainer_of(assessment, catalogue, notes, refused),
        retest=_retest(assessment, catalogue, created, earlier),
    )


def _retest(
    assessment: Assessment,
    catalogue: Catalogue,
    created: datetime.date,
    earlier: Sequence[Screening],
) -> RetestView | None:
    if not earlier:
        return None  # and a first report does not wait for what compares
    from assessment.core.retest.comparison import compare_screenings
    from assessment.core.retest.shapes import Screening
    from reports.sheets.retest import retest_of

    found = compare_screenings(earlier, Screening.of(created, assessment), catalogue)
    return retest_of(found, catalogue) if found else None


def _heading(sheet: AnswerSheet, created: datetime.date) -> Heading:
    questionnaire = sheet.questionnaire
    return Heading(
        title=questionnaire.title,
        name=sheet.get("name") or "",
        day=day_in_words(created),
        day_iso=created.isoformat(),
        foot=words.FOOT.format(
            title=questionnaire.title,
            version=VERSION,
            questionnaire=questionnaire.version,
            code=check_code(sheet),
        ),
    )


def _client(assessment: Assessment, catalogue: Catalogue, created: datetime.date) -> Client | None:
    training = training_of(assessment, catalogue, created)
    if training is None:
        return None
    cautions = [catalogue.caution[caution] for caution in assessment.gate.cautions]
    return Client(
        not_made_for=next((one.advice for one in cautions if one.seated), ""),
        strong_pain=_strong_pain(assessment),
        goal=_goal(assessment.sheet),
        own_goal_real=_own_goal_real(catalogue),
        next_steps=tuple(_next_steps(assessment, catalogue)),
        stop_signs=_stop_signs(assessment),
        worth_mentioning=worth_mentioning(assessment, catalogue),
        mention_intro=words.MENTION_INTRO_PAIN
        if moderate_pains(assessment)
        else words.MENTION_INTRO,
        care=(
            *(Advice(capitalised(one.name), one.advice) for one in cautions),
            *_ahead(assessment, catalogue),
        ),
        tips=tuple(_tips(assessment)),
        training=training,
        scoring_method=scoring_method(assessment, catalogue),
    )


def _ahead(assessment: Assessment, catalogue: Catalogue) -> Iterator[Advice]:
    """Yield what changes later in a pregnancy, where that lies ahead."""
    cautions = assessment.gate.cautions
    if PREGNANT in cautions and LATER_PREGNANT not in cautions:
        yield Advice(words.AHEAD, catalogue.caution[LATER_PREGNANT].advice)


def _stop_signs(assessment: Assessment) -> tuple[str, ...]:
    """Return when to see someone first, by the pain limit of the client."""
    if assessment.programme is None:
        return ()
    limit = assessment.programme.pain_limit
    return tuple(with_limit(sign, limit) for sign in words.STOP_SIGNS)


def _goal(sheet: AnswerSheet) -> str:
    """Return the goal that the client chose; empty where none was."""
    goal = sheet.get("goal")
    item = sheet.questionnaire.by_id["goal"]
    return words.GOAL.format(goal=answer_in_words(item, goal)) if goal else ""


def _own_goal_real(catalogue: Catalogue) -> str:
    """Return from which change on the own number is more than chance (docs/evidence.md 6.4)."""
    measure = catalogue.measure[OWN_ACTIVITY]
    points = real_change(measure, frozenset({"single"}))
    return words.OWN_GOAL_REAL.format(points=points)


def _next_steps(assessment: Assessment, catalogue: Catalogue) -> Iterator[str]:
    sheet, programme = assessment.sheet, assessment.programme
    if cleared := [flag.id for flag in assessment.gate.flags if flag.cleared]:
        clearance = sheet.get("clearance")
        flags = "; ".join(sheet.questionnaire.named[flag].short for flag in cleared)
        yield words.CLEARED.format(by=clearance.by, on=day_in_words(clearance.on), flags=flags)
    if looked_at := to_be_looked_at(assessment, catalogue):
        yield words.LOOKED_AT.format(what=listed(looked_at))
    if programme is None or not programme.phases:
        until_then = moving_of(assessment, catalogue).until_then
        yield words.NOTHING_LEFT.format(until_then=until_then)
        return
    if note := assessment.client_notes.get(None):
        yield words.TRAINER_SAYS.format(name=note.by, text=note.text)
    yield _days(programme)
    if taken := taken_for_open(assessment):
        yield taken
    yield from _without_exercise(assessment, catalogue)
    weeks = SOON if looks_soon(assessment, programme, catalogue) else LATER
    yield words.COME_BACK.format(weeks=weeks)


def _without_exercise(assessment: Assessment, catalogue: Catalogue) -> Iterator[str]:
    """Yield which of the parts with most room to grow have no exercise, and why."""
    names = assessment.sheet.questionnaire.region_names
    by_advice: dict[str, list[str]] = {}
    seated = catalogue.keeps_seated(assessment.gate.cautions)
    for empty in () if seated else assessment.empty_regions:
        by_advice.setdefault(empty.instead.text, []).append(names[empty.region])
    for instead, regions in by_advice.items():
        yield words.EMPTY_REGION.format(regions=listed(regions), instead=instead)
    if assessment.crowded_out:
        regions = [names[region] for region in assessment.crowded_out]
        yield words.CROWDED_OUT.format(regions=listed(regions))
    if assessment.left_by_trainer:
        regions = [names[region] for region in assessment.left_by_trainer]
        yield words.LEFT_WITH.format(regions=listed(regions))


def _strong_pain(assessment: Assessment) -> str:
    """Return how much a strong pain may rise, and that it is to be seen."""
    programme = assessment.programme
    if programme is None or not programme.aching:
        return ""
    items = assessment.sheet.questionnaire.rules.pain.items
    pains = (item_with_answer(assessment.sheet, items[region]) for region in programme.aching)
    where = listed(list(dict.fromkeys(pains)))
    return words.STRONG_PAIN.format(said=programme.pain_limit.said, where=where)


def _days(programme: Programme) -> str:
    """Return how often to train, and which session on which day."""
    most = max(plan.days for plan in programme.phases)
    fewer = [plan.phase.weeks[1] for plan in programme.phases if plan.days < most]
    return words.FIRST_TWO_DAYS.format(last=fewer[-1]) if fewer else words.TRAIN_DAYS[most]


def _tips(assessment: Assessment) -> Iterator[str]:
    """Yield what the answers call for beside the exercises."""
    sheet, gate = assessment.sheet, assessment.gate
    if (AGE_65 in gate.cautions and THIN_BONES not in gate.cautions) or SHORTER in gate.amber:
        yield words.TIP_BONES
    if FALLS in gate.cautions:
        yield words.TIP_FALLS
    if sheet.get(EARLIER_BACK_PAIN) == "yes":
        yield words.TIP_EARLIER_BACK_PAIN
