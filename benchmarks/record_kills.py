"""A thousand kills of programs that keep or push records: is a confirmed one lost, or half?"""

from __future__ import annotations

from benchmarks.figure import Figure
from tests.records.kills import run
from tests.records.postgres import programs_folder, server

KILLS = 1000


def measure() -> Figure:
    """Return how many records were lost or half; with a PostgreSQL server where there is one."""
    if programs_folder():
        with server() as running:
            seen = run(KILLS, running.new_database)
    else:
        seen = run(KILLS)
    return Figure(f"{seen}; lost or half", seen.lost + seen.half, 0, at_most=True)
