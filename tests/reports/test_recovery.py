"""The recovery sheet: what stands on it can be typed in again, on one page."""

from __future__ import annotations

import datetime
from io import BytesIO

import pikepdf
import pytest

from assessment.records.sealing import age_format
from assessment.records.sealing.gym_keys import typed_key
from reports.forms.recovery import Recovery, groups_of, recovery_html, recovery_text
from reports.pdf.rendering import pdf_of
from tests.reports.reading import page_of

DAY = datetime.date(2026, 11, 26)


@pytest.fixture(scope="module")
def recovery() -> Recovery:
    secret = age_format.new_secret()
    return Recovery(secret, age_format.public_of(secret), 3, DAY)


def test_the_groups_on_paper_are_the_key(recovery: Recovery) -> None:
    groups = groups_of(recovery.secret)

    assert {len(group) for group in groups[:-1]} == {4}
    assert typed_key(" ".join(groups)) == recovery.secret


def test_the_text_has_the_key_and_says_where_it_goes(recovery: Recovery) -> None:
    lines = recovery_text(recovery).splitlines()

    start = lines.index("AGE-SECRET-KEY-1")
    assert typed_key("".join(lines[start : start + 4])) == recovery.secret
    assert recovery.public in lines
    assert any("Key number 3" in line for line in lines)
    assert any("seal passphrase --lost" in line for line in lines)
    assert max(map(len, lines[: start + 6])) <= 80


def test_the_page_has_the_same(recovery: Recovery) -> None:
    page = page_of(recovery_html(recovery))

    [groups] = page.all("div", "groups")
    assert typed_key(groups.text) == recovery.secret
    assert "26 November 2026" in page.text
    assert recovery.public in page.text


def test_the_pdf_is_one_tagged_page(recovery: Recovery) -> None:
    with pikepdf.open(BytesIO(pdf_of(recovery_html(recovery), DAY))) as pdf:
        assert len(pdf.pages) == 1
        assert "/StructTreeRoot" in pdf.Root


def test_the_key_is_in_no_repr(recovery: Recovery) -> None:
    assert recovery.secret not in repr(recovery)
