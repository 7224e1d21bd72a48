"""The pages in docs/: what points to them is there, and so is what they point to."""

from __future__ import annotations

import itertools
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.docs_pages import DOCS, ROOT, WITH_DOCS, section

pytestmark = WITH_DOCS

FOLDERS = ("assessment", "questions", "reports", "setting_up", "tests", "benchmarks", "docs")
KINDS = {".py", ".toml", ".md", ".html", ".css", ".tcss"}
GUIDES = ("README.md", "CONTRIBUTING.md", *(f"docs/{page.name}" for page in DOCS.glob("*.md")))
"""Pages whose links and paths have to lead somewhere; the changelog and DECISIONS look back."""

NUMBER = r"\d+(?:\.\d+)*"
NUMBERS = rf"(?P<numbers>(?: {NUMBER}(?:(?:,| and| to) {NUMBER})*)?)"
POINTER = re.compile(rf"docs/(?P<page>[\w-]+\.md)`?{NUMBERS}")
"""``docs/rules.md 2.2, 2.3 and 3``, also over the end of a line."""
LINK = re.compile(rf"\]\((?P<page>[^)\s:#]+)(?:#[^)]*)?\){NUMBERS}")
HEADING = re.compile(rf"^#+ ({NUMBER}) ", re.MULTILINE)
OWN_SECTION = re.compile(rf"\b[Ss]ections? ({NUMBER})|\((\d\.\d+)\)")
"""``section 4`` or ``(5.3)``: a section of the same page."""
VAGUE = re.compile(r"\b([Cc]ontract|[Ee]vidence)('s)?,? \(?(sections? )?\d")
"""A pointer to a section that does not name its page."""
PAGE = re.compile(r"(?<![\w/.-])[\w/-]+\.md\b")
PATH = re.compile(r"`((?:assessment|questions|reports|setting_up|tests|benchmarks|docs)/[^`\s]+)`")


@cache
def text_files() -> tuple[Path, ...]:
    """Return every file that may point to a page, but for this one, which plays with pointers."""
    found = [one for folder in FOLDERS for one in (ROOT / folder).rglob("*")]
    found += [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "pyproject.toml")]
    return tuple(one for one in found if one.suffix in KINDS and one != Path(__file__))


@cache
def flat(path: Path) -> str:
    """Return the text of *path* with each line end, and the mark of a comment after it, a space."""
    return re.sub(r"\n\s*(?:# )?", " ", path.read_text("utf-8"))


@cache
def sections_of(page: Path) -> frozenset[str]:
    return frozenset(HEADING.findall(page.read_text("utf-8")))


def dangling(path: Path) -> Iterator[str]:
    """Yield each pointer of *path* to a page or section that is not there."""
    for found in POINTER.finditer(flat(path)):
        page = DOCS / found["page"]
        known = sections_of(page) if page.is_file() else frozenset[str]()
        numbers = re.findall(NUMBER, found["numbers"])
        if not page.is_file() or not known.issuperset(numbers):
            yield f"{path.relative_to(ROOT)}: {found[0]}"


def test_every_pointer_to_docs_leads_to_a_section_that_is_there() -> None:
    assert [one for path in text_files() for one in dangling(path)] == []


def test_a_pointer_that_leads_nowhere_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.test_docs.ROOT", tmp_path)
    code = tmp_path / "code.py"
    code.write_text('"""As docs/rules.md 4.2 and\n99.1 has it."""\n# docs/none.md\n')
    assert list(dangling(code)) == [
        "code.py: docs/rules.md 4.2 and 99.1",
        "code.py: docs/none.md",
    ]


def test_no_pointer_leaves_open_which_page_it_means() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {one[0]}"
        for path in text_files()
        for one in VAGUE.finditer(flat(path))
    ]
    assert found == []


def test_no_comment_names_a_page_that_the_repository_does_not_hold() -> None:
    pages = tuple(f"/{path.as_posix()}" for path in text_files() if path.suffix == ".md")
    pages += tuple(f"/{path.name}" for path in ROOT.glob("*.md"))
    found = [
        f"{path.relative_to(ROOT)}: {name}"
        for path in text_files()
        for name in PAGE.findall(path.read_text("utf-8"))
        if not any(page.endswith(f"/{name}") for page in pages)
    ]
    assert found == []


@pytest.mark.parametrize("name", GUIDES)
def test_every_link_of_a_guide_leads_to_a_file_and_section(name: str) -> None:
    page = ROOT / name
    for found in LINK.finditer(flat(page)):
        target = page.parent / found["page"]
        assert target.exists(), found[0]
        assert sections_of(target) >= set(re.findall(NUMBER, found["numbers"])), found[0]


@pytest.mark.parametrize("name", GUIDES)
def test_every_path_that_a_guide_names_is_there(name: str) -> None:
    paths = PATH.findall((ROOT / name).read_text("utf-8"))
    named = [one for one in paths if "<" not in one and "NUMBER" not in one]
    assert [one for one in named if not list(ROOT.glob(one.rstrip("/")))] == []


@pytest.mark.parametrize("page", sorted(DOCS.glob("*.md")), ids=lambda page: page.name)
def test_sections_are_numbered_in_order_and_speak_of_each_other_rightly(page: Path) -> None:
    numbers = HEADING.findall(page.read_text("utf-8"))
    ordered = sorted(numbers, key=lambda one: [int(part) for part in one.split(".")])
    assert numbers == ordered
    assert len(set(numbers)) == len(numbers)
    assert {one for pair in OWN_SECTION.findall(flat(page)) for one in pair if one} <= {*numbers}


def test_the_picture_has_every_room_and_its_arrows_point_down() -> None:
    picture = section("architecture.md", "1")
    rooms = dict(re.findall(r'^ +(\w+)\["([\w.]+)<br>', picture, re.MULTILINE))
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
    layers = next(one["layers"] for one in contracts["contracts"] if one["type"] == "layers")
    row = {room: at for at, layer in enumerate(layers) for room in layer.split(" | ")}
    folders = {f"assessment.{one.parent.name}" for one in ROOT.glob("assessment/*/__init__.py")}
    assert set(rooms.values()) == set(row) == folders | {"questions", "reports"}
    chains = [line.split("-->") for line in picture.splitlines() if "-->" in line]
    for above, below in (pair for chain in chains for pair in itertools.pairwise(chain)):
        for one, other in itertools.product(above.split("&"), below.split("&")):
            assert row[rooms[one.strip()]] < row[rooms[other.strip()]], (one, other)
