"""Run every benchmark and print its figures; ``python -m benchmarks NAME ...`` runs some."""

from __future__ import annotations

import sys

from benchmarks import (
    assess_cold,
    assess_many,
    batch_cpu,
    batch_dask,
    batch_growth,
    batch_two_workers,
    clients_search,
    desk_memory,
    desk_open,
    desk_scroll,
    figure_frame,
    figure_paint,
    first_frame,
    key_to_paint,
    key_while_playing,
    kills,
    next_page,
    plan_swap,
    quiz_memory,
    record_kills,
    records_unite,
    report_cold,
    report_growth,
    report_memory,
    report_ready,
    report_size,
    report_tagged,
    report_warm,
    typing_stalls,
)

ALL = {
    "assess_cold": assess_cold,
    "assess_many": assess_many,
    "first_frame": first_frame,
    "key_to_paint": key_to_paint,
    "next_page": next_page,
    "key_while_playing": key_while_playing,
    "typing_stalls": typing_stalls,
    "report_ready": report_ready,
    "quiz_memory": quiz_memory,
    "figure_frame": figure_frame,
    "figure_paint": figure_paint,
    "report_cold": report_cold,
    "report_warm": report_warm,
    "report_tagged": report_tagged,
    "report_memory": report_memory,
    "report_growth": report_growth,
    "report_size": report_size,
    "batch_two_workers": batch_two_workers,
    "batch_cpu": batch_cpu,
    "batch_growth": batch_growth,
    "batch_dask": batch_dask,
    "kills": kills,
    "records_unite": records_unite,
    "clients_search": clients_search,
    "desk_open": desk_open,
    "desk_memory": desk_memory,
    "desk_scroll": desk_scroll,
    "plan_swap": plan_swap,
    "record_kills": record_kills,
}


def main(names: list[str]) -> int:
    """Run the benchmarks called *names*, all of them where none is; 1 if a bound is missed."""
    unknown = set(names) - set(ALL)
    if unknown:
        print(f"no such benchmark: {', '.join(sorted(unknown))}; there are {', '.join(ALL)}")
        return 2
    missed = False
    for name in names or ALL:
        figure = ALL[name].measure()
        print(f"{name}: {figure}")
        missed |= not figure.holds
    return int(missed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
