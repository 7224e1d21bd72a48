"""What can go wrong with a report; every message is one that a person can be shown.

::

    ReportError          the report was not made
    |- BadTarget         it cannot be written where it was asked for
    |- PdfUnavailable    this computer cannot make PDFs yet; HTML can be made instead
    `- PrintError        it was made, and neither printed nor opened
"""

from __future__ import annotations


class ReportError(Exception):
    """The report was not made; the message says what, where and why."""


class BadTarget(ReportError):  # noqa: N818 (as below)
    """The place asked for cannot take a file: its folder is missing, or it is one itself."""


class PdfUnavailable(ReportError):  # noqa: N818 (it is a state of the computer, named as one)
    """A library that a PDF needs is not on this computer; the message says how to add it."""


class PrintError(ReportError):
    """The printer did not take it; the message is the system's own."""
