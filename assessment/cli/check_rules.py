"""``check-rules``: walks through the space of answers."""

from __future__ import annotations

import json
import sys

import click

from assessment.cli.streams.exits import FAILED
from assessment.cli.streams.progress import progress
from assessment.rule_check import walk


@click.command("check-rules")
@click.option("--sheets", default=None, type=click.IntRange(0), help="Sheets made by chance.")
@click.option("--seed", default=None, type=int, help="Where chance starts.")
def check_rules(sheets: int | None, seed: int | None) -> None:
    """Walk through the space of answers and report what no client may be given.

    Every single answer, every pair of gateways and of cautions, every edge, and 50,000 sheets
    by chance. A fault is shown with the smallest sheet that has it, and the exit status is 1.
    """
    by_chance = walk.FULL if sheets is None else sheets
    length = walk.sheets_in(by_chance)
    with progress("Walking", length) as shown:
        seen = walk.walk(by_chance, walk.SEED if seed is None else seed, on_progress=shown.step)
    remarks = list(walk.remarks_on(seen)) if by_chance >= walk.FULL else []
    for faulty in seen.faulty:
        least = walk.smallest(faulty)
        click.echo(f"FAULT {least.fault}\n  shown by a calm client with {json.dumps(least.raw)}")
    for remark in remarks:
        click.echo(f"FAULT {remark}")
    found = len(seen.faulty) + len(remarks)
    click.echo(f"{seen.sheets} sheets, {seen.trained} of them may train: {found} faults found.")
    if found:
        sys.exit(FAILED)
