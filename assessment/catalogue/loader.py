"""The catalogue that ships with the program, read once and kept for the next start."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from assessment.catalogue.model import Catalogue
from questions.content_cache import read_cached
from questions.loader import load_questionnaire


@cache
def load_catalogue() -> Catalogue:
    """Return the catalogue that ships with the program.

    Raises:
        ContentError: It has mistakes; all of them are named.
    """
    folders = (files("assessment") / "catalogue", files("questions"))
    return read_cached("catalogue", folders, Catalogue, _read)


def _read() -> Catalogue:
    """Read the files anew; pydantic is imported only when this is needed."""
    from assessment.catalogue.reader import read_catalogue

    return read_catalogue(files("assessment") / "catalogue", load_questionnaire())
