"""Print what of a lock another computer needs, without conditions.

``python -I target_lock.py PIP_WHEEL LOCK MARKERS``; *MARKERS* is JSON. pip takes the conditions of
a lock to be about the computer that it runs on, also when it fetches for another.
"""

import json
import sys
from pathlib import Path


def main(wheel: str, lock: str, markers: str) -> int:
    """Print the lock and return the exit status."""
    sys.path.append(wheel)
    from pip._vendor.packaging.requirements import Requirement

    environment = json.loads(markers)
    wanted = False
    for line in Path(lock).read_text(encoding="utf-8").splitlines():
        if line[:1].isalnum():
            requirement = Requirement(line.rstrip("\\ "))
            wanted = requirement.marker is None or requirement.marker.evaluate(environment)
            if wanted:
                print(f"{requirement.name}{requirement.specifier} \\")
        elif wanted and line.lstrip().startswith("--hash"):
            print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
