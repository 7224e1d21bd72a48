"""The kinds of computers that a bundle can be for."""

import platform
import re
import sys
import sysconfig
from typing import NamedTuple

from setting_up.words import SetUpError


class Target(NamedTuple):
    """A kind of computer, as a person calls it and as Python packages do."""

    name: str
    wheels: tuple[str, ...]
    """What pip calls the computers whose wheels it may take, the best first."""
    markers: dict[str, str]
    """What a lock may ask of the computer."""
    debian: str = ""
    """What Debian calls its processor."""


def _linux(name: str, machine: str, debian: str) -> Target:
    glibc = [f"manylinux_2_{minor}_{machine}" for minor in range(28, 16, -1)]
    older = [f"{alias}_{machine}" for alias in ("manylinux2014", "manylinux_2_12", "manylinux2010")]
    oldest = [f"manylinux_2_5_{machine}", f"manylinux1_{machine}"]
    markers = {"sys_platform": "linux", "os_name": "posix", "platform_system": "Linux"}
    return Target(name, (*glibc, *older, *oldest), {**markers, "platform_machine": machine}, debian)


def _macos(name: str, machine: str) -> Target:
    markers = {"sys_platform": "darwin", "os_name": "posix", "platform_system": "Darwin"}
    return Target(name, (f"macosx_12_0_{machine}",), {**markers, "platform_machine": machine})


TARGETS = {
    target.name: target
    for target in (
        _linux("linux-x86_64", "x86_64", "amd64"),
        _linux("linux-arm64", "aarch64", "arm64"),
        Target(
            "windows-x86_64",
            ("win_amd64",),
            {
                "sys_platform": "win32",
                "os_name": "nt",
                "platform_system": "Windows",
                "platform_machine": "AMD64",
            },
        ),
        _macos("macos-arm64", "arm64"),
        _macos("macos-x86_64", "x86_64"),
    )
}
"""Linux of 2018 and later with glibc 2.28, macOS 12 and later."""

PYTHON_VERSION = re.compile(r"3\.(?P<minor>1[1-9]|[2-9][0-9])")
NO_TARGET = "A bundle cannot be made for {name}. Allowed are: " + ", ".join(TARGETS) + "."
NO_PYTHON = "{version} is not a version of Python that will do. Allowed are 3.11, 3.12 and so on."


def this_python() -> str:
    """Return the version of this Python as a bundle names it, such as 3.11."""
    return f"{sys.version_info.major}.{sys.version_info.minor}"


def this_computer() -> str:
    """Return what kind of computer this is; one that no bundle can be for has another name."""
    machine = platform.machine().lower().replace("amd64", "x86_64").replace("aarch64", "arm64")
    if sys.platform == "win32":
        machine = sysconfig.get_platform().removeprefix("win-").replace("amd64", "x86_64")
        return f"windows-{machine}"
    if sys.platform == "darwin":
        return f"macos-{machine}"
    if sys.platform == "linux" and platform.libc_ver()[0] != "glibc":
        return f"linux-without-glibc-{machine}"
    return f"{sys.platform}-{machine}"


def target_of(name: str) -> Target:
    """Return the target called *name*.

    Raises:
        SetUpError: There is none.
    """
    if name not in TARGETS:
        raise SetUpError(NO_TARGET.format(name=name))
    return TARGETS[name]


def python_of(text: str) -> str:
    """Return *text* if it is a version of Python that the program runs with.

    Raises:
        SetUpError: It is not.
    """
    if not PYTHON_VERSION.fullmatch(text):
        raise SetUpError(NO_PYTHON.format(version=text))
    return text


def markers_of(target: Target, python: str) -> dict[str, str]:
    """Return all that a lock may ask of *target* with that *python*."""
    return {
        **target.markers,
        "python_version": python,
        "python_full_version": f"{python}.0",
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
        "implementation_version": f"{python}.0",
        "platform_release": "",
        "platform_version": "",
    }
