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
    goal is no answer about a part of the body.
    """
    named, form = one.because, forms["led"]
    if assessment.rounds_off(one) and assessment.regions:
        of_the_part = {part.item for part in assessment.regions[one.region].contributions}
        named, form = tuple(item for item in named if item in of_the_part), forms["beside"]
    if named:
        return form.format(
            answers=listed([item_with_answer(assessment.sheet, item) for item in named])
        )
    return forms["alone"] if assessment.rounds_off(one) else ""
