"""Screens for less: style sheets read once, no frame drawn that nobody sees, no look for garbage.

Textual reads every style sheet anew for each app and each screen, and draws each frame whole
though a headless app shows none. On CI, and with ``THOROUGH=1``, all frames are drawn: so a part
that cannot draw itself is found also where no test looks at it; and garbage is looked for, too.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import pytest
from rich.console import RenderableType
from textual._compositor import Compositor
from textual._context import visible_screen_stack
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.screen import Screen

from assessment.ui.terminal.garbage import GarbageLook

DRAW, READ = Compositor.render_update, Stylesheet._parse_rules


@pytest.fixture(scope="session", autouse=True)
def _style_sheets_read_once() -> Iterator[None]:
    """Keep what was read of a style sheet, for all apps with the same variables."""
    kept: dict[tuple[object, ...], list[RuleSet]] = {}

    def parse_rules(self: Stylesheet, *what: Any, **more: Any) -> list[RuleSet]:
        key = (*what, *more.items(), *self._variables.items())
        if key not in kept:
            kept[key] = READ(self, *what, **more)
        return kept[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "_parse_rules", parse_rules)
        yield


@pytest.fixture(scope="session", autouse=True)
def _nothing_for_nobody() -> Iterator[None]:
    """Note what would be drawn as drawn; whoever looks at a screen has it drawn whole."""
    with pytest.MonkeyPatch.context() as patch:
        if os.environ.keys().isdisjoint(("CI", "THOROUGH")):
            patch.setattr(Compositor, "render_update", _drawn_for_a_screenshot)
            patch.setattr(GarbageLook, "start", lambda _: None)
        yield


def _drawn_for_a_screenshot(
    self: Compositor, full: bool = False, screen_stack: list[Screen[Any]] | None = None, **more: Any
) -> RenderableType | None:
    """Draw what a screenshot asks for, and note all else as drawn."""
    if full:
        return DRAW(self, full, screen_stack, **more)
    visible_screen_stack.set(screen_stack or [])
    self._dirty_regions.clear()
    return None
