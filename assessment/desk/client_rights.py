"""What goes out of the store and what is taken out of it: paper, a copy for the client, erasing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from assessment.casebook.clients import Client
from assessment.casebook.earlier_screenings import earlier_than
from assessment.casebook.erase_client import erase_everything
from assessment.casebook.exporting import write_export
from assessment.casebook.history import PastScreening, past_screening, past_screenings
from assessment.casebook.record_reports import NoReportError, make_paper
from assessment.desk import words
from assessment.desk.background import Background
from assessment.desk.context import DeskContext
from assessment.desk.desk_lock import DeskLock
from assessment.desk.record_viewer import RecordViewer
from assessment.desk.screens.client import ClientScreen
from assessment.desk.screens.clients import ClientsScreen
from assessment.desk.screens.erase import EraseScreen
from assessment.desk.screens.paper import PaperScreen
from assessment.desk.screens.record import RecordScreen
from assessment.records.erasing import Erased
from assessment.records.store.repository import note, records_of
from assessment.records.store.values import Record
from assessment.reporting.report_client import free_target
from assessment.ui.navigator import Navigator
from reports.errors import PrintError
from reports.output.print_options import Sheets


@dataclass(frozen=True)
class ClientRights:
    """Prints, saves, copies and erases; each is in the log, without an answer."""

    context: DeskContext
    navigator: Navigator
    background: Background
    lock: DeskLock
    viewer: RecordViewer

    def open_paper(self, screening: PastScreening) -> None:
        """Ask what to print or save of a record."""

        def make(screen: PaperScreen, sheets: Sheets, copies: int) -> None:
            job = partial(self._make_paper, screening, sheets, copies)
            self.background.run(job, screen.done, screen.failed)

        self.navigator.show_over(RecordScreen, PaperScreen(self.context.clock, make))

    def ask_export(self, client: Client) -> None:
        """Ask, and write the copy."""
        context, screen = self.context, self.navigator.front
        if not isinstance(screen, ClientScreen):
            return  # a key pressed twice asks twice
        folder = context.reports_folder / f"copy-{context.today}-{client.key.hex[-8:]}"

        def on_yes() -> None:
            screen.say(words.EXPORTING)
            self.background.run(partial(self._export, client, folder), screen.say)

        question = words.EXPORT.format(name=client.name or words.NO_NAME)
        text = words.EXPORT_TEXT.format(folder=folder)
        self.navigator.confirm(question, text, words.EXPORT_NO, words.EXPORT_YES, on_yes)

    def ask_erase(self, client: Client) -> None:
        """Ask for the word, and erase."""
        store, clock = self.lock.desk.store, self.context.clock

        def then(records: list[Record]) -> None:
            screen = EraseScreen(client, len(records), clock, partial(self._erase, client))
            self.navigator.show_over(ClientScreen, screen)

        self.background.run(lambda: records_of(store, client.key), then)

    def _make_paper(self, screening: PastScreening, sheets: Sheets, copies: int) -> str:
        """Make the paper, print it where *copies* are wanted; say what happened. In a thread."""
        context, desk = self.context, self.lock.desk
        others = past_screenings(desk, screening.record.client)
        target = free_target(context.reports_folder, context.now())
        earlier = earlier_than(screening.day, others)
        path = make_paper(desk, context.report, screening, target, sheets=sheets, earlier=earlier)
        saved = words.SAVED.format(name=path.name, folder=path.parent)
        if not copies:
            return saved
        try:
            printed = context.print_file(path, copies)
        except PrintError as error:
            raise NoReportError(f"{error}\n{saved}") from error
        note(desk.store, "printed", screening.record.id, f"{copies} copies")
        return f"{printed}\n{saved}"

    def _export(self, client: Client, folder: Path) -> str:
        """Write the copy; say where it is. In a thread."""
        desk = self.lock.desk
        screenings = past_screenings(desk, client.key)

        def paper(record: Record, target: Path) -> Path | None:
            one = past_screening(desk, record)
            earlier, report = earlier_than(one.day, screenings), self.context.report
            try:
                return make_paper(desk, report, one, target, earlier=earlier)
            except NoReportError:
                return None

        for _ in write_export(desk, client.key, folder, paper):
            desk.touch()
        return words.EXPORTED.format(folder=folder)

    def _erase(self, client: Client) -> None:
        """Erase the client, and show the list without."""
        desk, drafts = self.lock.desk, self.context.drafts

        def then(erased: Erased) -> None:
            self.navigator.back_to_kind(ClientsScreen)
            sentence = words.ERASED.format(records=words.records_in_words(erased.records))
            if erased.left:
                sentence += "\n" + words.LEFT.format(paths="\n".join(map(str, erased.left)))
            self.viewer.renew(client.key, sentence)

        self.background.run(partial(erase_everything, desk, client.key, drafts), then)
