"""The client at the pointer, beside the list: from what the list knows, no record is opened."""

from __future__ import annotations

from datetime import date

from textual.content import Content
from textual.widgets import Static

from assessment.casebook.clients import Client
from assessment.desk import words
from assessment.desk.layout.client_rows import due_in_words, short_day
from reports.words.phrasing import capitalised


class ClientPreview(Static):
    """Shows what came out last, when the next screening is due, and the ones before."""

    def __init__(self, today: date) -> None:
        super().__init__(markup=False)
        self._today = today

    def show(self, client: Client | None) -> None:
        """Show *client*; None: nobody."""
        self.update(self._content(client) if client else "", layout=False)

    def _content(self, client: Client) -> Content:
        stop = "$stop bold" if client.is_stopped else ""
        due = due_in_words(client, self._today)
        lines = [
            Content.styled(client.name or words.NO_NAME, "bold $primary"),
            Content(),
            Content.styled(capitalised(client.last.result), stop),
            Content(words.RETEST_DAY.format(day=due) if due else words.NO_RETEST),
            Content(),
            Content.styled(words.SCREENINGS, "bold $primary"),
            *(
                Content(f"{short_day(one.record.day)}  {one.result}")
                for one in reversed(client.summaries)
            ),
        ]
        return Content("\n").join(lines)
