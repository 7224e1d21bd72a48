"""Many small cases in one test: each is tried, and all that failed are told at once."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

Test = Callable[..., None]


def each(names: str | tuple[str, ...], cases: Iterable[Any]) -> Callable[[Test], Test]:
    """Try a test with each of *cases*, which it takes under *names*, as ``parametrize`` would.

    A test of its own for each of hundreds of cases takes longer to collect, to hand to a
    worker and to count than to run. Fixtures are made once for all cases.
    """
    taken = (names,) if isinstance(names, str) else names
    every = list(cases)

    def over_all(test: Test) -> Test:
        @wraps(test)
        def try_each(**fixtures: Any) -> None:
            failed = []
            for case in every:
                values = (case,) if isinstance(names, str) else case
                try:
                    test(**fixtures, **dict(zip(taken, values, strict=True)))
                except Exception as error:  # noqa: BLE001  # told of below, with the others
                    error.add_note(f"with {', '.join(taken)} = {case!r}")
                    failed.append(error)
            if failed:
                raise ExceptionGroup(f"{len(failed)} of {len(every)} cases failed", failed)

        signature = inspect.signature(test)
        kept = [one for name, one in signature.parameters.items() if name not in taken]
        try_each.__signature__ = signature.replace(parameters=kept)  # type: ignore[attr-defined]
        return try_each

    return over_all
