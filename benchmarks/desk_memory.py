"""What the desk's own process holds with 10,000 clients, after a search, a client and a plan."""

from __future__ import annotations

from benchmarks.figure import Figure
from benchmarks.quiz import QUIZ, home
from benchmarks.stores import PIN, RECORDS, fill_desk, keep_client
from benchmarks.terminal import session

BOUND = 120.0
NAME = "Zoe Zimmer"
WAY = (("zoe", "1 of"), ("\r", "Over time"), ("\r", "may start"), ("v", ": plan"))
"""Keys, and what comes of them."""


def measure() -> Figure:
    """Return the resident megabytes once the plan of a client was changed."""
    with home() as (folder, environment):
        keep_client(fill_desk(folder), NAME)
        with session((*QUIZ, "desk"), environment) as desk:
            desk.wait_for("Please type the PIN")
            desk.type(f"{PIN}\r".encode())
            desk.wait_for("Last here")
            desk.pause(3.0)
            at_list, _ = desk.memory()
            for keys, text in WAY:
                desk.pause(0.5)
                since = len(desk.seen)
                desk.type(keys.encode())
                desk.wait_for(text, since)
            desk.pause(2.0)
            at_plan, share = desk.memory()
    words = (
        f"{RECORDS} clients: the list {at_list:.0f} MB, the plan of one {at_plan:.0f} MB "
        f"(proportional share {share:.0f} MB); resident MB at the plan"
    )
    return Figure(words, at_plan, BOUND, at_most=True)
