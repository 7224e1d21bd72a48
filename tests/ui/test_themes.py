"""Every look can be read: at least 7 to 1 for text (WCAG 2.2, success criterion 1.4.6)."""

from __future__ import annotations

from itertools import pairwise

import pytest
from textual.color import Color
from textual.theme import Theme

from assessment.ui.theme.ink import readable_on
from assessment.ui.theme.themes import LOOKS
from reports.output.contrast_ratio import contrast
from tests.cases import each

TEXT_AT_LEAST, DIGIT_AT_LEAST = 7.0, 4.5
MAP = ("map-few", "map-mild", "map-moderate", "map-marked")
PAIRS = [
    *((text, ground) for text in ("foreground", "primary") for ground in ("background", "surface")),
    ("quiet", "background"),
    ("stop", "background"),
    ("foreground", "panel"),
    ("foreground", "block-hover-background"),
    ("block-cursor-foreground", "block-cursor-background"),
    ("block-cursor-blurred-foreground", "block-cursor-blurred-background"),
    ("input-cursor-foreground", "input-cursor-background"),
]
"""What is written on what."""


def colour(look: Theme, role: str) -> str:
    """Return the colour of a role of *look*, as ``#RRGGBB``."""
    return Color.parse(look.variables.get(role) or getattr(look, role)).hex


@each("look", LOOKS)
@each(("text", "ground"), PAIRS)
def test_text_stands_off_its_ground(look: Theme, text: str, ground: str) -> None:
    assert contrast(colour(look, text), colour(look, ground)) >= TEXT_AT_LEAST


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
def test_numbers_on_the_body_can_be_read(look: Theme) -> None:
    least = TEXT_AT_LEAST if look.name == "posterior-contrast" else DIGIT_AT_LEAST
    for role in (*MAP, "map-empty"):
        ground = colour(look, role)
        assert contrast(readable_on(Color.parse(ground)).hex, ground) >= least, role


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
def test_the_more_signs_the_further_off_the_background(look: Theme) -> None:
    background = colour(look, "background")
    steps = [contrast(colour(look, role), background) for role in MAP]
    assert steps == sorted(steps)
    assert all(after / before >= 1.3 for before, after in pairwise(steps))


def test_all_looks_name_the_same_roles() -> None:
    roles = {frozenset(look.variables) for look in LOOKS}
    assert len(roles) == 1
