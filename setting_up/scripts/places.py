"""Print as JSON where the program keeps things of this person: ``python -I places.py PIP_WHEEL``.

It needs no ``.venv``: what asks the system for its folders is in the pip of ``vendor`` too.
"""

import importlib
import json
import os
import sys
from pathlib import Path


def main(wheel: str) -> int:
    """Print the places and return the exit status."""
    sys.path[:0] = [str(Path(__file__).resolve().parents[2]), wheel]
    platformdirs = importlib.import_module("pip._vendor.platformdirs")
    sys.modules["platformdirs"] = platformdirs
    from assessment.files import folders

    places = {
        "records": folders.data_folder(),
        "settings": folders.settings_path(),
        "reports": folders.reports_folder(),
        "log": folders.log_folder(),
        "cache": platformdirs.user_cache_dir(folders.APP, appauthor=False),
    }
    print(json.dumps({name: os.fspath(place) for name, place in places.items()}))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
