"""The settings screen, by keys and by mouse: checked while typing, nothing lost by a slip."""

from __future__ import annotations

import itertools
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from PIL import Image
from textual.pilot import Pilot

from assessment.settings.reading import read_settings
from assessment.ui.settings.settings_app import SettingsApp
from assessment.ui.settings.settings_screen import SettingsScreen
from tests.journeys.driver import send_key, settle, until

START = '# ours\n[report]\ngym = "Northside"  # name\nsize = "A5"\nodd = 1\n'
GYM, ADDRESS, LOGO, ACCENT, SIZE, INK, WITHOUT, PRINTER = range(8)
KIT, LOCK, NEVER, PREFER, MINUTES, MONTHS, IDLE = range(8, 15)
"""The lines of the list."""


class Owner:
    """Somebody who changes settings."""

    def __init__(self, app: SettingsApp, pilot: Pilot[None], path: Path) -> None:
        self.app, self.pilot, self.path = app, pilot, path

    async def press(self, *keys: str) -> None:
        for key in keys:
            send_key(self.app, key)
            await settle(self.pilot)
        await settle(self.pilot)

    async def change(self, line: int, *keys: str) -> None:
        """Go to a line from the top, open it, and press *keys*."""
        await self.press("home", *["down"] * line, "enter", *keys)

    def text(self) -> str:
        rows = self.app.screen._compositor.render_strips()
        return " ".join(" ".join(strip.text.replace("│", " ") for strip in rows).split())

    async def says(self, text: str) -> None:
        """Wait until *text* is on the screen."""
        await until(self.pilot, lambda: text in self.text())

    @property
    def is_at_list(self) -> bool:
        return isinstance(self.app.screen, SettingsScreen)


@asynccontextmanager
async def owner_at(
    folder: Path, content: str | None = START, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Owner]:
    path = folder / "settings.toml"
    if content is not None:
        path.write_text(content)
    seconds = itertools.count()
    app = SettingsApp(path, folder / "log", lambda: float(next(seconds)))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Owner(app, pilot, path)


async def test_a_name_is_typed_and_saved_and_all_else_stays(tmp_path: Path) -> None:
    async with owner_at(tmp_path) as owner:
        await owner.change(GYM, *"Eastside", "enter")
        await owner.says("[*] Name of the gym: Eastside")
        assert owner.path.read_text() == START
        await owner.press("ctrl+s")
        await owner.says("Saved.")
        assert owner.path.read_text() == START.replace("Northside", "Eastside")
        await owner.press("escape")
    assert not owner.app.is_running


@pytest.mark.heavy
async def test_a_colour_is_checked_with_every_sign_and_a_pale_one_not_taken(
    tmp_path: Path,
) -> None:
    async with owner_at(tmp_path) as owner:
        await owner.change(ACCENT, *"#FFFF0")
        await owner.says("is not a colour")
        await owner.press("0")
        await owner.says("too pale to read on white (1.1 to 1")
        await owner.press("enter")
        assert not owner.is_at_list
        await owner.press(*["backspace"] * 7, *"#0F6B6B")
        await owner.says("6.3 to 1 from white paper")
        await owner.press("enter", "ctrl+s")
    assert read_settings(owner.path).values["report.accent"] == "#0F6B6B"


@pytest.mark.heavy
async def test_a_logo_must_be_there_and_be_a_picture(tmp_path: Path) -> None:
    Image.new("RGB", (30, 20), "white").save(tmp_path / "logo.png")
    (tmp_path / "note.txt").write_text("no picture")
    async with owner_at(tmp_path) as owner:
        await owner.change(LOGO, *"note.txt")
        await owner.says("is not a whole picture")
        await owner.press("escape")
        await owner.change(LOGO, *"logo.pn")
        await owner.says("cannot be read")
        await owner.press("g", "enter", "ctrl+s")
    assert read_settings(owner.path).values["report.logo"] == "logo.png"


async def test_a_wrong_line_says_why_and_is_mended_by_choosing(tmp_path: Path) -> None:
    async with owner_at(tmp_path) as owner:
        await owner.press("home", *["down"] * SIZE)
        await owner.says("[!] Paper: A5")
        await owner.says("'A5' is not known; allowed are A4, letter")
        await owner.press("enter", "3", "ctrl+s")
    assert read_settings(owner.path).values["report.size"] == "letter"


async def test_as_usual_takes_the_line_away(tmp_path: Path) -> None:
    async with owner_at(tmp_path) as owner:
        await owner.change(SIZE, "4")
        await owner.press("ctrl+s")
    assert "size" not in owner.path.read_text()


async def test_kit_is_ticked_and_numbers_have_limits(tmp_path: Path) -> None:
    async with owner_at(tmp_path) as owner:
        await owner.change(KIT, "2", "1", "5", "5", "enter")
        await owner.change(LOCK, *"61")
        await owner.says("must be a whole number from 1 to 60")
        await owner.press("backspace", "enter")
        await owner.change(MONTHS, *"2x")
        await owner.says("must be a whole number from 1 to 600")
        await owner.press("backspace", "4", "enter", "ctrl+s")
    found = read_settings(owner.path).values
    assert found["quiz.kit"] == ["band", "dumbbell"]
    assert (found["quiz.lock_minutes"], found["records.keep_months"]) == (6, 24)


@pytest.mark.parametrize(
    ("way", "kept", "leaves"),
    [
        (("down", "enter"), True, True),
        pytest.param(("enter",), False, False, marks=pytest.mark.heavy),
        pytest.param(("up", "enter"), False, True, marks=pytest.mark.heavy),
    ],
)
async def test_escape_asks_where_something_is_not_saved(
    tmp_path: Path, way: tuple[str, ...], kept: bool, leaves: bool
) -> None:
    async with owner_at(tmp_path) as owner:
        await owner.change(ADDRESS, *"1 Road", "enter")
        await owner.press("escape")
        await owner.says("not saved")
        await owner.press(*way)
        assert owner.is_at_list is not leaves
    assert ("1 Road" in owner.path.read_text()) is kept


@pytest.mark.heavy
async def test_what_is_changed_back_needs_no_saving(tmp_path: Path) -> None:
    async with owner_at(tmp_path) as owner:
        await owner.change(GYM, *"X", "enter")
        await owner.change(GYM, *"Northside", "enter")
        assert "[*]" not in owner.text()
        await owner.press("escape")
        assert not owner.is_at_list


@pytest.mark.heavy
async def test_it_works_by_mouse_alone(tmp_path: Path) -> None:
    async with owner_at(tmp_path) as owner:
        await owner.pilot.click("SettingList", offset=(8, INK))
        await settle(owner.pilot)
        await owner.pilot.click("DialogOptionList", offset=(6, 2))
        await settle(owner.pilot)
        await owner.says("[*] Ink: Grey")
        await owner.pilot.click("#save")
        await settle(owner.pilot)
    assert read_settings(owner.path).values["report.ink"] == "grey"


async def test_a_file_with_a_broken_line_is_shown_and_not_overwritten(tmp_path: Path) -> None:
    broken = '[report]\ngym = Northside\nsize = "letter"\n'
    async with owner_at(tmp_path, broken) as owner:
        await owner.says("line 2: is not TOML")
        await owner.says("Paper: Letter")
        await owner.change(GYM, *"X", "enter", "ctrl+s")
        await owner.says("Mend it by hand")
        await owner.says("[*]")
    assert owner.path.read_text() == broken


async def test_the_first_save_makes_the_file(tmp_path: Path) -> None:
    async with owner_at(tmp_path, None) as owner:
        await owner.change(IDLE, *"3", "enter", "ctrl+s")
    assert read_settings(owner.path).values == {"records.idle_minutes": 3}
    assert owner.path.stat().st_mode & 0o077 == 0
