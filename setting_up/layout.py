"""Where things are."""

import os
import tomllib
from pathlib import Path

WINDOWS = os.name == "nt"
START = "py start.py" if WINDOWS else "python3 start.py"
"""What a person types."""

MISLEADING = (
    *("PYTHONPATH", "PYTHONHOME", "PYTHONPLATLIBDIR"),
    *("PYTHONINSPECT", "PYTHONOPTIMIZE", "PYTHONWARNINGS"),
)
"""What leads Python to code that is not its own, or lets it run ours in another way: stay at a
prompt in the end, without docstrings, which are the help, or with warnings that end it."""

ROOT = Path(__file__).resolve().parent.parent
PROGRAM_PARTS = ROOT / "requirements.lock"
SERVER_PARTS = ROOT / "requirements-server.lock"
TEST_PARTS = ROOT / "requirements-dev.lock"
"""Both name everything in ``PROGRAM_PARTS`` too, in the same versions."""
VENDOR = ROOT / "vendor"
BUNDLED = ROOT / "parts"
"""What comes along in a bundle, so that no internet is needed."""
SCRIPTS = ROOT / "setting_up/scripts"
LAUNCH = SCRIPTS / "launch.py"
"""What starts the program in ``.venv``."""

ENVIRONMENT = ROOT / ".venv"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if WINDOWS else "bin/python")
PROGRAM = ENVIRONMENT / ("Scripts/posterior-chain.cmd" if WINDOWS else "bin/posterior-chain")
NOTE = ENVIRONMENT / "ready.json"
LOCK = ENVIRONMENT / "setting-up.lock"
ASKED_FOR = ENVIRONMENT / "asked-for.txt"
"""Names the locks that were asked for beside the program's; it outlives a set-up that fails."""


def site_packages() -> Path:
    """Return the folder of ``.venv`` that Python imports from."""
    if WINDOWS:
        return ENVIRONMENT / "Lib/site-packages"
    return next(ENVIRONMENT.glob("lib/python3*/site-packages"))


def path_file() -> Path:
    """Return the file that tells Python in ``.venv`` where the program's own folders are."""
    return site_packages() / "posterior-chain.pth"


def version_in(folder: Path) -> str:
    """Return the version of the program in *folder*.

    Raises:
        OSError, ValueError, KeyError: That is no copy of the program.
    """
    project = tomllib.loads((folder / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    if project["name"] != "posterior-chain":
        raise ValueError(project["name"])
    return str(project["version"])
