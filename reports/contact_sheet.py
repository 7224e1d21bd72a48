"""All exercises and abilities with their pictures on a few sheets, to be looked at.

``python -m reports.contact_sheet FILE.pdf [colour | grey | saver]``
"""

from __future__ import annotations

import datetime
import sys
from collections.abc import Iterable
from html import escape
from pathlib import Path
from typing import get_args

from assessment.catalogue.loader import load_catalogue
from assessment.catalogue.model import Exercise
from questions.loader import load_questionnaire
from questions.model import Item
from reports.html.exercise_images import images_of
from reports.output.print_options import Ink
from reports.pdf.rendering import pdf_of

STYLE = """
@page { margin: 10mm; @bottom-left { content: none } @bottom-right { content: none } }
h1 { font-size: 13pt; line-height: 17pt; margin: 0 0 3mm; }
.one { break-inside: avoid; margin-bottom: 4mm; }
.one h2 { font-size: 10.5pt; line-height: 13pt; margin: 0 0 1mm; }
.one img { max-width: 62mm; max-height: 48mm; margin-right: 1mm; vertical-align: bottom; }
.one p { font-size: 9pt; line-height: 11.5pt; margin: 0; }
"""
DAY = datetime.date(2026, 1, 1)
"""No sheet is dated by the clock, so that equal drawings make equal files."""
USAGE = "Usage: python -m reports.contact_sheet FILE.pdf [colour | grey | saver]\n"


def sheet_of(exercises: Iterable[Exercise], abilities: Iterable[Item], ink: Ink) -> str:
    """Return the pictures of all with their names and words as one HTML document."""
    return (
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">'
        f"<title>All drawings</title><style>{STYLE}</style></head><body>"
        f"<h1>All exercises</h1>{''.join(_one(one, ink) for one in exercises)}"
        "<h1>All abilities that the quiz asks about</h1>"
        f"{''.join(_drawn(f'{one.code} {one.text}', one.id, ink) for one in abilities)}"
        "</body></html>"
    )


def _one(exercise: Exercise, ink: Ink) -> str:
    """Return an exercise and its other ways."""
    return _drawn(f"{exercise.code} {exercise.name}", exercise.id, ink) + "".join(
        _drawn(f"{exercise.code} {exercise.name}: {variant.id}", variant.id, ink)
        for variant in exercise.variant
    )


def _drawn(title: str, figure: str, ink: Ink) -> str:
    images = images_of(figure, ink)
    drawn = "".join(f'<img src="{one.source}" alt="{escape(one.text)}">' for one in images)
    words = " ".join(escape(one.text) for one in images)
    return f'<section class="one"><h2>{escape(title)}</h2><p>{drawn}</p><p>{words}</p></section>'


def main(arguments: list[str]) -> int:
    """Write the sheets to the file that *arguments* name; 2 where they cannot be read."""
    path, ink = (*arguments, "colour")[:2] if arguments else ("", "")
    inks = {one: one for one in get_args(Ink)}
    if not path or ink not in inks or len(arguments) > 2:
        sys.stderr.write(USAGE)
        return 2
    abilities = load_questionnaire().items_of("ability")
    html = sheet_of(load_catalogue().exercises, abilities, inks[ink])
    Path(path).write_bytes(pdf_of(html, DAY))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
