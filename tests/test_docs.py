"""The pages in docs/: what points to them is there, and their tables say what the program does."""

from __future__ import annotations

import itertools
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from assessment.catalogue.model import Catalogue
from assessment.catalogue.patterns import Pattern
from questions.model import CheckItem, ScaleItem, Urgency
from questions.questionnaire import Questionnaire
from tests import contract, evidence

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
pytestmark = pytest.mark.skipif(not DOCS.is_dir(), reason="docs/ is not beside the tests")

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


# The tables of the rules against the content.


def section(page: str, number: str) -> str:
    """Return the text under the heading *number* of *page*, without the sections below it."""
    text = (DOCS / page).read_text("utf-8")
    found = re.search(rf"^#+ {re.escape(number)} .*?(?=^#+ |\Z)", text, re.DOTALL | re.MULTILINE)
    assert found, number
    return found[0]


def rows(page: str, number: str, table: int = 0) -> list[list[str]]:
    """Return the cells of a table of a section, without its head and without backticks."""
    tables = re.findall(r"(?:^\|.*\n)+", section(page, number), re.MULTILINE)
    lines = tables[table].splitlines()[2:]
    return [[cell.strip().replace("`", "") for cell in line[1:-1].split("|")] for line in lines]


def quoted(text: str) -> set[str]:
    return set(re.findall(r"`([a-z][a-z0-9_]*)`", text))


def span(cell: str) -> tuple[int, int]:
    low, high = cell.split("-")
    return int(low), int(high)


def test_the_regions(questionnaire: Questionnaire) -> None:
    told = [(one, *words) for one, _, *words in rows("rules.md", "1")]
    assert told == [(one.id.value, one.name, one.muscles) for one in questionnaire.regions]


def test_every_item_is_told_of_under_its_section(questionnaire: Questionnaire) -> None:
    place = {"about": "2.1", "safety": "2.2", "cautions": "2.3", "ability": "2.4", "signs": "2.5"}
    place |= {"exposure": "2.6", "tests": "2.7", "clearance": "2.8"}
    for name, number in place.items():
        items = {item.id for item in questionnaire.items_of(name)}
        assert items <= quoted(section("rules.md", number)), name


def test_the_flags_with_their_urgencies(questionnaire: Questionnaire) -> None:
    letter = {Urgency(name): code for code, name in contract.URGENCIES.items()}
    follow_ups = {one.follow_up_of: one for one in questionnaire.checks if one.follow_up_of}

    def row(flag: CheckItem) -> list[str]:
        more = follow_ups.get(flag.id)
        raised = [more.id, letter[more.urgency]] if more and more.urgency else ["", ""]
        return [flag.code, flag.id, letter[flag.urgency] if flag.urgency else "", *raised]

    flags = [one for one in questionnaire.checks if one.urgency and not one.follow_up_of]
    assert [told[:5] for told in rows("rules.md", "2.2")] == [row(one) for one in flags]


def test_the_cautions_and_what_each_does(catalogue: Catalogue) -> None:
    in_order = [[one.code, one.id] for one in catalogue.cautions]
    assert [told[:2] for told in rows("rules.md", "2.3")] == in_order
    for told, caution in zip(rows("rules.md", "5.3"), catalogue.cautions, strict=True):
        code, patterns, level, effort, repetitions, light = told
        assert code == caution.code
        if caution.excludes_everything:
            assert patterns.startswith("everything")
        else:
            assert set(patterns.split(", ")) - {""} == {one.value for one in caution.excludes}
        assert int(level or 3) == caution.most_level, code
        assert int(effort or 10) == caution.most_effort, code
        assert (span(repetitions) if repetitions else None) == caution.repetitions, code
        assert (light == "light") is not caution.heavy, code


def test_the_weights_of_abilities(questionnaire: Questionnaire) -> None:
    told = {
        (code, item): dict(part.split() for part in weights.split(", "))
        for code, item, weights in rows("rules.md", "2.4")
    }
    scales = [one for one in questionnaire.items_of("ability") if isinstance(one, ScaleItem)]
    assert told == {
        (one.code, one.id): {region.value: str(weight) for region, weight in one.weights.items()}
        for one in scales
    }


def test_the_patterns() -> None:
    assert quoted(section("rules.md", "5.1").split("Patterns:")[1]) == {*map(str, Pattern)}


def test_the_doses(catalogue: Catalogue) -> None:
    told = [
        (code, span(sets), span(repetitions), tempo, rest, span(effort))
        for code, _, sets, repetitions, tempo, rest, effort in rows("rules.md", "6.1")
    ]
    found = {
        one.code: (one.code, one.sets, one.repetitions, one.tempo, f"{one.rest_s} s", one.effort)
        for one in catalogue.doses
    }
    assert sorted(told) == sorted(found.values())


def test_the_phases_and_minutes(catalogue: Catalogue) -> None:
    told = [
        (span(weeks), one, int(sets), span(effort), other, int(days))
        for weeks, one, sets, effort, other, days in rows("rules.md", "6.2")
    ]
    assert told == [
        (
            one.weeks,
            one.id,
            one.sets,
            one.effort,
            ", ".join(f"{code} {low}-{high}" for code, (low, high) in one.repetitions.items()),
            one.beginner_days,
        )
        for one in catalogue.schedule.phases
    ]
    frames = [[cell.removesuffix(" s") for cell in row] for row in rows("rules.md", "6.4")]
    assert [[*map(int, row)] for row in frames] == [
        [one.minutes, one.exercises, one.walk_s, one.drills_s, one.cool_down_s, one.room_s]
        for one in catalogue.schedule.frames
    ]


def test_the_exercises_of_the_evidence_are_those_that_the_tests_hold_plans_against() -> None:
    for code, name, regions, pattern, kit, level, avoid, _, _, _ in rows("evidence.md", "5.1"):
        row = evidence.EXERCISES[name]
        primary, _, secondary = regions.partition(" / ")
        told = (code, primary.replace(", ", ","), secondary.replace(", ", ","), pattern, int(level))
        assert told == (row.code, row.primary, row.secondary, row.pattern, row.level)
        assert avoid.replace(", ", ",") == row.avoid, name
        sets = [] if kit == "none" else [set(one.split(" and ")) for one in kit.split(" or ")]
        assert sets == evidence.kit_of(name), name


def test_the_references_are_those_of_the_catalogue(catalogue: Catalogue) -> None:
    told = re.findall(r"^- `([a-z0-9-]+)`: (.*)$", section("evidence.md", "9"), re.MULTILINE)
    assert [key for key, _ in told] == [one.id for one in catalogue.references]
    for (_, text), one in zip(told, catalogue.references, strict=True):
        assert text.endswith(f"**Carries:** {one.carries}"), one.id
        assert f"{one.title}. *{one.journal}*." in text, one.id
        assert (f"doi:{one.doi}." in text) is (one.doi is not None), one.id
