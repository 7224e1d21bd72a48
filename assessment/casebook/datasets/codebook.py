"""The columns of the table, and what the codebook says of each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from assessment.casebook.selection import Chosen
from assessment.casebook.summaries import OUTCOMES
from assessment.records.sealing.payload import Content
from questions.loader import load_questionnaire
from questions.model import ClearanceItem, Item, ManyItem, NumberItem, TextItem
from questions.questionnaire import Questionnaire

Cell: TypeAlias = str | int | float | None
"""None where there is nothing: not answered, or not asked."""
NONE = "none"
"""What stands for an empty list; a cell without anything means that nobody answered."""
NOT_KEPT = "A question of an older version of the questionnaire; its words are not kept here."
ONE = "one of these"
CODE = re.compile(r"[a-z0-9_]+")
"""What a code looks like, and a sentence or a name with its capital does not."""
SCORE = "A score from 0, few signs, to 100. Empty where the outcome shows none."


@dataclass(frozen=True, slots=True, kw_only=True)
class CodebookLine:
    """What the codebook says of a column of the table."""

    name: str
    question: str
    code: str = ""
    details: str = ""
    meaning: str = ""
    unit: str = ""
    allowed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column(CodebookLine):
    """A column of the table, with what a screening has there."""

    cell: Callable[[Chosen, Content], Cell]


def columns_of(questionnaire: Questionnaire, *, names: bool = False) -> list[Column]:
    """Return the columns of a table: who and when, each item, what came out.

    *names*: with the name of the client, and of the clinician in a clearance.
    """
    private = () if names else ("name",)
    items = [_item(item, names=names) for item in questionnaire.items if item.id not in private]
    return [*_head(), *items, *_results(questionnaire)]


def older_answers(content: Content) -> Mapping[str, Cell]:
    """Return what *content* answers that today's questionnaire does not ask; no free text."""
    known = load_questionnaire().by_id
    return {
        item: _coded(found)
        for item, found in content.answers["answers"].items()
        if item not in known and not (isinstance(found, str) and not CODE.fullmatch(found))
    }


def older_column(item: str) -> CodebookLine:
    """Return what is known of an item that only older versions of the questionnaire have."""
    return CodebookLine(name=item, question=NOT_KEPT)


def _head() -> Iterator[Column]:
    yield Column(
        name="record",
        question="The id of the record.",
        cell=lambda one, _: str(one.line.record.id),
    )
    yield Column(
        name="client",
        question="The id of the client, the same at each screening. It is random.",
        cell=lambda one, _: str(one.line.record.client),
    )
    yield Column(
        name="day",
        question="The day of the screening.",
        allowed="YYYY-MM-DD",
        cell=lambda one, _: one.day.isoformat(),
    )
    yield Column(
        name="questionnaire",
        question="The version of the questions.",
        cell=lambda _, content: "{questionnaire} {version}".format(**content.answers),
    )


def _results(questionnaire: Questionnaire) -> Iterator[Column]:
    yield Column(
        name="implied",
        question="Items that another answer closed: they were not asked, and count as no or none.",
        allowed="names of columns with a space between",
        cell=lambda _, content: " ".join(content.assessment.get("implied", ())) or None,
    )
    yield Column(
        name="outcome",
        question="What came out.",
        meaning=_meanings(OUTCOMES),
        allowed=ONE,
        cell=lambda _, content: content.assessment["outcome"],
    )
    yield _score("score", "The score of all parts together.", ("overall",))
    for region in questionnaire.regions:
        name, question = f"score_{region.id}", f"The score of one part: {region.name}."
        yield _score(name, question, ("regions", region.id))


def _score(name: str, question: str, path: tuple[str, ...]) -> Column:
    """Return the column of the score that stands under *path* in the assessment."""

    def cell(_: Chosen, content: Content) -> Cell:
        part: Any = content.assessment
        for key in (*path, "score"):
            part = (part or {}).get(key)
        return part  # type: ignore[no-any-return]  # a number or None, by its schema

    return Column(
        name=name,
        question=question,
        meaning=SCORE,
        unit="of 100",
        allowed="number from 0 to 100",
        cell=cell,
    )


def _item(item: Item, *, names: bool) -> Column:
    """Return the column of *item* in the words of the questionnaire."""
    meaning, unit, allowed = _told(item)

    def cell(_: Chosen, content: Content) -> Cell:
        return _coded(content.answers["answers"].get(item.id), names=names)

    return Column(
        name=item.id,
        code=item.code,
        question=item.text,
        details=item.details or "",
        meaning=meaning,
        unit=unit,
        allowed=allowed,
        cell=cell,
    )


def _told(item: Item) -> tuple[str, str, str]:
    """Return what the codes of *item* mean, its unit, and what is allowed."""
    match item:
        case NumberItem():
            kind = "whole number" if item.kind == "integer" else "number"
            return "", item.unit, f"{kind} from {item.minimum} to {item.maximum}"
        case TextItem():
            return "", "", f"text of up to {item.max_length} characters"
        case ClearanceItem():
            return "The day and the flags that a clinician cleared.", "", "YYYY-MM-DD flag flag"
        case ManyItem():
            codes = {NONE: item.none_label, **{one.value: one.label for one in item.options}}
            return _meanings(codes), "", "some of these with a space between"
        case _:
            return _meanings({one.value: one.label for one in item.options}), "", ONE


def _meanings(codes: Mapping[Any, str]) -> str:
    return "; ".join(f"{value} = {label}" for value, label in codes.items())


def _coded(answer: Any, *, names: bool = False) -> Cell:
    """Return *answer*, as a document has it, in one cell."""
    match answer:
        case list():
            return " ".join(map(str, answer)) or NONE
        case {"on": on, "for": flags, "by": by}:
            return " ".join((on, *flags, *(("by", by) if names else ())))
        case {"on": on}:  # of a version that named no flags
            return str(on)
        case None | str() | int() | float():
            return answer
    return None
