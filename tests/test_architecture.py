"""The house: what may load what, and that the package holds all that it needs."""

from __future__ import annotations

import subprocess
import sys
from importlib.resources import files

import pytest

HEAVY = ("textual", "rich", "jinja2", "weasyprint", "sqlalchemy", "click")


def loaded_by(code: str) -> set[str]:
    """Return the top-level modules that a fresh Python has after running *code*."""
    program = f"{code}\nimport sys\nprint(*{{name.split('.')[0] for name in sys.modules}})"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=300, check=True
    )
    return set(done.stdout.split())


@pytest.mark.parametrize(
    "module",
    [
        "assessment.core.assess",
        "assessment.core.interview",
        "assessment.catalogue.reader",
        "assessment.catalogue.loader",
        "questions.reader",
        "questions.loader",
        "assessment.exchange.answers_document",
        "assessment.exchange.assessment_document",
    ],
)
def test_the_inner_rooms_load_no_screen_and_no_paper(module: str) -> None:
    assert not loaded_by(f"import {module}") & set(HEAVY)


def test_core_opens_no_file_no_clock_and_no_network() -> None:
    code = (
        "from questions.loader import load_questionnaire\n"
        "from assessment.catalogue.loader import load_catalogue\n"
        "questionnaire, catalogue = load_questionnaire(), load_catalogue()\n"
        "from assessment.core.answers import AnswerSheet\n"
        "from assessment.core.assess import assess\n"
        "import sys\n"
        "def no(event, arguments):\n"
        "    if event.split('.')[0] in ('open', 'socket', 'os', 'subprocess', 'shutil', 'time'):\n"
        "        raise SystemExit(f'core did {event} {arguments}')\n"
        "sys.addaudithook(no)\n"
        "sheet = AnswerSheet.of(questionnaire, {'age_years': 40, 'sex': 'male'})\n"
        "assess(sheet, catalogue)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=300, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_one_assessment_does_not_wait_for_pydantic_once_the_content_is_kept() -> None:
    code = (
        "from questions.loader import load_questionnaire\n"
        "from assessment.catalogue.loader import load_catalogue\n"
        "load_questionnaire(); load_catalogue()\n"
        "import assessment.core.assess\n"
    )
    loaded_by(code)
    assert "pydantic" not in loaded_by(code)


def test_the_package_imports_nothing_by_itself() -> None:
    assert loaded_by("import assessment") == loaded_by("pass") | {"assessment"}


@pytest.mark.parametrize(
    ("package", "name"),
    [
        ("questions", "bank/ability.toml"),
        ("assessment", "catalogue/exercises/hinges.toml"),
        ("assessment", "catalogue/references.toml"),
        ("reports", "templates/client.html"),
    ],
)
def test_data_files_are_in_the_package(package: str, name: str) -> None:
    assert (files(package) / name).is_file()


def test_the_example_client_can_be_found_from_an_installed_package() -> None:
    from assessment.example import example_answers

    assert b'"posterior-chain"' in example_answers()
