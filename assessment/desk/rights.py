"""What goes out of the store and what is taken out of it: paper, a copy for the client, erasing."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from assessment.casebook.clients import Client
from assessment.casebook.exporting import write_export
from assessment.casebook.history import PastScreening, before, past_screening, past_screenings
from assessment.casebook.record_reports import NoReportError, make_paper
from assessment.desk import words
from assessment.desk.editing import EditingApp
from assessment.desk.screens.client import ClientScreen
from assessment.desk.screens.clients import ClientsScreen
from assessment.desk.screens.erase import EraseScreen
from assessment.desk.screens.paper import PaperScreen
from assessment.desk.screens.record import RecordScreen
from assessment.records.drafts.draft import DraftFile
from assessment.records.drafts.erasing import erase_drafts, retest_draft
from assessment.records.erasing import Erased, erase_client
from assessment.records.store.repository import note, records_of
from assessment.records.store.values import Record
from assessment.reporting.client import free_target
from assessment.ui.dialogs.options import LEAVE, STAY, DialogOption
from questions.loader import load_questionnaire
from reports.errors import PrintError


class RightsApp(EditingApp):
    """Prints, saves, copies and erases; each is in the log, without an answer."""

    def on_record_screen_asked(self, event: RecordScreen.Asked) -> None:
        """Ask for the paper; Textual calls the handlers of the classes below as well."""
        if event.what == "paper" and isinstance(self.screen, RecordScreen):
            self.push_screen(PaperScreen(self.context.clock))

    def on_paper_screen_wanted(self, event: PaperScreen.Wanted) -> None:
        """Make the paper, and print it where that is wanted."""
        record, screen = self.of_kind(RecordScreen), self.screen
        if record is None or not isinstance(screen, PaperScreen) or screen.is_busy:
            return
        screen.wait()
        self.at_work(
            partial(self._on_paper, record.screening, event),
            screen.done,
            screen.failed,
        )

    def on_client_screen_export_asked(self, event: ClientScreen.ExportAsked) -> None:
        """Ask, and write the copy."""
        client, context = event.client, self.context
        folder = context.reports_folder / f"copy-{context.now():%Y-%m-%d}-{client.key.hex[-8:]}"
        screen = self.screen
        if not isinstance(screen, ClientScreen):
            return  # a key pressed twice asks twice

        def after(way: str | None) -> None:
            if way == LEAVE:
                screen.say(words.EXPORTING)
                self.at_work(partial(self._exported, client, folder), screen.say)

        ways = (DialogOption(STAY, words.EXPORT_NO), DialogOption(LEAVE, words.EXPORT_YES))
        asked = words.EXPORT.format(name=client.name or words.NO_NAME)
        self.ask(asked, words.EXPORT_TEXT.format(folder=folder), ways, after)

    def on_client_screen_erase_asked(self, event: ClientScreen.EraseAsked) -> None:
        """Ask for the word."""
        client = event.client

        def then(records: list[Record]) -> None:
            if isinstance(self.screen, ClientScreen):
                self.push_screen(EraseScreen(client, len(records), self.context.clock))

        self.at_work(lambda: records_of(self.desk.store, client.key), then)

    def on_erase_screen_confirmed(self, event: EraseScreen.Confirmed) -> None:
        """Erase the client, and show the list without."""
        client = event.client

        def then(erased: Erased) -> None:
            while not isinstance(self.screen, ClientsScreen) and len(self.screen_stack) > 1:
                self.pop_screen()
            said = words.ERASED.format(records=words.records_in_words(erased.records))
            if erased.left:
                said += "\n" + words.LEFT.format(paths="\n".join(map(str, erased.left)))
            self.renew(client.key, said)

        self.at_work(partial(self._erased, client), then)

    def _on_paper(self, screening: PastScreening, wanted: PaperScreen.Wanted) -> str:
        """Make the paper that is *wanted*, print it where copies are; say what happened."""
        context, copies = self.context, wanted.copies
        sittings = past_screenings(self.desk, screening.record.client)
        target = free_target(context.reports_folder, context.now())
        path = make_paper(
            self.desk,
            context.report,
            screening,
            target,
            sheets=wanted.sheets,
            earlier=before(screening, sittings),
        )
        saved = words.SAVED.format(name=path.name, folder=path.parent)
        if not copies:
            return saved
        try:
            printed = context.print_file(path, copies)
        except PrintError as error:
            raise NoReportError(f"{error}\n{saved}") from error
        note(self.desk.store, "printed", screening.record.id, f"{copies} copies")
        return f"{printed}\n{saved}"

    def _exported(self, client: Client, folder: Path) -> str:
        sittings = past_screenings(self.desk, client.key)

        def paper(record: Record, target: Path) -> Path | None:
            try:
                sitting = past_screening(self.desk, record)
                earlier, report = before(sitting, sittings), self.context.report
                return make_paper(self.desk, report, sitting, target, earlier=earlier)
            except NoReportError:
                return None

        for _ in write_export(self.desk, client.key, folder, paper):
            self.desk.touch()
        return words.EXPORTED.format(folder=folder)

    def _erased(self, client: Client) -> Erased:
        context = self.context
        erase_drafts(context.drafts, client.name, load_questionnaire())
        DraftFile(retest_draft(context.folder, client.key)).erase()
        erased = erase_client(self.desk.store, context.folder, client.key)
        note(self.desk.store, "erased", client.key, f"{erased.records} records")
        return erased
