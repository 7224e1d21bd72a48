"""The columns of the table, and what the codebook says of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from assessment.casebook.selection import Chosen
from assessment.casebook.summaries import OUTCOMES
from assessment.records.sealing.payload import Content
from questions.model import ClearanceItem, Item, ManyItem, NumberItem, TextItem
from questions.questionnaire import Questionnaire

Cell: TypeAlias = str | int | float | None
"""None where there is nothing: not answered, or not asked."""
NONE = "none"
"""What stands for an empty list; a cell without anything means that nobody answered."""
NOT_KEPT = "A question of an older version of the questionnaire; its words are not kept here."
SCORE = "A score from 0, few signs, to 100. Empty where the outcome shows none."


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table: its words in the codebook, and what a screening has there."""

    name: str
    code: str
    question: str
    details: str
    meaning: str
    unit: str
    allowed: str
    cell: Callable[[Chosen, Content], Cell]


def columns_of(
    questionnaire: Questionnaire, older: Iterable[str] = (), *, names: bool = False
) -> list[Column]:
    """Return the columns of a table: who and when, each item, what came out.

    *older* are items that only other versions of the questionnaire have. *names*: with the name
    of the client, and of the clinician in a clearance.
    """
    private = () if names else ("name",)
    items = [_item(item, names=names) for item in questionnaire.items if item.id not in private]
    old = [_column(one, NOT_KEPT, _answer_to(one)) for one in older if one not in private]
    return [*_head(), *items, *old, *_results(questionnaire)]


def _head() -> Iterator[Column]:
    yield _column("record", "The id of the record.", lambda one, _: str(one.line.record.id))
    yield _column(
        "client",
        "The id of the client, the same at each screening. It is random.",
        lambda one, _: str(one.line.record.client),
    )
    yield _column(
        "day", "The day of the screening.", lambda one, _: one.day.isoformat(), "YYYY-MM-DD"
    )
    yield _column("questionnaire", "The version of the questions.", _version)


def _results(questionnaire: Questionnaire) -> Iterator[Column]:
    yield _column(
        "implied",
        "Items that another answer closed: they were not asked, and count as no or none.",
        lambda _, content: " ".join(content.assessment.get("implied", ())) or None,
        "names of columns with a space between",
    )
    yield _column(
        "outcome",
        "What came out.",
        lambda _, content: content.assessment["outcome"],
        "one of these",
        _meanings(OUTCOMES),
    )
    yield _score("score", "The score of all parts together.", ("overall",))
    for region in questionnaire.regions:
        name, question = f"score_{region.id}", f"The score of one part: {region.name}."
        yield _score(name, question, ("regions", region.id))


def _version(_: Chosen, content: Content) -> str:
    return "{questionnaire} {version}".format(**content.answers)


def _score(name: str, question: str, path: tuple[str, ...]) -> Column:
    """Return the column of the score that stands under *path* in the assessment."""

    def cell(_: Chosen, content: Content) -> Cell:
        part: Any = content.assessment
        for key in (*path, "score"):
            part = (part or {}).get(key)
        return part  # type: ignore[no-any-return]  # a number or None, by its schema

    return Column(name, "", question, "", SCORE, "of 100", "number from 0 to 100", cell)


def _column(
    name: str,
    question: str,
    cell: Callable[[Chosen, Content], Cell],
    allowed: str = "",
    meaning: str = "",
) -> Column:
    return Column(name, "", question, "", meaning, "", allowed, cell)


def _item(item: Item, *, names: bool) -> Column:
    """Return the column of *item* in the words of the questionnaire."""
    meaning, unit, allowed = _told(item)
    cell = _clearance(names=names) if isinstance(item, ClearanceItem) else _answer_to(item.id)
    details = item.details or ""
    return Column(item.id, item.code, item.text, details, meaning, unit, allowed, cell)


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
            return _meanings({one.value: one.label for one in item.options}), "", "one of these"


def _meanings(codes: Mapping[Any, str]) -> str:
    return "; ".join(f"{value} = {label}" for value, label in codes.items())


def _answer_to(item: str) -> Callable[[Chosen, Content], Cell]:
    def cell(_: Chosen, content: Content) -> Cell:
        found = content.answers["answers"].get(item)
        if isinstance(found, list):
            return " ".join(map(str, found)) or NONE
        return str(found) if isinstance(found, dict) else found

    return cell


def _clearance(*, names: bool) -> Callable[[Chosen, Content], Cell]:
    def cell(_: Chosen, content: Content) -> Cell:
        found = content.answers["answers"].get("clearance")
        if not isinstance(found, dict):
            return None
        parts = [found["on"], *found.get("for", ())]
        return " ".join((*parts, "by", found["by"]) if names else parts)

    return cell
