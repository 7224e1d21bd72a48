"""Everybody can have a report read aloud, in order; and the check of that finds what is wrong."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest

from assessment.catalogue.model import Catalogue
from reports.html.render import html_of
from reports.output.print_options import PrintOptions
from reports.pdf.rendering import pdf_of
from reports.sheets.view import view_of
from reports.words import common as words
from tests.conftest import HEAVY, everyday_and_heavy
from tests.reports.accessibility import faults_of, text_read_aloud
from tests.reports.fixtures import DAY, PRINTED, Case, PdfOf
from tests.reports.reading import Element, page_of

NOT_IN_HTML = frozenset({"Figure", "Lbl", "THead"})
"""Pictures are told by their own text, numbers of lists are set by the printer, and the head of
a table comes again on its next page."""


@pytest.mark.parametrize("client", PRINTED)
def test_a_report_can_be_read_aloud(pdf: PdfOf, client: str) -> None:
    with pikepdf.open(BytesIO(pdf(client))) as opened:
        assert faults_of(opened) == []


@pytest.mark.parametrize("vignette", everyday_and_heavy(["D14"], "D03", "D05", "D12"))
def test_so_can_one_with_a_letterhead_and_measurements(
    case: Case, catalogue: Catalogue, vignette: str
) -> None:
    dot = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw=="
    paper = PrintOptions(
        size="letter", ink="grey", gym="Northside", address="1 River Street", logo=dot
    )
    view = view_of(case(vignette, name="Ana"), catalogue, DAY)
    with pikepdf.open(BytesIO(pdf_of(html_of(view, paper=paper), DAY))) as opened:
        assert faults_of(opened) == []


def text_of(element: Element) -> str:
    """Return the text below *element* as the order of the HTML has it, without spaces."""
    skipped = ("head", "svg", "thead")
    parts = (
        one if isinstance(one, str) else text_of(one)
        for one in element.children
        if isinstance(one, str) or one.tag not in skipped
    )
    return "".join("".join(parts).split())


@pytest.mark.parametrize("vignette", everyday_and_heavy(["D02", "D13"], "D11"))
def test_it_is_read_in_the_order_of_the_page(
    case: Case, catalogue: Catalogue, printed_once: PdfOf, vignette: str
) -> None:
    html = html_of(view_of(case(vignette, name="Ana Moreau"), catalogue, DAY))
    with pikepdf.open(BytesIO(printed_once(html))) as opened:
        aloud = text_read_aloud(opened, NOT_IN_HTML)
    on_page = "".join(words.ON_PAGE.split())
    assert re.sub(rf"{re.escape(on_page)}\d+", "", aloud) == text_of(page_of(html))


def test_the_foot_of_a_page_is_not_read_aloud(pdf: PdfOf) -> None:
    with pikepdf.open(BytesIO(pdf("train"))) as opened:
        assert "page1of" not in text_read_aloud(opened)


def test_a_link_says_where_it_leads(pdf: PdfOf) -> None:
    with pikepdf.open(BytesIO(pdf("train"))) as opened:
        said = {str(one.Contents) for page in opened.pages for one in page.get("/Annots", [])}
    assert said == {"How this was worked out"}


def test_a_figure_is_where_its_tag_says(pdf: PdfOf) -> None:
    """The body map: 36 x 82.6 mm, 3.5 mm from the right edge of an A4 page within 18 mm."""
    with pikepdf.open(BytesIO(pdf("train"))) as opened:
        left, low, right, high = (float(edge) * 25.4 / 72 for edge in figure_of(opened).A.BBox)
    assert (right - left, high - low) == pytest.approx((36, 82.6), abs=0.1)
    assert right == pytest.approx(210 - 18 - 3.5, abs=0.1)
    assert 297 / 2 < high < 297 - 16


def figure_of(pdf: pikepdf.Pdf) -> pikepdf.Dictionary:
    return first(pdf, "/Figure")


def first(pdf: pikepdf.Pdf, kind: str) -> pikepdf.Dictionary:
    """Return the first tag of *kind*."""
    return next(
        one
        for one in pdf.objects
        if isinstance(one, pikepdf.Dictionary)
        and str(one.get("/S", "")) == kind
        and "/P" in one
        and one.get("/K")
    )


def no_title(pdf: pikepdf.Pdf) -> None:
    del pdf.docinfo["/Title"]


def no_title_in_metadata(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        del metadata["dc:title"]


def not_pdf_ua(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        del metadata["pdfuaid:part"]


def heads_become_cells(pdf: pikepdf.Pdf) -> None:
    for one in pdf.objects:
        if isinstance(one, pikepdf.Dictionary) and str(one.get("/S", "")) == "/TH":
            one.S = pikepdf.Name.TD
            del one["/ID"]


def paint_outside(what: bytes) -> Callable[[pikepdf.Pdf], None]:
    return lambda pdf: pdf.pages[0].contents_add(what)


def untag_page(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].obj["/StructParents"]


def forget_a_tag(pdf: pikepdf.Pdf) -> None:
    first(pdf, "/H2").K = pikepdf.Array()


def read_twice(pdf: pikepdf.Pdf) -> None:
    heading = first(pdf, "/H2")
    heading.K.append(heading.K[0])


def rename(kind: str, other: str) -> Callable[[pikepdf.Pdf], None]:
    def change(pdf: pikepdf.Pdf) -> None:
        first(pdf, kind).S = pikepdf.Name(other)

    return change


BROKEN: list[tuple[str, Callable[[pikepdf.Pdf], None], str]] = [
    ("Lang", lambda pdf: pdf.Root.__delitem__("/Lang"), "no language"),
    ("MarkInfo", lambda pdf: pdf.Root.__delitem__("/MarkInfo"), "not marked as tagged"),
    ("viewer", lambda pdf: pdf.Root.__delitem__("/ViewerPreferences"), "the name of the file"),
    ("tags", lambda pdf: pdf.Root.__delitem__("/StructTreeRoot"), "the document has no tags"),
    ("title", no_title, "the document has no title"),
    ("dc:title", no_title_in_metadata, "the metadata have no title"),
    ("part", not_pdf_ua, "do not say PDF/UA-1"),
    ("alt", lambda pdf: figure_of(pdf).__delitem__("/Alt"), "a figure has no text"),
    ("blank alt", lambda pdf: figure_of(pdf).__setitem__("/Alt", "  "), "a figure has no text"),
    ("th", heads_become_cells, "no header cells"),
    ("h1", rename("/H1", "/P"), "first heading is not of level 1"),
    ("h2", rename("/H2", "/H4"), "level 4 comes after one of level 1"),
    ("li", rename("/LI", "/P"), "something else than items"),
    ("page", untag_page, "page 1 is not tagged"),
    ("line", paint_outside(b"0 0 m 9 9 l S"), "page 1 has content that is neither tagged"),
    ("text", paint_outside(b"BT /F0 9 Tf (x) Tj ET"), "page 1 has content that is neither"),
    ("lost", forget_a_tag, "has content that no tag leads to"),
    ("twice", read_twice, "has content that is read twice"),
    ("link", lambda pdf: pdf.pages[0].Annots[0].__delitem__("/Contents"), "without a description"),
    ("tabs", lambda pdf: pdf.pages[0].obj.__delitem__("/Tabs"), "in the order of its tags"),
]


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        pytest.param(*one, id=name, marks=HEAVY if number % 4 else ())
        for number, (name, *one) in enumerate(BROKEN)
    ],
)
def test_the_check_finds_what_was_broken(
    pdf: PdfOf, change: Callable[[pikepdf.Pdf], None], fault: str
) -> None:
    with pikepdf.open(BytesIO(pdf("train"))) as opened:
        change(opened)
        found = faults_of(opened)
    assert [one for one in found if fault in one], found


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("<h1>a</h1><h3>b</h3>", "a heading of level 3 comes after one of level 1"),
        ("<h2>a</h2>", "the first heading is not of level 1"),
        ("<h1>a</h1><table><tr><td>b</td></tr></table>", "a table has no header cells"),
    ],
)
def test_the_check_finds_what_a_template_left_out(body: str, fault: str) -> None:
    made = pdf_of(f'<html lang="en"><title>x</title>{body}', DAY)
    with pikepdf.open(BytesIO(made)) as opened:
        assert [one for one in faults_of(opened) if fault in one]
