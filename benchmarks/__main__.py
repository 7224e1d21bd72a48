"""Run every benchmark and print its figures; ``python -m benchmarks NAME ...`` runs some."""

from __future__ import annotations

import sys

from benchmarks import (
    assess_cold,
    assess_many,
    clients_search,
    first_frame,
    key_to_paint,
    kills,
    memory,
    record_kills,
    records_unite,
    report_ready,
    typing_stalls,
)

ALL = {
    "assess_cold": assess_cold,
    "assess_many": assess_many,
    "first_frame": first_frame,
    "key_to_paint": key_to_paint,
    "typing_stalls": typing_stalls,
    "report_ready": report_ready,
    "memory": memory,
    "kills": kills,
    "records_unite": records_unite,
    "clients_search": clients_search,
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
