"""The line-by-line quiz is run as the other commands are."""

from tests.commands.conftest import home, run

__all__ = ["home", "run"]
