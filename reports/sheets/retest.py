"""``Comparison`` -> all that "Last time and now" says, formatted once for paper and screen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assessment.catalogue.measuring import Measure
from assessment.catalogue.model import Catalogue
from assessment.core.assess import Assessment
from assessment.core.plan.changes.described import described
from assessment.core.plan.changes.model import ClientNote
from assessment.core.retest.change import Change
from assessment.core.retest.comparison import PAIN, SCORE
from assessment.core.retest.shapes import Comparison, FigureChange, RegionChange, Screening
from assessment.core.scores.scoring import RegionScore
from questions.model import Item, NumberItem, Region
from questions.questionnaire import Questionnaire
from reports.figures.trend import Reading, Series
from reports.sheets.four_signs import sign_views
from reports.sheets.sources import in_short
from reports.sheets.summary import band_in_words, region_lines
from reports.sheets.table import Cell, Column, OnScreen, Span, Table, pen, small, strong
from reports.words import retest as words
from reports.words.phrasing import (
    capitalised,
    counted,
    day_in_words,
    figure,
    listed,
    range_in_figures,
    score_in_figures,
    uncapitalised,
)

PAIN_TOP = 10.0
SCORE_TOP = 100.0
FIGURES_FOR_LINE = 3


@dataclass(frozen=True, slots=True)
class Side:
    """A value on one day: the number, and below it a band, a range or nothing."""

    number: str
    note: str

    @property
    def cell(self) -> Cell:
        """The number, and the note behind it."""
        note = (Span(" "), small(self.note)) if self.note else ()
        return (strong(self.number), *note)


@dataclass(frozen=True, slots=True)
class RetestRow:
    """One line: what it is, both values, how they stand, and why that is not known.

    ``real_from`` is empty for a score and where nobody knows it.
    """

    name: str
    unit: str
    last: Side
    now: Side
    change: str
    why: str
    real_from: str

    @property
    def full_name(self) -> str:
        """What it is, with its unit."""
        return words.WITH_UNIT.format(name=self.name, unit=self.unit) if self.unit else self.name


def _columns(first: str) -> tuple[Column[RetestRow], ...]:
    """Return the columns that scores and figures share; *first* is what their rows are."""
    return (
        Column(
            first,
            lambda row: (Span(f"{row.name} "), small(row.unit)) if row.unit else row.name,
            head_css="part",
            names_row=True,
            line=lambda row: row.full_name,
        ),
        Column(words.LAST, lambda row: row.last.cell, head_css="day"),
        Column(words.NOW, lambda row: row.now.cell, head_css="day"),
        Column(
            words.IN_WORDS,
            lambda row: (Span(row.change), small(f": {row.why}")) if row.why else row.change,
        ),
    )


REGION_COLUMNS = (*_columns(words.PART), pen(words.NEXT_TIME))
FIGURE_COLUMNS = (
    *_columns(words.MEASURED),
    Column(
        words.REAL_FROM,
        lambda row: row.real_from or words.UNKNOWN,
        head_css="from",
        on_screen=OnScreen.NOWHERE,
    ),
    pen(words.NEXT_TIME),
)


@dataclass(frozen=True, slots=True)
class SignRow:
    """One of the four signs on both days."""

    name: str
    last: str
    now: str


SIGN_COLUMNS: tuple[Column[SignRow], ...] = (
    Column(words.SIGN, lambda row: row.name, head_css="part", names_row=True),
    Column(words.LAST, lambda row: row.last),
    Column(words.NOW, lambda row: row.now),
)


@dataclass(frozen=True, slots=True)
class RetestView:
    """The whole page: lines, chart and notes. ``regions`` has most signs now first."""

    days: str
    early: str
    signs: Table[SignRow]
    regions: Table[RetestRow]
    figures: Table[RetestRow]
    charts: tuple[Series, ...]
    plans: tuple[str, ...]
    """What trainers changed of the plans of both days, a sentence a day."""
    meaning: tuple[str, ...]
    limits: tuple[str, ...]
    sources: str


def retest_of(comparison: Comparison, catalogue: Catalogue) -> RetestView:
    """Return what the page for *comparison* says."""
    newest = comparison.now.assessment
    if newest is None:
        raise ValueError("a comparison has numbers now")
    bank = newest.sheet.questionnaire
    by_region = {one.region: one for one in comparison.regions}
    ranked = [by_region[line.region] for line in region_lines(newest, newest.top)]
    figures = (*comparison.pains, *comparison.measurements)
    return RetestView(
        days=_days(comparison),
        early=_early(comparison, catalogue),
        signs=Table(SIGN_COLUMNS, tuple(_sign_rows(comparison.last, newest))),
        regions=Table(REGION_COLUMNS, tuple(_region_row(one, bank) for one in ranked)),
        figures=Table(FIGURE_COLUMNS, tuple(_figure_row(one, bank) for one in figures)),
        charts=tuple(_charts(comparison, ranked, figures, bank)),
        plans=tuple(_plans(comparison, catalogue)),
        meaning=tuple(_meaning(comparison)),
        limits=(*words.LIMITS, *_days_without(comparison)),
        sources=_sources(figures, catalogue),
    )


def _plans(comparison: Comparison, catalogue: Catalogue) -> Iterator[str]:
    """Yield for each of both days what was changed of its plan, notes apart."""
    for one in (comparison.last, comparison.now):
        made = one.assessment.changes.changes if one.assessment else ()
        changes = [change for change in made if not isinstance(change.edit, ClientNote)]
        if changes:
            yield words.PLAN_CHANGED.format(
                day=day_in_words(one.day),
                names=listed(list(dict.fromkeys(change.by for change in changes))),
                changes="; ".join(uncapitalised(described(each, catalogue)) for each in changes),
            )


def _days(comparison: Comparison) -> str:
    weeks = comparison.weeks
    return words.DAYS.format(
        last=day_in_words(comparison.last.day),
        now=day_in_words(comparison.now.day),
        later=words.LATER.format(weeks=counted(weeks, words.WEEK)) if weeks else words.SAME_DAY,
    )


def _early(comparison: Comparison, catalogue: Catalogue) -> str:
    week = min(catalogue.measure[SCORE].weeks)
    return words.EARLY.format(week=week) if comparison.is_early else ""


def _sign_rows(last: Screening, now: Assessment) -> Iterator[SignRow]:
    """Yield each sign of now beside that of the last day, or why that has none."""
    version, before = now.sheet.questionnaire.version, last.assessment
    why = "" if before and last.version == version else words.NOT_IN_THIS_WAY
    if not why and not last.shows_score:
        why = words.HEALTH_FIRST
    then = {one.name: one.value for one in sign_views(before.sheet, before.signs)} if before else {}
    for sign in sign_views(now.sheet, now.signs):
        yield SignRow(sign.name, why or then[sign.name], sign.value)


def _region_row(one: RegionChange, bank: Questionnaire) -> RetestRow:
    return RetestRow(
        name=capitalised(bank.region_names[one.region]),
        unit="",
        last=_score(one.last),
        now=_score(one.now),
        change=words.CHANGES[one.change],
        why=words.WHY[one.why] if one.why else "",
        real_from="",
    )


def _score(score: RegionScore | None) -> Side:
    if score is None:
        return Side(words.NONE, "")
    spread = range_in_figures(score.low, score.high)
    if score.score is None:
        return Side(words.NONE, spread)
    return Side(
        score_in_figures(score.score),
        ", ".join(part for part in (band_in_words(score), spread) if part),
    )


def _figure_row(one: FigureChange, bank: Questionnaire) -> RetestRow:
    item = bank.by_id[one.item]
    return RetestRow(
        name=capitalised(item.short),
        unit=_unit(item, one.measure),
        last=Side(_figure(one.last), ""),
        now=Side(_figure(one.now), ""),
        change=words.CHANGES[one.change],
        why=words.WHY[one.why] if one.why else "",
        real_from="" if one.real_from is None else str(one.real_from),
    )


def _figure(value: float | None) -> str:
    return words.NONE if value is None else figure(value)


def _unit(item: Item, measure: Measure | None) -> str:
    if measure is not None and measure.id == PAIN:
        return words.PAIN_UNIT
    return item.unit if isinstance(item, NumberItem) else ""


def _charts(
    comparison: Comparison,
    ranked: list[RegionChange],
    figures: tuple[FigureChange, ...],
    bank: Questionnaire,
) -> Iterator[Series]:
    """Yield a line for each region, and one for each figure that two columns cannot hold.

    Days with other questions are left off: nothing of them fits on the scale.
    """
    days = [one for one in comparison.screenings if one.version == comparison.now.version]
    for one in ranked:
        readings = tuple(_region_reading(day, one.region) for day in days)
        yield Series(capitalised(bank.region_names[one.region]), readings, SCORE_TOP)
    for each in figures:
        readings = tuple(_figure_reading(day, each.item) for day in days)
        known = [one.value for one in readings if one.value is not None]
        if len(known) >= FIGURES_FOR_LINE:
            top = PAIN_TOP if each in comparison.pains else max(*known, 1.0)
            item = bank.by_id[each.item]
            yield Series(capitalised(item.short), readings, top, _unit(item, each.measure))


def _region_reading(day: Screening, region: Region) -> Reading:
    held = day.assessment.regions if day.assessment else None
    if held is None:
        return Reading(day.day, None)
    score = held[region]
    value = None if score.score is None else float(score_in_figures(score.score))
    low, high = (float(score_in_figures(end)) for end in (score.low, score.high))
    return Reading(day.day, value, low, high)


def _figure_reading(day: Screening, item: str) -> Reading:
    known = day.assessment if day.shows_score else None
    return Reading(day.day, known.sheet.get(item) if known else None)


def _meaning(comparison: Comparison) -> Iterator[str]:
    bands = [one.band for one in comparison.regions]
    yield words.SAME_SCORE.format(low=f"{min(bands):.0f}", high=f"{max(bands):.0f}")
    if comparison.pains or comparison.measurements:
        yield words.SAME_FIGURE


def _days_without(comparison: Comparison) -> Iterator[str]:
    """Yield a sentence for each earlier day that has no numbers to set beside those of now."""
    for one in comparison.screenings[:-1]:
        if one.version != comparison.now.version or one.assessment is None:
            yield words.OTHER_VERSION.format(day=day_in_words(one.day), version=one.version)
        elif not one.shows_score:
            yield words.NO_NUMBERS.format(day=day_in_words(one.day))


def _sources(figures: tuple[FigureChange, ...], catalogue: Catalogue) -> str:
    """Return where the changes that are more than chance are published; empty where none is."""
    said = {
        one.measure.id: f"{one.measure.name}, {in_short(one.measure.source, catalogue)}"
        for one in figures
        if one.measure and one.real_from is not None and one.change is not Change.UNKNOWN
    }
    return words.SOURCES.format(sources="; ".join(said.values())) if said else ""
