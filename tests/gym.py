"""A gym's laptops: the commands on records as a trainer types them, with secrets as lines."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from assessment.cli.program import command
from tests import contract
from tests.contract import all_best

Gym = Callable[..., Result]


@pytest.fixture
def gym(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Gym:
    """Return a function that runs a command on one laptop of a gym; ``typed`` are lines."""
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "POSTERIOR_CHAIN_DATABASE"):
        monkeypatch.delenv(name, raising=False)

    def run(*arguments: str, typed: tuple[str, ...] = (), laptop: str = "one") -> Result:
        home = tmp_path / laptop
        home.mkdir(exist_ok=True)
        monkeypatch.setenv("HOME", str(home))
        monkeypatch.setenv("LOCALAPPDATA", str(home))
        lines = "".join(f"{line}\n" for line in typed)
        return CliRunner().invoke(command, list(arguments), input=lines)

    return run


@pytest.fixture
def answers(tmp_path: Path) -> Callable[..., str]:
    """Return a function that writes an answers file and returns its name."""

    def write(**changes: object) -> str:
        path = tmp_path / "answers.json"
        document = {"questionnaire": "posterior-chain", "version": contract.VERSION}
        path.write_text(json.dumps(document | {"answers": all_best() | changes}))
        return str(path)

    return write


def done(result: Result) -> str:
    """Return what *result* printed, having made sure that it went well."""
    assert (result.exit_code, result.exception) == (0, None), result.output
    return result.stdout
