"""The note that lets a later run start at once: it must never hold for something else."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

pytest.importorskip("setting_up", reason="start.py is not beside the tests")

from setting_up import layout, note
from tests.setting_up import checkout

PARTS = Path("lib/python3.11/site-packages")


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A complete .venv, without its note."""
    checkout.use(tmp_path / "here", [layout, note], monkeypatch)
    venv = tmp_path / "here/.venv"
    (venv / PARTS / "rich-15.dist-info").mkdir(parents=True)
    (venv / "bin").mkdir()
    for name in ("bin/python", "bin/posterior-chain", PARTS / "posterior-chain.pth"):
        (venv / name).touch()
    return venv


@pytest.mark.usefixtures("environment")
def test_there_is_no_note_before_it_is_written() -> None:
    assert not note.holds(layout.PROGRAM_PARTS)

    note.write(layout.PROGRAM_PARTS)

    assert note.holds(layout.PROGRAM_PARTS)


@pytest.mark.usefixtures("environment")
def test_what_serves_the_tests_serves_the_program_but_not_the_other_way_round() -> None:
    note.write(layout.PROGRAM_PARTS)
    assert not note.holds(layout.TEST_PARTS)

    note.write(layout.TEST_PARTS)
    assert note.holds(layout.TEST_PARTS)
    assert note.holds(layout.PROGRAM_PARTS)


@pytest.mark.parametrize(
    "change",
    [
        lambda venv: (venv.parent / "requirements.lock").write_text("rich==16"),
        lambda venv: (venv / "bin/python").unlink(),
        lambda venv: (venv / "bin/posterior-chain").unlink(),
        lambda venv: (venv / PARTS / "posterior-chain.pth").unlink(),
        lambda venv: (venv / PARTS / "rich-15.dist-info").rmdir(),
        lambda venv: (venv / "ready.json").write_text('{"facts": {'),
        lambda venv: (venv / "ready.json").write_text("[1, 2]"),
        lambda venv: (venv / "ready.json").write_text('{"facts": 1, "files": 2}'),
        lambda venv: (venv / "ready.json").write_bytes(b"\xff\xfe"),
    ],
)
def test_a_changed_lock_a_missing_part_or_a_torn_note_ask_for_a_new_set_up(
    environment: Path, change: Callable[[Path], object]
) -> None:
    note.write(layout.PROGRAM_PARTS)

    change(environment)

    assert not note.holds(layout.PROGRAM_PARTS)


@pytest.mark.usefixtures("environment")
@pytest.mark.parametrize(
    ("owner", "name", "value"),
    [
        (sys, "base_prefix", "/opt/another/python"),
        (sys.implementation, "cache_tag", "cpython-399"),
    ],
)
def test_another_folder_or_another_python_asks_for_a_new_set_up(
    monkeypatch: pytest.MonkeyPatch, owner: object, name: str, value: object
) -> None:
    note.write(layout.PROGRAM_PARTS)

    monkeypatch.setattr(owner, name, value)

    assert not note.holds(layout.PROGRAM_PARTS)


def test_python_gone_from_where_the_link_points_asks_for_a_new_set_up(environment: Path) -> None:
    """Homebrew and pyenv remove an old Python when they bring a new one."""
    note.write(layout.PROGRAM_PARTS)

    (environment / "bin/python").unlink()
    (environment / "bin/python").symlink_to("/no/longer/there/python3.11")

    assert not note.holds(layout.PROGRAM_PARTS)
