"""An answers document (docs/rules.md 8.1) -> ``AnswerSheet``, or every fault in it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path

from assessment.core.answers import (
    AnswerError,
    AnswerSheet,
    Clearance,
    Value,
    value_of,
)
from assessment.core.consistency import contradictions
from assessment.core.shown import shown
from assessment.exchange.documents import AnswersDocument, RawAnswer
from assessment.exchange.json_text import NotJsonError, parse_json, read_bytes
from questions.model import Item
from questions.nearest import nearest
from questions.questionnaire import Questionnaire

KEYS = ("questionnaire", "version", "answers")
ASKED_LESS = (
    "is of questionnaire {version}, which asked less about safety than {current} does: "
    "the client needs a new screening. These questions are new: {new}"
)


class AnswersFileError(Exception):
    """An answers document cannot be taken; ``faults`` names everything that is wrong."""

    def __init__(self, *faults: str) -> None:
        self.faults = faults
        super().__init__("\n".join(faults))


class AskedLessError(AnswersFileError):
    """An answers document of a *version* that asked less about safety than today's."""

    def __init__(self, version: str, new: tuple[Item, ...], current: str) -> None:
        super().__init__(
            ASKED_LESS.format(
                version=version,
                current=current,
                new=", ".join(f"{item.id} ({item.short})" for item in new),
            )
        )
        self.version = version


def read_answers(
    path: Path, questionnaire: Questionnaire, today: datetime.date | None = None
) -> AnswerSheet:
    """Return the answer sheet in the file at *path*, its days judged by *today*.

    Raises:
        AnswersFileError: The file cannot be read or is not a right answers document.
    """
    try:
        content = read_bytes(path)
    except NotJsonError as error:
        raise AnswersFileError(str(error)) from error
    return parse_answers(content, questionnaire, today)


def parse_answers(
    content: bytes, questionnaire: Questionnaire, today: datetime.date | None = None
) -> AnswerSheet:
    """Return the answer sheet in *content*, an answers document as JSON in UTF-8.

    Without *today* its days are not judged: they were when they were entered.

    Raises:
        AnswersFileError: It is not one; every fault is named.
    """
    try:
        document, repeated = parse_json(content, "an answers file")
    except NotJsonError as error:
        raise AnswersFileError(str(error)) from error
    return sheet_of(document, questionnaire, today, faults=repeated)


def sheet_of(
    document: object,
    questionnaire: Questionnaire,
    today: datetime.date | None = None,
    *,
    faults: tuple[str, ...] = (),
) -> AnswerSheet:
    """Return the answer sheet in *document*, JSON values; *faults* were found before.

    Raises:
        AskedLessError: It is of a version that asked less about safety.
        AnswersFileError: It has faults.
    """
    if not isinstance(document, dict):
        found = "a list" if isinstance(document, list) else shown(document)
        raise AnswersFileError(f"must be an object with {', '.join(KEYS)}; found {found}")
    version = str(document.get("version"))
    new = questionnaire.new_since(version)
    if new and document.get("questionnaire") == questionnaire.id:
        raise AskedLessError(version, new, questionnaire.version)
    found_faults = [*faults, *_head_faults(document, questionnaire)]
    given = _values(document.get("answers"), questionnaire, found_faults)
    sheet = AnswerSheet.of(questionnaire, given)
    found_faults += (f"{one.item}: {one.reason}" for one in contradictions(sheet, today))
    if found_faults:
        raise AnswersFileError(*found_faults)
    return sheet


def _values(answers: object, questionnaire: Questionnaire, faults: list[str]) -> dict[str, Value]:
    """Return *answers* as values; what does not fit goes to *faults*."""
    given: dict[str, Value] = {}
    for key, raw in answers.items() if isinstance(answers, dict) else ():
        item = questionnaire.by_id.get(key)
        if item is None:
            hint = nearest(key, questionnaire.by_id)
            faults.append(f"{shown(key)}: no such item{hint}")
            continue
        try:
            value = value_of(item, raw)
        except AnswerError as error:
            faults.append(f"{key}: {error}")
        else:
            if value is not None:
                given[key] = value
    return given


def answers_document(sheet: AnswerSheet) -> AnswersDocument:
    """Return *sheet* as an answers document: the client's own answers, all of them."""
    questionnaire = sheet.questionnaire
    return {
        "questionnaire": questionnaire.id,
        "version": questionnaire.version,
        "answers": {key: raw_of(value) for key, value in sheet.given.items()},
    }


def raw_of(value: Value) -> RawAnswer:
    """Return *value* as JSON has it."""
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, Clearance):
        return {"by": value.by, "on": value.on.isoformat(), "for": list(value.flags)}
    return value


def _head_faults(document: Mapping[str, object], questionnaire: Questionnaire) -> list[str]:
    faults = [
        f"{shown(key)}: unknown key{nearest(key, KEYS)}; allowed are {', '.join(KEYS)}"
        for key in document
        if key not in KEYS
    ]
    for key, wanted in (("questionnaire", questionnaire.id), ("version", questionnaire.version)):
        if document.get(key) != wanted:
            found = shown(document[key]) if key in document else "nothing"
            faults.append(f"{key}: must be {shown(wanted)}; found {found}")
    if not isinstance(document.get("answers"), dict):
        found = shown(document["answers"]) if "answers" in document else "nothing"
        faults.append(f"answers: must be an object of item and answer; found {found}")
    return faults
