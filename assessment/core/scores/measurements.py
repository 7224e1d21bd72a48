"""The measurements that were taken -> what each is compared with, and what that says.

What scores is settled in ``norms.py``; nothing here changes a score.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assessment.catalogue.measuring import Group, Norm, NormRow, SideMark
from assessment.catalogue.model import Catalogue
from assessment.core.answers import AnswerSheet
from assessment.core.retest.change import client_groups, real_change
from assessment.core.scores.norms import LOW, is_under, row_for, severity_of
from questions.questionnaire import Protocol


@dataclass(frozen=True, slots=True)
class Compared:
    """The norm that fits a client, with its row, and how the worse figure stands to it.

    ``severity`` is 0, 2 or 4, or None where the norm does not score; ``below`` says whether
    the figure is under the lowest mark.
    """

    norm: Norm
    row: NormRow
    severity: int | None
    below: bool


@dataclass(frozen=True, slots=True)
class Measurement:
    """One measurement that was taken, in the unit of its items.

    ``compared`` None: no norm for this client, the figure is their own baseline.
    ``sides_differ`` None: one side only, or no mark for the difference.
    ``real_change`` None: not known how much it moves by chance.
    """

    protocol: Protocol
    figures: Mapping[str, float]
    worse: str
    compared: Compared | None
    sides_differ: bool | None
    real_change: int | None

    @property
    def figure(self) -> float:
        """The figure of the worse side, which counts."""
        return self.figures[self.worse]

    @property
    def difference(self) -> float | None:
        """By how much the sides differ; None where one side was measured."""
        if len(self.figures) == 1:
            return None
        return round(max(self.figures.values()) - min(self.figures.values()), 9)

    @property
    def severity(self) -> int | None:
        """0, 2 or 4 as it scores; None where it scores nothing."""
        return self.compared.severity if self.compared else None


def take_measurements(sheet: AnswerSheet, catalogue: Catalogue) -> tuple[Measurement, ...]:
    """Return every measurement that *sheet* holds a figure of, in the order of the bank."""
    answers = sheet.known
    taken = [
        (protocol, figures)
        for protocol in sheet.questionnaire.protocols
        if (figures := {item: answers[item] for item in protocol.items if item in answers})
    ]
    groups = client_groups(sheet) if taken else frozenset[Group]()
    return tuple([_measurement(sheet, *one, catalogue, groups) for one in taken])


def _measurement(
    sheet: AnswerSheet,
    protocol: Protocol,
    figures: Mapping[str, float],
    catalogue: Catalogue,
    groups: frozenset[Group],
) -> Measurement:
    """Return what *figures* say, by item, left before right."""
    worse = min(figures, key=figures.__getitem__)
    norm, measure = catalogue.norm.get(protocol.id), catalogue.measure.get(protocol.id)
    sides = measure.sides if measure else None
    return Measurement(
        protocol=protocol,
        figures=figures,
        worse=worse,
        compared=_compared(sheet, figures[worse], norm) if norm else None,
        sides_differ=_differ(tuple(figures.values()), sides) if sides else None,
        real_change=real_change(measure, groups) if measure else None,
    )


def _compared(sheet: AnswerSheet, figure: float, norm: Norm) -> Compared | None:
    row = row_for(norm, sheet.get("age_years"), sheet.get("sex"))
    if row is None:
        return None
    if not norm.scored:
        return Compared(norm, row, None, is_under(figure, row.low_under))
    severity = severity_of(figure, norm, row)
    return Compared(norm, row, severity, severity == LOW)


def _differ(figures: tuple[float, ...], mark: SideMark) -> bool | None:
    """Return whether left and right differ by as much as *mark* notes."""
    if len(figures) == 1:
        return None
    better = max(figures)
    difference = better - min(figures)
    if mark.at_least is not None:
        return not is_under(difference, mark.at_least)
    limits = [mark.over, None if mark.over_share is None else mark.over_share * better]
    return any(limit is not None and is_under(limit, difference) for limit in limits)
