"""The visits of ``tests/journeys/people.py`` once more, on a real terminal."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pseudo terminal", allow_module_level=True)

from tests.journeys.driver import client_at, setting_in
from tests.journeys.people import PEOPLE, Person
from tests.kept import answers_kept
from tests.tui.hands import Hands
from tests.tui.pseudo_terminal import quiz

pytestmark = pytest.mark.heavy


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.name)
async def test_on_a_real_terminal_a_visit_ends_with_the_same_answers(
    tmp_path: Path, person: Person
) -> None:
    context, home = setting_in(tmp_path / "noted"), tmp_path / "home"
    for sitting in person.sittings:
        async with client_at(context) as client:
            client.app.animation_level = "none"
            await sitting(client)
        terminal = quiz(home, TEXTUAL_ANIMATIONS="none")
        Hands(terminal).do(client.notes)
        terminal.close()
    assert answers_kept(home) == answers_kept(tmp_path / "noted")
    assert person.is_meant_by(answers_kept(home))
