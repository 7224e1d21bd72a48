"""Each rule of plans taken away on purpose: the walk over a few sheets names it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pytest

from assessment.catalogue.loader import load_catalogue
from assessment.catalogue.model import Exercise
from assessment.catalogue.schedule import SettingUp
from assessment.core import assess
from assessment.core.assess import EmptyRegion
from assessment.core.plan import advice, chooser, how_to, programme, warm_up
from assessment.core.plan.choices import Choice, Role
from assessment.core.plan.chooser import Chooser
from assessment.core.plan.doses import Dosing, Work
from assessment.core.plan.minutes import fitting
from assessment.core.plan.minutes.balance import Balance
from assessment.core.plan.minutes.fitting import Fitting
from assessment.core.plan.minutes.rounds import Rounds
from assessment.core.plan.permits import HELD, KIT, Permit, Permits
from assessment.core.plan.swaps import Swaps
from assessment.rule_check import walk
from assessment.rule_check.answer_sheets import Raw, calm, filled, hard
from assessment.rule_check.checks import find_faults
from assessment.rule_check.plans.content_checks import find_content_faults
from assessment.rule_check.plans.plan_pairs import changes
from questions.loader import load_questionnaire
from questions.model import Region

Patch = pytest.MonkeyPatch


@dataclass(frozen=True)
class Rule:
    """A rule of plans: what its faults begin with, how it is taken away, and who needs it."""

    fault: str
    away: Callable[[Patch], None]
    changes: Raw
    base: Callable[..., Raw] = hard

    def __str__(self) -> str:
        return f"{self.fault} {self.changes}"


def permit_with(patch: Patch, change: Callable[[Permit], Permit]) -> None:
    """Let every permit be changed."""
    whole = Permits.of
    patch.setattr(Permits, "of", lambda self, name: change(whole(self, name)))


def without_exclusions(patch: Patch) -> None:
    patch.setitem(vars(load_catalogue()), "removed_by", defaultdict(frozenset))


def without(reason: str) -> Callable[[Patch], None]:
    def away(patch: Patch) -> None:
        permit_with(
            patch,
            lambda one: one._replace(
                removed_by=tuple(each for each in one.removed_by if each != reason)
            ),
        )

    return away


def without_kit(patch: Patch) -> None:
    without(KIT)(patch)


def of_any_level(patch: Patch) -> None:
    permit_with(patch, lambda one: one._replace(level=3, most=3))


def in_a_permit(**values: Any) -> Callable[[Patch], None]:
    """Return what sets attributes of every client's permits."""

    def away(patch: Patch) -> None:
        whole = Permits.__init__

        def begin(self: Permits, *args: Any) -> None:
            whole(self, *args)
            for name, value in values.items():
                setattr(self, name, value)

        patch.setattr(Permits, "__init__", begin)

    return away


def swapped(owner: object, name: str, value: object) -> Callable[[Patch], None]:
    return lambda patch: patch.setattr(owner, name, value)


def all_of(*parts: Callable[[Patch], None]) -> Callable[[Patch], None]:
    def away(patch: Patch) -> None:
        for part in parts:
            part(patch)

    return away


def two_hinges(patch: Patch) -> None:
    whole = Chooser._add_hinge

    def add(self: Chooser, draft: list[Choice], names: tuple[str, ...]) -> None:
        whole(self, draft, names)
        whole(self, draft, tuple(set(names) - {one.exercise.id for one in draft}))

    patch.setattr(Chooser, "_add_hinge", add)


def in_their_order(exercises: Sequence[Exercise], *_: object) -> list[list[Exercise]]:
    """Return pairs without a look at what shares what."""
    return [list(exercises[at : at + 2]) for at in range(0, len(exercises), 2)]


def without_slot(name: str) -> Callable[[Patch], None]:
    def away(patch: Patch) -> None:
        slots = tuple(one for one in load_catalogue().slots if one.id != name)
        patch.setitem(vars(load_catalogue()), "slots", slots)

    return away


def falling(*_: object) -> tuple[Work, ...]:
    return tuple(Work(2, (12 - 2 * n, 15 - 2 * n), (5, 6)) for n in range(3))


def works(*of_each_phase: Work) -> Callable[[Patch], None]:
    return swapped(Dosing, "works", lambda *_: of_each_phase)


def all_four(exercise: Exercise) -> Swaps:
    """Return the swaps of *exercise* as if they were for anybody."""
    return Swaps(exercise.easier, exercise.harder, exercise.no_kit, exercise.if_it_hurts)


def with_all_drills(permits: Permits, limit: Any) -> tuple[warm_up.Drill, ...]:
    drills = load_catalogue().schedule.drills
    return tuple(
        warm_up.Drill(load_catalogue().exercise[one.exercise], 8, limit, permits) for one in drills
    )


def usual_limit(*_: object) -> Any:
    return load_catalogue().limits.pain_limits[-1]


def silent(region: Region, *_: object) -> EmptyRegion:
    return EmptyRegion(region, (), load_catalogue().schedule.instead["caution"])


def without_musts(patch: Patch) -> None:
    patch.setitem(vars(load_catalogue()), "musts", ())


def never_short(patch: Patch) -> None:
    schedule = load_catalogue().schedule
    setting_up = replace(schedule.setting_up, least_share=0.01)
    patch.setitem(vars(schedule), "settings_up", (setting_up,))


def unexplained(*_: object) -> tuple[advice.LeftOut, ...]:
    return (advice.LeftOut(load_catalogue().exercise["dumbbell-leg-curl"], ()),)


def heavier_for(holds: Callable[[Permits], bool]) -> Callable[[Patch], None]:
    """Let a client of whom something holds do the hardest, and all others the easiest alone."""

    def away(patch: Patch) -> None:
        whole = Permits._permit

        def permit(self: Permits, exercise: Exercise) -> Permit:
            one = whole(self, exercise)
            if holds(self):
                return one._replace(level=3, most=3)
            return one if exercise.level == 1 else one._replace(removed_by=("goal",))

        patch.setattr(Permits, "_permit", permit)

    return away


def no_kit_chosen(patch: Patch) -> None:
    whole = Chooser._may_be

    def may_be(self: Chooser, name: str, *more: Any) -> bool:
        return whole(self, name, *more) and not self._permits.of(name).kit

    patch.setattr(Chooser, "_may_be", may_be)


def lax_caution(name: str, **changes: Any) -> Callable[[Patch], None]:
    def away(patch: Patch) -> None:
        lax = replace(load_catalogue().caution[name], **changes)
        patch.setitem(vars(load_catalogue()), "caution", {**load_catalogue().caution, name: lax})

    return away


def many(owner: type, name: str) -> Callable[[Patch], None]:
    return swapped(owner, name, lambda *_: True)


RULES = [
    Rule("caution", without_exclusions, {"cannot_reach_floor": "yes"}),
    Rule("caution", without_exclusions, {"pain_low_back": 4}, calm),
    Rule("kit", without_kit, {"equipment": []}),
    Rule("hold", without(HELD), {"injury_last_6_weeks": ["back"]}, calm),
    Rule("level", of_any_level, {"age_years": 17}, calm),
    Rule("level by movement", of_any_level, {}),
    Rule("level", in_a_permit(_sore=frozenset()), {"pain_hip": 4}, calm),
    Rule(
        "level",
        swapped(Permits, "_is_near_injury", lambda *_: False),
        {"injury_last_6_weeks": ["hip"], "long_stand": 3},
        calm,
    ),
    Rule("level", in_a_permit(_old=[]), {"injuries_back": 2}, calm),
    Rule(
        "gentle",
        swapped(Permits, "is_sparing", lambda *_: False),
        {"injury_last_6_weeks": ["hamstring"]},
    ),
    Rule("gentle", swapped(Permits, "is_sparing", lambda *_: False), {"pain_hip": 6}),
    Rule("stays", swapped(Dosing, "stays", lambda *_: False), {"pain_hip": 6}),
    Rule(
        "stays",
        swapped(Dosing, "stays", lambda *_: False),
        {"pregnant": "yes", "osteoporosis": "yes"},
    ),
    Rule("one hinge", two_hinges, {}, calm),
    Rule(
        "fast",
        all_of(many(Chooser, "_is_free_for"), swapped(Fitting, "_rare", lambda *_: None)),
        {"stalled": ["run"], "goal": "sport"},
        calm,
    ),
    Rule(
        "fast",
        all_of(many(Chooser, "_is_ready"), swapped(Fitting, "_rare", lambda *_: None)),
        {"days_per_week": 3, "minutes": 45, "injuries_hamstring": 3, "stalled": ["run"]},
        calm,
    ),
    Rule(
        "too easy",
        swapped(chooser, "is_too_easy", lambda *_: False),
        {"equipment": ["kettlebell"]},
        calm,
    ),
    Rule("pairs", swapped(fitting, "paired", in_their_order), {}),
    Rule("must", without_musts, {"chair_rise": 2}, calm),
    Rule("must", without_musts, {"injuries_ankle": 2}, calm),
    Rule("kinds", without_slot("pull"), {}, calm),
    Rule("own kit", no_kit_chosen, {"equipment": ["leg_curl"]}, calm),
    Rule(
        "first region",
        all_of(
            swapped(Balance, "_ahead", lambda *_: {}),
            lambda patch: patch.setattr(
                fitting,
                "Balance",
                type("Balance", (Balance,), {"region": property(lambda _: None, lambda *_: None)}),
            ),
        ),
        {"toe_rises": 3, "minutes": 45},
        calm,
    ),
    Rule("growth", swapped(Dosing, "with_sets", falling), {}, calm),
    Rule("growth", swapped(Dosing, "grows_by_weight", lambda *_: True), {}, calm),
    Rule("minutes", swapped(Rounds, "over", lambda *_: -1), {"minutes": 15}),
    Rule("minutes", swapped(SettingUp, "seconds_for", lambda *_: 0), {}),
    Rule("short", never_short, {"cannot_stand": "yes", "equipment": ["dumbbell"]}),
    Rule(
        "reasons",
        swapped(advice, "reasons_for", lambda *_: ("long_stand",)),
        {"toe_rises": 1},
        calm,
    ),
    Rule("reasons", swapped(advice, "reasons_for", lambda *_: ()), {}),
    Rule("warm-up", swapped(Permits, "_variant", lambda *_: None), {"shoulder_unstable": "yes"}),
    Rule("words", swapped(Permits, "_variant", lambda *_: None), {"shoulder_unstable": "yes"}),
    Rule("way", swapped(Permits, "_variant", lambda *_: None), {"hip_replacement": "yes"}),
    Rule(
        "change",
        lambda patch: patch.setattr(
            programme,
            "changes_for",
            lambda permit, permits, limit: how_to.changes_for(
                permit._replace(variant=None), permits, limit
            ),
        ),
        {"hip_replacement": "yes"},
    ),
    Rule(
        "swap",
        swapped(programme, "swaps_for", lambda one, *_: all_four(one.exercise)),
        {"cannot_reach_floor": "yes"},
    ),
    Rule(
        "warm-up", swapped(programme, "drills_for", with_all_drills), {"cannot_reach_floor": "yes"}
    ),
    Rule(
        "stretch",
        swapped(programme, "stretches_for", lambda _: load_catalogue().schedule.stretches),
        {"hypermobile": "yes"},
    ),
    Rule("pain limit", swapped(programme, "pain_limit", usual_limit), {"sit_bone_pain": "yes"}),
    Rule("pain limit", swapped(how_to, "with_limit", lambda text, _: text), {}),
    Rule("effort", lax_caution("hypermobile", most_effort=10), {"hypermobile": "yes"}),
    Rule("weeks", works(*[Work(4, (8, 12), (8, 9))] * 3), {}),
    Rule(
        "dose",
        swapped(Dosing, "dose_for", lambda *_: load_catalogue().dose["S"]),
        {"osteoporosis": "yes"},
    ),
    Rule(
        "repetitions",
        lax_caution("hypermobile", repetitions=None),
        {"hypermobile": "yes", "goal": "comfort"},
    ),
    Rule(
        "count",
        all_of(
            swapped(Chooser, "_cut", lambda _, draft, *__: draft),
            swapped(Rounds, "over", lambda *_: -1),
            swapped(
                Chooser,
                "_keep_ahead",
                lambda _, draft, *__: draft.extend(
                    Choice(one, Region.NECK, ("goal",), Role.FILLER)
                    for one in load_catalogue().exercises[:9]
                ),
            ),
        ),
        {},
    ),
    Rule(
        "empty",
        swapped(assess, "_empty", silent),
        {"injury_last_6_weeks": ["calf"], "toe_rises": 3, "stairs": 3},
        calm,
    ),
    Rule("left out", swapped(assess, "_left_out", unexplained), {}),
    Rule("more pain", heavier_for(lambda one: bool(one.aching)), {}, calm),
    Rule("less ability", heavier_for(lambda one: one.client.answers["chair_rise"] > 0), {}, calm),
    Rule("one caution more", heavier_for(lambda one: bool(one.client.cautions)), {}, calm),
]


PAIRS = ("more pain", "less ability", "one caution more")


@pytest.mark.parametrize("rule", RULES, ids=str)
def test_a_rule_that_is_taken_away_is_named(monkeypatch: Patch, rule: Rule) -> None:
    questionnaire = load_questionnaire()
    raw = filled(questionnaire, rule.base(questionnaire) | rule.changes)
    assert set(named(raw, rule)) == set()
    rule.away(monkeypatch)
    assert rule.fault in set(named(raw, rule)), list(faults(raw, rule))[:5]


def faults(raw: Raw, rule: Rule) -> Iterator[str]:
    """Yield what the walk finds in a sheet, and beside it where *rule* is one of pairs."""
    assessment = walk._assessed(raw)
    yield from find_faults(assessment, load_catalogue())
    if rule.fault in PAIRS:
        for change in changes():
            yield from walk._of_a_change(assessment, change)


def named(raw: Raw, rule: Rule) -> Iterator[str]:
    """Yield the names of the rules that the walk finds broken."""
    return (fault.split(":")[0] for fault in faults(raw, rule))


@pytest.mark.parametrize(
    ("fault", "change"),
    [
        ("tempo", {"steps": ("Count to three.", "Stop.")}),
        ("pain limit", {"stop_if": "your back hurts more than 4 out of 10"}),
        ("evidence", {"excluded_by": ()}),
        ("evidence", {"level": 1}),
    ],
)
def test_content_that_breaks_a_rule_is_named(fault: str, change: dict[str, Any]) -> None:
    catalogue = load_catalogue()
    assert list(find_content_faults(catalogue)) == []
    broken = replace(catalogue.exercise["pull-up"], **change)
    exercises = tuple(broken if one.id == broken.id else one for one in catalogue.exercises)
    found = list(find_content_faults(replace(catalogue, exercises=exercises)))
    assert found
    assert {one.split(":")[0] for one in found} == {fault}
