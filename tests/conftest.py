"""What many tests share: the shipped content, and sheets made from plain answers."""

from __future__ import annotations

import gc
import math
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from assessment.catalogue.loader import load_catalogue
from assessment.catalogue.model import Catalogue
from assessment.core.answers import AnswerSheet
from assessment.core.assess import Assessment, assess
from assessment.exchange.answers_document import sheet_of
from questions.loader import load_questionnaire
from questions.questionnaire import Questionnaire
from tests import contract
from tests.contract import all_best
from tests.surroundings import KEPT

pytest_plugins = (
    "tests.gym",
    "tests.plain_terminal",
    "tests.records.fixtures",
    "tests.reports.fixtures",
    "tests.running",
    "tests.screens",
)

MANY_OBJECTS = 20_000
"""New objects before Python looks for rings of old ones; a test makes millions that die at once."""


def pytest_configure() -> None:
    """Let Python keep what it compiles, here and in all it starts, and seldom look for rings."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    sys.dont_write_bytecode = False
    gc.set_threshold(MANY_OBJECTS)


def pytest_collection_finish() -> None:
    """Never look at what was imported again."""
    gc.freeze()


HEAVY = pytest.mark.heavy
"""Marks what takes long and is not needed in each run."""


def everyday_and_heavy(everyday: Iterable[object], *others: object) -> list[Any]:
    """Return the parameters *everyday*, and *others* that only the heavy tests try."""
    return [*everyday, *(pytest.param(one, marks=HEAVY) for one in others)]


MakeSheet = Callable[..., AnswerSheet]
MakeAssessment = Callable[..., Assessment]


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that all workers of this run share."""
    here = tmp_path_factory.getbasetemp()
    run = here.parent if "PYTEST_XDIST_WORKER" in os.environ else here
    folder = run / "kept"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


@pytest.fixture(scope="session", autouse=True)
def _no_progress_on_a_busy_computer() -> Iterator[None]:
    """Let no command say how far it is; that has tests of its own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("assessment.cli.streams.progress.SHOWN_AFTER_S", math.inf)
        yield


@pytest.fixture(scope="session", autouse=True)
def kept_content(shared_folder: Path) -> None:
    """Let all programs that tests start share the content that one of them has read."""
    os.environ[KEPT] = str(shared_folder)


@pytest.fixture(scope="session")
def questionnaire() -> Questionnaire:
    return load_questionnaire()


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load_catalogue()


@pytest.fixture(scope="session")
def make_sheet(questionnaire: Questionnaire) -> MakeSheet:
    """Return a function: changes to the answers of an all-best client -> the sheet.

    A place that was hurt lately was hurt once, where no count says otherwise.
    """

    def make(changes: dict[str, Any] | None = None, /, **more: Any) -> AnswerSheet:
        given = (changes or {}) | more
        answers = all_best() | hurt_once(given) | given
        return sheet_of(
            {"questionnaire": "posterior-chain", "version": contract.VERSION, "answers": answers},
            questionnaire,
        )

    return make


def hurt_once(given: dict[str, Any]) -> dict[str, int]:
    """Return the counts that must go with the places that *given* says were hurt lately."""
    return {f"injuries_{site}": 1 for site in given.get("injury_last_6_weeks") or ()}


@pytest.fixture(scope="session")
def make_assessment(make_sheet: MakeSheet, catalogue: Catalogue) -> MakeAssessment:
    """Return a function: changes to the answers of an all-best client -> the assessment."""

    def make(changes: dict[str, Any] | None = None, /, **more: Any) -> Assessment:
        return assess(make_sheet(changes, **more), catalogue)

    return make
