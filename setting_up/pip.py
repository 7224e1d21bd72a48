"""The pip that came with the program, and what it heeds of a person's settings."""

import json
import os
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path

from setting_up import note
from setting_up.layout import SCRIPTS, VENDOR
from setting_up.steps import Counted
from setting_up.words import SetUpError

HEEDED = frozenset(
    (
        *("index-url", "pypi-url", "extra-index-url", "find-links", "no-index"),
        *("proxy", "no-proxy-env", "cert", "client-cert", "trusted-host", "keyring-provider"),
        *("timeout", "default-timeout", "retries", "resume-retries"),
        *("cache-dir", "no-cache-dir", "use-deprecated"),
    )
)
"""Settings that say from where and through what parts come. All others say where they go, whether
they do and which they are, and that is for us. ``use-deprecated`` asks for older certificates."""


DAMAGED = (
    "The file vendor/{name} is missing or damaged, so nothing was installed. "
    "Please fetch posterior-chain again."
)
WRONG_SETTINGS = (
    "The settings of pip on this computer cannot be read, so it is not known from where to fetch "
    "the parts of posterior-chain. What is wrong: {why}"
)


def vendored_pip() -> Path:
    """Return the pip that came with the program.

    Raises:
        SetUpError: It is not the file that ``vendor/pip.sha256`` vouches for.
    """
    try:
        expected, name = (VENDOR / "pip.sha256").read_text(encoding="ascii").split()
    except (FileNotFoundError, ValueError):
        raise SetUpError(DAMAGED.format(name="pip.sha256")) from None
    wheel = VENDOR / name
    if not wheel.is_file() or note.sha256(wheel) != expected:
        raise SetUpError(DAMAGED.format(name=name))
    return wheel


def pip_command(python: Path, wheel: Path, command: str) -> list[str]:
    """Return how *python* runs pip's *command*, quietly and asking nobody."""
    return [
        *(str(python), "-I", str(wheel / "pip"), command),
        *("--no-input", "--no-color", "--progress-bar=off", "--disable-pip-version-check"),
    ]


def pip_environment(settings: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the environment for pip: no settings for it but *settings*, by their names."""
    environment = {
        name: value for name, value in os.environ.items() if not name.upper().startswith("PIP_")
    }
    environment["PIP_CONFIG_FILE"] = os.devnull  # pip reads no file at all then
    for name, value in (settings or {}).items():
        environment[f"PIP_{name.replace('-', '_').upper()}"] = value
    return environment


def heeded_settings(python: Path, wheel: Path, command: str) -> dict[str, str]:
    """Return what the person has set for pip's *command* and what counts of it.

    Raises:
        SetUpError: A file of settings cannot be read.
    """
    script = SCRIPTS / "pip_settings.py"
    done = subprocess.run(
        [str(python), "-I", str(script), str(wheel), command],
        capture_output=True,
        check=False,
        encoding="utf-8",
        errors="replace",
    )
    if done.returncode != 0:
        why = done.stderr.strip().splitlines() or ["pip does not say."]
        raise SetUpError(WRONG_SETTINGS.format(why=why[-1]))
    return {name: value for name, value in json.loads(done.stdout).items() if name in HEEDED}


def counted(total: int) -> Counted:
    """Return how pip's output tells how many of *total* parts it has; then it installs them."""
    return Counted(re.compile("Collecting |Processing "), re.compile("Installing "), total)
