"""Completion in a shell: commands, options and ids; nothing sealed is opened for it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests import contract
from tests.conftest import everyday_and_heavy
from tests.contract import all_best
from tests.running import Run
from tests.surroundings import PATIENCE_S

PASSPHRASE = "copper ladder autumn violin"  # noqa: S105  # of the gym in the tests

Complete = Callable[..., dict[str, str]]


@pytest.fixture
def complete(run: Run) -> Complete:
    """Return a function: a line, its last word to be completed -> words and their help."""

    def do(line: str, **environment: str) -> dict[str, str]:
        asked = {
            "_POSTERIOR_CHAIN_COMPLETE": "zsh_complete",
            "COMP_WORDS": line,
            "COMP_CWORD": str(line.count(" ")),
        }
        result = run(**asked, **environment)
        assert (result.returncode, result.stderr) == (0, b"")
        lines = result.stdout.decode().splitlines()
        return dict(zip(lines[1::3], lines[2::3], strict=True))

    return do


def test_commands_options_and_choices_are_completed(complete: Complete) -> None:
    assert [*complete("posterior-chain re")] == ["records", "report"]
    assert [*complete("posterior-chain records er")] == ["erase"]
    assert [*complete("posterior-chain seal st")] == ["status"]
    assert [*complete("posterior-chain report --ea")] == ["--earlier"]
    assert [*complete("posterior-chain report --sheet ")] == ["client", "trainer", "both"]
    assert [*complete("posterior-chain schema ")] == ["answers", "assessment", "changes"]
    assert [*complete("posterior-chain report --ink g")] == ["grey"]
    assert [*complete("posterior-chain paper --size ")] == ["A4", "letter"]
    assert complete("posterior-chain report-w") == {}


def test_a_command_is_told_of_in_a_whole_sentence(complete: Complete) -> None:
    assert complete("posterior-chain doc") == {
        "doctor": "Check this computer: each line says fine, or what to do."
    }


@pytest.mark.parametrize("is_sealed", everyday_and_heavy([False], True))
def test_ids_are_completed_from_a_store_that_nobody_opens(
    run: Run, complete: Complete, home: Path, is_sealed: bool
) -> None:
    document = {"questionnaire": "posterior-chain", "version": contract.VERSION}
    answers = json.dumps(document | {"answers": all_best() | {"name": "Ana Lee"}})
    record = run("records", "add", "-", stdin=answers.encode()).stdout.decode().strip()
    if is_sealed:
        typed = f"{PASSPHRASE}\n{PASSPHRASE}\n".encode()
        assert run("seal", "setup", "--sheet", "sheet.txt", stdin=typed).returncode == 0
    before = {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}
    short = record[-8:]

    of_records = complete("posterior-chain records clearance ")
    of_clients = complete("posterior-chain records erase ")
    either = complete("posterior-chain records show ")

    assert [*of_records] == [short]
    assert date.fromisoformat(of_records[short]).year > 2000
    assert (len(of_clients), of_records | of_clients) == (1, either)
    assert short not in of_clients
    assert complete(f"posterior-chain records show {short[:3]}") == of_records
    assert complete("posterior-chain records show ", POSTERIOR_CHAIN_DATABASE="no address") == {}
    assert {path: path.read_bytes() for path in home.rglob("*") if path.is_file()} == before


def test_where_there_is_no_store_none_is_made(complete: Complete, home: Path) -> None:
    assert complete("posterior-chain records show ") == {}
    assert [path for path in home.rglob("*") if path.is_file()] == []


TYPED = {
    "bash": """
        source script
        COMP_WORDS=(posterior-chain records re); COMP_CWORD=2
        _posterior_chain_completion posterior-chain; printf '%s\\n' "${COMPREPLY[@]}" """,
    "zsh": """
        compdef() { :; }
        source ./script
        _describe() { print -l -- ${(P)3%%:*}; }
        words=(posterior-chain records re); CURRENT=3; _posterior_chain_completion""",
    "fish": """
        source script
        complete --do-complete 'posterior-chain records re' | string split -f1 \\t""",
}


@pytest.mark.heavy
@pytest.mark.parametrize("shell", TYPED)
def test_a_real_shell_completes(run: Run, tmp_path: Path, shell: str) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    (tmp_path / "script").write_bytes(run("completion", shell).stdout)
    program = tmp_path / "posterior-chain"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m assessment "$@"\n')
    program.chmod(0o700)
    found = subprocess.run(
        [shell, "-c", TYPED[shell]],
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        cwd=tmp_path,
        env=os.environ | {"PATH": f"{tmp_path}:{os.environ['PATH']}", "HOME": str(tmp_path)},
        check=False,
    )
    assert found.stdout.split() == ["retention"], found.stderr
