"""What the names in a change stand for, or which there are."""

from __future__ import annotations

from assessment.catalogue.model import Exercise
from assessment.core.plan.changes import words
from assessment.core.plan.changes.draft import Draft
from assessment.core.plan.changes.errors import Reason
from assessment.core.plan.changes.refusals import (
    not_in_plan,
    not_in_session,
    refusal,
    unknown,
)


def known(exercise: str, draft: Draft) -> Exercise:
    """Return the exercise called *exercise*.

    Raises:
        ChangeError: There is none.
    """
    found = draft.catalogue.exercise.get(exercise)
    if found is None:
        raise unknown(exercise, draft)
    return found


def prescribed(exercise: str, draft: Draft) -> Exercise:
    """Return the exercise called *exercise*, which a session has.

    Raises:
        ChangeError: There is none, or no session has it.
    """
    found = known(exercise, draft)
    if exercise not in draft.held():
        raise not_in_plan(found, draft)
    return found


def session_called(session: str, draft: Draft) -> str:
    """Return *session*, which the plan has.

    Raises:
        ChangeError: It has not.
    """
    if session not in draft.sessions:
        raise refusal(
            Reason.NO_SESSION, session=session, allowed=words.listed(list(draft.sessions))
        )
    return session


def sessions_with(exercise: Exercise, session: str | None, draft: Draft) -> list[str]:
    """Return *session*, or all that hold *exercise*; each of them does.

    Raises:
        ChangeError: None does.
    """
    if session is not None:
        if exercise.id not in draft.ids(session_called(session, draft)):
            raise not_in_session(exercise, session, draft)
        return [session]
    held = [name for name in draft.sessions if exercise.id in draft.ids(name)]
    if not held:
        raise not_in_plan(exercise, draft)
    return held
