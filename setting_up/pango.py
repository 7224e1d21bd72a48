"""Pango sets the text of a PDF. It belongs to the system, so the system has to install it."""

import enum
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from setting_up.bundles.contents import DEBIAN_PACKAGES, Contents, contents
from setting_up.bundles.debian import QUIET, install_packages, system_name
from setting_up.layout import BUNDLED, PYTHON, ROOT, WINDOWS
from setting_up.steps import Outcome, Step, run
from setting_up.words import last_lines, say


class Pango(enum.Enum):
    """What there is; the values are what ``LOOK_FOR_PANGO`` exits with."""

    FAST = 0
    SLOW = 3
    """HarfBuzz-Subset is missing, which cuts fonts to what a report uses."""
    MISSING = 1

    @classmethod
    def _missing_(cls, _value: object) -> "Pango":
        return cls.MISSING


LOOK_FOR_PANGO = "from weasyprint.text.ffi import harfbuzz_subset as found; exit(0 if found else 3)"
"""Asks WeasyPrint itself, which knows what each system calls its libraries."""


class PackageManager(NamedTuple):
    """How a system installs Pango."""

    name: str
    install: tuple[str, ...]
    packages: tuple[str, ...]
    fast: tuple[str, ...] = ()
    """What makes Pango fast, if not in ``packages``; older systems do not have it."""
    refresh: tuple[str, ...] = ()
    """Fetches the list of packages, if ``install`` does not."""
    needs_root: bool = True

    def command(self, *, fast: bool = True) -> list[str]:
        """Return the command that installs Pango."""
        return [self.name, *self.install, *self.packages, *(self.fast if fast else ())]


DEBIANS_PANGO = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")
PACKAGE_MANAGERS = (
    PackageManager(
        "apt-get",
        ("install", "-y", "--no-install-recommends"),
        DEBIANS_PANGO[:2],
        fast=DEBIANS_PANGO[2:],
        refresh=("update",),
    ),
    PackageManager("dnf", ("install", "-y"), ("pango",)),
    PackageManager(
        "zypper",
        ("--non-interactive", "install"),
        ("libpango-1_0-0",),
        fast=("libharfbuzz-subset0",),
    ),
    PackageManager("pacman", ("-S", "--noconfirm", "--needed"), ("pango",), refresh=("-Sy",)),
    PackageManager("apk", ("add", "--no-cache"), ("pango",), fast=("so:libharfbuzz-subset.so.0",)),
    PackageManager("brew", ("install",), ("pango",), needs_root=False),
)


def provide_pango() -> None:
    """Install Pango if it is missing and we may, else say how; nothing else waits for it."""
    pango = look_for_pango()
    if pango is Pango.FAST:
        return
    manager = package_manager()
    bundle = contents()
    packages = bundled_packages(bundle) if bundle else None
    if packages and is_root():
        settle(install_packages(DEBIANS_PANGO, packages), manager)
    elif packages:
        say(advice(pango, as_root([sys.executable, str(ROOT / "start.py"), "setup"])))
    elif bundle or manager is None or manager.needs_root != is_root():
        say(advice(pango, how_to(manager)))  # in a bundle there may be no internet to try
    else:
        settle(install_pango(manager), manager)


def settle(outcome: Outcome, manager: PackageManager | None) -> None:
    """Say how to install Pango where that ended with *outcome* and it is still missing."""
    if look_for_pango() is Pango.MISSING:
        say(f"{last_lines(outcome.output)}\n{advice(Pango.MISSING, how_to(manager))}")


def bundled_packages(bundle: Contents) -> Path | None:
    """Return the folder of Pango's packages in *bundle*, if they are for this very system."""
    if not bundle.debian or bundle.debian != system_name():
        return None
    return BUNDLED / DEBIAN_PACKAGES


def look_for_pango() -> Pango:
    """Return what the program will find."""
    with Step("Looking for Pango, which sets the text of a PDF"):
        command = [str(PYTHON), "-I", "-W", "ignore", "-c", LOOK_FOR_PANGO]
        return Pango(subprocess.run(command, capture_output=True, check=False).returncode)


def package_manager() -> PackageManager | None:
    """Return the package manager of this computer, if it is one that we know."""
    return next((known for known in PACKAGE_MANAGERS if shutil.which(known.name)), None)


def is_root() -> bool:
    """Return whether we may change the system."""
    return sys.platform != "win32" and os.geteuid() == 0


def install_pango(manager: PackageManager) -> Outcome:
    """Install Pango; if that fails, with a fresh list of packages, and then without the extra."""
    everything = manager.command()
    outcome = run("Installing Pango", everything, {**os.environ, **QUIET})
    if not outcome.ok and manager.refresh:
        run("Fetching the list of packages", [manager.name, *manager.refresh])
        outcome = run("Installing Pango", everything, {**os.environ, **QUIET})
    if not outcome.ok and manager.fast:
        only_needed = manager.command(fast=False)
        outcome = run("Installing Pango", only_needed, {**os.environ, **QUIET})
    return outcome


def advice(pango: Pango, how: str) -> str:
    """Return what to do where there is only *pango*; *how* says how to install it."""
    if pango is Pango.SLOW:
        return f"PDFs are made faster with one more library of the system:\n{how}"
    return (
        "One library of the system is missing: Pango, for reports as PDF. Without it the quiz "
        f"works, and reports are HTML. To add it:\n{how}\n(docs/install.md says more.)"
    )


def as_root(command: list[str]) -> str:
    """Return how a person runs *command* with the rights to change the system."""
    text = shlex.join(command)
    if is_root():
        return f"    {text}"
    return f"    sudo {text}" if shutil.which("sudo") else f"    su -c {shlex.quote(text)}"


def how_to(manager: PackageManager | None) -> str:
    """Return how a person installs Pango on this computer."""
    if manager is not None:
        command = manager.command()
        return as_root(command) if manager.needs_root else f"    {shlex.join(command)}"
    if WINDOWS:
        return (
            "    1. Install MSYS2 from https://www.msys2.org\n"
            "    2. Open its window MSYS2 UCRT64 and type:\n"
            "       pacman -S mingw-w64-ucrt-x86_64-pango"
        )
    if sys.platform == "darwin":
        return "    Install Homebrew from https://brew.sh, then type: brew install pango"
    return "    Install the package pango with the package manager of your system."
