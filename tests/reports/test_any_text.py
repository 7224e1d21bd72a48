"""Whatever stands in a free field: a whole report, our fonts, nothing fetched, nothing broken.

An everyday run prints some as a name, a heavy one all, and two in all fields of both sheets; with
``EVERY_TEXT`` in the environment (``make texts-test``) it prints all of them there.
"""

from __future__ import annotations

import logging
import os
import socket
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any, NoReturn

import pikepdf
import pytest

from assessment.catalogue.model import Catalogue
from reports.html.render import html_of
from reports.output.print_options import PrintOptions
from reports.pdf import engine, typeface
from reports.sheets.view import view_of
from tests.cases import each
from tests.conftest import everyday_and_heavy
from tests.reports import hostile
from tests.reports.accessibility import faults_of, text_read_aloud
from tests.reports.fixtures import DAY, Case
from tests.reports.layout import printed
from tests.reports.reading import page_of
from tests.settings.wishes import paper_of

EVERY = [*hostile.ALL]
SOME = EVERY if os.environ.get("EVERY_TEXT") else everyday_and_heavy([], *EVERY[3::56])

Check = Callable[[str], str]


@pytest.fixture(autouse=True)
def fetched(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Refuse every connection, and yield the addresses that anything was fetched from."""
    addresses: list[str] = []
    base = engine.weasyprint().urls.URLFetcher
    fetch = base.fetch

    def refuse(*_: object, **__: object) -> NoReturn:
        raise AssertionError("somebody opens a connection")

    def count(self: Any, url: str, headers: Any = None) -> Any:
        addresses.append(url)
        return fetch(self, url, headers)

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(base, "fetch", count)
    yield addresses
    assert [one for one in addresses if not one.startswith("data:image/")] == []


@pytest.fixture
def check(caplog: pytest.LogCaptureFixture) -> Check:
    """Return a function: print an HTML page, look at all of it, and return its text."""

    def of(html: str) -> str:
        with caplog.at_level(logging.WARNING, "weasyprint"):
            content, faults = printed(html, DAY)
        assert faults == []
        assert caplog.messages == []  # one of a .notdef glyph, for instance
        with pikepdf.open(BytesIO(content)) as opened:
            assert faults_of(opened) == []
            return text_read_aloud(opened)

    return of


def test_there_are_a_hundred_of_them() -> None:
    assert len(set(hostile.ALL.values())) == len(hostile.ALL) >= 100
    assert all(len(text) <= 80 for text in hostile.ALL.values())


@pytest.mark.parametrize(
    "what", everyday_and_heavy(EVERY[::15], *(one for n, one in enumerate(EVERY) if n % 15))
)
def test_as_a_name_it_is_printed_right_or_leaves_a_line(
    case: Case, catalogue: Catalogue, check: Check, what: str
) -> None:
    assessment = case("D13", name=hostile.ALL[what])
    text = check(html_of(view_of(assessment, catalogue, DAY), "client"))
    name = "".join((assessment.sheet.get("name") or "").split())
    if what in hostile.LETTERS or what in hostile.CODE:
        assert name in text
    if what in hostile.OTHER_SCRIPTS:
        assert f"{typeface.name_on_paper(name) or 'Name'}12May2026" in text


@pytest.mark.parametrize("what", SOME)
def test_in_every_field_it_is_text_and_no_more(
    case: Case, catalogue: Catalogue, check: Check, tmp_path: Path, what: str
) -> None:
    text = hostile.ALL[what]
    clearance = {"by": text, "on": "2026-05-01", "for": ["chest_pain"]}
    cleared = clearance if text.strip() else None
    assessment = case("D12", name=text, clearance=cleared)
    wishes = {"gym": text[:60], "address": text, "logo": text}
    paper, unmet = paper_of(wishes, tmp_path)
    assert any(fault.startswith("logo: ") for fault in unmet)
    said = check(html_of(view_of(assessment, catalogue, DAY), paper=paper))
    if what in hostile.LETTERS:
        assert f"{text.replace(' ', '')}clearedyoutotrain" in said
        assert text[:60].replace(" ", "") in said


@each("what", EVERY)
@pytest.mark.heavy
def test_in_a_browser_it_is_text_and_no_more(case: Case, catalogue: Catalogue, what: str) -> None:
    assessment = case("D13", name=hostile.ALL[what])
    paper = PrintOptions(gym=hostile.ALL["script"], address=hostile.ALL["svg"])
    html = html_of(view_of(assessment, catalogue, DAY), self_contained=True, paper=paper)
    page = page_of(html)
    assert not [*page.all("script"), *page.all("img"), *page.all("object")]
    assert {one.text for one in page.all("p", "name")} == {
        " ".join((assessment.sheet.get("name") or "Name").split())
    }


def test_letters_that_the_fonts_lack_are_squares_and_not_gaps() -> None:
    assert typeface.text_on_paper("Dr 王小明, Ana\u200d") == "Dr □□□, Ana"
    assert typeface.text_on_paper("A\u0301\u0301\u0301\u0301") == "A\u0301\u0301"


def test_a_letter_that_is_missing_would_be_found(check: Check) -> None:
    with pytest.raises(AssertionError, match="notdef"):
        check('<html lang="en"><title>x</title><h1>x</h1><p style="font: 9pt Inter">王')
