"""The review: folded parts, each opened by key or click; the pointer stays where it was."""

from __future__ import annotations

from pathlib import Path

from textual.geometry import Offset

from assessment.tui.screens.review import ReviewScreen
from assessment.tui.widgets.review_list import ReviewList
from tests.journeys.driver import Client, client_at
from tests.journeys.test_quiz import answered


def rows(client: Client) -> list[str]:
    """Return the lines of the review as texts."""
    answers = client.screen.query_one(ReviewList)
    return [answers.text(index).strip() for index in range(len(answers.lines))]


def pointed(client: Client) -> str:
    """Return the line at the pointer."""
    return rows(client)[client.screen.query_one(ReviewList).highlighted or 0]


async def test_all_parts_stand_folded_and_open_by_key(tmp_path: Path) -> None:
    async with client_at(answered(tmp_path)) as client:
        await client.press("2")
        folded = rows(client)
        assert [one.partition(":")[0] for one in folded] == [
            *("+ First", "+ Signs", "+ Health", "+ Can do", "+ Week"),
            "+ Measurements with a trainer",
        ]
        await client.press("up", "down", "right")
        assert pointed(client) == "- Signs"
        assert any(one.startswith("Where it hurts:") for one in rows(client))
        await client.press("down", "left")
        assert (pointed(client), rows(client)) == (folded[1], folded)
        await client.press("space")
        assert pointed(client) == "- Signs"


async def test_a_part_opens_by_click(tmp_path: Path) -> None:
    async with client_at(answered(tmp_path)) as client:
        await client.press("2")
        answers = client.screen.query_one(ReviewList)
        await client.click(answers, 12, 1)
        assert pointed(client) == "- Signs"
        assert answers.region.offset != Offset()


async def test_after_a_change_the_pointer_is_where_it_was(tmp_path: Path) -> None:
    async with client_at(answered(tmp_path)) as client:
        await client.press("2", "up", "down", "enter", "down", "down", "enter")
        assert client.page.id == "posture_rounded"
        await client.press("0")
        assert isinstance(client.screen, ReviewScreen)
        assert pointed(client).startswith("A rounded back")
        assert client.screen.focused is client.screen.query_one(ReviewList)
        await client.press("enter")
        assert client.page.id == "posture_rounded"
        await client.press("backspace")
        assert pointed(client).startswith("A rounded back")


async def test_who_takes_back_one_of_several_answers_is_shown_the_first(tmp_path: Path) -> None:
    context = answered(tmp_path, recent_surgery="yes", lasting_illness="yes")
    async with client_at(context) as client:
        await client.press("2", "enter", "2")
        assert isinstance(client.screen, ReviewScreen)
        assert "recent operation" in pointed(client)


async def test_what_is_needed_is_open_at_once(tmp_path: Path) -> None:
    async with client_at(answered(tmp_path, told_bones=None)) as client:
        await client.press("2")
        assert pointed(client) == "Now or ever: 1 not answered"
        assert "[!] - Health" in client.text()
