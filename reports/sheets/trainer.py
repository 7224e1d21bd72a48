"""The trainer sheet: every answer and point, every exercise with its reason, every omission."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from assessment.catalogue.model import Catalogue
from assessment.core.answers import AnswerSheet
from assessment.core.assess import Assessment
from assessment.core.gate import Flag, Outcome, is_agreed
from assessment.core.notes import notes_on
from questions.model import CheckItem, Derived, Item, Urgency
from questions.rules import Rules
from reports.sheets.four_signs import SignView, sign_views
from reports.sheets.measurements import MeasurementRow, measurement_table
from reports.sheets.not_asked import NotAsked, not_asked, skipped_codes
from reports.sheets.plan.changes import ChangeRow, change_table
from reports.sheets.points import RegionPoints, region_points
from reports.sheets.referral import answers_of_flag, follow_ups_up
from reports.sheets.scoring_method import cited_by
from reports.sheets.sources import Source, sources_of
from reports.sheets.table import Table
from reports.sheets.trainer_tables import (
    ExerciseRow,
    RemovedRow,
    ScoreRow,
    exercise_table,
    removed_table,
    score_table,
)
from reports.sheets.worth_mentioning import moderate_pains
from reports.words import common as words
from reports.words import trainer as trainer_words
from reports.words.phrasing import answer_in_words, capitalised, item_with_answer, listed

if TYPE_CHECKING:
    from assessment.replanning.judging import Refused

MOST_BESIDE = 16
"""Characters of an answer that has room beside another."""
ABOUT = ("age_years", "sex", "goal", "experience", "days_per_week", "minutes", "equipment")


NEVER_MISSING = ("name", "clearance", "hurts_sides")
MEASURED = "tests"
"""The section of what a trainer measures."""
NO_NOTES: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Fact:
    """A name and what it is."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class FlagRow:
    """One red flag that is up: its code, the answers that put it up, how soon, who cleared it."""

    code: str
    answers: tuple[str, ...]
    urgency: str
    clearance: str
    """By whom and when it was cleared, or that it was not; empty where no clearance lifts it."""

    @property
    def how_soon(self) -> str:
        """Its urgency with what became of it."""
        return ", ".join(part for part in (self.urgency, self.clearance) if part)


@dataclass(frozen=True, slots=True)
class Trainer:
    """The whole trainer sheet. ``scores`` and ``regions`` are empty without a score."""

    outcome: str
    is_stop: bool
    signs: tuple[SignView, ...]
    client: tuple[Fact, ...]
    flags: tuple[FlagRow, ...]
    amber: tuple[str, ...]
    cautions: tuple[str, ...]
    clearance: str
    answered_no: str
    not_asked: str
    about_answers: tuple[str, ...]
    """What a reader should know of the answers beside what they mean."""
    scores: Table[ScoreRow]
    regions: tuple[RegionPoints, ...]
    other_answers: tuple[tuple[Fact, ...], ...]
    """Rows of one or two: a long answer has a row of its own."""
    unanswered: tuple[Fact, ...]
    implied: NotAsked
    plan_changes: Table[ChangeRow]
    """What trainers changed of the plan; empty where the rules made it alone."""
    exercises: Table[ExerciseRow]
    left_out: Table[RemovedRow]
    measurements: Table[MeasurementRow]
    formula: str
    """How a score is worked out."""
    sources: tuple[Source, ...]
    """Of all that is printed, with what each carries."""


def trainer_of(
    assessment: Assessment,
    catalogue: Catalogue,
    notes: Mapping[str, str] = NO_NOTES,
    refused: Sequence[Refused] = (),
) -> Trainer:
    """Return the trainer sheet of *assessment*, with the trainer's *notes* by exercise id.

    Changes of the plan that were *refused* are among the others, with the reason.
    """
    sheet, gate = assessment.sheet, assessment.gate
    scores = (assessment.regions or {}).values()
    scored = {part.item for score in scores for part in score.contributions}
    taken = {item for one in assessment.measurements for item in one.figures}
    placed = scored | taken | set(_told(assessment))
    pains = (item_with_answer(sheet, item) for item in moderate_pains(assessment))
    return Trainer(
        outcome=trainer_words.OUTCOMES[assessment.outcome],
        is_stop=assessment.outcome is not Outcome.TRAIN,
        signs=sign_views(sheet, assessment.signs),
        client=(*_facts(sheet, ABOUT), *_levels(assessment)),
        flags=tuple(_flag_rows(assessment)),
        amber=(*(item_with_answer(sheet, item) for item in gate.amber), *pains),
        cautions=tuple(_cautions(assessment, catalogue)),
        clearance=_clearance(sheet),
        answered_no=_answered_no(sheet),
        not_asked=_not_asked(sheet),
        about_answers=tuple(_about_answers(sheet)),
        scores=score_table(assessment),
        regions=tuple(region_points(sheet, score) for score in scores),
        other_answers=tuple(in_rows(_facts(sheet, _others(sheet, placed)))),
        unanswered=tuple(_unanswered(sheet)),
        implied=not_asked(sheet),
        plan_changes=change_table(assessment.changes, refused, catalogue),
        exercises=exercise_table(assessment, notes),
        left_out=removed_table(assessment, catalogue),
        measurements=measurement_table(assessment, catalogue),
        formula=_formula(sheet.questionnaire.rules),
        sources=sources_of(set(cited_by(assessment, catalogue)), catalogue),
    )


def _formula(rules: Rules) -> str:
    return trainer_words.FORMULA.format(
        function=rules.score.function,
        signs=rules.score.signs,
        core=rules.score.core,
        highest=rules.overall.highest,
        mean=rules.overall.mean,
    )


def _facts(sheet: AnswerSheet, items: tuple[str, ...] | Iterator[str]) -> Iterator[Fact]:
    """Yield *items* with their answers, also those that have none."""
    for item_id in items:
        item, value = sheet.questionnaire.by_id[item_id], sheet.get(item_id)
        answer = trainer_words.NOT_ANSWERED if value is None else answer_in_words(item, value)
        yield Fact(f"{item.code} {capitalised(item.short)}", answer)


def _levels(assessment: Assessment) -> Iterator[Fact]:
    """Yield the levels by group of movements, in one row."""
    if assessment.levels:
        levels = [
            trainer_words.LEVEL.format(group=trainer_words.GROUPS[group], level=level)
            for group, level in assessment.levels.items()
        ]
        note = trainer_words.LEVELS_NOTE.format(levels=", ".join(levels))
        yield Fact(trainer_words.LEVELS, note)


def in_rows(facts: Iterable[Fact]) -> Iterator[tuple[Fact, ...]]:
    """Yield *facts* in their order, two abreast where both answers are short."""
    waiting: tuple[Fact, ...] = ()
    for fact in facts:
        is_long = len(fact.value) > MOST_BESIDE
        if is_long and waiting:
            yield waiting
        row = (fact,) if is_long else (*waiting, fact)
        waiting = () if is_long or len(row) == 2 else row
        if not waiting:
            yield row
    if waiting:
        yield waiting


def _flag_rows(assessment: Assessment) -> Iterator[FlagRow]:
    sheet = assessment.sheet
    for flag in assessment.gate.flags:
        yield FlagRow(
            code=sheet.questionnaire.named[flag.id].code,
            answers=tuple(answers_of_flag(sheet, flag)),
            urgency=trainer_words.URGENCIES[flag.urgency],
            clearance=_clearance_of(flag, sheet),
        )


def _clearance_of(flag: Flag, sheet: AnswerSheet) -> str:
    """Return who cleared the client for *flag*, and when, or that nobody did."""
    if flag.urgency is not Urgency.CLINICIAN:
        return trainer_words.LIFTS_NOTHING if flag.cleared else ""
    if not flag.cleared:
        return trainer_words.NOT_CLEARED
    item = sheet.questionnaire.by_id["clearance"]
    return trainer_words.LIFTED.format(by=answer_in_words(item, sheet.get(item.id)))


def _clearance(sheet: AnswerSheet) -> str:
    """Return who cleared the client, when and for which flags, up or not."""
    item, named = sheet.questionnaire.by_id["clearance"], sheet.questionnaire.named
    clearance = sheet.get(item.id)
    if clearance is None:
        return trainer_words.NO_CLEARANCE
    flags = listed([f"{named[flag].code} {named[flag].short}" for flag in clearance.flags])
    return trainer_words.CLEARED_FOR.format(
        by=answer_in_words(item, clearance), flags=flags or trainer_words.FOR_NOTHING
    )


def _cautions(assessment: Assessment, catalogue: Catalogue) -> Iterator[str]:
    for caution_id in assessment.gate.cautions:
        caution = catalogue.caution[caution_id]
        answer = _caution_from(caution_id, assessment.sheet)
        what = words.ANSWERED.format(what=caution.name, answer=answer)
        yield f"{caution.code} {what}"


def _caution_from(caution_id: str, sheet: AnswerSheet) -> str:
    """Return the answer behind a caution, or where else it comes from."""
    questionnaire = sheet.questionnaire
    match questionnaire.named.get(caution_id):
        case CheckItem() as item:
            return answer_in_words(item, sheet.get(caution_id))
        case Derived() as derived:
            codes = [questionnaire.by_id[item].code for item in derived.condition.items]
            return trainer_words.FROM.format(codes=listed(codes))
    agreed = questionnaire.rules.agreed
    if caution_id == agreed.caution and is_agreed(sheet):
        return trainer_words.FROM.format(codes=questionnaire.by_id[agreed.by].code)
    return trainer_words.FROM_CLEARANCE


def _answered_no(sheet: AnswerSheet) -> str:
    """Return how many health questions the client answered with no, and which."""
    codes = [item.code for item in sheet.questionnaire.checks if sheet.given.get(item.id) == "no"]
    count = trainer_words.ANSWERED_NO.format(count=len(codes))
    return f"{count} {trainer_words.THEY_ARE.format(codes=', '.join(codes))}" if codes else count


def _not_asked(sheet: AnswerSheet) -> str:
    """Return what only follows up an answer that was not given; empty where nothing does."""
    codes = skipped_codes(sheet)
    return trainer_words.NOT_ASKED.format(codes=", ".join(codes)) if codes else ""


def _about_answers(sheet: AnswerSheet) -> Iterator[str]:
    """Yield what the notes on the answers say, in words."""
    codes = sheet.questionnaire.by_id["hurts"].code
    for note in notes_on(sheet):
        answers = listed([item_with_answer(sheet, item) for item in note.items])
        yield trainer_words.NOTES_ON[note.id].format(codes=codes, answers=answers)


def _told(assessment: Assessment) -> Iterator[str]:
    """Yield the health answers that stand under flags, amber signs and cautions."""
    for flag in assessment.gate.flags:
        yield flag.id
        yield from follow_ups_up(assessment.sheet, flag)
    yield from assessment.gate.amber
    yield from assessment.gate.cautions


def _others(sheet: AnswerSheet, placed: set[str]) -> Iterator[str]:
    """Yield the answered items that stand nowhere else on the sheet."""
    for item in sheet.asked_items():
        is_no = isinstance(item, CheckItem) and sheet.get(item.id) == "no"
        elsewhere = is_no or item.id in (*ABOUT, "name", "clearance")
        if not elsewhere and item.id not in placed and sheet.get(item.id) is not None:
            yield item.id


def _unanswered(sheet: AnswerSheet) -> Iterator[Fact]:
    """Yield the sections in which asked items have no answer, with those items.

    Name, clearance and the sides of a pain are never missing. Nobody has to measure: codes will do.
    """
    open_items: dict[str, list[Item]] = {}
    for item in sheet.asked_items():
        if item.id not in NEVER_MISSING and sheet.get(item.id) is None:
            open_items.setdefault(item.section, []).append(item)
    for section, items in open_items.items():
        title = sheet.questionnaire.section(section).title
        if section == MEASURED:
            yield Fact(title, ", ".join(item.code for item in items))
        else:
            yield Fact(title, listed([f"{item.code} {item.short}" for item in items]))
