"""The first page of a record, for a person: what may happen, what stands out, the plan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assessment.casebook.summaries import RecordSummary
from assessment.catalogue.model import Catalogue
from assessment.core.assess import Assessment
from assessment.desk import words
from assessment.desk.layout.parts import Kind, Page, Part, heading, pair, text
from reports.sheets.plan.sessions import session_views
from reports.sheets.summary import summary_of
from reports.sheets.trainer import Trainer
from reports.words import signs as sign_words
from reports.words import trainer as trainer_words
from reports.words.phrasing import capitalised, day_in_words


@dataclass(frozen=True, slots=True)
class AboutRecord:
    """What is to be said of a record beside its assessment: to a person, and to a technician."""

    summary: RecordSummary
    told: Page = ()
    technical: Page = ()


def first_page(
    assessment: Assessment, catalogue: Catalogue, trainer: Trainer, about: AboutRecord
) -> Iterator[Part]:
    """Yield the outcome, the signs, what stands out, what to keep in mind, plan and re-test."""
    yield Part(Kind.STOP if trainer.is_stop else Kind.TEXT, trainer.outcome)
    yield from about.told
    if trainer.flags:
        yield heading(trainer_words.FLAGS)
    for flag in trainer.flags:
        yield pair(capitalised("; ".join(flag.answers)), flag.how_soon)
    if trainer.signs:
        yield heading(sign_words.TITLE)
        yield from (pair(sign.name, sign.value) for sign in trainer.signs)
    yield from _standing_out(assessment, catalogue)
    yield from _to_mind(assessment, catalogue, trainer)
    yield from _plan(assessment, catalogue)
    yield from retest_parts(about.summary)


def retest_parts(summary: RecordSummary) -> Iterator[Part]:
    """Yield when the questions are asked again, where that is planned."""
    if summary.due:
        day = day_in_words(summary.due)
        yield heading(words.RETEST_TITLE)
        yield text(words.RETEST_ON.format(day=day, week=summary.retest_week))


def _standing_out(assessment: Assessment, catalogue: Catalogue) -> Iterator[Part]:
    """Yield where there is most room to grow and why, and what is doing well."""
    summary = summary_of(assessment, catalogue)
    said = (summary.room_to_grow, *summary.there_by_a_sign, summary.pain_only, summary.doing_well)
    if not any(said) or not assessment.regions:
        return
    yield heading(words.STANDS_OUT)
    yield from (text(line) for line in said if line)
    yield from (pair(one.region, one.answers) for one in summary.because)


def _to_mind(assessment: Assessment, catalogue: Catalogue, trainer: Trainer) -> Iterator[Part]:
    """Yield cautions and what is worth a mention, by name, and who cleared what."""
    cautions = [catalogue.caution[one].name for one in assessment.gate.cautions]
    told = [capitalised(one) for one in dict.fromkeys((*cautions, *trainer.amber))]
    if told or trainer.flags:
        yield heading(words.TO_MIND)
    yield from (text(f"{one}.") for one in told)
    if trainer.flags:
        yield pair(trainer_words.CLEARANCE, trainer.clearance)


def _plan(assessment: Assessment, catalogue: Catalogue) -> Iterator[Part]:
    """Yield each session in its minutes with the exercises in it."""
    if assessment.programme is None:
        return
    yield heading(words.PLAN)
    for session in session_views(assessment, assessment.programme, catalogue):
        lines = [
            words.DOSED.format(name=line.name, dose=line.dose)
            for part in session.parts
            for line in part.exercises
        ]
        yield pair(f"{session.name}, {session.minutes}", "\n".join(lines))
