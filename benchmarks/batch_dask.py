"""The same batch over a local Dask cluster, against the processes of this computer."""

from __future__ import annotations

import statistics
from functools import partial
from importlib.util import find_spec

from assessment.reporting.making import make_report
from assessment.reporting.pool import AHEAD
from benchmarks.batch_requests import made_by, pool_of, seconds_for
from benchmarks.figure import Figure, NotMeasured

REPORTS, ROUNDS, JOBS = 24, 5, 2
BOUND = 0.8
NOT_HERE = "Dask is not installed here (make dask-bench installs it), so nothing was measured"


def measure() -> Figure | NotMeasured:
    """Return the median ratio of reports a second; a byte that differs is a fault."""
    if not find_spec("distributed"):
        return NotMeasured(NOT_HERE)
    from distributed import Client, LocalCluster

    cluster = LocalCluster(
        n_workers=JOBS, threads_per_worker=1, processes=True, dashboard_address=None
    )
    with cluster, Client(cluster) as client, pool_of(JOBS) as pool:
        dask = partial(client.get_executor(pure=False).submit, make_report)
        if made_by(dask, 8, AHEAD * JOBS) != made_by(pool.submit, 8, AHEAD * JOBS):
            raise RuntimeError("Dask's reports are not those of this computer's processes")
        made_by(dask, 8, AHEAD * JOBS)
        pairs = [
            tuple(seconds_for(one, REPORTS, AHEAD * JOBS) for one in (pool.submit, dask))
            for _ in range(ROUNDS)
        ]
    rates = [REPORTS / statistics.median(times) for times in zip(*pairs, strict=True)]
    words = (
        f"processes {rates[0]:.2f} client sheets a second, local Dask cluster {rates[1]:.2f}, "
        f"the same bytes, ratio"
    )
    return Figure(words, statistics.median(a / b for a, b in pairs), BOUND, at_most=False)
