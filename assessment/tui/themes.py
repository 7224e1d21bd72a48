"""The two looks of the screen: colours by role, contrast checked (``LOOK.md``)."""

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
    primary="#0F6B6B",
    secondary="#0F6B6B",
    accent="#0F6B6B",
    warning="#0F6B6B",
    error="#9B1C1C",
    success="#0F6B6B",
    foreground="#1B2A33",
    background="#FFFFFF",
    surface="#F3F6F7",
    panel="#E3E9EC",
    variables={
        "quiet": "#51636E",
        "stop": "#9B1C1C",
        "block-cursor-foreground": "#10201F",
        "block-cursor-background": "#CBE5E2",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-foreground": "#1B2A33",
        "block-cursor-blurred-background": "#E3E9EC",
        "block-hover-background": "#E7EFF0",
        "input-cursor-background": "#0F6B6B",
        "input-cursor-foreground": "#FFFFFF",
        "scrollbar": "#0F6B6B",
        "scrollbar-hover": "#0F6B6B",
        "scrollbar-active": "#1B2A33",
        "scrollbar-background": "#E3E9EC",
    },
)
