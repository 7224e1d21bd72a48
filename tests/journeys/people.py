"""Seven people, and what each of them does from sitting down to getting up."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from assessment.ui.question.question_screen import QuestionScreen
from tests.journeys.driver import MOST_PAGES, Client
from tests.journeys.mouse import Mouse

Sitting = Callable[[Client], Awaitable[None]]
"""What somebody does until the window closes, or another one sits down."""
WELCOME, WHO, RIGHT = "Start", "Are you the person who", "Is that right?"
AGE, SEX, NAME, HURTS = "How old are you?", "your sex", "What name", "Do any of these hurt"
REVIEW, RESULT, HANDED = "See the result", "Finish (f)", "hand the laptop"


@dataclass(frozen=True)
class Person:
    """Somebody, and what must be kept of them in the end; ``is_all`` says that nothing else is."""

    name: str
    sittings: tuple[Sitting, ...]
    said: dict[str, object]
    is_all: bool = False

    def is_meant_by(self, kept: Mapping[str, object]) -> bool:
        """Return whether the answers that were *kept* are what this person meant."""
        known = kept if self.is_all else {item: kept.get(item) for item in self.said}
        return known == self.said


async def never_at_a_terminal_before(client: Client) -> None:
    """Try keys at random, mistype the age, read the help, press too often, and go to the end."""
    await client.sees(WELCOME)
    await client.press("h", "down", "up", "space")
    if not isinstance(client.screen, QuestionScreen):
        await client.press("enter")
    await client.sees(AGE)
    await client.press("question_mark")
    await client.sees("Esc")
    await client.press("escape")
    await client.press("7", "0", "0", "enter")
    await client.sees("16 to 100")
    await client.press("delete", "enter")
    await client.sees(SEX)
    await client.press("backspace")
    await client.sees(AGE)
    await client.press("enter", "down", "down", "enter")
    await client.press("escape")
    await client.sees("Go on")
    await client.press("escape")
    while isinstance(client.screen, QuestionScreen):
        await _answer_by_arrows(client)
    await client.sees(REVIEW)
    await client.press("enter")
    await client.sees(RESULT)


async def _answer_by_arrows(client: Client) -> None:
    """Answer a choice with arrows and Enter, as somebody does who does not see the digits."""
    if client.asked_to_measure:
        await client.press("enter")
    elif client.page.kind == "single" and client.page.id in ("stairs", "posture_rounded"):
        await client.press("down", "up", "enter")
    else:
        await client.answer()


async def running_ahead(client: Client) -> None:
    """Answer everything and read nothing."""
    await client.sees(WELCOME)
    await client.press("enter")
    await client.go_through(name="T o m enter", can_legs="1 0 2 - 4")
    await client.sees(REVIEW)
    await client.press("enter")
    await client.sees(RESULT)


async def stopped_by_a_flag(client: Client) -> None:
    """Say yes by mistake, change it, say it again, and mean it."""
    await client.sees(WELCOME)
    await client.press("enter")
    await client.go_to("check_now")
    await client.press("1", "y", "enter")
    await client.sees(RIGHT)
    await client.press("2", "n", "enter")
    await client.until(lambda: client.page.id != "check_now")
    await client.back_to("check_now")
    await client.press("1", "y", "enter")
    await client.sees(RIGHT)
    await client.press("1")
    await client.sees("Call an ambulance")
    assert "sets of" not in client.text()


async def interrupted(client: Client) -> None:
    """Answer up to the exercises, when the window is closed."""
    await client.sees(WELCOME)
    await client.press("enter")
    await client.go_to("can_legs")
    await client.press("1", "2")
    await client.sees("> Walking fast uphill")


async def back_and_changed(client: Client) -> None:
    """Come back, go some pages back and on again, and change an answer on the review."""
    await client.sees(WHO)
    await client.press("2")
    await client.back_to("posture_rounded")
    for _ in range(MOST_PAGES):
        if client.page.id == "can_legs":
            break
        await client.press("enter")
    await client.go_through(can_legs="1 2 0 0 0")
    await client.sees(REVIEW)
    await client.press("down", "home", "enter", "down", "enter")
    await client.sees(AGE)
    await client.press("delete", "delete", "4", "7", "enter")
    await client.sees("47")
    await client.press("1")
    await client.sees(RESULT)


async def by_mouse_alone(client: Client) -> None:
    """Click, with no keyboard and no wheel."""
    mouse = Mouse(client)
    await client.sees(WELCOME)
    await mouse.click("#start")
    await mouse.go_through()
    await client.sees(REVIEW)
    await mouse.click("#accept")
    await client.sees(RESULT)


async def gone_away(client: Client) -> None:
    """Answer half of it, and go."""
    await client.sees(WELCOME)
    await client.press("enter")
    await client.go_to("name")
    await client.press(*"Ana", "enter")
    await client.sees("Nearly done")


async def the_next_one(client: Client) -> None:
    """Press Enter on what the one before left, and begin with an empty first page."""
    await client.sees(WHO)
    assert "Ana" not in client.text()
    await client.press("enter")
    await client.sees("we erase the answers")
    await client.press("2")
    await client.sees(AGE)
    assert client.sheet.given == {}
    await client.press("3", "3", "enter")
    await client.sees(SEX)


CALM = {"age_years": 45, "sex": "male", "saddle_numbness": "no", "stairs": 0}
PEOPLE = (
    Person(
        "70 years, never at a terminal before",
        (never_at_a_terminal_before,),
        CALM | {"age_years": 70},
    ),
    Person("a runner who types ahead", (running_ahead,), CALM | {"name": "Tom"}),
    Person("stopped by a flag", (stopped_by_a_flag,), {"saddle_numbness": "yes"}),
    Person(
        "interrupted, back, changed on review",
        (interrupted, back_and_changed),
        CALM | {"age_years": 47, "chair_rise": 1, "stairs": 2},
    ),
    Person("by mouse alone, without a wheel", (by_mouse_alone,), CALM),
    Person(
        "the next one on the same laptop", (gone_away, the_next_one), {"age_years": 33}, is_all=True
    ),
)
