"""The stylesheets as they stand in ``templates/``; what prints a page needs no more of it."""

from __future__ import annotations

from importlib.resources import files


def stylesheet() -> str:
    """Return the one stylesheet of what is printed."""
    return _text("report.css")


def screen_stylesheet() -> str:
    """Return what a browser needs beside it."""
    return _text("screen.css")


def retest_stylesheet() -> str:
    """Return what the page on last time and now needs beside it."""
    return _text("retest.css")


def _text(name: str) -> str:
    return (files("reports") / "templates" / name).read_text(encoding="utf-8")
