"""The desk that every test of the casebook opens."""

from __future__ import annotations

from pathlib import Path

import pytest

from assessment.records.sealing.desk_session import Desk
from assessment.records.store.transactions import Store


@pytest.fixture
def desk(store: Store) -> Desk:
    made = Desk(store, Path(store.place).parent)
    made.choose_pin("1234")
    made.open("1234")
    return made
