"""A record that today's rules cannot assess anew, from its stored document: as it was, and marked.

Names are those of today where today's content knows the id, else the id in plain letters.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from assessment.catalogue.model import Catalogue
from assessment.core.answers import AnswerError, value_of
from assessment.core.gate import Outcome
from assessment.core.scores.scoring import Band
from assessment.exchange.stored_document import (
    StoredAssessment,
    StoredExercise,
    StoredFlag,
    StoredScore,
    printable,
    read_stored,
)
from assessment.version import VERSION
from questions.questionnaire import Questionnaire
from reports.sheets.table import Column, Span, Table, small, strong
from reports.sheets.trainer import Fact
from reports.sheets.view import Heading
from reports.words import common as words
from reports.words import signs as sign_words
from reports.words import stored as stored_words
from reports.words import trainer as trainer_words
from reports.words.phrasing import answer_in_words, capitalised, day_in_words, listed

DECIMALS = 1
NAME = "name"
MOST_CHARACTERS = 300
"""Of an answer that this program does not know; a page has to end."""


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """The score of one region, or of all together; texts are empty where there is none."""

    name: str
    score: str
    range: str
    band: str


@dataclass(frozen=True, slots=True)
class ExerciseRow:
    """An exercise with its dose and what was changed about it."""

    name: str
    region: str
    dose: str
    changes: str


SCORE_COLUMNS: tuple[Column[ScoreRow], ...] = (
    Column(words.PART, lambda row: row.name, head_css="part", names_row=True),
    Column(trainer_words.SCORE, lambda row: (strong(row.score),), "number"),
    Column(stored_words.RANGE, lambda row: row.range, "number"),
    Column(trainer_words.SCORE_WORDS, lambda row: row.band, "words"),
)
EXERCISE_COLUMNS: tuple[Column[ExerciseRow], ...] = (
    Column(
        words.EXERCISE,
        lambda row: (Span(f"{row.name}\n"), small(row.region)) if row.region else row.name,
        head_css="exercise",
        names_row=True,
    ),
    Column(stored_words.DOSE, lambda row: row.dose),
    Column(stored_words.CHANGES, lambda row: row.changes),
)


@dataclass(frozen=True, slots=True)
class StoredView:
    """The whole sheet. ``scores`` and ``exercises`` are empty where the document has none."""

    heading: Heading
    made_with: str
    asked_less: str
    """That it is no basis for training any more; empty where its version asked as much."""
    outcome: str
    is_stop: bool
    gate: tuple[Fact, ...]
    signs: tuple[Fact, ...]
    scores: Table[ScoreRow]
    top_regions: str
    doing_well: str
    exercises: Table[ExerciseRow]
    answers: tuple[Fact, ...]


class _Names:
    """What today's content calls the ids of a document; an id that it does not know, plainly."""

    def __init__(self, questionnaire: Questionnaire, catalogue: Catalogue) -> None:
        self.questionnaire = questionnaire
        self._known: dict[str, str] = {
            **{key: one.short for key, one in questionnaire.named.items()},
            **{one.id: one.name for one in catalogue.cautions},
            **{one.id: one.name for one in catalogue.exercises},
        }
        self._regions = {str(one): name for one, name in questionnaire.region_names.items()}

    def of(self, key: str) -> str:
        return capitalised(self._known.get(key) or _plainly(key))

    def region(self, key: str) -> str:
        return self._regions.get(key) or _plainly(key)


def stored_view(
    document: object,
    answers: object,
    created: datetime.date,
    questionnaire: Questionnaire,
    catalogue: Catalogue,
    program: str = "",
) -> StoredView:
    """Return what the sheet for a stored *document* and its *answers* says.

    Both are JSON values of any version; *program* is the version that made them, if known.
    *questionnaire* and *catalogue* are today's and give the names.
    """
    names, stored = _Names(questionnaire, catalogue), read_stored(document)
    given = _answers_in(answers)
    version = stored.version or stored_words.NOT_KNOWN
    rules = stored_words.RULES.format(program=program) if program else stored_words.RULES_UNKNOWN
    name = given.get(NAME)
    return StoredView(
        heading=Heading(
            title=questionnaire.title,
            name=printable(name) if isinstance(name, str) else "",
            day=day_in_words(created),
            day_iso=created.isoformat(),
            foot=stored_words.FOOT.format(
                title=questionnaire.title, version=VERSION, questionnaire=version
            ),
        ),
        made_with=stored_words.MADE_WITH.format(questionnaire=version, rules=rules),
        asked_less=stored_words.ASKED_LESS
        if any(one.id == stored.version for one in questionnaire.earlier_versions)
        else "",
        outcome=stored_words.OUTCOME.format(outcome=_outcome(stored.outcome)),
        is_stop=stored.outcome != Outcome.TRAIN,
        gate=tuple(_gate(stored, names)),
        signs=tuple(_signs(stored)),
        scores=Table(SCORE_COLUMNS, tuple(_scores(stored, names))),
        top_regions=capitalised(listed([names.region(one) for one in stored.top_regions])),
        doing_well=listed([names.region(one) for one in stored.doing_well]),
        exercises=Table(EXERCISE_COLUMNS, tuple(_exercise(one, names) for one in stored.exercises)),
        answers=tuple(_facts(given, questionnaire)),
    )


def _answers_in(document: object) -> Mapping[str, object]:
    answers = document.get("answers") if isinstance(document, dict) else None
    return answers if isinstance(answers, dict) else {}


def _outcome(outcome: str) -> str:
    known = {str(one): text for one, text in trainer_words.OUTCOMES.items()}
    return known.get(outcome) or capitalised(_plainly(outcome)) or stored_words.NOT_KNOWN


def _gate(stored: StoredAssessment, names: _Names) -> Iterator[Fact]:
    flags = [_flag(flag, names) for flag in stored.flags]
    for name, texts in (
        (trainer_words.FLAGS, flags),
        (trainer_words.AMBER, [names.of(one) for one in stored.amber]),
        (trainer_words.CAUTIONS, [names.of(one) for one in stored.cautions]),
    ):
        yield Fact(name, "; ".join(texts) or trainer_words.NONE)
    if stored.unanswered:
        yield Fact(stored_words.UNANSWERED, "; ".join(names.of(one) for one in stored.unanswered))


def _flag(flag: StoredFlag, names: _Names) -> str:
    known = {str(one): text for one, text in trainer_words.URGENCIES.items()}
    urgency = known.get(flag.urgency) or _plainly(flag.urgency)
    what = names.of(flag.id)
    if flag.answer:
        what = words.ANSWERED.format(what=what, answer=flag.answer)
    return f"{what}: {urgency or stored_words.NOT_KNOWN}"


def _signs(stored: StoredAssessment) -> Iterator[Fact]:
    known = {str(one): text for one, text in sign_words.STATES.items()}
    names: Mapping[str, str] = {str(one): text for one, text in sign_words.NAMES.items()}
    for sign in stored.four_signs:
        name = names.get(sign.id) or capitalised(_plainly(sign.id))
        yield Fact(name, known.get(sign.state) or _plainly(sign.state))


def _scores(stored: StoredAssessment, names: _Names) -> Iterator[ScoreRow]:
    if stored.overall:
        yield _score(trainer_words.OVERALL, stored.overall)
    for region, score in (stored.regions or {}).items():
        yield _score(capitalised(names.region(region)), score)


def _score(name: str, score: StoredScore) -> ScoreRow:
    """Return a row with the figures as they stand in the document: they were rounded then."""
    bands = {str(one): words.BAND_WORDS[one] for one in Band}
    ends = [f"{end:.{DECIMALS}f}" for end in (score.low, score.high) if end is not None]
    is_open = len(set(ends)) == 2
    return ScoreRow(
        name=name,
        score="" if score.score is None else f"{score.score:.{DECIMALS}f}",
        range=words.RANGE.format(low=ends[0], high=ends[1]) if is_open else "",
        band=bands.get(score.band) or _plainly(score.band) or words.NOT_ENOUGH,
    )


def _exercise(one: StoredExercise, names: _Names) -> ExerciseRow:
    repetitions = [str(end) for end in dict.fromkeys(one.repetitions)]
    span = (
        words.RANGE.format(low=repetitions[0], high=repetitions[-1])
        if repetitions[1:]
        else "".join(repetitions)
    )
    sets = stored_words.SETS.format(sets=one.sets, repetitions=span) if one.sets and span else ""
    return ExerciseRow(
        name=names.of(one.id),
        region=names.region(one.region),
        dose=", ".join(filter(None, (sets, one.effort))),
        changes=" ".join(one.changes),
    )


def _facts(given: Mapping[str, object], questionnaire: Questionnaire) -> Iterator[Fact]:
    """Yield every answer but the name: in words where it fits today's item, else as it is."""
    for key, raw in given.items():
        item = questionnaire.by_id.get(key)
        if key == NAME or raw is None:
            continue
        if item is None:
            yield Fact(_as_it_is(capitalised(_plainly(key))), _as_it_is(raw))
            continue
        try:
            value = value_of(item, raw)
        except AnswerError:
            value = None
        answer = _as_it_is(raw) if value is None else answer_in_words(item, value)
        yield Fact(f"{item.code} {capitalised(item.short)}", answer)


def _as_it_is(raw: object) -> str:
    text = printable(raw if isinstance(raw, str) else json.dumps(raw, ensure_ascii=False))
    return text if len(text) <= MOST_CHARACTERS else f"{text[:MOST_CHARACTERS]} ..."


def _plainly(key: str) -> str:
    """Return an id in plain letters: ``rear_shoulder`` as ``rear shoulder``."""
    return key.replace("_", " ").replace("-", " ")
