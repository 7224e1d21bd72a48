"""One letter for one thing on every screen of the desk, and no digit that does anything."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.app import App
from textual.binding import Binding
from textual.screen import Screen

from assessment.desk import keys
from assessment.desk.app import DeskApp
from assessment.desk.screens.base import DeskScreen
from assessment.records.store.repository import all_of
from assessment.records.store.values import Record
from assessment.ui.measure.measure_screen import MeasureScreen
from assessment.ui.settings.settings_screen import SettingsScreen
from tests.desk.trainer import keep_flagged, setting_in, store_in, trainer_at
from tests.journeys.driver import send_key

CONTRIBUTING = Path(__file__).parents[2] / "CONTRIBUTING.md"


def below(kind: type[DeskScreen]) -> Iterator[type[DeskScreen]]:
    for one in kind.__subclasses__():
        yield one
        yield from below(one)


def bindings() -> Iterator[tuple[str, Binding]]:
    """Yield the screen and the binding of every key at the desk, one key each."""
    assert issubclass(DeskApp, App)  # with it, all screens are known
    screens: list[type[Screen[None]]] = [DeskScreen, SettingsScreen, *below(DeskScreen)]
    for screen in screens:
        for one in Binding.make_bindings(screen.__dict__.get("BINDINGS", ())):
            yield screen.__name__, one


def test_a_letter_means_the_same_on_every_screen() -> None:
    declared = {one.key: one.says for one in keys.LETTERS}
    assert len(declared) == len(keys.LETTERS)
    used = {
        (one.key, one.description) for _, one in bindings() if len(one.key) == 1 and one.key != "?"
    }
    assert dict(used) == declared
    assert len(used) == len(declared)


def test_no_digit_is_a_key() -> None:
    assert [(screen, one.key) for screen, one in bindings() if one.key.isdigit()] == []


def test_the_tools_that_the_desk_lends_have_keys_of_their_own() -> None:
    lent = {one.key for one in Binding.make_bindings(MeasureScreen.BINDINGS)}
    assert not any(key.isdigit() for key in lent), "a count is not typed there"
    assert lent.isdisjoint(one.key for one in keys.LETTERS)


def test_only_erasing_has_the_key_of_erasing() -> None:
    erasing = [screen for screen, one in bindings() if one.key == keys.ERASE.key]
    assert erasing == ["ClientScreen"]  # and there a word has to be typed


def test_the_table_of_keys_names_every_letter() -> None:
    rows = re.findall(r"^\| (`\w`(?:, `\w`)*) \|", CONTRIBUTING.read_text(), re.MULTILINE)
    named = set(re.findall(r"`(\w)`", " ".join(rows)))
    assert {one.key for one in keys.LETTERS} <= named


WAYS = (
    ("ana", ()),
    *(("ana", (key,)) for key in ("r", "g", "x")),
    *(("ana", ("enter", *more)) for more in ((), ("p",), ("t",), ("n",), ("t", "9", "escape"))),
    *(("ana", ("enter", "v", *more)) for more in ((), ("s",), ("s", "J", "enter"))),
    *(("ana", ("enter", "v", "d", *more)) for more in ((), ("e",), ("m",), ("escape",))),
    ("zoe", ("enter", "c")),
    ("", ("f2",)),
)
"""To every screen and every question of the desk: whom to look for, and the keys from there."""


@pytest.mark.heavy
async def test_no_digit_writes_anything(folder: Path) -> None:
    keep_flagged(folder)
    before = {one.id for one in all_of(store_in(folder), Record)}
    async with trainer_at(setting_in(folder)) as trainer:
        await trainer.open()
        for typed, way in WAYS:
            await trainer.type(typed)
            await trainer.press(*(("enter",) if typed else ()), *way)
            for digit in "0123456789":
                send_key(trainer.app, digit)
            await trainer.settle()
            while len(trainer.app.screen_stack) > 2:
                trainer.app.pop_screen()
            await trainer.press("escape")  # empties the search
    assert {one.id for one in all_of(store_in(folder), Record)} == before
    assert not (folder / "settings.toml").exists()
    assert not (folder / "reports").exists()
