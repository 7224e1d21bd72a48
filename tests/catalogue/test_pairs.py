"""Every sentence that a caution can print on a card, read once by a person.

``pairs.txt`` has a line for each pair of caution and exercise that may be printed: the caution,
the exercise or the other way of it that applies, and what the card says besides. A pair that is
new or reads differently is to be read beside its card before the list is written anew with
``RENEW_PAIRS=1``: a change must never contradict start, steps or drawing.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from assessment.catalogue.model import Catalogue, Caution, Exercise

LIST = Path(__file__).with_name("pairs.txt")


def test_every_pair_of_caution_and_exercise_was_read(catalogue: Catalogue) -> None:
    pairs = [
        line
        for caution in catalogue.cautions
        for exercise in catalogue.exercises
        for line in _lines(caution, exercise, catalogue)
    ]
    if os.environ.get("RENEW_PAIRS"):
        LIST.write_text("\n".join(pairs) + "\n", "utf-8")
    read = LIST.read_text("utf-8").splitlines()
    assert sorted(set(pairs) - set(read)) == [], "read these beside their cards"
    assert sorted(set(read) - set(pairs)) == [], "these are printed no more"


def _lines(caution: Caution, exercise: Exercise, catalogue: Catalogue) -> Iterator[str]:
    """Yield the pair, if a client with *caution* alone may get *exercise* and reads anything."""
    way = next((one for one in exercise.variant if caution.id in one.cautions), None)
    lifted = way is not None and caution.id in way.lifts
    if caution.id in catalogue.removed_by[exercise.id] and not lifted:
        return
    if exercise.level > caution.most_level:
        return
    general = not caution.patterns_changed or exercise.pattern in caution.patterns_changed
    said = exercise.changes.get(caution.id) or (caution.change if general else None)
    if way is not None:
        yield f"{caution.id} | {way.id} |"
    elif said:
        yield f"{caution.id} | {exercise.id} | {said}"
