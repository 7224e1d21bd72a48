"""The questionnaire that ships with the program, read once and kept for the next start."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from questions.content_cache import read_cached
from questions.questionnaire import Questionnaire


@cache
def load_questionnaire() -> Questionnaire:
    """Return the questionnaire that ships with the program.

    Raises:
        ContentError: The bank has mistakes; all of them are named.
    """
    return read_cached("questions", (files("questions"),), Questionnaire, _read)


def _read() -> Questionnaire:
    """Read the bank anew; pydantic is imported only when this is needed."""
    from questions.reader import read_questionnaire

    return read_questionnaire(files("questions") / "bank")
