"""The commands: what is typed, which parts do the work, what comes out and with what status.

One module a job. Everything heavy is imported inside the command that needs it: the first
frame of the quiz must not wait for the report, nor a single assessment for the screen.
"""

from assessment.cli.entry import main

__all__ = ["main"]
