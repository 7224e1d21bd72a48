"""The poses that ship with the program, read once and kept for the next start."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from questions.content_cache import read_cached
from reports.figures.poses_model import Poses


@cache
def load_poses() -> Poses:
    """Return the poses that ship with the program.

    Raises:
        ContentError: The files have mistakes; all of them are named.
    """
    return read_cached("poses", (files("reports") / "figures", files("questions")), Poses, _read)


def _read() -> Poses:
    """Read the files anew; pydantic is imported only when this is needed."""
    from reports.figures.poses_reader import read_poses

    return read_poses(files("reports") / "figures" / "poses")
