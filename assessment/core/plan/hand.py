"""What a trainer asks for of a plan, as the machinery of the plan needs it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from assessment.catalogue.schedule import Phase, Span
from assessment.core.plan.doses import Work


class TooLongError(Exception):
    """A session does not fit into the client's minutes, however few the sets; *session* is it."""

    def __init__(self, session: str) -> None:
        super().__init__(session)
        self.session = session


@dataclass(frozen=True, slots=True)
class DoseAsked:
    """What is asked for of one exercise, by the id of the phase; the rest is as the rules say."""

    sets: Mapping[str, int] = field(default_factory=dict)
    repetitions: Mapping[str, Span] = field(default_factory=dict)
    effort: Mapping[str, Span] = field(default_factory=dict)

    def over(
        self, works: Sequence[Work], phases: Sequence[Phase], *, stays: bool, is_loaded: bool
    ) -> tuple[Work, ...]:
        """Return *works* of the *phases* with what is asked for in place of theirs.

        Where a client *stays* as the first weeks are, all weeks are as those. Where an exercise
        *is_loaded*, fewer repetitions are done with more weight.
        """
        changed: list[Work] = []
        for phase, work in zip(phases, works, strict=True):
            if stays and changed:
                changed.append(changed[0])
                continue
            span = self.repetitions.get(phase.id, work.repetitions)
            changed.append(
                Work(
                    self.sets.get(phase.id, work.sets),
                    span,
                    self.effort.get(phase.id, work.effort),
                    is_heavier=is_loaded
                    and bool(changed)
                    and _is_fewer(span, changed[-1].repetitions),
                )
            )
        return tuple(changed)


@dataclass(frozen=True, slots=True)
class Hand:
    """All that a trainer asks for: nothing that is asked for may be cut to make room."""

    doses: Mapping[str, DoseAsked] = field(default_factory=dict)
    """By exercise."""
    orders: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By session, its exercises in the order in which they are done."""
    chosen_with: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By exercise, the trainers who chose it or its dose."""
    with_trainer: Mapping[str, str] = field(default_factory=dict)
    """By exercise above the client's level, the trainer who is there."""


def _is_fewer(after: Span, before: Span) -> bool:
    """Return whether either end of a range of repetitions falls."""
    return any(now < then for now, then in zip(after, before, strict=True))
