"""A desk of 10,000 clients: how long a search takes, for what somebody might type."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from assessment.casebook.clients import clients_of
from assessment.records.sealing import age_format
from assessment.records.sealing.desk_session import Desk
from assessment.records.sealing.payload import Keys
from assessment.records.sealing.public_key import SealFor
from assessment.records.sealing.sealing_anew import seal_all
from assessment.records.store.repository import put_all
from assessment.records.store.values import GymKey
from benchmarks.figure import Figure
from benchmarks.stores import RECORDS, filled, some_records, store_in

BOUND = 50.0
TYPED = ("", "a", "an", "anb", "mi no", "Cor", "zz", "no an", "jo", "é")


def measure() -> Figure:
    """Return the longest search in milliseconds; the desk is sealed and was opened once."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        store = filled(store_in(folder), some_records(RECORDS, 1))
        secret = age_format.new_secret()
        public = age_format.public_of(secret)
        put_all(store, [GymKey(public, 1, b"not opened here", 1)])
        seal_all(store, SealFor(public, 1))
        desk, opened = Desk(store, folder), []
        desk.open_with(Keys({public: secret}))
        for _ in range(2):
            start = time.perf_counter()
            clients = clients_of(desk)
            opened.append(time.perf_counter() - start)
        longest = 0.0
        for typed in TYPED * 3:
            start = time.perf_counter()
            clients.search(typed)
            longest = max(longest, time.perf_counter() - start)
    words = (
        f"{RECORDS} sealed clients: the desk opens in {opened[0]:.1f} s the first time, then in "
        f"{opened[1]:.1f} s; the longest of {len(TYPED) * 3} searches, ms"
    )
    return Figure(words, longest * 1000, BOUND, at_most=True)
