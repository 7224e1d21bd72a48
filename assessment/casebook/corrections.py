"""Corrections of a record: each is a new record that names the old, which stays as it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from assessment.catalogue.loader import load_catalogue
from assessment.core.answers import AnswerSheet
from assessment.core.assess import assess
from assessment.core.consistency import check
from assessment.exchange.answers_document import answers_document, sheet_of
from assessment.exchange.assessment_document import document_of
from assessment.records.adding import keep
from assessment.records.sealing.desk_session import Desk
from assessment.records.sealing.payload import Content
from assessment.records.store.repository import note, records_of
from assessment.records.store.values import Record
from questions.loader import load_questionnaire

MOST_NOTE = 300
"""Characters of a note; more would not fit beside an exercise on the sheet."""


def content_of(sheet: AnswerSheet, notes: Mapping[str, str] | None = None) -> Content:
    """Return what a record of *sheet* holds, with the trainer's *notes* by exercise id."""
    assessment = assess(sheet, load_catalogue())
    return Content(answers_document(sheet), document_of(assessment), dict(notes or {}))


def sheet_in(content: Content) -> AnswerSheet:
    """Return the answers of *content*.

    Raises:
        AnswersFileError: They do not fit the questions of this program.
    """
    return sheet_of(content.answers, load_questionnaire())


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
    return _kept(desk, old, content_of(sheet, content.notes), action)


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
    return _kept(desk, old, replace(content, notes=kept), "note")


def _kept(desk: Desk, old: Record, content: Content, action: str) -> Record:
    new = keep(desk.store, content, desk.seal_for, corrects=old)
    note(desk.store, action, new.id)
    return new
