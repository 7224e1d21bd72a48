"""The contract's opening conditions ("hurts(calf, heel) or age(60)") read three-valued, once more.

Written from the page, for the tests to compare the program with.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from tests.contract import OPENED_BY


def is_open(item: str, answers: Mapping[str, Any]) -> bool | None:
    """Return whether *item* is opened by *answers*; None where that is not decided."""
    parts = re.split(r" (and|or) ", OPENED_BY[item])
    said = [_says(part, answers) for part in parts[::2]]
    if "and" in parts[1::2]:
        return False if False in said else None if None in said else True
    return True if True in said else None if None in said else False


def value_of(item: str, answers: Mapping[str, Any]) -> Any:
    """Return the client's own answer to *item*, or the implied no of a closed one, or None."""
    own = answers.get(item)
    if own is None and item in OPENED_BY and is_open(item, answers) is False:
        return "no"
    return own


def _says(part: str, answers: Mapping[str, Any]) -> bool | None:
    if part == "not male":
        sex = answers.get("sex")
        return None if sex is None else sex != "male"
    if found := re.fullmatch(r"(age|under)\((\d+)\)", part):
        age = answers.get("age_years")
        is_old = None if age is None else age >= int(found[2])
        return is_old if found[1] == "age" or is_old is None else not is_old
    if found := re.fullmatch(r"hurts\((.*)\)", part):
        hurts = answers.get("hurts")
        if hurts is None:
            return None
        return bool(hurts) if not found[1] else not set(found[1].split(", ")).isdisjoint(hurts)
    value = value_of(part, answers)
    return None if value is None else value in ("yes", "unsure")
