"""What can go wrong with a report; every message is one that a person can be shown.

::

    ReportError                 the report was not made
    |- BadTargetError           it cannot be written where it was asked for
    |- PdfUnavailableError      this computer cannot make PDFs yet; HTML can be made instead
    |- PrintError               it was made, and neither printed nor opened
    `- UnmetWishError           one of the gym's wishes for its paper cannot be met
"""

from __future__ import annotations


class ReportError(Exception):
    """The report was not made; the message says what, where and why."""


class BadTargetError(ReportError):
    """The place asked for cannot take a file: its folder is missing, or it is one itself."""


class PdfUnavailableError(ReportError):
    """A library that a PDF needs is not on this computer; the message says how to add it."""


class UnmetWishError(ReportError):
    """A wish that cannot be met; the message says what was found and what is allowed.

    The report comes all the same, without the wish.
    """


class PrintError(ReportError):
    """The printer did not take it; the message is the system's own."""
