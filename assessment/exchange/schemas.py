"""JSON Schema (2020-12) of the documents, by pydantic."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import MISSING, fields
from dataclasses import Field as DataclassField
from functools import reduce
from operator import or_
from typing import Annotated, Any, Literal

from annotated_types import Ge, Le, MaxLen, MinLen
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, TypeAdapter, create_model
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from assessment.core.answers import NAME_LIMIT
from assessment.core.consistency import clearable_flags
from assessment.core.plan.changes.model import (
    EDITS,
    MOST_BY,
    MOST_CHANGES,
    MOST_NOTE,
    SPLITS,
    Edit,
)
from assessment.exchange.documents import AssessmentDocument
from assessment.exchange.plan_changes_document import MOST_ID
from questions.model import (
    CheckItem,
    ChoiceItem,
    ClearanceItem,
    Item,
    ManyItem,
    NumberItem,
    Option,
    ScaleItem,
    TextItem,
)
from questions.questionnaire import Questionnaire

CLOSED = ConfigDict(extra="forbid", strict=True)
_ID = Annotated[str, MinLen(1), MaxLen(MOST_ID)]
_COUNT = Annotated[int, Ge(1)]
_EDIT_FIELDS: dict[str, Any] = {
    "exercise": _ID,
    "into": _ID,
    "session": _ID,
    "phase": _ID,
    "exercises": list[_ID],
    "sets": _COUNT,
    "repetitions": tuple[_COUNT, _COUNT],
    "effort": tuple[_COUNT, _COUNT],
    "text": Annotated[str, MaxLen(MOST_NOTE)],
    "split": Literal[SPLITS],
}
"""What each field of an edit may be, as ``plan_changes_document`` reads it."""


def answers_schema(questionnaire: Questionnaire) -> JsonSchemaValue:
    """Return what an answers document to *questionnaire* may hold: each item, with its limits."""
    return _schema(answers_model(questionnaire).model_json_schema())


def assessment_schema() -> JsonSchemaValue:
    """Return what an assessment document of this program holds.

    More keys are allowed: a newer program may add some.
    """
    return _schema(TypeAdapter(AssessmentDocument).json_schema())


def changes_schema() -> JsonSchemaValue:
    """Return what a document of plan changes holds: each kind of change with its fields.

    Whether a plan may have them depends on the client, and is not in it.
    """
    signed: dict[str, Any] = {
        "by": (Annotated[str, MaxLen(MOST_BY), Field(pattern=r"\S")] | None, None),
        "on": (datetime.date | None, None),
    }
    kinds = [_edit_model(edit, signed) for edit in EDITS]
    change: Any = Annotated[reduce(or_, kinds), Field(discriminator="kind")]
    parts: dict[str, Any] = {**signed, "changes": (_list_of(change), ...)}
    model = create_model(
        "PlanChanges",
        __config__=CLOSED,
        __doc__="Changes of a plan, the first made first. Who and when of the document count "
        "where a change names none.",
        **parts,
    )
    return _schema(model.model_json_schema())


def _list_of(change: Any) -> Any:
    return Annotated[list[change], MaxLen(MOST_CHANGES)]


def _edit_model(edit: type[Edit], signed: Mapping[str, Any]) -> type[BaseModel]:
    """Return the model of one kind of change, *signed* by who made it and when."""
    parts: dict[str, Any] = {"kind": (Literal[edit.KIND], ...), **signed}
    parts |= {one.name: _field_of(one) for one in fields(edit)}
    about = (edit.__doc__ or "").replace("*", "")
    return create_model(edit.__name__, __config__=CLOSED, __doc__=about, **parts)


def _field_of(one: DataclassField[Any]) -> Any:
    """Return the type of a field of an edit, with its limits, and its default."""
    is_optional = one.default is not MISSING
    kind: Any = _EDIT_FIELDS[one.name]
    return (kind | None, one.default) if is_optional else (kind, ...)


def answers_model(questionnaire: Questionnaire) -> type[BaseModel]:
    """Return the model of an answers document to *questionnaire*; an unanswered item is null."""
    items: dict[str, Any] = {
        item.id: (_type_of(item, questionnaire) | None, _field(item))
        for item in questionnaire.items
    }
    head: dict[str, Any] = {
        "questionnaire": (Literal[questionnaire.id], ...),
        "version": (Literal[questionnaire.version], ...),
    }
    answers = create_model(
        "Answers",
        __config__=CLOSED,
        __doc__="The answers by the id of the item. What is not answered is null or left out.",
        **items,
    )
    return create_model(
        "AnswersDocument",
        __config__=CLOSED,
        __doc__="What one client answered.",
        **head,
        answers=(answers, ...),
    )


def _field(item: Item) -> Any:
    unit = f" ({item.unit})" if isinstance(item, NumberItem) else ""
    details = f" {item.details}" if item.details else ""
    title, description = f"{item.code} {item.short}", f"{item.text}{unit}{details}"
    return Field(default=None, title=title, description=description)


def _type_of(item: Item, questionnaire: Questionnaire) -> Any:
    """Return the type of the answers that *item* takes, with their limits or options."""
    match item:
        case CheckItem() | ScaleItem() | ChoiceItem():
            return _one_of(item.options)
        case NumberItem():
            number = int if item.kind == "integer" else float
            return Annotated[number, Ge(item.minimum), Le(item.maximum)]
        case ManyItem():
            return _each_once(_one_of(item.options))
        case TextItem():
            return Annotated[str, MaxLen(item.max_length)]
        case ClearanceItem():
            return _clearance(questionnaire)


def _clearance(questionnaire: Questionnaire) -> type[BaseModel]:
    """Return the model of a trainer's note that a clinician cleared the client."""
    flags = reduce(or_, (Literal[flag] for flag in clearable_flags(questionnaire)))
    parts: dict[str, Any] = {
        "by": (Annotated[str, MaxLen(NAME_LIMIT), Field(pattern=r"\S")], ...),
        "on": (datetime.date, ...),
        "for": (_each_once(flags), ...),
    }
    return create_model(
        "Clearance",
        __config__=CLOSED,
        __doc__="A clinician cleared the client: who, on which day, for which flags.",
        **parts,
    )


def _each_once(value: Any) -> Any:
    """Return the type of a list of *value* that holds none of them twice."""
    unique = Field(json_schema_extra={"uniqueItems": True})
    return Annotated[list[value], unique, AfterValidator(_unique)]


def _unique(values: list[Any]) -> list[Any]:
    if len(set(values)) < len(values):
        raise ValueError("holds a value twice")
    return values


def _one_of(options: tuple[Option, ...]) -> Any:
    """Return the type of one of *options*: its value, with its label as the title."""
    return reduce(or_, (Annotated[Literal[one.value], Field(title=one.label)] for one in options))


def _schema(found: JsonSchemaValue) -> JsonSchemaValue:
    return {"$schema": GenerateJsonSchema.schema_dialect, **found}
