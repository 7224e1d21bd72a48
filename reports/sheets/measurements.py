"""The measurements of the trainer sheet: figures, what they are compared with, what that says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assessment.catalogue.measuring import Norm, NormRow
from assessment.catalogue.model import Catalogue
from assessment.core.assess import Assessment
from assessment.core.scores.measurements import Compared, Measurement
from assessment.core.scores.norms import marks_of
from questions.model import OWN_MARKS, NumberItem
from reports.sheets.sources import in_short
from reports.sheets.table import Cell, Column, OnScreen, Span, Table, small
from reports.words import trainer as trainer_words
from reports.words.phrasing import capitalised, figure

READ_ELSEWHERE = "V2"


@dataclass(frozen=True, slots=True)
class MeasurementRow:
    """One measurement that was taken, with a figure for each side.

    ``left`` and ``right`` are empty where that side was not measured; ``right`` is None where
    the figure has no sides and stands in ``left``. ``norm_known`` and ``change_known`` say where
    what is beside them comes from; ``sides`` is empty where nothing can be said of both.
    """

    name: str
    unit: str
    left: str
    right: str | None
    compared_with: str
    norm_known: str
    verdict: str
    sides: str
    real_change: str
    change_known: str


COLUMNS: tuple[Column[MeasurementRow], ...] = (
    Column(
        trainer_words.MEASURED,
        lambda row: (Span(f"{row.name}\n"), small(row.unit)),
        head_css="what",
        names_row=True,
        on_screen=OnScreen.APART,
    ),
    Column(
        trainer_words.LEFT,
        lambda row: row.left,
        "number",
        width=lambda row: 2 if row.right is None else 1,
        on_screen=OnScreen.APART,
    ),
    Column(
        trainer_words.RIGHT,
        lambda row: row.right or "",
        "number",
        width=lambda row: 0 if row.right is None else 1,
        on_screen=OnScreen.APART,
    ),
    Column(
        trainer_words.COMPARED_WITH,
        lambda row: _with_source(row.compared_with, row.norm_known),
        "with",
        line=lambda row: f"{row.compared_with} {row.norm_known}".strip(),
    ),
    Column(trainer_words.SAYS, lambda row: row.verdict, head_css="says", on_screen=OnScreen.APART),
    Column(trainer_words.SIDES, lambda row: row.sides, head_css="sides"),
    Column(
        trainer_words.REAL_CHANGE,
        lambda row: _with_source(row.real_change, row.change_known),
        line=lambda row: f"{trainer_words.REAL_CHANGE}: {row.real_change}.",
    ),
)


def measurement_table(assessment: Assessment, catalogue: Catalogue) -> Table[MeasurementRow]:
    """Return what was measured, in the order of the bank."""
    rows = tuple(_row(one, assessment, catalogue) for one in assessment.measurements)
    return Table(COLUMNS, rows)


def _with_source(text: str, source: str) -> Cell:
    return (Span(f"{text}\n"), small(source)) if source else (Span(text),)


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
    left, *right = (
        figure(one.figures[side]) if side in one.figures else "" for side in one.protocol.items
    )
    return MeasurementRow(
        name=capitalised(one.protocol.name),
        unit=item.unit if isinstance(item, NumberItem) else "",
        left=left,
        right=right[0] if right else None,
        compared_with=_marks(one.compared.norm, one.compared.row)
        if one.compared
        else trainer_words.NO_NORM,
        norm_known=_norm_known(one.compared, catalogue) if one.compared else "",
        verdict=_verdict(one.compared),
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
    marks = marks_of(norm, row)
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


def _verdict(compared: Compared | None) -> str:
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
