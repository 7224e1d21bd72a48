"""Two laptops and a server, 10,000 records each: do they hold the same whatever the order?"""

from __future__ import annotations

import itertools
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from assessment.records.store.addresses import address_of
from assessment.records.store.opening import open_store
from assessment.records.store.repository import holdings_of
from assessment.records.store.transactions import Store
from assessment.records.sync.syncing import bring
from benchmarks.figure import Figure
from benchmarks.stores import RECORDS, filled, some_records, store_in
from tests.records.postgres import programs_folder, server

SERVER = 2
ORDERS = (
    ((0, SERVER), (1, SERVER), (SERVER, 0), (SERVER, 1)),
    ((SERVER, 1), (1, 0), (0, SERVER), (SERVER, 1)),
    ((1, SERVER), (SERVER, 0), (0, 1), (0, SERVER), (0, SERVER)),
)
"""Who brings to whom; after each of them everybody has met everybody."""


def measure() -> Figure:
    """Return in how many orders the three do not hold the same in the end."""
    parts = [some_records(RECORDS, seed) for seed in range(3)]
    differ, seconds = 0, []
    with ExitStack() as cleaning:
        made = _servers(cleaning)
        results = set()
        for order in ORDERS:
            folder = Path(cleaning.enter_context(tempfile.TemporaryDirectory()))
            stores = [store_in(folder / "one"), store_in(folder / "two"), next(made)]
            for store, part in zip(stores, parts, strict=True):
                filled(store, part)
            start = time.perf_counter()
            for source, target in order:
                bring(stores[source], stores[target])
            seconds.append(time.perf_counter() - start)
            found = {frozenset(holdings_of(store).records.items()) for store in stores}
            results |= found
            differ += len(found) - 1
        differ += len(results) - 1
    kind = "a PostgreSQL server" if programs_folder() else "a file in place of a server"
    words = (
        f"two laptops and {kind}, {RECORDS} records each, {len(ORDERS)} orders, "
        f"{' '.join(f'{one:.0f}' for one in seconds)} s; sets that differ"
    )
    return Figure(words, differ, 0, at_most=True)


def _servers(cleaning: ExitStack) -> Iterator[Store]:
    """Yield empty stores of a server, or files where there is none."""
    running = cleaning.enter_context(server()) if programs_folder() else None
    for _ in itertools.count():
        if running:
            yield open_store(address_of(running.new_database()))
        else:
            yield store_in(Path(cleaning.enter_context(tempfile.TemporaryDirectory())))
