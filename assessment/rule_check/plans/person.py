"""What a client may do, worked out from answers and evidence a second time, without core.plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from assessment.catalogue.gym_choices import NO_CHOICES, GymChoices
from assessment.catalogue.model import Catalogue
from assessment.core.answers import AnswerSheet
from assessment.rule_check.plans.evidence import Evidence, Row, Way, evidence

HIGHEST, EASIEST = 3, 1


class Person:
    """A client as the walk sees them; what is not answered takes the careful value."""

    def __init__(
        self,
        sheet: AnswerSheet,
        cautions: tuple[str, ...],
        catalogue: Catalogue,
        *,
        is_changed: bool = False,
        with_trainer: Iterable[str] = (),
        gym: GymChoices = NO_CHOICES,
    ) -> None:
        self.is_changed = is_changed
        """Whether a trainer changed the plan, so that the program's choice is not asked for."""
        self.with_trainer = frozenset(with_trainer)
        """The exercises above the client's level for which a trainer is there."""
        self.never = gym.never
        """The exercises that the gym never gives."""
        self.catalogue = catalogue
        """For what it leaves out beyond the evidence, and that alone."""
        self.evidence: Evidence = evidence()
        self.answers = known = sheet.known
        self.cautions = frozenset(cautions)
        self.equipment = frozenset(known.get("equipment") or ())
        self.experience = self.evidence.experience.get(known.get("experience") or "new", EASIEST)
        self.minutes: int = known.get("minutes") or gym.minutes or 30
        self.hurt = frozenset(known.get("injury_last_6_weeks") or ())
        self.hurt_regions = frozenset().union(*(self.evidence.regions_of[one] for one in self.hurt))
        pains = self.evidence.pain_item.items()
        self.pains = {region: known.get(item) or 0 for region, item in pains}
        pain = self.evidence.pain
        self.sore = frozenset(name for name, one in self.pains.items() if one >= pain["sore"])
        self.aching = frozenset(name for name, one in self.pains.items() if one >= pain["strong"])
        self._holds = [one for one in self.evidence.holds if one.is_on(self.hurt, known)]
        self._first = frozenset().union(
            *(names for one, names in self.evidence.first.items() if one in self.cautions)
        )
        self._against = [one for one in self.evidence.against if one.says(known)]
        self._barred: dict[str, tuple[str, ...]] = {}
        self._levels: dict[str, int] = {}
        self._by_ability: dict[str, int] = {}

    def barred(self, exercise: str) -> tuple[str, ...]:
        """Return what forbids *exercise*, each with the name of its rule."""
        found = self._barred.get(exercise)
        if found is None:
            found = self._barred[exercise] = tuple(self._objections(exercise))
        return found

    def level(self, exercise: str) -> int:
        """Return the highest level for *exercise*: what :meth:`most` leaves, and ability."""
        found = self._levels.get(exercise)
        if found is None:
            row = self.evidence.rows[exercise]
            most = self.most(row)
            is_alone = exercise not in self.with_trainer
            by_ability = self.by_ability(row.group) if is_alone else most
            found = self._levels[exercise] = min(most, by_ability)
        return found

    def may_do(self, exercise: str) -> bool:
        """Return whether nothing forbids *exercise*, and it is not too hard."""
        row = self.evidence.rows[exercise]
        return row.level <= self.level(exercise) and not self.barred(exercise)

    def by_ability(self, group: str) -> int:
        """Return the level of a group of movements, by experience and what the client can do."""
        found = self._by_ability.get(group)
        if found is None:
            rule, evidence_ = self.evidence.groups[group], self.evidence
            caps = [
                evidence_.unanswered_level if answer is None else evidence_.level_of_answer[answer]
                for answer in map(self.answers.get, rule.answers)
            ]
            found = self._by_ability[group] = min([self.experience, rule.most, *caps])
        return found

    def most(self, row: Row) -> int:
        """Return the highest level that cautions, pain and injuries leave."""
        return min((level for _, level in self.caps(row)), default=HIGHEST)

    def caps(self, row: Row) -> Iterator[tuple[str, int]]:
        """Yield what caps the level of an exercise beside ability: the rule, and the level."""
        limits, old = self.evidence.limits, self.evidence.old_back
        for one in self.cautions:
            if limits[one].most_level < HIGHEST and not self.is_eased(one, row.group):
                yield one, limits[one].most_level
        if not self.sore.isdisjoint(row.primary):
            yield "usual pain of 4 or more", EASIEST
        if self.is_near_injury(row):
            yield "a new injury", EASIEST
        if row.pattern in old.what and old.says(self.answers):
            yield "old back injuries", EASIEST

    def is_near_injury(self, row: Row) -> bool:
        """Return whether it trains what a new injury leads to, or stays for it."""
        if not self.hurt:
            return False
        return not self.hurt_regions.isdisjoint(row.primary) or self.keeps(row)

    def keeps(self, row: Row) -> bool:
        """Return whether it is what stays, gently, for a newly hurt place."""
        return bool(self.hurt) and any(
            row.pattern in one.patterns or row.id in one.exercises
            for one in self.evidence.keeps
            if not self.hurt.isdisjoint(one.places)
        )

    def is_gentle(self, row: Row, region: str) -> bool:
        """Return whether it is done with little effort: for what stays, and in strong pain."""
        aches = region in self.aching or not self.aching.isdisjoint(row.primary)
        return aches or self.keeps(row)

    def is_eased(self, caution: str, group: str) -> bool:
        """Return whether the client may do more of a group in spite of *caution*."""
        eased = self.evidence.eased
        return (
            caution == eased.caution
            and self.answers["age_years"] < eased.under
            and self.answers.get("experience") == eased.experience
            and self.by_ability(group) >= eased.level
            and self.cautions.isdisjoint(eased.without)
        )

    def needed_ways(self, exercise: str) -> Iterator[Way]:
        """Yield the other ways that *exercise* has to be done in."""
        for way in self.evidence.ways.get(exercise, ()):
            if (
                not self.cautions.isdisjoint(way.cautions)
                or not self.hurt.isdisjoint(way.hurt)
                or any(one.says(self.answers) for one in way.answers)
            ):
                yield way

    def is_too_easy(self, exercise: str, region: str) -> str | None:
        """Return a harder exercise that may be done for *region* where this one is too easy."""
        rule = self.evidence.too_easy.get(exercise)
        if rule is None or any(self.answers.get(item) != 0 for item in rule.answers):
            return None
        row = self.evidence.rows[exercise]
        if self.level(exercise) < rule.level or self.keeps(row) or exercise in self._first:
            return None
        for other in self.evidence.rows.values():
            harder = other.level > row.level or other.id in rule.harder
            if harder and region in other.primary and self.may_be_chosen(other.id):
                return other.id
        return None

    def may_be_chosen(self, exercise: str) -> bool:
        """Return whether *exercise* may be done, by the stricter catalogue too, and is not rare."""
        if self.evidence.is_fast(exercise) or exercise in self.evidence.never | self.never:
            return False
        return self.may_do(exercise) and not self._is_left_out(exercise)

    def asking(self, exercise: str) -> frozenset[str]:
        """Return the answers that ask for this very exercise, by the catalogue."""
        return frozenset(
            one.when[0].item
            for one in self.catalogue.musts
            if one.exercise == exercise and one.holds(self.answers)
        )

    def is_for_somebody(self, row: Row) -> bool:
        """Return whether it may be chosen, and is too easy for none of its regions."""
        return self.may_be_chosen(row.id) and not any(
            self.is_too_easy(row.id, region) for region in row.primary
        )

    def _is_left_out(self, exercise: str) -> bool:
        """Return whether the catalogue leaves *exercise* out, be it more than the evidence does."""
        catalogue, its = self.catalogue, self.catalogue.exercise[exercise]
        lifted = frozenset().union(*(way.lifts for way in self.needed_ways(exercise)))
        if catalogue.removed_by[exercise] & self.cautions - lifted:
            return True
        if any(one.says(self.answers.get(one.item)) for one in its.not_when):
            return True
        if its.too_easy and all(self.answers.get(item) == 0 for item in its.too_easy.answers):
            return True
        return any(
            exercise in catalogue.held_by[one.id] and not self.hurt.isdisjoint(one.places)
            for one in catalogue.limits.holds
        )

    def has_kit(self, kit: tuple[frozenset[str], ...]) -> bool:
        """Return whether the client has all of one set of *kit*, or none is needed."""
        return not kit or any(one <= self.equipment for one in kit)

    def held(self, exercise: str, pattern: str) -> bool:
        """Return whether a newly hurt place leaves out a movement."""
        return any(one.bars(exercise, pattern) for one in self._holds)

    def is_held_way(self, way: str) -> bool:
        """Return whether a newly hurt place leaves out this way of an exercise."""
        return any(way in one.ways for one in self._holds)

    def _objections(self, exercise: str) -> Iterator[str]:
        row, ways = self.evidence.rows[exercise], tuple(self.needed_ways(exercise))
        if exercise in self.never:
            yield f"gym: {exercise}, which this gym never gives"
        lifted = frozenset().union(*(way.lifts for way in ways))
        for caution in sorted(row.removed_by & self.cautions - lifted):
            yield f"caution: {exercise} ({row.pattern}) in spite of {caution}"
        for one in self._against:
            if row.pattern in one.what:
                yield f"caution: {exercise} ({row.pattern}) in spite of {one.item} {one.at_least}"
        if not any(self.has_kit(kit) for kit in self._kits(row, ways)):
            yield f"kit: {exercise} without what it needs"
        if self.held(exercise, row.pattern):
            yield f"hold: {exercise} ({row.pattern}) with {', '.join(sorted(self.hurt))} hurt"

    def _kits(self, row: Row, ways: tuple[Way, ...]) -> Iterator[tuple[frozenset[str], ...]]:
        """Yield the kit of each way in which it may be done; of its own where none is needed."""
        own = self.evidence.way_kit
        if not ways:
            yield row.kit
        for way in ways:
            yield from (own.get(one, row.kit) for one in way.ways)
