"""Corrections of a record: each is a new record that names the old, which stays as it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from assessment.catalogue.loader import load_catalogue
from assessment.core.answers import AnswerSheet, Clearance
from assessment.core.assess import Assessment, assess
from assessment.core.consistency import CLEARANCE, check
from assessment.exchange.answers_document import AnswersFileError, answers_document, sheet_of
from assessment.exchange.assessment_document import document_of
from assessment.exchange.documents import PlanChangesDocument
from assessment.records.adding import keep
from assessment.records.sealing.desk_session import Desk
from assessment.records.sealing.payload import Content
from assessment.records.store.repository import note, records_of
from assessment.records.store.screening_day import tomorrow
from assessment.records.store.values import Record
from assessment.replanning.stored import stored_plan
from assessment.settings.gym import gym_choices
from questions.loader import load_questionnaire

MOST_NOTE = 300
"""Characters of a note; more would not fit beside an exercise on the sheet."""


def content_of(
    sheet: AnswerSheet,
    notes: Mapping[str, str] | None = None,
    plan_changes: PlanChangesDocument | None = None,
) -> Content:
    """Return what a record of *sheet* holds.

    *notes* are the trainer's, by exercise id. All *plan_changes* stay in it; its assessment has
    those that may be kept.
    """
    plan = stored_plan(assess(sheet, load_catalogue(), gym_choices()), plan_changes)
    document = document_of(plan.assessment)
    return Content(answers_document(sheet), document, dict(notes or {}), plan_changes)


def sheet_in(content: Content) -> AnswerSheet:
    """Return the answers of *content*; a clearance of a day that is to come lifts nothing.

    Raises:
        AnswersFileError: They do not fit the questions of this program.
    """
    sheet = sheet_of(content.answers, load_questionnaire())
    clearance = sheet.get(CLEARANCE)
    if isinstance(clearance, Clearance) and clearance.on > tomorrow():
        return sheet.with_answer(CLEARANCE, None)
    return sheet


def sheet_for_today(record: Record, content: Content) -> AnswerSheet | None:
    """Return the answers of *content* if today's rules can assess them, else None.

    They can where the version is theirs and the answers fit.
    """
    here = load_questionnaire().version
    if {record.questionnaire, content.assessment.get("version", here)} != {here}:
        return None
    try:
        return sheet_in(content)
    except AnswersFileError:
        return None


def assessed(record: Record, content: Content) -> Assessment | None:
    """Return what *content* comes to by the rules; None for another version's questions."""
    sheet = sheet_for_today(record, content)
    return assess(sheet, load_catalogue(), gym_choices()) if sheet else None


def with_answers(
    desk: Desk,
    old: Record,
    answers: Mapping[str, object],
    action: str,
    today: date | None = None,
) -> Record:
    """Keep a correction of *old* with raw *answers* changed, logged as *action*; return it.

    Days in it are judged by *today*; without it they were when they were entered.

    Raises:
        AnswerError: One does not fit its item, or contradicts another; nothing is kept.
        AnswersFileError: The old answers do not fit the questions of this program.
        StoreError: It is not kept.
    """
    content = desk.content(old)
    sheet = sheet_in(content).with_answers(answers)
    check(sheet, today)
    new = content_of(sheet, content.notes, content.plan_changes)
    return keep_correction(desk, old, new, action)


def latest_of(desk: Desk, record: Record) -> Record:
    """Return what takes the place of *record* in lists; itself where nothing corrects it."""
    corrected_by = {one.corrects: one for one in records_of(desk.store, record.client)}
    while record.id in corrected_by:
        record = corrected_by[record.id]
    return record


def with_notes(desk: Desk, old: Record, changed: Mapping[str, str]) -> Record:
    """Keep a correction of *old* with the notes *changed*, by exercise id; empty: no note.

    Raises:
        StoreError: It is not kept.
    """
    content = desk.content(old)
    notes = {one: text.strip()[:MOST_NOTE] for one, text in {**content.notes, **changed}.items()}
    kept = {one: text for one, text in notes.items() if text}
    return keep_correction(desk, old, replace(content, notes=kept), "note")


def keep_correction(desk: Desk, old: Record, content: Content, action: str) -> Record:
    """Keep *content* as a record in place of *old*, logged as *action*; return it.

    Raises:
        StoreError: It is not kept.
    """
    new = keep(desk.store, content, desk.seal_for, corrects=old)
    note(desk.store, action, new.id)
    return new
