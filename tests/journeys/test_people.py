"""Whole visits of seven people; ``tests/tui/test_people.py`` has them on a real terminal.

The seventh, who answers in plain mode, is in ``tests/plain/test_real_program.py``.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import everyday_and_heavy
from tests.journeys.driver import client_at, setting_in
from tests.journeys.people import PEOPLE, Person
from tests.kept import answers_kept


@pytest.mark.parametrize("person", everyday_and_heavy(PEOPLE[2:3], *PEOPLE[:2], *PEOPLE[3:]))
async def test_a_visit_ends_with_what_was_meant(tmp_path: Path, person: Person) -> None:
    context = setting_in(tmp_path)
    for sitting in person.sittings:
        async with client_at(context) as client:
            await sitting(client)
    kept = answers_kept(tmp_path)
    assert {item: kept.get(item) for item in person.said} == person.said
    assert person.is_meant_by(kept), person.name
