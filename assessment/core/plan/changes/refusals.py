"""Reasons against a change -> the error that says so in a sentence."""

from __future__ import annotations

from collections.abc import Iterable

from assessment.catalogue.model import Exercise
from assessment.core.answers import AnswerSheet
from assessment.core.plan.changes import words
from assessment.core.plan.changes.draft import Draft
from assessment.core.plan.changes.errors import ChangeError, Reason
from assessment.core.plan.changes.permission import Barred
from assessment.core.plan.permits import KIT, Permits
from questions.model import ManyItem, Region
from questions.nearest import nearest
from questions.questionnaire import Questionnaire


def refusal(reason: Reason, because: tuple[str, ...] = (), **fields: object) -> ChangeError:
    """Return the error for *reason*, its sentence filled with *fields*."""
    return ChangeError(reason, sentence(reason, **fields), because)


def sentence(reason: Reason, **fields: object) -> str:
    """Return the sentence for *reason* with *fields*."""
    return words.REFUSED[reason].format(**fields)


def barred_in_words(
    found: Barred, exercise: Exercise, region: Region | None, permits: Permits, sheet: AnswerSheet
) -> str:
    """Return in a sentence why *exercise* may not be chosen for *region*."""
    questionnaire = sheet.questionnaire
    kits = [words.WITH.join(_kit_names(one, questionnaire)) for one in exercise.kit if one]
    return sentence(
        found.reason,
        exercise=exercise.name,
        because=words.listed([_named(one, permits, questionnaire) for one in found.because]),
        kit=words.listed(kits, words.OR),
        level=exercise.level,
        allowed=permits.of(exercise.id).level,
        region=questionnaire.region_names[region or exercise.primary[0]],
    )


def unknown(exercise: str, draft: Draft) -> ChangeError:
    """Return that no exercise is called so, with the one that may be meant."""
    return refusal(
        Reason.UNKNOWN,
        exercise=exercise,
        nearest=nearest(exercise, list(draft.catalogue.exercise)),
    )


def not_in_plan(exercise: Exercise, draft: Draft) -> ChangeError:
    """Return that no session has *exercise*, and what they have."""
    return refusal(Reason.NOT_IN_PLAN, exercise=exercise.name, allowed=words.listed(draft.held()))


def not_in_session(exercise: Exercise, session: str, draft: Draft) -> ChangeError:
    """Return that *session* has not *exercise*, and what it has."""
    allowed = words.listed(draft.ids(session))
    return refusal(Reason.NOT_IN_SESSION, exercise=exercise.name, session=session, allowed=allowed)


def no_time(session: str, draft: Draft, number: int = 0) -> ChangeError:
    """Return that *session* would be too long with the change of that *number*."""
    found = refusal(Reason.MINUTES, session=session, minutes=draft.permits.client.minutes)
    found.number = number
    return found


def _named(reason: str, permits: Permits, questionnaire: Questionnaire) -> str:
    caution = permits.catalogue.caution.get(reason)
    if caution:
        return caution.name
    return questionnaire.named[reason].short if reason in questionnaire.named else reason


def _kit_names(kit: Iterable[str], questionnaire: Questionnaire) -> list[str]:
    """Return what the pieces of *kit* are called in the question about it."""
    item = questionnaire.by_id[KIT]
    options = item.options if isinstance(item, ManyItem) else ()
    labels = {str(one.value): one.label.partition(" (")[0].lower() for one in options}
    return [labels.get(one, one) for one in kit]
