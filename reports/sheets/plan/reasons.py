"""Why an exercise is in a session, in the words of the sheet that says it."""

from __future__ import annotations

from collections.abc import Mapping

from assessment.core.assess import Assessment
from assessment.core.plan.programme import Prescription
from reports.words.phrasing import item_with_answer, listed


def reason_in_words(one: Prescription, assessment: Assessment, forms: Mapping[str, str]) -> str:
    """Return why an exercise is there; empty where no answer led to it and it completes nothing.

    *forms* of a sheet: ``led``, where ``{answers}`` led to it; ``beside``, where it only makes the
    session whole and these are about the part that it trains; ``alone``, where none is. The
    goal is no answer about a part of the body. ``chosen`` and ``chosen_alone`` are the same for
    what ``{names}`` of trainers chose, ``dose`` and ``preferred`` go behind any of them.
    """
    parts = [_reason(one, assessment, forms)]
    is_chosen = one.exercise.id in assessment.chosen_by_trainer
    if one.chosen_with and not is_chosen:
        parts.append(forms["dose"].format(names=listed(one.chosen_with)))
    if one.exercise.id in one.permits.gym.preferred and not is_chosen:
        parts.append(forms["preferred"])
    return ". ".join(part for part in parts if part)


def _reason(one: Prescription, assessment: Assessment, forms: Mapping[str, str]) -> str:
    is_chosen = one.exercise.id in assessment.chosen_by_trainer
    named, form, alone = one.because, forms["led"], ""
    if (is_chosen or assessment.rounds_off(one)) and assessment.regions:
        of_the_part = {part.item for part in assessment.regions[one.region].contributions}
        named = tuple(item for item in named if item in of_the_part)
        form, alone = forms["beside"], forms["alone"]
    if is_chosen:
        form, alone = forms["chosen"], forms["chosen_alone"]
    names = listed(one.chosen_with)
    if named:
        answers = listed([item_with_answer(assessment.sheet, item) for item in named])
        return form.format(answers=answers, names=names)
    return alone.format(names=names)
