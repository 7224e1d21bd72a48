"""Import the program and all that a lock names; print what is missing, a line each.

``python -I check_parts.py PIP_WHEEL LOCK``, by the Python of ``.venv``: that pip ended well does
not say that the parts are where this Python looks for them.
"""

import importlib
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

NEEDS_PANGO = "weasyprint"
"""Without Pango it cannot be imported, and the program makes HTML."""


def main(wheel: str, lock: str) -> int:
    """Print what is wrong and return the exit status: 1 if anything is."""
    sys.path.append(wheel)
    faults = [fault for name, version in pinned(lock) for fault in faults_of(name, version)]
    if fault := import_fault("assessment.cli.program"):
        faults.append(fault)
    print("\n".join(faults))
    return 1 if faults else 0


def pinned(lock: str) -> Iterator[tuple[str, str]]:
    """Yield name and version of each part in the file *lock* that this computer needs."""
    from pip._vendor.packaging.requirements import Requirement

    for line in Path(lock).read_text(encoding="utf-8").splitlines():
        if line[:1].isalnum():
            requirement = Requirement(line.rstrip("\\ "))
            if requirement.marker is None or requirement.marker.evaluate():
                yield requirement.name, str(requirement.specifier).removeprefix("==")


def faults_of(name: str, version: str) -> Iterator[str]:
    """Yield what is wrong with the part *name*, which has to have *version*."""
    try:
        part = distribution(name)
    except PackageNotFoundError:
        yield f"{name} is not there"
        return
    if part.version != version:
        yield f"{name} is {part.version}, not {version}"
        return
    for module in modules_of(part):
        if fault := import_fault(module):
            yield fault


def modules_of(part: Distribution) -> list[str]:
    """Return the modules and packages at the top of *part*."""
    names = set()
    for file in part.files or ():
        head = file.parts[0]
        if len(file.parts) > 1 and file.name == "__init__.py":
            names.add(head)
        elif len(file.parts) == 1 and file.suffix in {".py", ".so", ".pyd"}:
            names.add(head.partition(".")[0])
    return sorted(name for name in names if name.isidentifier())


def import_fault(module: str) -> str | None:
    """Return why *module* cannot be imported, or None if it can."""
    try:
        importlib.import_module(module)
    except OSError as error:
        return None if module == NEEDS_PANGO else f"{module}: {error}"
    except Exception as error:  # noqa: BLE001  # a broken part may raise anything
        return f"{module}: {type(error).__name__}: {error}"
    return None


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
