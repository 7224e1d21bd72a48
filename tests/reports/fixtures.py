"""What the tests of the paper share: clients, their pages, and PDFs that are made only once."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from assessment.catalogue.model import Catalogue
from assessment.core.assess import Assessment, assess
from assessment.exchange.answers_document import sheet_of
from assessment.files.atomic_write import write_whole_file
from questions.questionnaire import Questionnaire
from reports.html.render import html_of
from reports.output.print_options import Sheets
from reports.pdf.rendering import pdf_of
from reports.sheets.view import view_of
from tests.clients import answers_of
from tests.conftest import MakeAssessment, everyday_and_heavy
from tests.reports.reading import Element, page_of

DAY = datetime.date(2026, 5, 12)

Case = Callable[..., Assessment]
PageOf = Callable[..., Element]
PdfOf = Callable[[str], bytes]

CLIENTS: dict[str, tuple[str, dict[str, Any]]] = {
    "train": ("D02", {"name": "Ana Moreau"}),
    "pregnant": ("D06", {}),
    "emergency": ("D13", {"name": "Ana Moreau"}),
    "same_day": ("D14", {}),
    "see_clinician": ("D12", {}),
    "postpone": ("D01", {"acute_illness": "yes"}),
}
"""Clients whose PDFs several tests look at: a vignette, and what is changed in it."""
PRINTED = everyday_and_heavy(
    ("train", "emergency", "see_clinician"), "pregnant", "same_day", "postpone"
)
"""The same as parameters: the exercises, the page of the flags, and the one for a clinician."""


@pytest.fixture(scope="session")
def case(questionnaire: Questionnaire, catalogue: Catalogue) -> Case:
    """Return a function: vignette (D01 to D33) and changes (None: unanswered) -> assessment."""

    def of(vignette: str, /, **changes: Any) -> Assessment:
        document = {
            "questionnaire": questionnaire.id,
            "version": questionnaire.version,
            "answers": answers_of(vignette) | changes,
        }
        return assess(sheet_of(document, questionnaire), catalogue)

    return of


@pytest.fixture(scope="session")
def page(case: Case, catalogue: Catalogue) -> PageOf:
    """Return a function: vignette, sheets and changes -> its HTML page."""

    def of(vignette: str, sheets: Sheets = "both", /, **changes: Any) -> Element:
        return page_of(html_of(view_of(case(vignette, **changes), catalogue, DAY), sheets))

    return of


@pytest.fixture
def worked_example(make_assessment: MakeAssessment, catalogue: Catalogue) -> Element:
    """Return the trainer sheet of the worked example of docs/rules.md 4.10."""
    assessment = make_assessment(
        {"chair_rise": 2, "stairs": 1, "bridge": 2, "box_lift": 1, "bridge_one_leg": 3},
        pain_hip=4,
        pain_days="weekly",
        active_days=1,
        active_minutes=60,
        sitting_hours=9,
        strength_regions=[],
    )
    return page_of(html_of(view_of(assessment, catalogue, DAY), "trainer"))


@pytest.fixture(scope="session")
def printed_once(shared_folder: Path) -> PdfOf:
    """Return a function: a page as HTML -> its PDF, made by the worker that wants it first."""

    def of(page: str) -> bytes:
        kept = shared_folder / f"{hashlib.sha256(page.encode()).hexdigest()}.pdf"
        if not kept.exists():
            write_whole_file(kept, pdf_of(page, DAY))
        return kept.read_bytes()

    return of


@pytest.fixture(scope="session")
def pdf(case: Case, catalogue: Catalogue, printed_once: PdfOf) -> PdfOf:
    """Return a function: a name of ``CLIENTS`` -> the bytes of the whole report."""

    @cache
    def of(client: str) -> bytes:
        vignette, changes = CLIENTS[client]
        return printed_once(html_of(view_of(case(vignette, **changes), catalogue, DAY)))

    return of
