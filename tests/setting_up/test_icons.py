"""Starters: where people of each system look, whatever the folder is called; and only ours go."""

import base64
import configparser
import re
import shutil
import struct
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

pytest.importorskip("setting_up", reason="start.py is not beside the tests")

from setting_up import moving
from setting_up.icons import linux, macos, windows
from setting_up.icons.starters import PICTURES, STARTERS, Starter, command_of
from tests.cases import each

ODD = Path('/gym/Jörg\'s "new" $gym: 100 % `x` \\ ’a’\nb')


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    return home


def unquoted(line: str) -> list[str]:
    """Read an Exec line back as the specification says: the escapes of a value, then of a word."""
    value = re.sub(r"\\(.)", lambda one: {"n": "\n", "t": "\t"}.get(one[1], one[1]), line)
    words = re.findall(r'"((?:[^"\\]|\\.)*)"|(\S+)', value, re.DOTALL)
    return [
        re.sub(r"\\(.)", r"\1", quoted, flags=re.DOTALL).replace("%%", "%") or plain
        for quoted, plain in words
    ]


@each("starter", STARTERS)
def test_an_entry_starts_the_program_in_a_folder_of_any_name(starter: Starter) -> None:
    entry = configparser.RawConfigParser()
    entry.optionxform = str  # type: ignore[assignment,method-assign]
    entry.read_string(linux.entry_of(starter, ODD))

    said = dict(entry["Desktop Entry"])
    assert unquoted(said["Exec"]) == command_of(starter, ODD)
    assert said["Terminal"] == "true"
    assert said["Icon"] == starter.file
    assert "\n" not in said["Exec"]


@pytest.mark.skipif(not shutil.which("desktop-file-validate"), reason="no desktop-file-validate")
def test_entries_are_what_the_specification_asks_for(home: Path) -> None:
    for starter in STARTERS:
        for root in (ODD, Path("/gym/plain")):
            file = home / f"{starter.file}.desktop"
            file.write_text(linux.entry_of(starter, root), encoding="utf-8")
            done = subprocess.run(
                ["desktop-file-validate", "--warn-kde", file],  # noqa: S607
                capture_output=True,
                check=False,
                text=True,
            )
            assert (done.returncode, done.stdout) == (0, "")


def test_starters_stand_among_the_programs_and_on_the_desktop(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / ".config").mkdir()
    (home / ".config/user-dirs.dirs").write_text('XDG_DESKTOP_DIR="$HOME/Schreibtisch"\n')
    (home / "Schreibtisch").mkdir()
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "data"))

    made = linux.add()

    names = ("posterior-chain.desktop", "posterior-chain-desk.desktop")
    folders = (home / "data/applications", home / "Schreibtisch")
    assert set(made) == {folder / name for folder in folders for name in names}
    assert (home / "Schreibtisch" / names[0]).stat().st_mode & 0o111
    icons = home / "data/icons/hicolor"
    for name in ("posterior-chain", "posterior-chain-desk"):
        assert (icons / f"scalable/apps/{name}.svg").read_text().startswith("<?xml")
        for size in linux.SIZES:
            head = (icons / f"{size}x{size}/apps/{name}.png").read_bytes()[:24]
            assert head[:8] == b"\x89PNG\r\n\x1a\n"
            assert struct.unpack(">II", head[16:]) == (size, size)

    assert set(linux.find()) == set(made)
    assert linux.find(Path("/another/copy")) == []
    assert linux.remove(Path("/another/copy")) == []
    assert set(linux.remove()) == set(made)
    assert list(home.rglob("*posterior*")) == []


@each(
    ("said", "folder"),
    [
        (None, "Desktop"),
        ('XDG_DESKTOP_DIR="$HOME/"\n', None),
        ('XDG_DESKTOP_DIR="$HOME/Gone"\n', None),
        ("nonsense", "Desktop"),
    ],
)
def test_a_desktop_is_looked_for_as_the_system_says(
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    said: str | None,
    folder: str | None,
) -> None:
    home = tmp_path_factory.mktemp("home")
    (home / "Desktop").mkdir()
    (home / ".config").mkdir()
    if said:
        (home / ".config/user-dirs.dirs").write_text(said)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)

    on_the_desktop = [file for file in linux.add() if file.parent.name != "applications"]

    assert len(on_the_desktop) == (2 if folder else 0)
    assert {file.parent for file in on_the_desktop} == ({home / folder} if folder else set())


def test_starters_follow_a_moved_folder_and_stay_with_a_copied_one(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, now = tmp_path / "before", tmp_path / "now"
    before.mkdir()
    (before / "start.py").touch()
    files = SimpleNamespace(
        find=lambda root: linux.find(root),
        add=lambda: [
            (home / ".local/share/applications" / f"{starter.file}.desktop").write_text(
                linux.entry_of(starter, now)
            )
            for starter in STARTERS
        ],
    )
    monkeypatch.setattr(moving, "icons", files)
    (home / ".local/share/applications").mkdir(parents=True)
    for starter in STARTERS:
        file = home / ".local/share/applications" / f"{starter.file}.desktop"
        file.write_text(linux.entry_of(starter, before))

    moving.mend_starters(before)
    assert len(linux.find(before)) == 2

    (before / "start.py").unlink()
    moving.mend_starters(before)
    assert (len(linux.find(before)), len(linux.find(now))) == (0, 2)


def test_a_mac_gets_files_that_terminal_runs(home: Path, tmp_path: Path) -> None:
    (home / "Desktop").mkdir()
    made = macos.add()

    assert {file.relative_to(home).as_posix() for file in made} == {
        f"{folder}/{name}.command"
        for folder in ("Applications", "Desktop")
        for name in ("Posterior chain", "Posterior chain desk")
    }
    assert all(file.stat().st_mode & 0o777 == 0o755 for file in made)
    odd = tmp_path / 'Jörg\'s "new" $gym: 100 % `x`\nb'
    odd.mkdir()
    (odd / "start.py").write_text("import sys; print(sys.argv[1:])")
    script = tmp_path / "odd.command"
    script.write_text(macos.script_of(STARTERS[1], odd), encoding="utf-8")
    done = subprocess.run(["/bin/sh", script], capture_output=True, check=True, text=True)
    assert done.stdout == "['open', 'desk']\n"
    assert macos.find(odd) == []
    assert set(macos.remove()) == set(made)


def test_windows_gets_links_by_a_script_for_powershell(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "_base_executable", r"C:\Program Files\Python\python.exe")
    root = Path("C:/Users/Jörg’s/O'Neil $x")

    script = windows.script_of(windows.ADD, root)

    assert script.count("$link.Save()") == 4
    for place in ("Programs", "Desktop"):
        assert f"GetFolderPath('{place}')" in script
    assert "Join-Path $folder 'Posterior chain desk.lnk'" in script
    assert "$link.TargetPath = 'C:\\Program Files\\Python\\python.exe'\n" in script
    start = "C:/Users/Jörg’’s/O''Neil $x/start.py"
    assert f"$link.Arguments = '\"{start}\" open desk'\n" in script
    assert f"$link.IconLocation = '{PICTURES / 'posterior-chain.ico'}'\n" in script
    found = windows.script_of(windows.FIND, root)
    assert f"if ($shell.CreateShortcut($file).Arguments -eq '\"{start}\" open quiz')" in found
    assert "Save()" not in found


def test_windows_is_asked_in_a_way_that_no_letter_breaks(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def run(command: list[str], **_: object) -> SimpleNamespace:
        asked.append(base64.b64decode(command[-1]).decode("utf-16-le"))
        return SimpleNamespace(returncode=0, stdout="C:\\Ä\\Posterior chain.lnk\n", stderr="")

    monkeypatch.setattr(subprocess, "run", run)

    assert windows.add() == [Path("C:\\Ä\\Posterior chain.lnk")]
    assert asked == [windows.script_of(windows.ADD)]


@each("starter", STARTERS)
def test_pictures_are_drawn_for_every_system(starter: Starter) -> None:
    drawing = (PICTURES / f"{starter.file}.svg").read_text(encoding="utf-8")
    assert "<title>" in drawing
    icon = (PICTURES / f"{starter.file}.ico").read_bytes()
    reserved, kind, count = struct.unpack("<HHH", icon[:6])
    assert (reserved, kind) == (0, 1)
    assert {icon[6 + 16 * number] or 256 for number in range(count)} == {16, 32, 48, 256}
