"""Names are found as people type them, and a paste that does not fit is told of."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest
from textual import events, on
from textual.app import App, ComposeResult
from textual.widgets import Input

from assessment.casebook.clients import Client, Clients
from assessment.casebook.selection import clients_meant
from assessment.casebook.summaries import RecordSummary
from assessment.core.folded import folded
from assessment.desk.screens.opening import MOST_TYPED
from assessment.records.errors import NotFoundError
from assessment.records.sealing.payload import Card
from assessment.ui.inputs.answer_input import AnswerInput
from assessment.ui.widgets.one_line_input import OneLineInput
from questions.loader import load_questionnaire
from questions.model import NumberItem, TextItem
from tests.cases import each
from tests.desk.trainer import fill, setting_in, trainer_at
from tests.gym import Gym, done
from tests.journeys.driver import client_at
from tests.journeys.test_quiz import answered
from tests.records.holdings import a_record
from tests.settling import settle

FOUND = {
    "Łucja Wójcik": ("lucja", "wojcik", "ŁUCJA", "lucja woj"),
    "Ørsted": ("orsted", "oersted", "ørsted", "ørs"),
    "Đorđe Đoković": ("dorde", "djordje", "đorđe", "dokovic"),
    "Işıl İnan": ("isil", "IŞIL", "ışıl", "inan", "INAN"),
    "Þór Æsir": ("thor", "þór", "aesir", "æsir"),
    "Siân O’Neil": ("o'neil", "o’neil", "oneil", "O`NEIL", "sian"),
    "D'Arcy O'Brien": ("d’arcy", "darcy", "obrien", "O‘Brien"),
    "Jürgen Groß": ("jurgen", "juergen", "gross", "groß", "GROSS", "GROẞ"),
    "Åse Bjørk": ("ase", "aase", "bjork", "bjoerk"),
    "Anne‑Marie": ("anne-marie", "anne–marie", "marie"),
    "Nguyễn Văn Đức": ("nguyen van duc", "đức", "van"),
    "Ｊｏｓｅ\u00a0Álvarez": ("jose alvarez", "álvarez"),
    "Žofie Ďuďová": ("zofie", "dudova"),
    "Ħal Ŧest Ŋ": ("hal", "test"),
    "Σωκράτης": ("σωκρατησ", "ΣΩΚΡΑΤΗΣ", "σωκράτης"),
    "Ёлка Й": ("елка", "ЁЛКА"),
    "Zero\u200bWidth\u00adName": ("zerowidthname",),
    "Two\tWords": ("two words",),
}
MISSED = ("xavier", "lucjan", "o neill", "thorr")


def client(number: int, name: str) -> Client:
    card = Card(name=name, outcome="train")
    return Client(UUID(int=number), (RecordSummary(a_record(number), card),))


CLIENTS = Clients(client(number, name) for number, name in enumerate(FOUND, start=1))


@each(("name", "typed"), [(name, typed) for name, ways in FOUND.items() for typed in ways])
def test_a_name_is_found_by_every_way_to_type_it(name: str, typed: str) -> None:
    assert name in {one.name for one in CLIENTS.search(typed)}


def test_what_is_another_name_is_not_found() -> None:
    for typed in MISSED:
        assert CLIENTS.search(typed) == []
        with pytest.raises(NotFoundError):
            clients_meant(CLIENTS, [typed])
    assert [one.name for one in clients_meant(CLIENTS, ["lucja wojcik"])] == ["Łucja Wójcik"]
    same = Clients([client(1, "Jose"), client(2, "José")])
    assert [one.name for one in clients_meant(same, ["Jose"])] == ["Jose"]
    assert [one.name for one in clients_meant(same, ["José"])] == ["José"]
    with pytest.raises(NotFoundError, match="More than one"):
        clients_meant(same, ["JOSE"])


def test_folding_twice_changes_nothing_and_nothing_is_nothing() -> None:
    for name in (*FOUND, "", " ", "'", "\u0301", "한국", "ﬁ ½ ①", "\udcff"):
        assert folded(folded(name)) == folded(name)
    assert folded(" ' ") == ""


def test_the_list_finds_it_too(gym: Gym, answers: object) -> None:
    assert callable(answers)
    gym("records", "pin", typed=("4711", "4711"))
    done(gym("records", "add", answers(name="Łucja O’Neil")))
    for typed in ("lucja", "o'neil", "ONEIL łuc"):
        assert "O’Neil" in done(gym("records", "list", "--search", typed, typed=("4711",)))


class Lines(App[None]):
    """A line of each kind that something can be pasted into."""

    def compose(self) -> ComposeResult:
        yield OneLineInput("0123", max_length=10, id="line")
        yield OneLineInput(max_length=10, password=True, id="secret")
        yield AnswerInput(id="answer")

    told = ""

    @on(OneLineInput.NotAllTaken)
    def _told(self, event: OneLineInput.NotAllTaken) -> None:
        self.told = event.sentence

    async def paste(self, line: str, text: str) -> str:
        """Paste *text* into a *line*; return what is told then."""
        self.told = ""
        self.query_one(f"#{line}").focus()
        await settle(self)
        self.post_message(events.Paste(text))
        await settle(self)
        return self.told

    def held(self, line: str) -> str:
        return self.query_one(f"#{line}", Input).value


async def test_a_paste_that_does_not_fit_is_told_and_what_fits_is_taken() -> None:
    app = Lines()
    async with app.run_test():
        app.query_one("#line", Input).action_end()
        assert await app.paste("line", "456\n") == ""
        assert app.held("line") == "0123456"
        assert "this line holds 10 letters" in await app.paste("line", "789 and more")
        assert app.held("line") == "0123456789"
        assert "this line holds 10 letters" in await app.paste("line", "x" * 100_000)
        assert app.held("line") == "0123456789"
        app.query_one("#line", Input).action_select_all()
        assert await app.paste("line", "Ana\r\n Lee\u2028B\t\n") == ""
        assert app.held("line") == "Ana Lee B"
        assert "Nothing of it was taken" in await app.paste("secret", "x" * 11)
        assert app.held("secret") == ""
        assert await app.paste("secret", "a  b\n") == ""
        assert app.held("secret") == "a  b"


async def test_a_paste_into_an_answer_is_told_where_it_is_none() -> None:
    items = load_questionnaire().by_id
    name, age = items["name"], items["age_years"]
    assert isinstance(name, TextItem)
    assert isinstance(age, NumberItem)
    app = Lines()
    async with app.run_test():
        line = app.query_one("#answer", AnswerInput)
        line.show_item(name, "")
        assert f"holds {name.max_length} letters" in await app.paste("answer", "Ana " * 50)
        assert app.held("answer") == ("Ana " * 50)[: name.max_length]
        line.show_item(age, "")
        assert await app.paste("answer", " 45\n") == ""
        assert app.held("answer") == "45"
        assert "cannot stand on this line" in await app.paste("answer", "years")
        assert app.held("answer") == "45"


async def test_the_desk_and_the_quiz_say_so_on_their_screens(tmp_path: Path) -> None:
    folder = tmp_path / "desk"
    folder.mkdir()
    fill(folder)
    async with trainer_at(setting_in(folder), (40, 12)) as trainer:
        for pasted in ("1" * (MOST_TYPED + 1), "Ana " * 50):
            trainer.app.post_message(events.Paste(pasted))
            await settle(trainer.app)
            assert "this line holds" in trainer.text()
            if pasted.isdigit():
                await trainer.open()
        await trainer.press("backspace")
        assert "this line holds" not in trainer.text()
        assert "1 of 5" in trainer.text()
    (tmp_path / "quiz").mkdir()
    async with client_at(answered(tmp_path / "quiz", page="name", name=None)) as client:
        await client.press("2")
        client.app.post_message(events.Paste("Ana " * 50))
        await settle(client.app)
        assert "this line holds 80 letters" in client.text()
