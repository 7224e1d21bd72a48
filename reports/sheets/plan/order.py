"""In which order exercises are numbered and told: that in which they are done."""

from __future__ import annotations

from assessment.core.assess import Assessment
from assessment.core.plan.programme import Prescription


def in_order_of_doing(assessment: Assessment) -> tuple[Prescription, ...]:
    """Return the exercises as the sessions bring them: those of A first, then what B adds.

    ``assessment.exercises`` has what matters most first.
    """
    sessions = assessment.programme.sessions if assessment.programme else ()
    done = list(dict.fromkeys(name for one in sessions for name in one.exercises))
    return tuple(sorted(assessment.exercises, key=lambda one: done.index(one.exercise.id)))
