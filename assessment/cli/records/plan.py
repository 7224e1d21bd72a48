"""``records plan``: the plan of a record, and a trainer's changes to it."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from assessment.cli.options.day import PastDay
from assessment.cli.options.ids import RECORD_ID
from assessment.cli.options.plan_edits import (
    CHANGES,
    changed,
    edits_in,
    read_changes,
    with_edit_options,
)
from assessment.cli.records import words
from assessment.cli.records.open_desk import NAME, open_at, told
from assessment.cli.records.plan_lines import show_plan, tell_refused, tell_what_changed
from assessment.cli.streams.exits import refuse

if TYPE_CHECKING:
    from assessment.casebook.history import PastScreening
    from assessment.core.plan.changes.model import PlanChanges


@click.command()
@click.argument("record", type=RECORD_ID)
@click.option("--by", metavar="NAME", help="The trainer who makes the changes.")
@click.option("--on", type=PastDay(), help="The day, such as 2026-11-29; today if it is not given.")
@with_edit_options
@CHANGES
@click.option("--undo", is_flag=True, help="First take back the change that was made last.")
@click.option("--by-the-rules", is_flag=True, help="First take back all changes.")
@click.option(
    "--as-last-time",
    is_flag=True,
    help="First make the changes of the client's last screening, as far as they may be kept.",
)
def plan(
    record: str,
    by: str | None,
    on: datetime.date | None,
    changes_file: Path | None,
    undo: bool,
    by_the_rules: bool,
    as_last_time: bool,
    **given: Any,
) -> None:
    """Show the plan of RECORD, or change it within the rules; print the id of the new record.

    The old record stays as it is; the new one names it, and takes its place in lists. What the
    rules do not allow is refused with what is allowed, and nothing is kept. Changes are made in the
    order of the options below. An exercise is called by its id, as the plan shows it; SESSION is
    A, B or C, and without it every session is meant.
    """
    from assessment.casebook.history import past_screenings
    from assessment.casebook.plan_changes import with_plan_changes

    edits = edits_in(given)
    is_change = bool(edits or changes_file or undo or by_the_rules or as_last_time)
    if edits and not (by and by.strip()):
        refuse(NAME, (words.WHO_CHANGES,))
    with told():
        desk, old = open_at(record)
        screenings = [one for one in past_screenings(desk, old.client) if one.day <= old.day]
        here = next(one for one in screenings if one.record.id == old.id)
        by_rules, before = here.by_rules, here.assessment
        if by_rules is None or before is None:
            refuse(NAME, (here.why_closed or words.OTHER_QUESTIONS,))
        if not is_change:
            show_plan(before, here.refused)
            return
        begun = _begun(here, screenings, undo=undo, anew=by_the_rules, carries=as_last_time)
        if changes_file is not None:
            begun = _joined(begun, read_changes(changes_file))
            changed(by_rules, begun, str(changes_file))
        wanted = begun.with_edits((by or "").strip(), on or _today(), edits)
        after = changed(by_rules, wanted, NAME, from_file=0)
        click.echo(str(with_plan_changes(desk, old, wanted).id))
    tell_what_changed(before, after)


def _begun(
    here: PastScreening, screenings: list[PastScreening], *, undo: bool, anew: bool, carries: bool
) -> PlanChanges:
    """Return the changes that the new ones are made on top of."""
    from assessment.casebook.plan_changes import to_carry_over
    from assessment.core.plan.changes.model import NO_CHANGES

    changes = NO_CHANGES if anew else here.changes
    if undo:
        if not changes:
            refuse(NAME, (words.NOTHING_TO_UNDO,))
        changes = changes.undone
    if carries:
        found = to_carry_over(screenings)
        if found is None:
            refuse(NAME, (words.NOTHING_TO_CARRY,))
        for one in found.refused:
            tell_refused(one)
        changes = found.assessment.changes
    return changes


def _joined(one: PlanChanges, other: PlanChanges) -> PlanChanges:
    from assessment.core.plan.changes.model import PlanChanges

    return PlanChanges((*one.changes, *other.changes))


def _today() -> datetime.date:
    from assessment.records.store.screening_day import today

    return today()
