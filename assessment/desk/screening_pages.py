"""A past screening as pages: what today's rules make of it, or what its record keeps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from assessment.casebook.history import PastScreening
from assessment.casebook.stored import (
    StoredAssessment,
    StoredExercise,
    StoredFlag,
    StoredPoints,
    StoredScore,
)
from assessment.catalogue.loader import load_catalogue
from assessment.core.answers import AnswerError, value_of
from assessment.core.gate import Outcome
from assessment.desk import words
from assessment.desk.record_pages import Kind, Page, Part, pages_of
from questions.loader import load_questionnaire
from reports.words import common as paper_words
from reports.words import trainer as trainer_words
from reports.words.phrasing import (
    answer_in_words,
    capitalised,
    counted,
    figure,
    listed,
    range_in_figures,
    score_in_figures,
)

GOAL = "goal"


def screening_pages(screening: PastScreening) -> tuple[Page, ...]:
    """Return the pages of a *screening* that could be opened, named by ``words.PAGES``.

    Raises:
        ValueError: It is closed.
    """
    if screening.content is None:
        raise ValueError("a closed record has no pages")
    head = tuple(_head(screening))
    if screening.assessment:
        return pages_of(screening.assessment, load_catalogue(), screening.content.notes, head)
    if screening.stored is None:
        raise ValueError("an open record has an assessment, of today or of its day")
    answers = screening.content.answers.get("answers", {})
    return (
        (*head, *_result(screening.stored)),
        tuple(_points(screening.stored)),
        tuple(_exercises(screening.stored, screening.content.notes)),
        tuple(_other(screening.stored, answers.items())),
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
    if screening.stored:
        version = words.QUESTIONNAIRE.format(version=screening.stored.version)
        yield Part(Kind.TEXT, words.OTHER_VERSION.format(questionnaire=version))


def _result(stored: StoredAssessment) -> Iterator[Part]:
    """Yield the gate and the scores."""
    yield Part(Kind.HEADING, trainer_words.GATE)
    is_stop = stored.outcome != Outcome.TRAIN
    yield Part(Kind.STOP if is_stop else Kind.TEXT, _outcome(stored.outcome))
    for name, lines in (
        (trainer_words.FLAGS, map(_flag, stored.flags)),
        (trainer_words.AMBER, map(_item_name, stored.amber)),
        (trainer_words.CAUTIONS, map(_caution, stored.cautions)),
    ):
        yield Part(Kind.PAIR, name, "\n".join(lines) or trainer_words.NONE)
    if stored.regions or stored.overall:
        yield Part(Kind.HEADING, f"{trainer_words.RESULT}: {trainer_words.SCORE_WORDS.lower()}")
    for region, score in stored.regions.items():
        yield Part(Kind.SUM, _region_name(region), _score(score))
    if stored.overall:
        yield Part(Kind.SUM, trainer_words.OVERALL, _score(stored.overall))


def _points(stored: StoredAssessment) -> Iterator[Part]:
    """Yield each region with the answers that counted for it."""
    for region, score in stored.regions.items():
        yield Part(Kind.HEADING, _region_name(region))
        for one in score.points:
            yield Part(
                Kind.SUM, f"{_item_name(one.item)}: {_answer(one.item, one.answer)}", _product(one)
            )
        if not score.points:
            yield Part(Kind.TEXT, trainer_words.NO_POINTS)
    if not stored.regions:
        yield Part(Kind.TEXT, trainer_words.NO_POINTS)


def _exercises(stored: StoredAssessment, notes: Mapping[str, str]) -> Iterator[Part]:
    """Yield every exercise with its dose, its reasons, and the trainer's note."""
    if not stored.exercises:
        yield Part(Kind.TEXT, words.NO_EXERCISES.format(outcome=_outcome(stored.outcome)))
    known = load_catalogue().exercise
    for one in stored.exercises:
        yield Part(Kind.HEADING, known[one.id].name if one.id in known else _plain(one.id))
        yield Part(Kind.TEXT, f"{': '.join(filter(None, (_region_name(one.region), _dose(one))))}.")
        yield Part(Kind.TEXT, words.BECAUSE.format(reasons=_reasons(one)))
        if note := notes.get(one.id):
            yield Part(Kind.PAIR, trainer_words.TRAINER_NOTE, note)


def _other(stored: StoredAssessment, answers: Iterable[tuple[str, object]]) -> Iterator[Part]:
    """Yield all answers, those to questions that are no more first, and what was not answered."""
    known = load_questionnaire().by_id
    yield Part(Kind.HEADING, words.ANSWERS)
    for item, raw in sorted(answers, key=lambda answer: answer[0] in known):
        yield Part(Kind.PAIR, _item_name(item), _answer(item, raw))
    yield Part(Kind.HEADING, trainer_words.UNANSWERED)
    for item in stored.unanswered:
        yield Part(Kind.TEXT, _item_name(item))
    if not stored.unanswered:
        yield Part(Kind.TEXT, trainer_words.NONE)


def _outcome(outcome: str) -> str:
    known = {one.value: said for one, said in trainer_words.OUTCOMES.items()}
    return known.get(outcome, _plain(outcome))


def _flag(flag: StoredFlag) -> str:
    known = {one.value: said for one, said in trainer_words.URGENCIES.items()}
    urgency = known.get(flag.urgency, _plain(flag.urgency))
    return f"{_item_name(flag.item)} ({_answer(flag.item, flag.answer)}): {urgency}"


def _caution(caution: str) -> str:
    known = load_catalogue().caution
    return known[caution].name if caution in known else _plain(caution)


def _score(score: StoredScore) -> str:
    """Return the number, or the range that missing answers left open, and the band."""
    figures = ""
    if score.low is not None and score.high is not None:
        figures = range_in_figures(score.low, score.high)
    if not figures and score.score is not None:
        figures = score_in_figures(score.score)
    band = paper_words.BAND_WORDS.get(score.band, _plain(score.band) or paper_words.NOT_ENOUGH)
    return words.SCORE_LINE.format(score=f"{figures} " if figures else "", band=band)


def _product(one: StoredPoints) -> str:
    severity, weight = figure(one.severity), figure(one.weight)
    points = figure(one.severity * one.weight)
    return words.TIMES.format(severity=severity, weight=weight, points=points)


def _reasons(one: StoredExercise) -> str:
    """Return the answers that led to it; the goal is none about a part of the body."""
    names = [_item_name(item) for item in one.because if item != GOAL]
    return listed(names) or trainer_words.WHY["alone"]


def _dose(one: StoredExercise) -> str:
    """Return sets and repetitions as far as they are kept."""
    if one.sets is None or not one.repetitions:
        return ""
    low, high = figure(one.repetitions[0]), figure(one.repetitions[-1])
    repetitions = low if low == high else paper_words.RANGE.format(low=low, high=high)
    sets = counted(int(one.sets), paper_words.SET)
    return paper_words.DOSE.format(sets=sets, repetitions=repetitions)


def _region_name(region: str) -> str:
    known = {one.value: name for one, name in load_questionnaire().region_names.items()}
    return capitalised(known.get(region, _plain(region)))


def _item_name(item: str) -> str:
    known = load_questionnaire().by_id
    return known[item].short if item in known else _plain(item)


def _answer(item: str, raw: Any) -> str:
    """Return an answer in the words of today's question, as it stands where there is none."""
    asked = load_questionnaire().by_id.get(item)
    try:
        value = value_of(asked, raw) if asked else None
    except AnswerError:
        value = None
    if asked and value is not None:
        return answer_in_words(asked, value)
    if isinstance(raw, dict):
        return ", ".join(map(str, raw.values()))
    return listed([*map(str, raw)]) if isinstance(raw, list) else str(raw)


def _plain(name: str) -> str:
    """Return an id of another version as words."""
    return name.replace("_", " ").replace("-", " ")
