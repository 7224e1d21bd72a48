"""All clients: found as fast as one types, in three views."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from operator import attrgetter
from pathlib import Path
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Input, Static

from assessment.casebook.client_views import ALL, ClientViews
from assessment.casebook.clients import Client
from assessment.desk import keys, words
from assessment.desk.layout.client_rows import heading_of, row_of
from assessment.desk.screens.base import BACK, DeskScreen, status_line
from assessment.desk.widgets.client_preview import ClientPreview
from assessment.desk.widgets.tall_list import NO_POINTER, TallList
from assessment.quiz import words as quiz_words
from assessment.ui.settings.settings_screen import SettingsScreen
from assessment.ui.widgets.key_bar import KeyBar
from assessment.ui.widgets.one_line_input import OneLineInput
from assessment.ui.widgets.page_tabs import PageTabs

MOST_TYPED = 80
PREVIEW_COLUMNS = 120
"""Of a window from which on the client at the pointer is shown beside the list."""
SHUT = replace(BACK, description=words.KEY_SHUT)


class SearchInput(OneLineInput):
    """Takes letters; ``?`` stays a key, since no name has one. Its cursor stands still."""

    def on_mount(self) -> None:
        """Let the cursor stand: a screen that is looked at all day need not blink."""
        self.cursor_blink = False

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Leave ``?`` to the screen."""
        return character != "?" and super().check_consume_key(key, character)

    def on_key(self, event: events.Key) -> None:
        """Type no ``?``."""
        if event.character == "?":
            event.prevent_default()


class ClientsScreen(DeskScreen):
    """Lists clients: name, last screening, what came out, due or not."""

    ABOUT = "clients"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", words.KEY_CHOOSE, key_display=quiz_words.UP_DOWN),
        Binding("up", "move(-1)", show=False),
        Binding("pageup", "move_page(-1)", show=False),
        Binding("pagedown", "move_page(1)", show=False),
        keys.OPEN.does("open"),
        Binding("tab", "turn(1)", words.KEY_VIEW, key_display=words.TAB, priority=True),
        Binding("shift+tab", "turn(-1)", show=False, priority=True),
        Binding("f2", "settings", words.KEY_SETTINGS, key_display="F2"),
    ]

    @dataclass
    class ClientChosen(Message):
        """The trainer wants to see a client."""

        client: Client

    @dataclass
    class ShutAsked(Message):
        """The trainer wants to shut the desk."""

    def __init__(
        self,
        views: ClientViews,
        clock: Callable[[], float],
        today: date,
        settings_path: Path | None = None,
    ) -> None:
        """Show *views* of the clients; F2 changes the settings at *settings_path*."""
        super().__init__(clock)
        self._views = views
        self._today = today
        self._settings_path = settings_path
        self._view = ALL
        self._shown: tuple[object, ...] = ()
        """What head, tabs and keys depend on, as they are drawn."""

    def compose(self) -> ComposeResult:
        """Yield the search, the views and the list."""
        with Vertical(classes="page"):
            with Horizontal(id="head"):
                yield Static(words.CLIENTS, id="title", markup=False)
                yield Static(id="count", markup=False)
            yield SearchInput(placeholder=words.SEARCH, max_length=MOST_TYPED, id="search")
            yield PageTabs(words.VIEWS)
            with Horizontal(id="beside"):
                with Vertical(id="list"):
                    yield Static(id="headings", markup=False)
                    yield TallList(partial(row_of, today=self._today), attrgetter("is_stopped"))
                    yield Static(id="nobody", markup=False)
                yield ClientPreview(self._today)
            yield status_line()
        yield KeyBar()

    def on_mount(self) -> None:
        """Show all clients, ready to be searched."""
        search = self.query_one(SearchInput)
        search.focus()
        self.show(self._views)
        # A message of the input would come after a paint of its own.
        self.watch(search, "value", self._typed, init=False)

    def show(self, views: ClientViews) -> None:
        """Show *views* with the search that is open, the pointer kept."""
        self._views = views
        pointed = self.query_one(TallList).pointed
        found = self._found()
        keys = [client.key for client in found] if pointed else []
        pointer = keys.index(pointed.key) if pointed and pointed.key in keys else 0
        self._show_found(found, pointer)

    def on_resize(self, event: events.Resize) -> None:
        """Write the headings in the columns that there are; preview from 120 columns on."""
        self.set_class(event.size.width >= PREVIEW_COLUMNS, "-previewed")
        self.call_after_refresh(self._show_headings)

    def _show_headings(self) -> None:
        columns = self.query_one(TallList).scrollable_content_region.width - len(NO_POINTER)
        text = NO_POINTER + heading_of(columns) if columns > 0 else ""
        self.query_one("#headings", Static).update(text, layout=False)
        self._preview()

    def _preview(self) -> None:
        """Show the client at the pointer beside the list, where there is room."""
        if self.has_class("-previewed"):
            self.query_one(ClientPreview).show(self.query_one(TallList).pointed)

    def _typed(self) -> None:
        self.say("")
        if self.query_one("#status").display:
            self.say("")
        self._show_found(self._found())

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_open()

    @on(TallList.Picked)
    def _picked(self, event: TallList.Picked) -> None:
        event.stop()
        self.action_open()

    @on(PageTabs.Chosen)
    def _chosen(self, event: PageTabs.Chosen) -> None:
        event.stop()
        self._view = event.number
        self._show_found(self._found())

    def action_open(self) -> None:
        """Open the client at the pointer."""
        client = self.query_one(TallList).pointed
        if client is not None and self.is_settled():
            self.post_message(self.ClientChosen(client))

    def action_settings(self) -> None:
        """Change the gym's settings."""
        if self._settings_path and self.is_current:
            self.app.push_screen(SettingsScreen(self._settings_path, self.clock))

    def action_move(self, by: int) -> None:
        """Move the pointer."""
        self.query_one(TallList).move(by)
        self._preview()

    def action_move_page(self, direction: int) -> None:
        """Move the pointer by what can be seen."""
        self.query_one(TallList).move_page(direction)
        self._preview()

    def action_turn(self, step: int) -> None:
        """Show another view."""
        self._view = (self._view + step) % len(words.VIEWS)
        self._show_found(self._found())

    def action_back(self) -> None:
        """Empty the search, or shut the desk where it is empty."""
        search = self.query_one(SearchInput)
        if search.value:
            search.value = ""
        else:
            self.post_message(self.ShutAsked())

    def _found(self) -> list[Client]:
        return self._views.search(self._view, self.query_one(SearchInput).value)

    def _show_found(self, found: list[Client], pointer: int = 0) -> None:
        everyone, typed = len(self._views.clients.all), self.query_one(SearchInput).value
        self.query_one(TallList).show(found, pointer)
        form = words.COUNT_ALL if len(found) == everyone else words.COUNT
        count = self.query_one("#count", Static)
        count.update(form.format(found=len(found), all=everyone), layout=False)
        self._preview()
        shown = (self._view, bool(typed), min(len(found), 2), bool(everyone))
        if shown != self._shown:  # to lay the screen out anew takes longer than a search
            self._shown = shown
            self._tell(found, bool(typed), everyone)

    def _tell(self, found: list[Client], is_typed: bool, everyone: int) -> None:
        """Say why the list is empty, which view is open, and which keys work now."""
        self.query_one(TallList).display = bool(found)
        self.query_one("#headings").display = bool(found)
        nobody = words.NOBODY if not everyone else words.NOT_FOUND if is_typed else words.NONE_DUE
        note = self.query_one("#nobody", Static)
        note.display = not found
        note.update(nobody)
        self.query_one(PageTabs).open(self._view)
        keys = self.query_one(KeyBar)
        keys.rename(BACK if is_typed else SHUT)
        works = {"move(1)": len(found) > 1, "open": bool(found), "turn(1)": everyone > 0}
        keys.hide(*(action for action, does_work in works.items() if not does_work))
