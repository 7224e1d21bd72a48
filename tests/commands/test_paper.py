"""``posterior-chain paper``: the blank questionnaire as a file."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from tests.running import Run


@pytest.mark.heavy
def test_the_form_is_written_and_named(run: Run, tmp_path: Path) -> None:
    done = run("paper", "-o", "form.pdf", "--size", "letter", "--ink", "saver")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"form.pdf\n", b"")
    with pikepdf.open(tmp_path / "form.pdf") as pdf:
        assert [round(float(edge)) for edge in pdf.pages[0].mediabox[2:]] == [612, 792]


@pytest.mark.heavy
def test_the_same_form_is_the_same_bytes(start: Run, tmp_path: Path) -> None:
    day = {"SOURCE_DATE_EPOCH": "1770000000"}
    start("paper", "-o", "one.pdf", **day, PYTHONHASHSEED="1")
    start("paper", "-o", "two.pdf", **day, PYTHONHASHSEED="2", LANG="C")
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()


def test_the_gym_stands_at_its_head_in_html_too(run: Run, tmp_path: Path) -> None:
    (tmp_path / "gym.toml").write_text('[report]\ngym = "Northside"\nlogo = "none.png"\n')
    done = run("paper", "-o", "form.html", "--html", "--settings", "gym.toml")
    assert done.returncode == 0
    assert b"none.png cannot be read" in done.stderr
    page = (tmp_path / "form.html").read_text(encoding="utf-8")
    assert "<strong>Northside</strong>" in page
    assert "http" not in page.replace("http://www.w3.org/", "").replace("http-equiv", "")


def test_no_place_for_it_is_told(run: Run) -> None:
    done = run("paper", "-o", "none/form.pdf")
    assert done.returncode == 2
    assert b"The questionnaire was not written to none/form.pdf: the folder" in done.stderr
