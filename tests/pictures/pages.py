"""Two pages of the client sheet side by side, as README shows them."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pypdfium2
from PIL import Image

from assessment.exchange.answers_document import answers_document, read_answers
from assessment.reporting.making import report_for
from assessment.reporting.request import ReportRequest
from questions.loader import load_questionnaire

PAGES = (0, 3)
DAY = date(2026, 11, 29)
WIDTH, GAP, BORDER = 700, 24, 2
"""Pixels: of a page, between two, and around each."""
COLOURS = 32
PAGE_POINTS = 595.28
BORDERS: Mapping[str, tuple[int, int, int]] = {"dark": (48, 54, 61), "light": (208, 215, 222)}
NOTHING = (255, 0, 255)
"""What becomes transparent; the sheet has no such colour."""
DIMMED: Mapping[str, float] = {"dark": 0.93, "light": 1}


def pages_of(answers: Path) -> list[Image.Image]:
    """Return the pages of the sheet on *answers* that README shows."""
    sheet = read_answers(answers, load_questionnaire(), DAY)
    made = report_for(ReportRequest(answers_document(sheet), DAY, sheets="client"))
    document = pypdfium2.PdfDocument(made.content)
    return [document[number].render(scale=WIDTH / PAGE_POINTS).to_pil() for number in PAGES]


def side_by_side(pages: list[Image.Image], look: str) -> bytes:
    """Return *pages* beside each other as a small PNG."""
    width, height = pages[0].size
    whole = (len(pages) * (width + 2 * BORDER + GAP) - GAP, height + 2 * BORDER)
    picture = Image.new("RGB", whole, NOTHING)
    for number, page in enumerate(pages):
        left = number * (width + 2 * BORDER + GAP)
        picture.paste(BORDERS[look], (left, 0, left + width + 2 * BORDER, whole[1]))
        dimmed = page.convert("RGB").point(lambda value: round(value * DIMMED[look]))
        picture.paste(dimmed, (left + BORDER, BORDER))
    few = picture.quantize(COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    nothing = few.getpixel((width + 2 * BORDER + GAP // 2, 0))
    content = io.BytesIO()
    few.save(content, "PNG", optimize=True, transparency=nothing)
    return content.getvalue()
