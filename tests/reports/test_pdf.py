"""The PDF by its structure: pages, tags, fonts, text; and that it reaches for nothing."""

from __future__ import annotations

import logging
import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from importlib.resources import files
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest

from assessment.catalogue.model import Catalogue
from assessment.version import VERSION
from reports.errors import ReportError
from reports.html.render import html_of
from reports.pdf.rendering import engine_version, fetcher_for, pdf_of
from reports.sheets.view import view_of
from tests import contract
from tests.conftest import everyday_and_heavy
from tests.reports.fixtures import DAY, PRINTED, Case, PdfOf
from tests.reports.reading import tags_of, texts_of


@pytest.mark.parametrize("client", PRINTED)
def test_it_is_a_tagged_pdf_with_language_and_title(pdf: PdfOf, client: str) -> None:
    with pikepdf.open(BytesIO(pdf(client))) as opened:
        assert opened.Root.MarkInfo.Marked
        assert str(opened.Root.Lang) == "en"
        assert opened.Root.ViewerPreferences.DisplayDocTitle
        assert str(opened.docinfo["/Title"]).startswith("Posterior-chain check")
        with opened.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"


@pytest.mark.parametrize("client", PRINTED)
def test_figures_tables_and_headings_can_be_read_aloud(pdf: PdfOf, client: str) -> None:
    with pikepdf.open(BytesIO(pdf(client))) as opened:
        tags = tags_of(opened)
    figures = [tag for tag in tags if tag.kind == "Figure"]
    assert all(figure.alternative for figure in figures)
    assert bool(figures) == (client in ("train", "pregnant"))
    headings = [int(tag.kind[1]) for tag in tags if re.fullmatch(r"H\d", tag.kind)]
    assert headings[0] == 1
    assert all(later <= one + 1 for one, later in pairwise(headings))
    assert {tag.parent for tag in tags if tag.kind == "TH"} <= {"TR"}
    assert sum(tag.kind == "TH" for tag in tags) >= sum(tag.kind == "Table" for tag in tags) > 0
    assert {tag.kind for tag in tags if tag.parent == "L"} <= {"LI"}


def test_every_picture_is_told_in_words(pdf: PdfOf) -> None:
    with pikepdf.open(BytesIO(pdf("train"))) as opened:
        body, *poses = [tag for tag in tags_of(opened) if tag.kind == "Figure"]
    assert body.alternative.startswith("The body from behind. 1: low back, marked, 2: glutes,")
    assert len(poses) >= 2 * 6
    assert all(len(pose.alternative) > 20 for pose in poses)


@pytest.mark.parametrize("client", PRINTED)
def test_only_bundled_fonts_are_embedded(pdf: PdfOf, client: str) -> None:
    with pikepdf.open(BytesIO(pdf(client))) as opened:
        fonts = [font for page in opened.pages for font in page.Resources.Font.values()]
        names = {str(font.BaseFont).split("+")[1] for font in fonts}
        embedded = ["/FontFile2" in font.DescendantFonts[0].FontDescriptor for font in fonts]
    assert names <= {"Inter", "Inter-Italic", "Inter-Semi-Bold", "Inter-Bold"}
    assert "Inter-Semi-Bold" in names
    assert all(embedded)


def test_every_page_has_day_versions_and_its_number(pdf: PdfOf) -> None:
    texts = texts_of(pdf("train"))
    numbers = [re.findall(r"page (\d+) of (\d+)", text)[-1] for text in texts]
    clients = int(numbers[0][1])
    expected = [(str(one), str(clients)) for one in range(1, clients + 1)]
    trainers = len(texts) - clients
    expected += [(str(one), str(trainers)) for one in range(1, trainers + 1)]
    assert numbers == expected
    for text in texts:
        assert "Ana Moreau, 12 May 2026" in text
        assert f"Posterior-chain check {VERSION}, questionnaire {contract.VERSION}" in text


def test_page_1_stands_alone(pdf: PdfOf) -> None:
    first = texts_of(pdf("train"))[0]
    for words in (
        "Most room to grow: low back",
        "76 marked",
        "Your next step",
        "See someone first",
    ):
        assert words in first
    assert re.search(r"This is a screen, not a diagnosis. How this was worked out : page \d", first)


def closed(text: str) -> str:
    """Return *text* without spaces: where a line ends is nobody's business here."""
    return "".join(text.split())


def test_every_exercise_stands_whole_on_one_page(pdf: PdfOf, case: Case) -> None:
    texts = [closed(text) for text in texts_of(pdf("train"))]
    for one in case("D02").exercises:
        (card,) = [text for text in texts if closed(one.how.start) in text]
        assert closed(one.exercise.name) in card
        assert closed(one.how.steps[-1]) in card
        assert closed(f"Stop if {one.how.stop_if}.") in card


@pytest.mark.parametrize(
    "client", everyday_and_heavy(["emergency", "see_clinician"], "same_day", "postpone")
)
def test_a_referral_is_one_page_without_exercise_or_score(
    pdf: PdfOf, catalogue: Catalogue, client: str
) -> None:
    texts = texts_of(pdf(client))
    first = texts[0]
    assert "page 1 of 1" in first
    assert not re.search(r"\b(mild|moderate|marked)\b|Signs of low capacity", first)
    assert not [one.name for one in catalogue.exercises if one.name in " ".join(texts)]
    assert ("For the clinician" in first) == (client != "postpone")
    assert "Signature" in first


@pytest.mark.heavy
def test_nothing_is_logged_for_our_own_pages(
    case: Case, catalogue: Catalogue, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING, "weasyprint"):
        pdf_of(html_of(view_of(case("D02", screen_neck=None, head_lift=None), catalogue, DAY)), DAY)
    assert caplog.records == []


@pytest.mark.parametrize("client", PRINTED)
def test_it_is_of_its_day_and_carries_no_file_and_no_script(pdf: PdfOf, client: str) -> None:
    with pikepdf.open(BytesIO(pdf(client))) as opened:
        assert str(opened.docinfo["/CreationDate"]).startswith("D:20260512")
        assert "/ID" not in opened.trailer
        assert "/EmbeddedFiles" not in opened.Root.get("/Names", {})
        assert "/OpenAction" not in opened.Root
        uris = [
            annotation
            for page in opened.pages
            for annotation in page.get("/Annots", [])
            if "/URI" in annotation.get("/A", {})
        ]
    assert uris == []


@pytest.fixture
def server() -> Iterator[tuple[str, list[str]]]:
    """Yield the address of a web server, and the paths that somebody asked it for."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as listening:
        thread = threading.Thread(target=listening.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listening.server_port}", asked
        listening.shutdown()
        thread.join()


def test_a_name_with_an_address_is_not_fetched(
    case: Case, catalogue: Catalogue, server: tuple[str, list[str]]
) -> None:
    address, asked = server
    name = f"<img src={address}/x>"
    texts = texts_of(pdf_of(html_of(view_of(case("D13", name=name), catalogue, DAY)), DAY))
    assert name in texts[0]
    assert asked == []


@pytest.mark.parametrize(
    "element",
    [
        '<img alt="x" src="{url}/x.png">',
        '<link rel="stylesheet" href="{url}/x.css">',
        '<p style="background-image: url({url}/x.png)">x</p>',
        '<style>@import "{url}/x.css";</style>',
        '<object data="{url}/x.png"></object>',
    ],
)
def test_a_page_that_wants_the_network_is_refused(
    server: tuple[str, list[str]], element: str
) -> None:
    address, asked = server
    with pytest.raises(ReportError, match="No PDF was made: Failed to load"):
        pdf_of(f'<html lang="en"><title>x</title>{element.format(url=address)}', DAY)
    assert asked == []


def test_a_file_of_somebody_else_is_refused(tmp_path: Path) -> None:
    secret = tmp_path / "secret.png"
    secret.write_bytes(b"x")
    with pytest.raises(ReportError, match="not a file of this program"):
        pdf_of(f'<html lang="en"><title>x</title><img alt="x" src="{secret.as_uri()}">', DAY)


def test_the_fetcher_reads_our_own_files_and_no_others(tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "in.txt").write_text("ours")
    (tmp_path / "out.txt").write_text("not ours")
    (own / "link.txt").symlink_to(tmp_path / "out.txt")
    fetcher = fetcher_for(own)
    with fetcher.fetch((own / "in.txt").as_uri())._file_obj as file:
        assert file.read() == b"ours"
    for address in (
        (tmp_path / "out.txt").as_uri(),
        f"{own.as_uri()}/../out.txt",
        f"{own.as_uri()}/%2e%2e/out.txt",
        (own / "link.txt").as_uri(),
        f"file://elsewhere{own.as_posix()}/in.txt",
        "FILE:///etc/hosts",
        "ftp://127.0.0.1/x",
        "https://127.0.0.1/x",
    ):
        with pytest.raises(ValueError, match=r"not a file of this program|disallowed protocol"):
            fetcher.fetch(address)


def test_the_fetcher_of_the_reports_reaches_their_stylesheet() -> None:
    root = Path(str(files("reports")))
    response = fetcher_for(root).fetch((root / "templates" / "report.css").as_uri())
    assert b"@page" in response.read()
    response.close()


def test_the_engine_has_a_version() -> None:
    assert re.fullmatch(r"WeasyPrint \d+\.\d+", engine_version())


@pytest.mark.parametrize("client", PRINTED)
def test_both_sheets_together_are_small_enough_to_send(pdf: PdfOf, client: str) -> None:
    assert len(pdf(client)) <= 250_000
