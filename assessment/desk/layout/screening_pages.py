"""A past screening as pages: what today's rules make of it, or what its record keeps.

Nothing is worked out here: every figure is a row of ``reports.sheets``.
"""

from __future__ import annotations

from collections.abc import Iterator

from assessment.casebook.history import PastScreening
from assessment.casebook.summaries import asked_less
from assessment.catalogue.loader import load_catalogue
from assessment.desk import words
from assessment.desk.layout.record_pages import Kind, Page, Part, pages_of
from questions.loader import load_questionnaire
from reports.sheets.stored import StoredView, stored_view
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
    head = tuple(_head(screening))
    if screening.assessment:
        return pages_of(screening.assessment, load_catalogue(), content.notes, head)
    view = stored_view(
        content.assessment,
        content.answers,
        screening.day,
        load_questionnaire(),
        load_catalogue(),
        screening.record.program,
    )
    return (
        (*head, *_result(view)),
        (Part(Kind.TEXT, words.NO_OLD_POINTS),),
        (*_asked_less(screening), *_exercises(view)),
        tuple(Part(Kind.PAIR, fact.name, fact.value) for fact in view.answers),
    )


def _head(screening: PastScreening) -> Iterator[Part]:
    record = screening.record
    made = words.MADE_BY.format(questionnaire=record.questionnaire, program=record.program)
    lines = [made]
    if record.corrects:
        lines.append(words.CORRECTS)
    if screening.card and screening.card.clock_went_back:
        lines.append(words.CLOCK_WENT_BACK)
    yield Part(Kind.QUIET, " ".join(lines))
    yield from _asked_less(screening)
    if screening.is_of_other_version:
        version = words.QUESTIONNAIRE.format(version=record.questionnaire)
        yield Part(Kind.TEXT, words.OTHER_VERSION.format(questionnaire=version))


def _asked_less(screening: PastScreening) -> Iterator[Part]:
    """Yield that it is no basis for training any more, where it is not."""
    if asked_less(screening.record.questionnaire):
        yield Part(Kind.STOP, stored_words.ASKED_LESS)


def _result(view: StoredView) -> Iterator[Part]:
    """Yield the gate and the scores."""
    yield Part(Kind.HEADING, trainer_words.GATE)
    yield Part(Kind.STOP if view.is_stop else Kind.TEXT, view.outcome)
    yield from (Part(Kind.PAIR, fact.name, fact.value) for fact in view.gate)
    if view.scores:
        yield Part(Kind.HEADING, f"{trainer_words.RESULT}: {trainer_words.SCORE_WORDS.lower()}")
    for row in view.scores:
        figures = row.range or row.score
        score = f"{figures} " if figures else ""
        yield Part(Kind.SUM, row.name, words.SCORE_LINE.format(score=score, band=row.band))
    if view.top_regions:
        yield Part(Kind.PAIR, stored_words.TOP_REGIONS, view.top_regions)


def _exercises(view: StoredView) -> Iterator[Part]:
    """Yield every exercise with its dose and what was changed about it."""
    if not view.exercises:
        yield Part(Kind.TEXT, words.NO_EXERCISES.format(outcome=view.outcome))
    for row in view.exercises:
        yield Part(Kind.HEADING, row.name)
        yield Part(Kind.TEXT, ", ".join(filter(None, (row.region, row.dose))))
        if row.changes:
            yield Part(Kind.TEXT, f"{stored_words.CHANGES}: {row.changes}")
