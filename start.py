#!/usr/bin/env python3
"""Set up posterior-chain and start it; ``python3 start.py --help`` says how.

This file is for every Python 3 there is: an old one must get far enough to say that it is too old.
The work is done in ``setting_up``.
"""

import sys

OLDEST_PYTHON = (3, 11)
MISLEADING = ("PYTHONPATH", "PYTHONHOME", "PYTHONPLATLIBDIR")
"""What leads Python to code that is not its own; ``setting_up.layout`` knows more of the kind."""


def refusal(version: "tuple[int, int]") -> "str | None":
    """Return why Python *version* will not do, or None if it will."""
    if version >= OLDEST_PYTHON:
        return None
    needed, found = (".".join(map(str, numbers)) for numbers in (OLDEST_PYTHON, version))
    return (
        f"posterior-chain needs Python {needed} or newer; this is Python {found}.\n"
        "Please install a newer one from https://www.python.org/downloads and run start.py with it."
    )


def main() -> int:
    """Do what the command line asks and return the exit status."""
    complaint = refusal(sys.version_info[:2])
    if complaint:
        sys.exit(complaint)
    import os

    script = os.path.realpath(__file__)  # pathlib might be somebody else's here
    if not sys.flags.isolated and any(name in os.environ for name in MISLEADING):
        return start_isolated(script)
    sys.path.insert(0, os.path.dirname(script))  # noqa: PTH120  # an isolated Python does not look there by itself
    from setting_up.commands import main as do

    return do(sys.argv[1:])


def start_isolated(script: str) -> int:
    """Do the same in a Python that heeds none of ``MISLEADING``."""
    import os

    command = [sys.executable, "-I", script, *sys.argv[1:]]
    if os.name != "nt":
        os.execv(command[0], command)
    import subprocess

    return subprocess.call(command)


if __name__ == "__main__":
    sys.exit(main())
