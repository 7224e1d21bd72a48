"""Options that change a plan, and what they mean; a file of changes, judged."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from assessment.cli.options.given_path import GivenPath
from assessment.cli.streams.exits import refuse
from assessment.core.plan.changes.model import (
    MOST_NOTE,
    SPLITS,
    Add,
    ClientNote,
    Drop,
    Edit,
    Effort,
    Order,
    Repetitions,
    Sets,
    Split,
    Swap,
    WithTrainer,
)

if TYPE_CHECKING:
    from assessment.core.assess import Assessment
    from assessment.core.plan.changes.model import PlanChanges

Command = TypeVar("Command", bound=Callable[..., Any])

ID, SESSION = r"[a-z][a-z0-9-]*", r"[A-Z]"
PLACED = rf"(?:(?P<session>{SESSION}):)?(?P<exercise>{ID})"
WEEKS = r"(?:@(?P<first>\d{1,2})-(?P<last>\d{1,2}))?"
SPAN = r"(?P<low>\d{1,3})(?:-(?P<high>\d{1,3}))?"
THE_PLAN = "plan"
IN_FILE = "changes[{number}]: {why}"
NO_WEEKS = "no weeks are {first} to {last}; they are {allowed}"


class _EditType(click.ParamType[Edit]):
    """One edit as it is typed: a *form* that people see, and the pattern that reads it."""

    def __init__(self, form: str, pattern: str, edit: Callable[[dict[str, str]], Edit]) -> None:
        self.name = form
        self._pattern, self._edit = re.compile(pattern, re.DOTALL), edit

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Edit:
        """Return the edit that *value* stands for."""
        if not isinstance(value, str):
            edit: Edit = value
            return edit
        found = self._pattern.fullmatch(value.strip())
        if found is None:
            self.fail(f"{value!r} must be written as {self.name}", param, ctx)
        try:
            return self._edit(found.groupdict())
        except ValueError as error:
            self.fail(str(error), param, ctx)


def _span(found: dict[str, str]) -> tuple[int, int]:
    low, high = int(found["low"]), int(found["high"] or found["low"])
    if not 0 < low <= high:
        raise ValueError(f"{low}-{high} must be two numbers from 1 up, the lower first")
    return low, high


def _phase(found: dict[str, str]) -> str | None:
    """Return the phase of the weeks that are named; None: all weeks."""
    from assessment.catalogue.loader import load_catalogue

    if not found["first"]:
        return None
    phases = load_catalogue().schedule.phases
    for one in phases:
        if one.weeks == (int(found["first"]), int(found["last"])):
            return one.id
    allowed = ", ".join(f"{one.weeks[0]}-{one.weeks[1]}" for one in phases)
    raise ValueError(NO_WEEKS.format(first=found["first"], last=found["last"], allowed=allowed))


def _order(found: dict[str, str]) -> Edit:
    return Order(found["session"], tuple(found["exercises"].split(",")))


def _sets(found: dict[str, str]) -> Edit:
    if int(found["sets"]) < 1:
        raise ValueError("sets must be 1 or more; --drop takes an exercise away")
    return Sets(found["exercise"], int(found["sets"]), _phase(found))


def _note(found: dict[str, str]) -> Edit:
    text = found["text"].strip()
    if len(text) > MOST_NOTE or not (text.isprintable() or not text):
        raise ValueError(f"a note is one line of at most {MOST_NOTE} characters")
    return ClientNote(text, None if found["exercise"] == THE_PLAN else found["exercise"])


OPTIONS: dict[str, tuple[_EditType, str]] = {
    "split": (
        _EditType(
            f"[{'|'.join(SPLITS)}]",
            rf"(?P<split>{'|'.join(SPLITS)})",
            lambda one: Split(one["split"]),
        ),
        "Upper and lower body in turn, or the whole body each time.",
    ),
    "with-trainer": (
        _EditType("EXERCISE", rf"(?P<exercise>{ID})", lambda one: WithTrainer(one["exercise"])),
        "An exercise above the client's level, with you there, where the rules allow that.",
    ),
    "drop": (
        _EditType("[SESSION:]EXERCISE", PLACED, lambda one: Drop(one["exercise"], one["session"])),
        "An exercise to leave out.",
    ),
    "swap": (
        _EditType(
            "[SESSION:]EXERCISE=OTHER",
            rf"{PLACED}=(?P<into>{ID})",
            lambda one: Swap(one["exercise"], one["into"], one["session"]),
        ),
        "Another exercise in the place of one, such as squat=goblet-squat.",
    ),
    "add": (
        _EditType("[SESSION:]EXERCISE", PLACED, lambda one: Add(one["exercise"], one["session"])),
        "An exercise more, in one session or in each that has room.",
    ),
    "order": (
        _EditType(
            "SESSION=EXERCISES",
            rf"(?P<session>{SESSION})=(?P<exercises>{ID}(?:,{ID})*)",
            _order,
        ),
        "All exercises of a session in the order in which they are done, two in turn, "
        "such as A=squat,band-row,bird-dog.",
    ),
    "sets": (
        _EditType(
            "EXERCISE=SETS[@WEEKS]", rf"(?P<exercise>{ID})=(?P<sets>\d{{1,2}}){WEEKS}", _sets
        ),
        "How many sets, such as deadlift=3, or deadlift=3@5-8 for weeks 5 to 8.",
    ),
    "reps": (
        _EditType(
            "EXERCISE=LOW-HIGH[@WEEKS]",
            rf"(?P<exercise>{ID})={SPAN}{WEEKS}",
            lambda one: Repetitions(one["exercise"], _span(one), _phase(one)),
        ),
        "Repetitions, such as squat=8-10.",
    ),
    "effort": (
        _EditType(
            "EXERCISE=LOW-HIGH[@WEEKS]",
            rf"(?P<exercise>{ID})={SPAN}{WEEKS}",
            lambda one: Effort(one["exercise"], _span(one), _phase(one)),
        ),
        "Effort out of 10, such as squat=6-7.",
    ),
    "note": (
        _EditType("EXERCISE=TEXT", rf"(?P<exercise>{ID})=(?P<text>.*)", _note),
        "A note that the client reads beside an exercise, or with plan=TEXT at the front; "
        "without a text it goes.",
    ),
}
"""Every option that changes a plan; they are made in this order."""


def with_edit_options(command: Command) -> Command:
    """Return *command* with an option for each kind of change; each may be given several times."""
    for name, (kind, text) in reversed(OPTIONS.items()):
        option = click.option(
            f"--{name}",
            f"{name.replace('-', '_')}_edits",
            multiple=True,
            type=kind,
            metavar=kind.name,
            help=text,
        )
        command = option(command)
    return command


def edits_in(given: dict[str, Any]) -> tuple[Edit, ...]:
    """Return the edits among *given*, the options of :func:`with_edit_options`, in their order."""
    return tuple(edit for name in OPTIONS for edit in given[f"{name.replace('-', '_')}_edits"])


CHANGES = click.option(
    "--changes",
    "changes_file",
    metavar="CHANGES",
    type=GivenPath(),
    help="A file of changes of the plan, made on top of what the rules choose; "
    "its schema: posterior-chain schema changes.",
)


def read_changes(path: Path) -> PlanChanges:
    """Return the changes in the file at *path*, or leave with every fault of it."""
    from assessment.exchange.answers_document import AnswersFileError
    from assessment.exchange.plan_changes_document import read_plan_changes
    from assessment.records.store.screening_day import today

    try:
        return read_plan_changes(path, today())
    except AnswersFileError as error:
        refuse(str(path), error.faults)


def changed(
    assessment: Assessment, changes: PlanChanges, name: str, from_file: int | None = None
) -> Assessment:
    """Return *assessment* with *changes*, or leave with the one that may not be and why.

    The first *from_file* of them, or all, stand in a file and are named by their number there.
    """
    from assessment.core.plan.changes.errors import ChangeError
    from assessment.replanning.judging import changed_plan, first_refusal

    try:
        return changed_plan(assessment, changes)
    except ChangeError as error:
        found = first_refusal(assessment, changes) or error
        is_in_file = from_file is None or found.number < from_file
        refuse(
            name, (IN_FILE.format(number=found.number, why=found) if is_in_file else str(found),)
        )
