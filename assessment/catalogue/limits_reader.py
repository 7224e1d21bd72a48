"""``limits.toml`` -> ``Limits``, with every mistake named by file, line and id."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources.abc import Traversable
from typing import NamedTuple

from assessment.catalogue.limits import (
    Careful,
    Gentle,
    Group,
    Hardest,
    Hold,
    Limits,
    OldInjury,
    PainLimit,
)
from assessment.catalogue.patterns import Pattern
from assessment.catalogue.schedule_reader import Known
from assessment.catalogue.tables import Read, read_tables, require, unknown
from questions.model import ManyItem
from questions.questionnaire import Questionnaire
from questions.source import Fault, repeated

FILE = "limits.toml"
KINDS = {
    "group": Group,
    "hold": Hold,
    "gentle": Gentle,
    "careful": Careful,
    "old_injury": OldInjury,
    "hardest": Hardest,
    "pain_limit": PainLimit,
}
"""What each table holds, in the order of ``LimitsTables``."""


class LimitsTables(NamedTuple):
    """Every table of ``limits.toml``."""

    groups: Read[Group]
    holds: Read[Hold]
    gentles: Read[Gentle]
    carefuls: Read[Careful]
    old_injuries: Read[OldInjury]
    hardests: Read[Hardest]
    pain_limits: Read[PainLimit]

    def limits(self) -> Limits:
        """Return what the tables hold.

        Raises:
            ContentError: A table has too few or too many entries.
        """
        values = {name: tuple(one for _, one in table) for name, table in self._asdict().items()}
        usual = [one.is_usual for one in values["pain_limits"]]
        wanted = (
            (len(values["carefuls"]) == 1, "needs one [[careful]]"),
            (len(values["hardests"]) == 1, "needs one [[hardest]]"),
            (
                usual[-1:] == [True] and usual.count(True) == 1,
                "needs a [[pain_limit]] for all, last",
            ),
        )
        require(FILE, wanted)
        return Limits(**values)


def read_limits(folder: Traversable, faults: list[Fault]) -> LimitsTables:
    """Return the tables of ``limits.toml``; what is wrong by itself goes to *faults*."""
    return LimitsTables(*read_tables(folder / FILE, KINDS, faults))


def mistakes_in_limits(
    tables: LimitsTables, known: Known, questionnaire: Questionnaire | None
) -> Iterator[Fault]:
    """Yield what is wrong between the entries of *tables* and the rest of the content."""
    for table in tables:
        yield from repeated((entry, one.id) for entry, one in table)
        for entry, _ in table:
            yield from unknown(entry, "source", entry.data["source"], known.sources)
    for entry, hold in tables.holds:
        yield from unknown(entry, "exercises", (*hold.exercises, *hold.but), known.exercises)
    for entry, gentle in tables.gentles:
        yield from unknown(entry, "exercises", gentle.exercises, known.exercises)
    for entry, hardest in tables.hardests:
        names = (*hardest.exercises, *hardest.for_goals)
        yield from unknown(entry, "exercises", names, known.exercises)
    for entry, limit in tables.pain_limits:
        yield from unknown(entry, "cautions", limit.cautions, known.cautions)
    yield from _patterns_in_groups(tables.groups)
    if questionnaire:
        yield from _unknown_to_questionnaire(tables, questionnaire)


def _patterns_in_groups(groups: Read[Group]) -> Iterator[Fault]:
    """Yield the patterns that are in no group, or in two."""
    seen = [pattern for _, group in groups for pattern in group.patterns]
    for pattern in Pattern:
        if (found := seen.count(pattern)) != 1:
            yield Fault(FILE, 1, "group", f"{pattern.value!r} must be in one group, is in {found}")


def _unknown_to_questionnaire(
    tables: LimitsTables, questionnaire: Questionnaire
) -> Iterator[Fault]:
    """Yield groups without answers or the other way round, and items and places never asked."""
    items, rules = {one.id for one in questionnaire.items}, questionnaire.rules
    asked = {group.id for group in rules.level_groups}
    named = {group.id for _, group in tables.groups}
    for entry, group in tables.groups:
        yield from unknown(entry, "id", (group.id,), asked)
    for name in sorted(asked - named):
        yield Fault(FILE, 1, name, "the questionnaire has this group; write a [[group]] for it")
    recent = questionnaire.by_id[rules.injuries.recent]
    places = {str(one) for one in recent.values} if isinstance(recent, ManyItem) else set()
    for entry, hold in tables.holds:
        yield from unknown(entry, "places", hold.places, places)
        if hold.eased_by:
            yield from unknown(entry, "eased_by", (hold.eased_by.item,), items)
    for entry, gentle in tables.gentles:
        yield from unknown(entry, "places", gentle.places, places)
        if gentle.when:
            yield from unknown(entry, "when", (gentle.when.item,), items)
    for entry, old in tables.old_injuries:
        yield from unknown(entry, "when", (old.when.item,), items)
