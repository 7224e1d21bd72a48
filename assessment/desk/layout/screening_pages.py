"""A past screening as pages: what today's rules make of it, or what its record keeps.

Nothing is worked out here: every figure is a row of ``reports.sheets``.
"""

from __future__ import annotations

from collections.abc import Iterator

from assessment.casebook.history import PastScreening
from assessment.casebook.summaries import asked_less
from assessment.catalogue.loader import load_catalogue
from assessment.desk import words
from assessment.desk.layout.first_page import AboutRecord, retest_parts
from assessment.desk.layout.parts import Kind, Page, Part, heading, pair, quiet, text
from assessment.desk.layout.record_pages import pages_of
from assessment.records.store.values import Record
from questions.loader import load_questionnaire
from reports.sheets.stored import StoredView, stored_view
from reports.words import common as paper_words
from reports.words import signs as sign_words
from reports.words import stored as stored_words
from reports.words import trainer as trainer_words


def screening_pages(screening: PastScreening) -> tuple[Page, ...]:
    """Return the pages of a *screening* that could be opened, named by ``words.PAGES``.

    Raises:
        ValueError: It is closed.
    """
    content = screening.content
    if content is None:
        raise ValueError("a closed record has no pages")
    about = AboutRecord(
        screening.summary, tuple(_told(screening)), tuple(_technical(screening.record))
    )
    if screening.assessment:
        return pages_of(
            screening.assessment, load_catalogue(), content.notes, about, screening.refused
        )
    view = stored_view(
        content.assessment,
        content.answers,
        screening.day,
        load_questionnaire(),
        load_catalogue(),
        screening.record.program,
    )
    return (
        tuple(_first_page(view, about)),
        (*_asked_less(screening), *_exercises(view)),
        (*about.technical, *_points(view)),
        tuple(pair(fact.name, fact.value) for fact in view.answers),
    )


def _told(screening: PastScreening) -> Iterator[Part]:
    """Yield what a person has to know of the record itself."""
    yield from _asked_less(screening)
    if screening.card and screening.card.clock_went_back:
        yield text(words.CLOCK_WENT_BACK)
    if screening.is_of_other_version:
        version = words.QUESTIONNAIRE.format(version=screening.record.questionnaire)
        yield text(words.OTHER_VERSION.format(questionnaire=version))


def _technical(record: Record) -> Iterator[Part]:
    """Yield which questions and program made *record*, and whether it corrects another."""
    yield quiet(words.MADE_BY.format(questionnaire=record.questionnaire, program=record.program))
    if record.corrects:
        yield quiet(words.CORRECTS)


def _asked_less(screening: PastScreening) -> Iterator[Part]:
    """Yield that it is no basis for training any more, where it is not."""
    if asked_less(screening.record.questionnaire):
        yield Part(Kind.STOP, stored_words.ASKED_LESS)


def _first_page(view: StoredView, about: AboutRecord) -> Iterator[Part]:
    """Yield what came out then, in the order of today's first page."""
    yield Part(Kind.STOP if view.is_stop else Kind.TEXT, view.outcome)
    yield from about.told
    if view.signs:
        yield heading(sign_words.TITLE)
        yield from (pair(fact.name, fact.value) for fact in view.signs)
    if view.top_regions or view.doing_well:
        yield heading(words.STANDS_OUT)
    if view.top_regions:
        yield pair(stored_words.TOP_REGIONS, view.top_regions)
    if view.doing_well:
        yield text(paper_words.DOING_WELL.format(regions=view.doing_well))
    if view.gate:
        yield heading(words.TO_MIND)
        yield from (pair(fact.name, fact.value) for fact in view.gate)
    if view.exercises:
        yield heading(words.PLAN)
        yield from (pair(row.name, row.dose) for row in view.exercises)
    yield from retest_parts(about.summary)


def _points(view: StoredView) -> Iterator[Part]:
    """Yield the scores; the points behind them are not shown."""
    if view.scores:
        yield heading(f"{trainer_words.RESULT}: {trainer_words.SCORE_WORDS.lower()}")
    for row in view.scores:
        figures = row.range or row.score
        score = f"{figures} " if figures else ""
        yield Part(Kind.SUM, row.name, words.SCORE_LINE.format(score=score, band=row.band))
    yield quiet(words.NO_OLD_POINTS)


def _exercises(view: StoredView) -> Iterator[Part]:
    """Yield every exercise with its dose and what was changed about it."""
    if not view.exercises:
        yield text(words.NO_EXERCISES.format(outcome=view.outcome))
    for row in view.exercises:
        yield heading(row.name)
        yield text(", ".join(filter(None, (row.region, row.dose))))
        if row.changes:
            yield text(f"{stored_words.CHANGES}: {row.changes}")
