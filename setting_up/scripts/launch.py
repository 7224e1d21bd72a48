"""Start the program in ``.venv``, or say that the set-up is broken: ``launch.py ARGUMENTS``.

Python in ``.venv`` runs it with ``-P``. Where parts are missing, the note that says all is there
goes, so that the next ``start.py`` sets up anew.
"""

import sys
from importlib.util import find_spec
from pathlib import Path

NOTE = Path(sys.prefix) / "ready.json"
BROKEN = (
    "posterior-chain is not set up whole: its part {missing} is missing.\n"
    "Please run {start} in its folder again, which sets it up anew."
)


def main() -> int:
    """Run the program and return its exit status."""
    missing = next((name for name in ("assessment", "click") if find_spec(name) is None), None)
    if missing:
        NOTE.unlink(missing_ok=True)
        start = "py start.py" if sys.platform == "win32" else "python3 start.py"
        sys.exit(BROKEN.format(missing=missing, start=start))
    from assessment.cli import main as run

    sys.argv[0] = "posterior-chain"
    return run()


if __name__ == "__main__":
    sys.exit(main())
