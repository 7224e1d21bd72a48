"""What cannot be made is said in one sentence, and is not made half."""

from __future__ import annotations

import ctypes.util
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from reports.errors import PdfUnavailableError, ReportError
from reports.pdf import engine, rendering, typeface
from tests.reports.fixtures import DAY

PAGE = '<html lang="en"><title>x</title><p>x</p>'


@pytest.fixture
def fonts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Yield a copy of the folder of the fonts that the program takes for its own."""
    copy = Path(shutil.copytree(typeface.folder(), tmp_path / "fonts"))
    monkeypatch.setattr(typeface, "folder", lambda: copy)
    typeface.check_fonts.cache_clear()
    yield copy
    typeface.check_fonts.cache_clear()


def test_all_faces_are_whole() -> None:
    assert typeface.check_fonts() == 4


def test_a_missing_font_is_an_error_and_not_another_font(fonts: Path) -> None:
    (fonts / "Inter-SemiBold.ttf").unlink()
    with pytest.raises(ReportError, match=r"Inter-SemiBold\.ttf cannot be read"):
        rendering.pdf_of(PAGE, DAY)


def test_a_damaged_font_is_an_error(fonts: Path) -> None:
    path = fonts / "Inter-Regular.ttf"
    content = bytearray(path.read_bytes())
    content[5000] ^= 1
    path.write_bytes(content)
    with pytest.raises(ReportError, match=r"Inter-Regular\.ttf is damaged"):
        rendering.pdf_of(PAGE, DAY)


def test_a_font_of_the_computer_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typeface, "FAMILY", "Another")
    with pytest.raises(ReportError, match=r"other fonts \(Inter\)"):
        rendering.pdf_of(PAGE, DAY)


def test_without_pango_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    search = ctypes.util.find_library
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    monkeypatch.setattr(sys, "platform", "linux")
    with pytest.raises(PdfUnavailableError) as error:
        engine.weasyprint.__wrapped__()
    assert "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0" in str(error.value)
    assert ctypes.util.find_library is search


@pytest.mark.parametrize(
    ("platform", "said"), [("darwin", "brew install pango"), ("win32", "pacman -S mingw-w64")]
)
def test_each_system_has_its_own_way(
    monkeypatch: pytest.MonkeyPatch, platform: str, said: str
) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    monkeypatch.setattr(sys, "platform", platform)
    with pytest.raises(PdfUnavailableError, match=said):
        engine.weasyprint.__wrapped__()


def test_without_room_for_a_temporary_file_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(**_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tempfile.TemporaryDirectory", full)
    with pytest.raises(ReportError, match="no temporary file can be written"):
        rendering._printer.__wrapped__()
