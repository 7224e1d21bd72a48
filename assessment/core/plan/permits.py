"""What a client may do of each exercise: what excludes it, how hard it may be, and which way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from assessment.catalogue.gym_choices import GYM_KIT, GYM_NEVER, NO_CHOICES, GymChoices
from assessment.catalogue.limits import Gentle, Hold
from assessment.catalogue.model import Catalogue, Caution, Eased, Exercise, Variant
from assessment.catalogue.patterns import Pattern
from assessment.core.plan.client import Client
from questions.model import Region

HIGHEST_LEVEL = 3
KIT, HELD = "equipment", "injury_last_6_weeks"
"""Answers that exclude an exercise."""


class Permit(NamedTuple):
    """What one client may do of one exercise.

    ``most`` is the highest level that cautions, pain and injuries leave for it; ``level`` also
    minds experience and what the client can do.
    """

    exercise: Exercise
    removed_by: tuple[str, ...]
    """The cautions and answers that exclude it; none: it may be done."""
    level: int
    most: int
    variant: Variant | None
    kit: tuple[str, ...]
    is_gentle: bool
    """Whether it is among what stays for a newly hurt place."""
    is_first: bool
    """Whether a caution or an injury puts it before others."""

    @property
    def holds(self) -> bool:
        """Whether it may be done, as hard as it is."""
        return not self.removed_by and self.exercise.level <= self.level


class Permits:
    """The permits of one client, each worked out once."""

    def __init__(
        self,
        client: Client,
        catalogue: Catalogue,
        gym: GymChoices = NO_CHOICES,
        with_trainer: frozenset[str] = frozenset(),
    ) -> None:
        self.client = client
        self.catalogue = catalogue
        self.gym = gym
        self.with_trainer = with_trainer
        """Exercises for which the trainer is there: experience and ability do not limit them."""
        limits, answers = catalogue.limits, client.answers
        self.cautions = frozenset(client.cautions)
        self.rows = [catalogue.caution[one] for one in client.cautions]
        self._limiting = [one for one in self.rows if one.most_level < HIGHEST_LEVEL]
        self._holds = [one for one in limits.holds if client.hurt and _holds(one, client)]
        self._held = _joined(catalogue.held_by[one.id] for one in self._holds)
        """The exercises that an injury leaves out."""
        self._gentle = _joined(
            catalogue.kept_by[one.id]
            for one in limits.gentles
            if client.hurt and _stays(one, client)
        )
        """The exercises that stay for a newly hurt place."""
        self.first = self._gentle.union(*[one.first for one in self.rows])
        """The exercises that a caution or an injury puts before others."""
        self._old = [
            one for one in limits.old_injuries if one.when.says(answers.get(one.when.item))
        ]
        self._ability = {group: min(client.level, cap.level) for group, cap in client.caps.items()}
        """The highest level of each group by experience and by what the client can do."""
        self._eased = {
            one.id: eased.level
            for one in self.rows
            if (eased := one.eased) and self._is_eased(eased)
        }
        """Cautions in spite of which the client may do more, from which ability on."""
        careful = limits.careful
        self._sore = frozenset(
            [region for region, pain in client.pains.items() if pain >= careful.pain_from]
        )
        self.aching = frozenset(
            [region for region, pain in client.pains.items() if pain >= careful.strong_pain_from]
        )
        """The regions in strong pain."""
        self._known: dict[str, Permit] = {}

    def of(self, exercise_id: str) -> Permit:
        """Return the permit for an exercise of the catalogue."""
        permit = self._known.get(exercise_id)
        if permit is None:
            permit = self._known[exercise_id] = self._permit(self.catalogue.exercise[exercise_id])
        return permit

    def eased(self, exercise: Exercise, caution: Caution) -> bool:
        """Return whether the client may do more of *exercise* in spite of *caution*."""
        level = self._eased.get(caution.id)
        return level is not None and self._by_group(exercise) >= level

    def is_sore(self, exercise: Exercise) -> bool:
        """Return whether a region that *exercise* trains, mainly or beside, hurts a good deal."""
        return not self._sore.isdisjoint((*exercise.primary, *exercise.secondary))

    def is_sparing(self, exercise: Exercise, region: Region) -> bool:
        """Return whether *exercise* for *region* is done with the effort of a hurt place."""
        if exercise.id in self._gentle:
            return True
        held, aching = self.client.held, self.aching
        if held and not held.isdisjoint((region, *exercise.primary)):
            return True
        trained = (region, *exercise.primary, *exercise.secondary)
        return bool(aching) and not aching.isdisjoint(trained)

    def capped_by(self, exercise: Exercise) -> tuple[str, ...]:
        """Return the cautions and answers that leave less than the level of *exercise*."""
        found = [because for level, because in self._limits(exercise) if level < exercise.level]
        cap = self.client.caps[self.catalogue.limits.group_of[exercise.pattern]]
        if cap.level < exercise.level:
            found += cap.because
        return tuple(dict.fromkeys(found))

    def _permit(self, exercise: Exercise) -> Permit:
        most = self._most(exercise)
        level = most if exercise.id in self.with_trainer else min(most, self._by_group(exercise))
        variant = self._variant(exercise, level) if exercise.variant else None
        kit = exercise.kit if variant is None or variant.kit is None else variant.kit
        owned = self._owned(kit)
        removed = self._removed_by(exercise, variant)
        if owned is None:
            removed = (*removed, self._lacking(kit))
        name = exercise.id
        if name in self.gym.never:
            removed = (*removed, GYM_NEVER)
        return Permit(
            exercise,
            removed,
            level,
            most,
            variant,
            owned or (),
            name in self._gentle,
            name in self.first,
        )

    def _owned(self, kit: tuple[tuple[str, ...], ...]) -> tuple[str, ...] | None:
        """Return the first set of *kit* that the client has all of; None: has none of them."""
        for one in kit:
            if self.client.equipment.issuperset(one):
                return one
        return None if kit else ()

    def _lacking(self, kit: tuple[tuple[str, ...], ...]) -> str:
        """Return what leaves an exercise out that needs *kit*: the gym has none, or the client."""
        there = self.gym.kit
        return GYM_KIT if there and not any(there.issuperset(one) for one in kit) else KIT

    def _is_eased(self, eased: Eased) -> bool:
        """Return whether the client's answers and cautions allow more, ability aside."""
        answers = self.client.answers
        return self.cautions.isdisjoint(eased.without) and all(
            test.says(answers.get(test.item)) for test in eased.tests
        )

    def by_ability(self, exercise: Exercise) -> int:
        """Return the highest level for *exercise* by what the client can do alone."""
        return self.client.caps[self.catalogue.limits.group_of[exercise.pattern]].level

    def _by_group(self, exercise: Exercise) -> int:
        return self._ability[self.catalogue.limits.group_of[exercise.pattern]]

    def holds_without_pain(self, exercise: Exercise) -> bool:
        """Return whether *exercise* might be done if nothing hurt."""
        level = min(self._without_pain(exercise), self._by_group(exercise))
        return exercise.level <= level and not self.of(exercise.id).removed_by

    def _most(self, exercise: Exercise) -> int:
        """Return the highest level that cautions, pain and injuries leave."""
        return min([level for level, _ in self._limits(exercise)], default=HIGHEST_LEVEL)

    def _without_pain(self, exercise: Exercise) -> int:
        """Return the highest level that cautions and injuries leave."""
        limits = self._limits(exercise, sore=False)
        return min([level for level, _ in limits], default=HIGHEST_LEVEL)

    def _limits(self, exercise: Exercise, *, sore: bool = True) -> Iterator[tuple[int, str]]:
        """Yield the levels to which something limits *exercise*, each with the caution or answer.

        Abilities are apart; without *sore* so is pain.
        """
        for one in self._limiting:
            if not self.eased(exercise, one):
                yield one.most_level, one.id
        careful = self.catalogue.limits.careful.level
        for region in exercise.primary if sore and self._sore else ():
            if region in self._sore:
                yield careful, self.client.pain_items[region]
        if self._is_near_injury(exercise):
            yield careful, HELD
        for old in self._old:
            if exercise.pattern in old.patterns:
                yield old.level, old.when.item

    def _is_near_injury(self, exercise: Exercise) -> bool:
        """Return whether it trains a region to which a newly hurt place leads, or stays for it."""
        return bool(self.client.hurt) and (
            exercise.id in self._gentle or not self.client.held.isdisjoint(exercise.primary)
        )

    def _variant(self, exercise: Exercise, level: int) -> Variant | None:
        """Return the other way that applies, the first one."""
        client, answers = self.client, self.client.answers
        for one in exercise.variant:
            applies = one.is_for_kit or not self.cautions.isdisjoint(one.cautions)
            applies = applies or any(test.says(answers.get(test.item)) for test in one.when)
            if (
                applies
                and one.level <= level
                and self.cautions.isdisjoint(one.excluded_by)
                and client.hurt.isdisjoint(one.held_by)
                and (
                    not one.is_for_kit or any(client.equipment >= set(kit) for kit in one.kit or ())
                )
            ):
                return one
        return None

    def _removed_by(self, exercise: Exercise, variant: Variant | None) -> tuple[str, ...]:
        cautions, found = self.catalogue.removed_by[exercise.id], []
        if not self.cautions.isdisjoint(cautions):
            lifted = variant.lifts if variant else ()
            found = [one for one in self.client.cautions if one in cautions and one not in lifted]
        if exercise.not_when:
            answers = self.client.answers
            found += [one.item for one in exercise.not_when if one.says(answers.get(one.item))]
        if exercise.id in self._held or (found and self._holds_way(exercise, found)):
            found.append(HELD)
        return tuple(found)

    def _holds_way(self, exercise: Exercise, found: list[str]) -> bool:
        """Return whether an injury keeps from a way that would lift what excludes *exercise*."""
        return any(
            one.lifts
            and set(found) <= set(one.lifts)
            and not self.client.hurt.isdisjoint(one.held_by)
            for one in exercise.variant
        )

    def bars(self, pattern: Pattern) -> bool:
        """Return whether a caution or an injury bars every movement of *pattern*."""
        return any(pattern in one.excludes for one in self.rows) or any(
            pattern in one.patterns for one in self._holds
        )


def _holds(hold: Hold, client: Client) -> bool:
    """Return whether *hold* is on: a place of it is hurt, and no answer eases it."""
    if client.hurt.isdisjoint(hold.places):
        return False
    eased = hold.eased_by
    return eased is None or not eased.says(client.answers.get(eased.item))


def _stays(gentle: Gentle, client: Client) -> bool:
    """Return whether what *gentle* names stays: a place of it is hurt, and an answer allows it."""
    if client.hurt.isdisjoint(gentle.places):
        return False
    return gentle.when is None or bool(gentle.when.says(client.answers.get(gentle.when.item)))


def _joined(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*sets)
