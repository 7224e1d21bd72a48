"""A document of plan changes -> ``PlanChanges``, or every fault in it; and back.

::

    {"by": "Sam", "on": "2026-11-29", "changes": [
        {"kind": "swap", "exercise": "squat", "into": "goblet-squat"},
        {"kind": "sets", "exercise": "deadlift", "sets": 3}]}

A change may name its own ``by`` and ``on`` in place of those of the document.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any

from assessment.core.days import AHEAD, NoDayError, written_day
from assessment.core.plan.changes.model import (
    EDITS,
    MOST_BY,
    MOST_CHANGES,
    MOST_NOTE,
    NO_CHANGES,
    SPLITS,
    Change,
    Edit,
    PlanChanges,
)
from assessment.core.shown import in_one_line, shown
from assessment.exchange.answers_document import AnswersFileError
from assessment.exchange.documents import ChangePart, PlanChangesDocument
from assessment.exchange.json_text import NotJsonError, parse_json, read_bytes
from questions.nearest import nearest

BY, ON, CHANGES, KIND = "by", "on", "changes", "kind"
KINDS = {edit.KIND: edit for edit in EDITS}
MOST_ID = 60


class _FaultError(ValueError):
    """A value does not fit; the message says what is allowed."""


def read_plan_changes(path: Path, today: datetime.date) -> PlanChanges:
    """Return the changes in the file at *path*, none of them made after *today*.

    Raises:
        AnswersFileError: The file cannot be read or is no document of such changes.
    """
    try:
        document, repeated = parse_json(read_bytes(path), "a file of changes")
    except NotJsonError as error:
        raise AnswersFileError(str(error)) from error
    read = plan_changes_of(document, faults=repeated)
    ahead = [
        f"changes[{number}].on: {AHEAD.format(found=one.on, today=today)}"
        for number, one in enumerate(read.changes)
        if one.on > today
    ]
    if ahead:
        raise AnswersFileError(*ahead)
    return read


def plan_changes_of(document: object, *, faults: tuple[str, ...] = ()) -> PlanChanges:
    """Return the changes in *document*, JSON values; None are no changes.

    Whether a plan may have them is asked in ``assessment.replanning``.

    Raises:
        AnswersFileError: It has faults, *faults* among them; every one is named.
    """
    if document is None:
        return NO_CHANGES
    found = list(faults)
    if not isinstance(document, dict):
        raise AnswersFileError(
            f"must be an object with by, on and changes; found {_kind(document)}"
        )
    found += _unknown("", document, (BY, ON, CHANGES))
    by, on = _signed("", document, None, None, found)
    given = document.get(CHANGES)
    if not isinstance(given, list) or len(given) > MOST_CHANGES:
        found.append(f"changes: must be a list of at most {MOST_CHANGES}; found {_kind(given)}")
        given = []
    changes = [
        change
        for number, raw in enumerate(given)
        if (change := _change(f"changes[{number}]", raw, by, on, found)) is not None
    ]
    if found:
        raise AnswersFileError(*found)
    return PlanChanges(tuple(changes))


def plan_changes_document(changes: PlanChanges) -> PlanChangesDocument:
    """Return *changes* as a document: each change says who made it and when."""
    return {"changes": [_part(one) for one in changes.changes]}


def _part(change: Change) -> ChangePart:
    edit = change.edit
    part: ChangePart = {"kind": edit.KIND, "by": change.by, "on": change.on.isoformat()}
    values = {one.name: getattr(edit, one.name) for one in fields(edit)}
    for name, value in values.items():
        if value is not None:
            part[name] = list(value) if isinstance(value, tuple) else value  # type: ignore[literal-required]
    return part


def _change(
    where: str, raw: object, by: str | None, on: datetime.date | None, found: list[str]
) -> Change | None:
    """Return the change that *raw* stands for; what is wrong with it goes to *found*."""
    if not isinstance(raw, dict):
        found.append(f"{where}: must be an object; found {_kind(raw)}")
        return None
    kind = raw.get(KIND)
    edit_type = KINDS.get(kind) if isinstance(kind, str) else None
    if edit_type is None:
        said = shown(raw[KIND]) if KIND in raw else "nothing"
        found.append(f"{where}.kind: must be one of {', '.join(KINDS)}; found {said}")
        return None
    names = [one.name for one in fields(edit_type)]
    before = len(found)
    found += _unknown(f"{where}.", raw, (KIND, BY, ON, *names))
    by, on = _signed(f"{where}.", raw, by, on, found)
    for name, value in ((BY, by), (ON, on)):
        if value is None and raw.get(name) is None:
            found.append(
                f"{where}: nobody says {'who' if name == BY else 'when'}: {name} is missing"
            )
    edit = _edit(where, raw, edit_type, found)
    if len(found) > before or edit is None or by is None or on is None:
        return None
    return Change(by, on, edit)


def _edit(
    where: str, raw: Mapping[str, Any], edit_type: type[Edit], found: list[str]
) -> Edit | None:
    values: dict[str, Any] = {}
    for one in fields(edit_type):
        given = raw.get(one.name)
        if given is None:
            if one.default is MISSING:
                found.append(f"{where}.{one.name}: is missing")
            continue
        try:
            values[one.name] = READERS[one.name](given)
        except _FaultError as error:
            found.append(f"{where}.{one.name}: {error}; found {shown(given)}")
    return None if any(one.startswith(where) for one in found) else edit_type(**values)


def _signed(
    where: str,
    raw: Mapping[str, Any],
    by: str | None,
    on: datetime.date | None,
    found: list[str],
) -> tuple[str | None, datetime.date | None]:
    """Return who and when, of *raw* before what was said around it."""
    for name, read in ((BY, _name), (ON, _day)):
        if raw.get(name) is None:
            continue
        try:
            value = read(raw[name])
        except _FaultError as error:
            found.append(f"{where}{name}: {error}; found {shown(raw[name])}")
            continue
        if isinstance(value, str):
            by = value
        else:
            on = value
    return by, on


def _unknown(where: str, raw: Mapping[str, Any], known: tuple[str, ...]) -> list[str]:
    return [
        f"{where}{in_one_line(key)}: unknown key{nearest(key, known)}; "
        f"allowed are {', '.join(known)}"
        for key in raw
        if key not in known
    ]


def _name(value: object) -> str:
    if isinstance(value, str) and value.strip() and value.isprintable() and len(value) <= MOST_BY:
        return value.strip()
    raise _FaultError(f"must be a name of at most {MOST_BY} characters")


def _day(value: object) -> datetime.date:
    try:
        return written_day(value)
    except NoDayError as error:
        raise _FaultError("must be a day such as 2026-11-29") from error


def _id(value: object) -> str:
    if isinstance(value, str) and 0 < len(value) <= MOST_ID and value.isprintable():
        return value
    raise _FaultError("must be an id")


def _ids(value: object) -> tuple[str, ...]:
    if isinstance(value, list):
        return tuple(_id(one) for one in value)
    raise _FaultError("must be a list of ids")


def _count(value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and value > 0:
        return value
    raise _FaultError("must be a whole number from 1 up")


def _span(value: object) -> tuple[int, int]:
    if isinstance(value, list) and len(value) == 2:
        low, high = _count(value[0]), _count(value[1])
        if low <= high:
            return low, high
    raise _FaultError("must be two whole numbers, the lower first")


def _text(value: object) -> str:
    if isinstance(value, str) and len(value) <= MOST_NOTE and (value.isprintable() or not value):
        return value
    raise _FaultError(f"must be one line of at most {MOST_NOTE} characters")


def _split(value: object) -> str:
    if isinstance(value, str) and value in SPLITS:
        return value
    raise _FaultError(f"must be one of {', '.join(SPLITS)}")


READERS: Mapping[str, Callable[[object], Any]] = {
    "exercise": _id,
    "into": _id,
    "session": _id,
    "phase": _id,
    "exercises": _ids,
    "sets": _count,
    "repetitions": _span,
    "effort": _span,
    "text": _text,
    "split": _split,
}
"""How each field of an edit is read."""


def _kind(value: object) -> str:
    if value is None:
        return "nothing"
    return "a list" if isinstance(value, list) else shown(value)
