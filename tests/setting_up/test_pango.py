"""Pango: installed where we may, else one command to type; never in the way."""

import re
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

pytest.importorskip("setting_up", reason="start.py is not beside the tests")

from setting_up import pango
from setting_up.bundles.contents import Contents
from setting_up.pango import PACKAGE_MANAGERS, Pango
from setting_up.steps import Outcome

APT = next(manager for manager in PACKAGE_MANAGERS if manager.name == "apt-get")
APT_INSTALL = "apt-get install -y --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0"


class Computer:
    """A computer with some programs on it, and what was run there."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.commands: list[str] = []
        self._monkeypatch = monkeypatch
        monkeypatch.setattr(pango, "run", self._run)
        self.has("apt-get", "sudo")
        self.is_root(False)
        self.finds(Pango.MISSING, Pango.FAST)
        self.works(True)

    def has(self, *programs: str) -> None:
        """Have *programs* and no others."""
        known = set(programs)
        self._monkeypatch.setattr(
            shutil, "which", lambda name: f"/usr/bin/{name}" if name in known else None
        )

    def is_root(self, answer: bool) -> None:
        """Let us be root, or not."""
        self._monkeypatch.setattr(pango, "is_root", lambda: answer)

    def finds(self, *found: Pango) -> None:
        """Find this, one time after the other."""
        answers = iter(found)
        self._monkeypatch.setattr(pango, "look_for_pango", lambda: next(answers))

    def works(self, *outcomes: bool) -> None:
        """Let the commands end so, one after the other."""
        self._outcomes = iter(outcomes)

    def _run(self, _label: str, command: Iterable[str], *_: object) -> Outcome:
        self.commands.append(" ".join(command))
        return Outcome(next(self._outcomes), "E: the last words")


@pytest.fixture
def computer(monkeypatch: pytest.MonkeyPatch) -> Computer:
    return Computer(monkeypatch)


def test_nothing_is_said_or_done_where_all_is_there(
    computer: Computer, capsys: pytest.CaptureFixture[str]
) -> None:
    computer.finds(Pango.FAST)

    pango.provide_pango()

    assert computer.commands == []
    assert capsys.readouterr().err == ""


def test_without_the_right_to_install_there_is_one_command_to_type(
    computer: Computer, capsys: pytest.CaptureFixture[str]
) -> None:
    pango.provide_pango()

    said = capsys.readouterr().err
    assert f"    sudo {APT_INSTALL} libharfbuzz-subset0\n" in said
    assert "the quiz works, and reports are HTML" in said
    assert computer.commands == []


def test_root_gets_it_installed(computer: Computer, capsys: pytest.CaptureFixture[str]) -> None:
    computer.is_root(True)

    pango.provide_pango()

    assert computer.commands == [f"{APT_INSTALL} libharfbuzz-subset0"]
    assert capsys.readouterr().err == ""


def test_an_old_list_of_packages_is_renewed(computer: Computer) -> None:
    computer.works(False, True, True)

    assert pango.install_pango(APT).ok
    assert computer.commands == [
        f"{APT_INSTALL} libharfbuzz-subset0",
        "apt-get update",
        f"{APT_INSTALL} libharfbuzz-subset0",
    ]


def test_an_older_system_goes_without_the_extra(computer: Computer) -> None:
    computer.works(False, True, False, True)

    assert pango.install_pango(APT).ok
    assert computer.commands[-1] == APT_INSTALL


def test_a_failed_installation_shows_why_and_goes_on(
    computer: Computer, capsys: pytest.CaptureFixture[str]
) -> None:
    computer.is_root(True)
    computer.finds(Pango.MISSING, Pango.MISSING)
    computer.works(False, False, False, False)

    pango.provide_pango()

    said = capsys.readouterr().err
    assert "    E: the last words\n" in said
    assert f"    {APT_INSTALL}" in said


def test_a_slow_pango_is_not_called_missing(
    computer: Computer, capsys: pytest.CaptureFixture[str]
) -> None:
    computer.finds(Pango.SLOW)

    pango.provide_pango()

    said = capsys.readouterr().err
    assert said.startswith("PDFs are made faster with one more library")


def test_a_system_that_has_no_more_to_give_hears_nothing(
    computer: Computer, capsys: pytest.CaptureFixture[str]
) -> None:
    computer.is_root(True)
    computer.finds(Pango.SLOW, Pango.SLOW)

    pango.provide_pango()

    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("programs", "is_root", "expected"),
    [
        (("dnf", "sudo"), False, "    sudo dnf install -y pango"),
        (("pacman", "sudo"), False, "    sudo pacman -S --noconfirm --needed pango"),
        (("apk",), True, "    apk add --no-cache pango so:libharfbuzz-subset.so.0"),
        (("zypper",), False, "    su -c 'zypper --non-interactive install libpango-1_0-0"),
        (("brew", "sudo"), False, "    brew install pango"),
    ],
)
def test_each_system_has_its_own_command(
    computer: Computer, programs: tuple[str, ...], is_root: bool, expected: str
) -> None:
    computer.has(*programs)
    computer.is_root(is_root)

    assert pango.how_to(pango.package_manager()).startswith(expected)


@pytest.mark.parametrize(
    ("platform", "expected"),
    [
        ("win32", "pacman -S mingw-w64-ucrt-x86_64-pango"),
        ("darwin", "brew install pango"),
        ("linux", "package manager of your system"),
    ],
)
def test_a_computer_without_a_package_manager_gets_steps(
    computer: Computer, monkeypatch: pytest.MonkeyPatch, platform: str, expected: str
) -> None:
    computer.has()
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(pango, "WINDOWS", platform == "win32")

    assert expected in pango.how_to(pango.package_manager())


def test_homebrew_is_never_run_as_root(computer: Computer) -> None:
    """It refuses to."""
    computer.has("brew")
    computer.is_root(True)

    pango.provide_pango()

    assert computer.commands == []


@pytest.mark.parametrize(
    ("status", "expected"),
    [(0, Pango.FAST), (3, Pango.SLOW), (1, Pango.MISSING), (-11, Pango.MISSING)],
)
def test_whatever_else_the_search_ends_with_is_missing(status: int, expected: Pango) -> None:
    assert Pango(status) is expected


def bundle(monkeypatch: pytest.MonkeyPatch, debian: str) -> list[str]:
    """Let this be a bundle with packages for *debian* on Debian 12; return what is installed."""
    installed: list[str] = []

    def install_packages(names: Iterable[str], folder: Path) -> Outcome:
        installed.append(f"{folder.name}: {' '.join(names)}")
        return Outcome(ok=True, output="")

    listed = Contents("2.0.0", "linux-x86_64", "3.11", debian, {})
    monkeypatch.setattr(pango, "contents", lambda: listed)
    monkeypatch.setattr(pango, "system_name", lambda: "debian 12")
    monkeypatch.setattr(pango, "install_packages", install_packages)
    return installed


def test_in_a_bundle_root_gets_the_packages_that_came_along(
    computer: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed = bundle(monkeypatch, "debian 12")
    computer.is_root(True)

    pango.provide_pango()

    assert installed == ["debian: libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"]
    assert computer.commands == []


def test_in_a_bundle_others_hear_the_command_that_needs_no_internet(
    computer: Computer, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    installed = bundle(monkeypatch, "debian 12")

    pango.provide_pango()

    assert re.search(r"\n    sudo \S+ \S+start.py setup\n", capsys.readouterr().err)
    assert installed == computer.commands == []


@pytest.mark.parametrize("debian", ["debian 13", ""])
def test_in_a_bundle_for_another_system_no_internet_is_tried(
    computer: Computer,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    debian: str,
) -> None:
    installed = bundle(monkeypatch, debian)
    computer.is_root(True)

    pango.provide_pango()

    said = capsys.readouterr().err
    assert f"    {APT_INSTALL} libharfbuzz-subset0\n(docs/install.md says more.)" in said
    assert installed == computer.commands == []
