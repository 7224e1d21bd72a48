"""An assessment as its record keeps it, for those that today's rules cannot make anew.

A document of another version has keys that this program does not know, and lacks others: what
is not there, or not of the kind that is expected, is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class StoredFlag:
    """A red flag that was up: the id of its item, the answer, how soon somebody had to look."""

    item: str
    answer: str
    urgency: str


@dataclass(frozen=True, slots=True)
class StoredPoints:
    """What one answer added to a region: severity times weight."""

    item: str
    answer: object
    severity: float
    weight: float


@dataclass(frozen=True, slots=True)
class StoredScore:
    """The score of a region, or of all together, 0 to 100; None where it was open."""

    score: float | None
    low: float | None
    high: float | None
    band: str
    points: tuple[StoredPoints, ...] = ()


@dataclass(frozen=True, slots=True)
class StoredExercise:
    """An exercise that was given, by the ids of it, of its region and of its reasons."""

    id: str
    region: str
    because: tuple[str, ...]
    sets: float | None
    repetitions: tuple[float, ...]
    """The fewest and the most."""


@dataclass(frozen=True, slots=True)
class StoredAssessment:
    """What an assessment document says; every name is an id, of the *version* that made it."""

    version: str
    outcome: str
    flags: tuple[StoredFlag, ...]
    amber: tuple[str, ...]
    cautions: tuple[str, ...]
    unanswered: tuple[str, ...]
    overall: StoredScore | None
    regions: Mapping[str, StoredScore]
    exercises: tuple[StoredExercise, ...]

    @classmethod
    def read(cls, document: Mapping[str, Any], version: str) -> StoredAssessment:
        """Return what *document* says, made of the answers to *version* of the questionnaire."""
        overall, regions = document.get("overall"), document.get("regions")
        return cls(
            version=version,
            outcome=_text(document, "outcome"),
            flags=tuple(
                StoredFlag(_text(one, "id"), _text(one, "answer"), _text(one, "urgency"))
                for one in _objects(document, "flags")
            ),
            amber=_texts(document, "amber"),
            cautions=_texts(document, "cautions"),
            unanswered=_texts(document, "unanswered"),
            overall=_score(overall) if isinstance(overall, dict) else None,
            regions={
                region: _score(score)
                for region, score in (regions.items() if isinstance(regions, dict) else ())
                if isinstance(score, dict)
            },
            exercises=tuple(map(_exercise, _objects(document, "exercises"))),
        )


def _score(document: Mapping[str, Any]) -> StoredScore:
    points = (
        StoredPoints(_text(one, "item"), one.get("answer"), severity, weight)
        for one in _objects(document, "contributions")
        for severity, weight in [(_number(one, "severity"), _number(one, "weight"))]
        if severity is not None and weight is not None
    )
    low, high = _number(document, "low"), _number(document, "high")
    score, band = _number(document, "score"), _text(document, "band")
    return StoredScore(score, low, high, band, tuple(points))


def _exercise(document: Mapping[str, Any]) -> StoredExercise:
    repetitions = document.get("repetitions")
    return StoredExercise(
        _text(document, "id"),
        _text(document, "region"),
        _texts(document, "because"),
        _number(document, "sets"),
        tuple(filter(_is_number, repetitions)) if isinstance(repetitions, list) else (),
    )


def _objects(document: Mapping[str, Any], key: str) -> Iterator[Mapping[str, Any]]:
    held = document.get(key)
    yield from (one for one in held if isinstance(one, dict)) if isinstance(held, list) else ()


def _texts(document: Mapping[str, Any], key: str) -> tuple[str, ...]:
    held = document.get(key)
    return tuple(one for one in held if isinstance(one, str)) if isinstance(held, list) else ()


def _text(document: Mapping[str, Any], key: str) -> str:
    held = document.get(key)
    return held if isinstance(held, str) else ""


def _number(document: Mapping[str, Any], key: str) -> float | None:
    held = document.get(key)
    return held if _is_number(held) else None


def _is_number(held: object) -> bool:
    return isinstance(held, (int, float)) and not isinstance(held, bool)
