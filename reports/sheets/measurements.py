"""The measurements of the trainer sheet: figures, what they are compared with, what that says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assessment.catalogue.measuring import Norm, NormRow
from assessment.catalogue.model import Catalogue
from assessment.core.assess import Assessment
from assessment.core.scores.measurements import Compared, Measurement
from assessment.core.scores.norms import score_marks
from questions.model import OWN_MARKS, NumberItem
from reports.sheets.sources import in_short
from reports.words import trainer as trainer_words
from reports.words.phrasing import capitalised, figure

READ_ELSEWHERE = "V2"


@dataclass(frozen=True, slots=True)
class MeasurementRow:
    """One measurement that was taken, one figure for each of its sides.

    A figure is empty where that side was not measured, ``sides`` where nothing can be said
    of both. ``norm_known`` and ``change_known`` say where the figures beside them come from.
    """

    name: str
    unit: str
    figures: tuple[str, ...]
    compared_with: str
    norm_known: str
    says: str
    sides: str
    real_change: str
    change_known: str


def rows_of(assessment: Assessment, catalogue: Catalogue) -> tuple[MeasurementRow, ...]:
    """Return what was measured, in the order of the bank."""
    return tuple(_row(one, assessment, catalogue) for one in assessment.measurements)


def cited(assessment: Assessment, catalogue: Catalogue) -> Iterator[str]:
    """Yield the sources of the norms and of the real changes that the rows name."""
    for one in assessment.measurements:
        if one.compared:
            yield from one.compared.norm.source
        if one.real_change is not None:
            yield from catalogue.measure[one.protocol.id].source


def _row(one: Measurement, assessment: Assessment, catalogue: Catalogue) -> MeasurementRow:
    item = assessment.sheet.questionnaire.by_id[one.worse]
    known = one.real_change is not None
    return MeasurementRow(
        name=capitalised(one.protocol.name),
        unit=item.unit if isinstance(item, NumberItem) else "",
        figures=tuple(
            figure(one.figures[side]) if side in one.figures else "" for side in one.protocol.items
        ),
        compared_with=_marks(one.compared.norm, one.compared.row)
        if one.compared
        else trainer_words.NO_NORM,
        norm_known=_norm_known(one.compared, catalogue) if one.compared else "",
        says=_says(one.compared),
        sides=_sides(one),
        real_change=trainer_words.CHANGE_FROM.format(change=one.real_change)
        if known
        else trainer_words.CHANGE_UNKNOWN,
        change_known=in_short(catalogue.measure[one.protocol.id].source, catalogue)
        if known
        else "",
    )


def _marks(norm: Norm, row: NormRow) -> str:
    """Return where *row* draws its lines, as figures or as shares of what is typical."""
    marks = score_marks(norm, row)
    if row.typical is not None:
        return trainer_words.NORM_TYPICAL.format(
            typical=figure(row.typical),
            low=figure(marks.low_under or 0),
            low_share=figure(100 * (norm.low_share or 0)),
            good=figure(marks.good_from or 0),
            good_share=figure(100 * (norm.good_share or 0)),
        )
    low = figure(marks.low_under or 0)
    if marks.good_over is not None:
        return trainer_words.NORM_OVER.format(low=low, good=figure(marks.good_over))
    if marks.good_from is not None:
        return trainer_words.NORM_FROM.format(low=low, good=figure(marks.good_from))
    return trainer_words.NORM_LIMIT.format(low=low)


def _norm_known(compared: Compared, catalogue: Catalogue) -> str:
    """Return who was measured, where that stands, and what of it is the product's own rule."""
    norm, mark = compared.norm, compared.norm.mark_of(compared.row)
    source = in_short(norm.source, catalogue)
    parts = [trainer_words.SAMPLE.format(sample=capitalised(norm.sample))]
    if source:
        elsewhere = mark == READ_ELSEWHERE
        parts.append(
            (trainer_words.SOURCE_ELSEWHERE if elsewhere else trainer_words.SOURCE).format(
                source=source
            )
        )
    if mark in OWN_MARKS:
        parts.append(trainer_words.FIGURES_OWN)
    elif norm.bands_mark in OWN_MARKS:
        parts.append(trainer_words.BANDS_OWN)
    return " ".join(parts)


def _says(compared: Compared | None) -> str:
    if compared is None:
        return trainer_words.OWN_BASELINE
    if compared.severity is None:
        return trainer_words.BELOW_LIMIT if compared.below else trainer_words.NOT_BELOW_LIMIT
    return trainer_words.TEST_BANDS[compared.severity]


def _sides(one: Measurement) -> str:
    if one.difference is None:
        return ""
    return (trainer_words.WORTH_NOTING if one.sides_differ else trainer_words.DIFFERENCE).format(
        difference=figure(one.difference)
    )
