"""A person who has a filled-in form and keys it in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

import pytest

from assessment.core.answers import AnswerSheet
from assessment.keying.dialogue import Dialogue
from assessment.keying.form_walk import FormWalk
from questions.questionnaire import Questionnaire

TODAY = date(2026, 6, 1)


class Clerk:
    """Keys *lines* in, one for each prompt; keeps what was asked and said, and the drafts."""

    def __init__(self, questionnaire: Questionnaire, lines: Iterable[str]) -> None:
        self._lines = iter(lines)
        self.asked: list[str] = []
        self.said: list[str] = []
        self.kept: list[tuple[Mapping[str, object], str]] = []
        self.dialogue = Dialogue(
            FormWalk.start(AnswerSheet.of(questionnaire, {})),
            self._ask,
            self.said.append,
            lambda answers, item: self.kept.append((answers, item)),
            TODAY,
        )

    def _ask(self, prompt: str) -> str:
        self.asked.append(prompt)
        for line in self._lines:
            return line
        raise EOFError

    def until_the_end(self) -> AnswerSheet:
        """Key in until the dialogue is over."""
        return self.dialogue.run()

    def until_out_of_lines(self) -> AnswerSheet:
        """Key in until there are no more lines; return what is there then."""
        with pytest.raises(EOFError):
            self.dialogue.run()
        return self.dialogue.walk.sheet

    @property
    def codes(self) -> list[str]:
        """The codes of the lines that were asked, in order."""
        return [prompt.split()[0] for prompt in self.asked if "[" in prompt]


Keys = Callable[..., Clerk]


@pytest.fixture
def keys(questionnaire: Questionnaire) -> Keys:
    """Return a function: lines -> somebody who types them."""
    return lambda *lines: Clerk(questionnaire, lines)
