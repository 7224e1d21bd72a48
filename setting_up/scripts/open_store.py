"""Open a store as the program does, which brings its tables up to date.

``python -P open_store.py FILE``, by the Python of ``.venv``, prints how many records it holds.
Without a file it prints where the store of this computer is; nothing if that is a server.
"""

import sys
from pathlib import Path


def main(file: str = "") -> int:
    """Do it and return the exit status."""
    from assessment.records.errors import RecordsError

    told: list[str] = []
    try:
        print(count(Path(file), told) if file else where())
    except RecordsError as error:
        told.append(str(error))
    print("\n".join(told), file=sys.stderr)
    return 1 if told else 0


def where() -> str:
    """Return the file of the store of this computer, or nothing if it is a server."""
    from assessment.records.store.addresses import default_address, file_of

    return str(file_of(default_address()) or "")


def count(file: Path, told: list[str]) -> int:
    """Return how many records the store in *file* holds; *told* gets what there is to say."""
    from sqlalchemy import func, select

    from assessment.records.store.addresses import file_address
    from assessment.records.store.opening import open_store
    from assessment.records.store.tables import RECORDS

    with open_store(file_address(file), told.append).reading() as connection:
        return connection.scalar(select(func.count()).select_from(RECORDS)) or 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
