"""The looks of the screen: colours by role, their contrast held by a test.

The body's colours go from ``map-few`` to ``map-marked``: the more there is to see, the further
a region stands off the background, on a dark screen as on a light one.
"""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="posterior-dark",
    dark=True,
    primary="#6AD2C8",
    secondary="#6AD2C8",
    accent="#6AD2C8",
    warning="#6AD2C8",
    error="#FF8A80",
    success="#6AD2C8",
    foreground="#F2F5F7",
    background="#101820",
    surface="#18232D",
    panel="#243340",
    variables={
        "quiet": "#A8B6BF",
        "map-skin": "#2B3A46",
        "map-empty": "#4A5B67",
        "map-few": "#1E5552",
        "map-mild": "#2F827C",
        "map-moderate": "#6AD2C8",
        "map-marked": "#D5F5F1",
        "stop": "#FF8A80",
        "block-cursor-foreground": "#FFFFFF",
        "block-cursor-background": "#1F4A4B",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-foreground": "#F2F5F7",
        "block-cursor-blurred-background": "#243340",
        "block-hover-background": "#22313D",
        "input-cursor-background": "#6AD2C8",
        "input-cursor-foreground": "#101820",
        "scrollbar": "#6AD2C8",
        "scrollbar-hover": "#6AD2C8",
        "scrollbar-active": "#F2F5F7",
        "scrollbar-background": "#18232D",
    },
)

LIGHT = Theme(
    name="posterior-light",
    dark=False,
    primary="#0A5A5A",
    secondary="#0A5A5A",
    accent="#0A5A5A",
    warning="#0A5A5A",
    error="#9B1C1C",
    success="#0A5A5A",
    foreground="#1B2A33",
    background="#FFFFFF",
    surface="#F3F6F7",
    panel="#E3E9EC",
    variables={
        "quiet": "#485862",
        "map-skin": "#E6EAEC",
        "map-empty": "#C3CDD2",
        "map-few": "#C9E4E0",
        "map-mild": "#8FC7C0",
        "map-moderate": "#2F827C",
        "map-marked": "#0B4F4C",
        "stop": "#9B1C1C",
        "block-cursor-foreground": "#10201F",
        "block-cursor-background": "#CBE5E2",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-foreground": "#1B2A33",
        "block-cursor-blurred-background": "#E3E9EC",
        "block-hover-background": "#E7EFF0",
        "input-cursor-background": "#0A5A5A",
        "input-cursor-foreground": "#FFFFFF",
        "scrollbar": "#0A5A5A",
        "scrollbar-hover": "#0A5A5A",
        "scrollbar-active": "#1B2A33",
        "scrollbar-background": "#E3E9EC",
    },
)

CONTRAST = Theme(
    name="posterior-contrast",
    dark=True,
    primary="#FFD400",
    secondary="#FFD400",
    accent="#FFD400",
    warning="#FFD400",
    error="#FFB3AC",
    success="#FFD400",
    foreground="#FFFFFF",
    background="#000000",
    surface="#000000",
    panel="#1A1A1A",
    variables={
        "quiet": "#E6E6E6",
        "stop": "#FFB3AC",
        "map-skin": "#333333",
        "map-empty": "#595959",
        "map-few": "#4A3D00",
        "map-mild": "#B39600",
        "map-moderate": "#FFD400",
        "map-marked": "#FFFFFF",
        "block-cursor-foreground": "#000000",
        "block-cursor-background": "#FFD400",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-foreground": "#FFFFFF",
        "block-cursor-blurred-background": "#333333",
        "block-hover-background": "#333333",
        "input-cursor-background": "#FFD400",
        "input-cursor-foreground": "#000000",
        "scrollbar": "#FFD400",
        "scrollbar-hover": "#FFD400",
        "scrollbar-active": "#FFFFFF",
        "scrollbar-background": "#333333",
    },
)

LOOKS = (DARK, LIGHT, CONTRAST)
"""In the order in which a key goes through them."""
