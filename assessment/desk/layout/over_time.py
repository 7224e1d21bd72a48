"""The scores of a client's screenings as rows of text: a block and its number for each day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assessment.casebook.history import PastScreening
from assessment.core.scores.scoring import Score
from assessment.desk import words
from assessment.desk.layout.client_rows import short_day
from questions.loader import load_questionnaire
from questions.model import Region
from reports.words.phrasing import capitalised, range_in_figures, score_in_figures

BLOCKS = "▁▂▃▄▅▆▇█"
NOT_KNOWN = "–"
NAME_COLUMNS = 22
DAY_COLUMNS = 12
OVERALL = "Overall"
MOST_SCORE = 100


def shown_of(screenings: Sequence[PastScreening], columns: int) -> Sequence[PastScreening]:
    """Return the last of *screenings* that so many *columns* have room for."""
    room = max((columns - NAME_COLUMNS) // DAY_COLUMNS, 1)
    return [one for one in screenings if one.assessment][-room:]


def rows_over_time(screenings: Sequence[PastScreening], columns: int) -> Iterator[str]:
    """Yield a row of days, then one for each region and for all of them together."""
    shown = shown_of(screenings, columns)
    yield _row("", [short_day(one.day) for one in shown])
    for region, name in load_questionnaire().region_names.items():
        yield _row(capitalised(name), [cell_of(_score(one, region)) for one in shown])
    overall = [one.assessment.overall if one.assessment else None for one in shown]
    yield _row(OVERALL, [cell_of(score) for score in overall])


def notes_over_time(screenings: Sequence[PastScreening], columns: int) -> Iterator[str]:
    """Yield what has to be known to read the rows."""
    shown = shown_of(screenings, columns)
    yield words.HOW_TO_READ
    if any(one.assessment and one.assessment.overall is None for one in shown):
        yield words.NO_SCORE_HELP.format(sign=NOT_KNOWN)
    scored = sum(1 for one in screenings if one.assessment)
    if len(shown) < scored:
        yield words.ONLY_LAST.format(shown=len(shown), all=scored)


def cell_of(score: Score | None) -> str:
    """Return a block as high as *score*, and its number; two numbers where it is a range."""
    if score is None:
        return NOT_KNOWN
    figures = range_in_figures(score.low, score.high)
    if score.score is None:
        return f"  {figures}"
    block = BLOCKS[min(int(score.score / MOST_SCORE * len(BLOCKS)), len(BLOCKS) - 1)]
    return f"{block} {figures or score_in_figures(score.score)}"


def _score(one: PastScreening, region: Region) -> Score | None:
    regions = one.assessment.regions if one.assessment else None
    return regions[region] if regions else None


def _row(name: str, cells: Sequence[str]) -> str:
    return f"{name:{NAME_COLUMNS}}" + "".join(f"{cell:{DAY_COLUMNS}}" for cell in cells)
