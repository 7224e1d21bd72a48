"""A clinician's clearance: the flags that it can name, and which ones somebody means.

::

    ClearanceError   a flag cannot be cleared; ``faults`` says why of each
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from assessment.casebook import words
from assessment.core.answers import AnswerSheet, Clearance
from assessment.core.consistency import CLEARANCE, flag_faults
from assessment.core.gate import Flag, gate
from assessment.core.shown import shown
from questions.model import Urgency
from questions.nearest import nearest
from questions.questionnaire import Questionnaire

ALL = "all"
"""Stands for every flag that can be cleared."""


class ClearanceError(ValueError):
    """A clearance cannot be so; ``faults`` are sentences."""

    def __init__(self, *faults: str) -> None:
        self.faults = faults
        super().__init__("\n".join(faults))


def flags_to_clear(sheet: AnswerSheet) -> tuple[Flag, ...]:
    """Return the flags that are up and need a clinician, cleared or not."""
    return tuple(flag for flag in gate(sheet).flags if flag.urgency is Urgency.CLINICIAN)


def cleared_in(sheet: AnswerSheet) -> tuple[str, ...]:
    """Return the flags that the clearance in *sheet* names; none without one."""
    clearance = sheet.get(CLEARANCE)
    return clearance.flags if isinstance(clearance, Clearance) else ()


def flags_meant(sheet: AnswerSheet, names: Iterable[str]) -> tuple[str, ...]:
    """Return the flags of *sheet* that *names* mean: codes such as R29, ids, or ``all``; each once.

    Raises:
        ClearanceError: One is unknown, not up, or nothing that a clearance lifts.
    """
    named, clearable = tuple(names), [flag.id for flag in flags_to_clear(sheet)]
    if not clearable:
        raise ClearanceError(words.NOTHING_TO_CLEAR)
    found = [
        _flag_called(name, sheet.questionnaire) for name in dict.fromkeys(named) if name != ALL
    ]
    if faults := tuple(_faults(sheet, found, clearable)):
        raise ClearanceError(*faults)
    return tuple(flag for flag in clearable if flag in found or ALL in named)


def in_words(flags: Iterable[str], questionnaire: Questionnaire) -> str:
    """Return *flags* by code and name: ``R29 high blood pressure, R15 an operation``."""
    known = questionnaire.named
    return ", ".join(f"{known[flag].code} {known[flag].short}" for flag in flags)


def _flag_called(name: str, questionnaire: Questionnaire) -> str:
    """Return the id of what *name* means, a code or an id; a name that nothing has stays."""
    codes = {one.code.casefold(): one.id for one in questionnaire.named.values()}
    return codes.get(name.strip().casefold(), name.strip())


def _faults(sheet: AnswerSheet, found: list[str], clearable: list[str]) -> Iterator[str]:
    questionnaire = sheet.questionnaire
    up = {flag.id for flag in gate(sheet).flags}
    for flag in found:
        if flag in clearable:
            continue
        one = questionnaire.named.get(flag)
        if one is None:
            yield words.NO_SUCH_FLAG.format(
                flag=shown(flag),
                nearest=nearest(flag, clearable),
                flags=in_words(clearable, questionnaire),
            )
        elif flag in up or any(flag_faults((flag,), questionnaire)):
            yield words.NOT_LIFTED.format(code=one.code, flag=one.short)
        else:
            yield words.NOT_UP.format(
                code=one.code, flag=one.short, flags=in_words(clearable, questionnaire)
            )
