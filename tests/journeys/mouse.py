"""Driving the quiz by clicks alone, as on a screen without a keyboard or a wheel."""

from __future__ import annotations

from textual.widget import Widget

from assessment.ui.inputs.digit_pad import DigitPad
from assessment.ui.question.question_screen import QuestionScreen
from assessment.ui.widgets.answer_list import AnswerList
from assessment.ui.widgets.key_bar import KeyButton
from questions.model import Item, NumberItem, TextItem
from tests.journeys.driver import CALM_NUMBERS, MOST_PAGES, Client

CALM_GROUP = {"days_per_week": "2 days", "minutes": "30 min", "work_bending": "2 No"}


class Mouse:
    """A hand on the mouse of *client*, calm at every question."""

    def __init__(self, client: Client) -> None:
        self._client = client

    async def click(self, what: str | Widget, column: int = 1, row: int = 0) -> None:
        """Click on a cell of *what*."""
        await self._client.click(what, column, row)

    async def key(self, action: str) -> None:
        """Click on a key of the bar at the bottom."""
        buttons = self._client.screen.query(KeyButton).results(KeyButton)
        await self.click(next(one for one in buttons if one.binding.action == action))

    async def go_through(self) -> None:
        """Answer everything but the measurements."""
        for _ in range(MOST_PAGES):
            if not isinstance(self._client.screen, QuestionScreen):
                return
            await self._client.pilot.pause()
            await self._answer()
        raise AssertionError("the questions do not end")

    async def _answer(self) -> None:
        client = self._client
        items = [client.sheet.questionnaire.by_id[one] for one in client.page.items]
        if client.asked_to_measure:
            await self._line("Skip")
            return
        match client.page.kind:
            case "checklist" | "body_map" | "counts":
                await self._none()
            case "ratings":
                for index in range(len(items)):
                    await self._in_line(index, " 0 ")
            case "group":
                for index, item in enumerate(items):
                    await self._in_group(index, item)
            case _:
                await self._single(items[0])

    async def _single(self, item: Item) -> None:
        if isinstance(item, TextItem):
            await self.key("go_on")
        elif isinstance(item, NumberItem):
            await self._type(CALM_NUMBERS[item.id])
        else:
            await self._calm_line(item.kind)

    async def _none(self) -> None:
        """Click on what says no to the whole page, until all of it was seen."""
        page, tries = self._client.page, 0
        while self._stands_at(page.id) and tries < MOST_PAGES:
            await self.click("#none", 3)
            tries += 1

    async def _in_group(self, index: int, item: Item) -> None:
        if not isinstance(item, NumberItem):
            await self._in_line(index, CALM_GROUP[item.id])
            return
        for digit in CALM_NUMBERS[item.id]:
            await self._in_line(index, f" {digit} ")
        await self.key("go_on")

    async def _in_line(self, index: int, text: str) -> None:
        """Click on *text* in a line of the list."""
        body = self._body()
        await self._bring(body, index)
        for y in range(body.size.height):
            at = body._lines[y + body.scroll_offset.y : y + body.scroll_offset.y + 1]
            drawn = body.render_line(y).text
            if at and at[0][0] == index and text in drawn:
                await self.click(body, drawn.rindex(text) + 1, y)
                return
        raise AssertionError(f"{text!r} is not in line {index}")

    async def _type(self, digits: str) -> None:
        pad = self._client.screen.query_one(DigitPad)
        for digit in digits:
            await self.click(pad, pad.gutter.left + pad.signs.index(digit) * pad._columns)
        await self.key("go_on")

    async def _calm_line(self, kind: str) -> None:
        """Click on the calm answer, and go on where that does not go on by itself."""
        page = self._client.page
        body = self._body()
        keys = [line.key for line in body.lines]
        calm = "0" if "0" in keys else "2"
        await self._line(body.lines[keys.index(calm)].text)
        tries = 0
        while self._stands_at(page.id) and kind in ("many", "check") and tries < MOST_PAGES:
            await self.key("go_on")
            tries += 1

    def _stands_at(self, page_id: str) -> bool:
        client = self._client
        return isinstance(client.screen, QuestionScreen) and client.page.id == page_id

    def _body(self) -> AnswerList:
        return next(one for one in self._client.screen.query(AnswerList) if one.display)

    async def _line(self, text: str) -> None:
        """Click on the line of *text*, scrolled to where it can be seen."""
        body = self._body()
        index = next(at for at, line in enumerate(body.lines) if line.text.startswith(text))
        await self.click(body, 8, await self._bring(body, index))

    async def _bring(self, body: AnswerList, index: int) -> int:
        """Click on "more" until a line is in sight as a whole; return the row of its beginning."""
        rows = [at for at, (option, _) in enumerate(body._lines) if option == index]
        while rows[-1] >= body.scroll_offset.y + body.size.height:
            before = body.scroll_offset
            await self.click("#more")
            assert body.scroll_offset != before, "there is no more"
        return rows[0] - body.scroll_offset.y
