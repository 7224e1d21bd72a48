"""A client who is done: the answers become a record, and only then the draft goes."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from assessment.quiz.context import QuizContext
from assessment.quiz.record_client import RecordClient
from assessment.tui.screens.hand_over import HandOverScreen
from assessment.tui.screens.welcome import WelcomeScreen
from tests.journeys.driver import Client, client_at, python_running
from tests.journeys.test_quiz import answered, save, to_result
from tests.plain.client import converse

KEEPS = """
import pathlib, sys
target = pathlib.Path(sys.argv[1])
target.write_text(sys.stdin.read() + chr(10) + chr(10).join(sys.argv[2:]))
"""
REFUSES = "import sys; sys.stderr.write('first\\nThe disk is full.\\n'); sys.exit(1)"


def keeping(folder: Path, code: str = KEEPS) -> QuizContext:
    """Return a setting whose records go into a file instead of a store."""
    job = RecordClient((*python_running(code), str(folder / "record")))
    return replace(answered(folder, name="Ana"), record=job)


async def finish(client: Client) -> None:
    await to_result(client)
    await save(client)
    await client.press("f")
    assert isinstance(client.screen, HandOverScreen)


async def kept(client: Client) -> None:
    await client.app.workers.wait_for_complete()
    await client.pilot.pause()


async def test_the_answers_are_kept_with_the_paper_and_the_draft_goes(tmp_path: Path) -> None:
    context = keeping(tmp_path)
    async with client_at(context) as client:
        await finish(client)
        await kept(client)

        document, option, paper = (tmp_path / "record").read_text().splitlines()
        assert json.loads(document)["answers"]["name"] == "Ana"
        assert (option, [Path(paper)]) == ("--paper", list(context.reports_folder.iterdir()))
        assert not context.draft_path.exists()
        assert "Ana" not in client.text()
        await client.press("enter")
        assert isinstance(client.screen, WelcomeScreen)


@pytest.mark.heavy
async def test_where_it_cannot_be_kept_the_draft_stays_and_the_trainer_is_told(
    tmp_path: Path,
) -> None:
    context = keeping(tmp_path, REFUSES)
    async with client_at(context) as client:
        await finish(client)
        await kept(client)

        assert isinstance(client.screen, HandOverScreen)
        assert "The disk is full." in client.text()
        assert "not in the records yet" in client.text()
        assert context.draft_path.exists()


async def test_a_client_who_erases_leaves_no_record(tmp_path: Path) -> None:
    context = keeping(tmp_path)
    async with client_at(context) as client:
        await to_result(client)
        assert client.app.session
        client.app.session.exits.hand_over()
        await kept(client)

    assert not (tmp_path / "record").exists()


def test_line_by_line_the_answers_are_kept_too(tmp_path: Path) -> None:
    context = keeping(tmp_path)

    converse(context, {"result": ["f", "f"]})

    assert json.loads((tmp_path / "record").read_text())["answers"]["name"] == "Ana"
    assert not context.draft_path.exists()


def test_line_by_line_too_the_draft_stays_where_the_record_is_not_kept(tmp_path: Path) -> None:
    context = keeping(tmp_path, REFUSES)

    _, said, _ = converse(context, {"result": ["f", "f"]})

    assert "The disk is full." in said
    assert context.draft_path.exists()


@pytest.mark.parametrize(
    ("command", "says"),
    [
        (("/nowhere/python",), "No such file"),
        ((sys.executable, "-c", "import sys; sys.exit(3)"), "the program stopped"),
    ],
)
def test_a_program_that_cannot_keep_it_is_told_of(command: tuple[str, ...], says: str) -> None:
    assert says in RecordClient(command).keep({})


def test_papers_of_one_client_are_not_those_of_the_next(tmp_path: Path) -> None:
    job = RecordClient((*python_running(KEEPS), str(tmp_path / "record")))
    job.paper_saved(tmp_path / "one.pdf")
    job.paper_saved(tmp_path / "one.pdf")
    job.forget()
    job.paper_saved(tmp_path / "two.pdf")

    assert job.keep({}) == ""

    assert (tmp_path / "record").read_text() == f"{{}}\n--paper\n{tmp_path / 'two.pdf'}"
