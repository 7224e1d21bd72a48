"""Which checks are about what the program chooses, and not about what may be done.

A plan that a trainer changed has to pass all the others: what may be done, how hard and in which
way, minutes, growth, words. This mark is the one place that says which are which.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import wraps
from typing import Concatenate, ParamSpec

from assessment.rule_check.plans.week import Week

Rest = ParamSpec("Rest")
Check = Callable[Concatenate[Week, Rest], Iterator[str]]


def of_the_choice(check: Check[Rest]) -> Check[Rest]:
    """Mark *check* as one of the program's choice: it finds nothing where a trainer chose."""

    @wraps(check)
    def marked(week: Week, /, *args: Rest.args, **kwargs: Rest.kwargs) -> Iterator[str]:
        return iter(()) if week.person.is_changed else check(week, *args, **kwargs)

    return marked
