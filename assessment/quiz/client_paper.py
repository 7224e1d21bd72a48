"""The sheet of a client who is done: saved once, printed as often as asked, said in words."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from assessment.quiz import words
from assessment.quiz.context import QuizContext
from assessment.reporting.report_client import SavedReport
from assessment.reporting.request import Document, ReportFailure
from reports.errors import PrintError


@dataclass(frozen=True, slots=True)
class PaperOutcome:
    """What came of it, as a sentence; ``path`` is None where there is no file."""

    said: str
    path: Path | None = None


class ClientPaper:
    """Writes and prints the report on the answers of *document*. Every call may take seconds."""

    def __init__(self, document: Document, context: QuizContext) -> None:
        self._document, self._context = document, context
        self._saved: SavedReport | None = None

    def save(self) -> PaperOutcome:
        """Write the report, unless it is there already, and say where it is."""
        made = self._made()
        if isinstance(made, ReportFailure):
            return PaperOutcome(words.SAVE_FAILED.format(reason=made.reason))
        form = words.SAVED if made.is_pdf else words.SAVED_AS_HTML
        said = form.format(where=where_in_words(made.path), name=made.path.name)
        return PaperOutcome(said, made.path)

    def print(self) -> PaperOutcome:
        """Send the report to the printer, or say in a line what is missing; it is saved as well."""
        made = self._made()
        if isinstance(made, ReportFailure):
            return PaperOutcome(words.SAVE_FAILED.format(reason=made.reason))
        send, where = self._context.send_to_printer, where_in_words(made.path)
        try:
            if send is None:
                raise PrintError(words.NO_PRINTER)
            send(made.path)
        except PrintError as error:
            reason = " ".join(str(error).split()).removesuffix(".")
            return PaperOutcome(words.NOT_PRINTED.format(reason=reason, where=where), made.path)
        return PaperOutcome(words.PRINTED.format(where=where), made.path)

    def _made(self) -> SavedReport | ReportFailure:
        """Return the report on the disk; it is written anew where somebody took it away."""
        if self._saved and self._saved.path.is_file():
            return self._saved
        context = self._context
        made = context.report.save(self._document, context.reports_folder, context.now())
        if isinstance(made, SavedReport):
            self._saved = made
            if context.record:
                context.record.paper_saved(made.path)
        return made


def where_in_words(path: Path) -> str:
    """Return where the file at *path* is, as one looks for it: ``Documents, folder sheets``."""
    try:
        first, *rest = path.parent.relative_to(Path.home()).parts
    except (RuntimeError, ValueError):  # elsewhere, in the home folder itself, or there is none
        return words.IN_FOLDER.format(folder=path.parent)
    if not rest:
        return first
    return words.IN_FOLDER_OF.format(first=first, folder="/".join(rest))
