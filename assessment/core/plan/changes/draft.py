"""A plan while changes are made to it: the choices of each session, and what is asked for."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from assessment.catalogue.model import Catalogue, Exercise
from assessment.catalogue.schedule import Phase, Span
from assessment.core.assess import Assessment, Basis
from assessment.core.plan.changes.model import WHOLE_BODY, TrainerNote
from assessment.core.plan.choices import Choice, Role
from assessment.core.plan.hand import DoseAsked, Hand
from assessment.core.plan.permits import Permits
from questions.model import Region


@dataclass
class Draft:
    """The choices of each session, what matters most first, and all that a trainer asks for."""

    assessment: Assessment
    """As the rules made it."""
    basis: Basis
    phases: tuple[Phase, ...]
    permits: Permits
    """Of the client with the trainer there, where one is."""
    sessions: dict[str, list[Choice]]
    orders: dict[str, list[str]] = field(default_factory=dict)
    sets: dict[str, dict[str, int]] = field(default_factory=dict)
    repetitions: dict[str, dict[str, Span]] = field(default_factory=dict)
    effort: dict[str, dict[str, Span]] = field(default_factory=dict)
    chosen_with: dict[str, list[str]] = field(default_factory=dict)
    with_trainer: dict[str, str] = field(default_factory=dict)
    left: dict[str, str] = field(default_factory=dict)
    """By exercise that a trainer left out, who did."""
    notes: dict[str | None, TrainerNote] = field(default_factory=dict)
    """By exercise, None for the plan: what the client reads, and who wrote it."""
    split: str = WHOLE_BODY

    @classmethod
    def of(cls, assessment: Assessment, basis: Basis) -> Draft:
        """Return the plan of *assessment*, unchanged."""
        programme = assessment.programme
        phases = tuple(plan.phase for plan in programme.phases) if programme else ()
        sessions = {name: list(chosen) for name, chosen in basis.sessions.items()}
        return cls(assessment, basis, phases, basis.permits, sessions)

    @property
    def catalogue(self) -> Catalogue:
        """What exercises there are."""
        return self.permits.catalogue

    @property
    def hand(self) -> Hand:
        """What is asked for."""
        asked = dict.fromkeys((*self.sets, *self.repetitions, *self.effort))
        return Hand(
            {
                one: DoseAsked(
                    self.sets.get(one, {}), self.repetitions.get(one, {}), self.effort.get(one, {})
                )
                for one in asked
            },
            {name: tuple(order) for name, order in self.orders.items()},
            {one: tuple(dict.fromkeys(names)) for one, names in self.chosen_with.items()},
            {one: by for one, by in self.with_trainer.items() if one in self.held()},
        )

    def ids(self, session: str) -> list[str]:
        """Return the exercises of *session*."""
        return [one.exercise.id for one in self.sessions[session]]

    def held(self) -> list[str]:
        """Return the exercises of all sessions, each once."""
        return list(dict.fromkeys(name for one in self.sessions for name in self.ids(one)))

    def grant(self, exercise: str, by: str) -> None:
        """Let *exercise* be chosen although it is above the client's level, with *by* there."""
        self.with_trainer[exercise] = by
        self.permits = Permits(
            self.basis.permits.client,
            self.catalogue,
            self.basis.permits.gym,
            frozenset(self.with_trainer),
        )

    def choice(self, exercise: Exercise, region: Region) -> Choice:
        """Return the choice of *exercise* for *region*, with the answers behind it."""
        must = next((one for one in self.catalogue.musts if one.exercise == exercise.id), None)
        is_asked_for = must is not None and must.holds(self.permits.client.answers)
        item = must.when[0].item if must and is_asked_for else None
        return Choice(
            exercise,
            region,
            self.basis.advice.reasons(region, item),
            Role.KIND,
            is_needed=True,
            is_asked_for=is_asked_for,
            is_rare=exercise.id in self.catalogue.hardest,
        )

    def home(self, exercise: Exercise, session: str, before: Region | None = None) -> Region:
        """Return the region that *exercise* is for in *session*.

        That is the one of the exercise *before* it in its place, else one with most room to grow,
        else one that the session has nothing for, else the first that it trains.
        """
        if before in exercise.primary:
            return before
        for region in self.assessment.top:
            if region in exercise.primary:
                return region
        served = {one.region for one in self.sessions[session]}
        free = [region for region in exercise.primary if region not in served]
        return (free or exercise.primary)[0]

    def forget(self, exercise: str) -> None:
        """Drop what was asked for of *exercise*, once no session holds it."""
        if exercise not in self.held():
            for asked in (self.sets, self.repetitions, self.effort, self.chosen_with):
                asked.pop(exercise, None)
            self.notes.pop(exercise, None)

    def changed_by(self, exercise: str, by: str) -> None:
        """Take note that *by* chose *exercise* or its dose."""
        self.chosen_with.setdefault(exercise, []).append(by)

    def copied(self) -> Draft:
        """Return the same plan, to try a change on."""
        return replace(
            self,
            sessions={name: list(chosen) for name, chosen in self.sessions.items()},
            orders={name: list(order) for name, order in self.orders.items()},
            sets={name: dict(asked) for name, asked in self.sets.items()},
            repetitions={name: dict(asked) for name, asked in self.repetitions.items()},
            effort={name: dict(asked) for name, asked in self.effort.items()},
            chosen_with={name: list(names) for name, names in self.chosen_with.items()},
            with_trainer=dict(self.with_trainer),
            left=dict(self.left),
            notes=dict(self.notes),
        )
