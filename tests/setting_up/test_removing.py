"""Uninstalling: what start.py made goes, after a question; what is a person's stays, by name."""

import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

pytest.importorskip("setting_up", reason="start.py is not beside the tests")

from setting_up import icons, removing
from setting_up.words import SetUpError


@pytest.fixture
def gym(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A computer where the program was set up and used."""
    for name in (
        "program/.venv/bin/python",
        "program/start.py",
        "program/previous/docs/letter.txt",
        "cache/a.pickle",
        "log/faults.log",
        "data/records.sqlite3",
        "config/settings.toml",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    places = {
        "records": "data",
        "settings": "config/settings.toml",
        "reports": "Documents",
        "log": "log",
        "cache": "cache",
    }
    monkeypatch.setattr(
        removing, "known_places", lambda: {name: str(tmp_path / at) for name, at in places.items()}
    )
    monkeypatch.setattr(removing, "ROOT", tmp_path / "program")
    monkeypatch.setattr(removing, "ENVIRONMENT", tmp_path / "program/.venv")
    starter = tmp_path / "starter.desktop"
    starter.touch()
    monkeypatch.setattr(icons, "find", lambda: [starter] if starter.exists() else [])
    monkeypatch.setattr(icons, "remove", starter.unlink)
    return tmp_path


def types(monkeypatch: pytest.MonkeyPatch, line: str, *, is_terminal: bool = True) -> None:
    """Let a person type *line*."""
    person = SimpleNamespace(isatty=lambda: is_terminal, readline=lambda: line)
    monkeypatch.setattr(sys, "stdin", person)


def left(gym: Path) -> set[str]:
    return {file.relative_to(gym).as_posix() for file in gym.rglob("*") if file.is_file()}


KEPT = {
    "program/start.py",
    "program/previous/docs/letter.txt",
    "data/records.sqlite3",
    "config/settings.toml",
}


def test_who_says_yes_keeps_records_and_settings_and_is_told_so(
    gym: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    types(monkeypatch, "yes\n")

    assert removing.uninstall(sure=False)

    assert left(gym) == KEPT
    told = capsys.readouterr().err
    goes, _, stays = told.partition("This stays:")
    for name in ("starter.desktop", "program/.venv", "cache", "log"):
        assert f"  {gym / name}\n" in goes
    assert f"  {gym / 'data'} (the records, drafts and keys)\n" in stays
    assert f"  {gym / 'config/settings.toml'} (the settings)\n" in stays
    assert "Documents" not in told  # there are no reports
    assert f"own folder stays, since a program cannot well remove itself: {gym}" in stays


@pytest.mark.parametrize("line", ["\n", "no\n", "nope\n", ""])
def test_whoever_does_not_say_yes_keeps_all(
    gym: Path, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    before = left(gym)
    types(monkeypatch, line)

    assert not removing.uninstall(sure=False)

    assert left(gym) == before


def test_without_anybody_to_ask_nothing_goes_unless_it_was_said(
    gym: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = left(gym)
    types(monkeypatch, "yes\n", is_terminal=False)
    with pytest.raises(SetUpError, match="add --yes"):
        removing.uninstall(sure=False)
    assert left(gym) == before

    assert removing.uninstall(sure=True)
    assert left(gym) == KEPT


def test_a_second_time_there_is_nothing_to_remove(
    gym: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    types(monkeypatch, "", is_terminal=False)
    removing.uninstall(sure=True)
    capsys.readouterr()

    assert removing.uninstall(sure=False)

    assert capsys.readouterr().err.startswith(removing.NOTHING)
    assert left(gym) == KEPT


def test_a_link_goes_and_not_what_it_leads_to(gym: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    types(monkeypatch, "", is_terminal=False)
    elsewhere = gym / "elsewhere"
    (gym / "program/.venv").rename(elsewhere)
    (gym / "program/.venv").symlink_to(elsewhere)

    removing.uninstall(sure=True)

    assert (elsewhere / "bin/python").exists()
    assert not (gym / "program/.venv").is_symlink()


def test_places_are_those_of_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from assessment.files import folders

    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)

    places = removing.known_places()

    assert places["records"] == str(folders.data_folder())
    assert places["settings"] == str(folders.settings_path())
    assert places["log"] == str(folders.log_folder())
    assert Path(places["cache"]) == tmp_path / ".cache/posterior-chain"
