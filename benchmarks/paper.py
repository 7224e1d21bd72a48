"""The pages that are printed, as our templates make them and as a plain script would take them."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

from assessment.catalogue.loader import load_catalogue
from assessment.core.assess import assess
from assessment.exchange.answers_document import sheet_of
from questions.loader import load_questionnaire
from reports.html.render import html_of
from reports.html.stylesheet import stylesheet
from reports.output.print_options import Sheets
from reports.pdf import typeface
from reports.sheets.view import view_of

VIGNETTES = Path(__file__).parent.parent / "tests" / "vignettes"
TRAINING = ("D02", "D05", "D08", "D11")
"""Clients who may train, so each has exercises on the client sheet."""
DAY = datetime.date(2026, 5, 12)

PLAIN = """
import sys
from weasyprint import HTML
HTML(string=open(sys.argv[1], encoding="utf-8").read()).write_pdf(sys.argv[2])
"""
"""What somebody writes who knows WeasyPrint since yesterday."""


def answers_of(vignette: str) -> Path:
    """Return the answers file of *vignette*, such as D02."""
    (path,) = (one for one in VIGNETTES.glob(f"{vignette}-*.json") if ".expected" not in one.name)
    return path


def page_of(vignette: str, sheets: Sheets) -> str:
    """Return the HTML of *vignette* as the report command hands it to the printer."""
    document = json.loads(answers_of(vignette).read_text(encoding="utf-8"))
    assessment = assess(sheet_of(document, load_questionnaire()), load_catalogue())
    return html_of(view_of(assessment, load_catalogue(), DAY), sheets)


def plain_page_of(vignette: str, sheets: Sheets) -> str:
    """Return the same HTML with the same styles and fonts in it, so that it stands alone."""
    faces = "".join(
        f"@font-face{{font-family:{typeface.FAMILY};font-style:{face.style};"
        f"font-weight:{face.weight};src:url({(typeface.folder() / face.file).as_uri()})}}\n"
        for face in typeface.FACES
    )
    head = f"<style>{faces}{stylesheet()}</style></head>"
    return page_of(vignette, sheets).replace("</head>", head)
