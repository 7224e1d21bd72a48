"""Starters as freedesktop.org describes them, for Linux and the BSDs."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from setting_up.icons.starters import PICTURES, STARTERS, Starter, command_of
from setting_up.layout import ROOT

ENTRY = """\
[Desktop Entry]
Type=Application
Version=1.0
Name={name}
Comment={comment}
Exec={command}
Icon={icon}
Terminal=true
Categories=Utility;
Keywords=gym;exercise;screening;
"""
SIZES = (48, 128)
"""Of the pictures in pixels, beside the one that can be drawn in every size."""
SPECIAL = re.compile(r'(["`$\\])')
DESKTOP_LINE = re.compile(r'^XDG_DESKTOP_DIR="(?P<folder>.+)"$', re.MULTILINE)


def add() -> list[Path]:
    """Make the starters and return their files."""
    for starter in STARTERS:
        for picture, place in _pictures(starter):
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(picture, place)
    made = []
    for starter in STARTERS:
        for file in _places(starter):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(entry_of(starter), encoding="utf-8")
            made.append(file)
            if file.parent != _applications():
                _trust(file)
    _refresh()
    return made


def find(root: Path = ROOT) -> list[Path]:
    """Return the starters of the program in *root*."""
    return [
        file for starter in STARTERS for file in _places(starter) if _is_ours(file, starter, root)
    ]


def remove(root: Path = ROOT) -> list[Path]:
    """Remove the starters of the program in *root*, and no others; return what they were."""
    removed = find(root)
    for starter in STARTERS:
        if any(file.stem == starter.file for file in removed):
            for _, picture in _pictures(starter):
                picture.unlink(missing_ok=True)
    for file in removed:
        file.unlink()
    _refresh()
    return removed


def entry_of(starter: Starter, root: Path = ROOT) -> str:
    """Return what the file of *starter* says."""
    command = " ".join(quoted(word) for word in command_of(starter, root))
    return ENTRY.format(
        name=starter.name, comment=starter.comment, command=command, icon=starter.file
    )


def quoted(word: str) -> str:
    """Return *word* as an ``Exec`` line takes it: quoted, and once more as a value of the file."""
    escaped = SPECIAL.sub(r"\\\1", word).replace("%", "%%")
    value = escaped.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")
    return f'"{value}"' if re.search(r"[^\w/.-]", word) else word


def _is_ours(file: Path, starter: Starter, root: Path) -> bool:
    try:
        said = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return False
    return f" {quoted(str(root / 'start.py'))} open {starter.what}\n" in said


def _data_home() -> Path:
    named = os.environ.get("XDG_DATA_HOME", "")
    return Path(named) if named.startswith("/") else Path.home() / ".local/share"


def _applications() -> Path:
    return _data_home() / "applications"


def _places(starter: Starter) -> list[Path]:
    """Return the files of *starter*: among the programs, and on the desktop where there is one."""
    folders = [_applications(), *filter(None, [_desktop()])]
    return [folder / f"{starter.file}.desktop" for folder in folders]


def _desktop() -> Path | None:
    """Return the folder that shows on the screen, None if there is none."""
    home = Path.home()
    config = Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config") / "user-dirs.dirs"
    try:
        named = DESKTOP_LINE.search(config.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        named = None
    folder = Path(named["folder"].replace("$HOME", str(home))) if named else home / "Desktop"
    return folder if folder.is_dir() and folder != home else None


def _pictures(starter: Starter) -> Iterator[tuple[Path, Path]]:
    """Yield each picture of *starter* and where the system looks for it."""
    theme = _data_home() / "icons/hicolor"
    drawing = f"{starter.file}.svg"
    yield PICTURES / drawing, theme / "scalable/apps" / drawing
    for size in SIZES:
        picture = PICTURES / f"{starter.file}-{size}.png"
        yield picture, theme / f"{size}x{size}/apps/{starter.file}.png"


def _trust(file: Path) -> None:
    """Let the desktop start *file* at a double click; each asks for a mark of its own."""
    file.chmod(0o755)
    if gio := shutil.which("gio"):
        command = [gio, "set", str(file), "metadata::trusted", "true"]
        subprocess.run(command, capture_output=True, check=False)


def _refresh() -> None:
    """Tell the system at once, where it does not look by itself."""
    if tool := shutil.which("update-desktop-database"):
        subprocess.run([tool, str(_applications())], capture_output=True, check=False)
