"""What a row asks to be judged, moving beside the rows."""

from __future__ import annotations

from pathlib import Path

import pytest

from assessment.quiz.drawing.figure_grid import has_figure, pose_texts
from assessment.ui.drawing.figure import Figure
from assessment.ui.inputs.ratings_input import RatingsInput
from questions.questionnaire import Questionnaire
from tests.conftest import everyday_and_heavy
from tests.journeys.driver import Client, client_at
from tests.journeys.test_quiz import answered

OPEN = {"chair_rise": None, "stairs": None}


async def at_ratings(client: Client) -> Figure:
    await client.press("2")
    return await drawn(client)


async def drawn(client: Client) -> Figure:
    await client.app.workers.wait_for_complete()
    await client.press()
    return client.screen.query_one(Figure)


def test_everything_that_is_judged_is_drawn_and_told(questionnaire: Questionnaire) -> None:
    judged = [item for page in questionnaire.pages if page.kind == "ratings" for item in page.items]
    assert len(judged) == 20
    assert [item for item in judged if not has_figure(item)] == []
    assert all(text.endswith(".") for item in judged for text in pose_texts(item))


async def test_the_figure_follows_the_pointer(tmp_path: Path) -> None:
    async with client_at(answered(tmp_path, "can_legs", **OPEN)) as client:
        figure = await at_ratings(client)
        assert figure._exercise == "chair_rise"
        assert figure.moves
        await client.press("1")
        assert (await drawn(client))._exercise == "stairs"
        await client.press("up")
        assert (await drawn(client))._exercise == "chair_rise"


async def test_the_figure_before_stays_until_the_next_can_be_drawn(tmp_path: Path) -> None:
    async with client_at(answered(tmp_path, "can_legs", **OPEN)) as client:
        figure = await at_ratings(client)
        figure.show("stairs")
        assert figure._exercise == "chair_rise"
        assert any(figure.render_line(y).text.strip() for y in range(figure.size.height))


async def test_a_page_without_movements_has_no_figure(tmp_path: Path) -> None:
    async with client_at(answered(tmp_path, "posture_rounded", posture_rounded=None)) as client:
        figure = await at_ratings(client)
        assert not figure.display


@pytest.mark.parametrize("size", everyday_and_heavy([(80, 24)], (120, 40), (160, 50)))
@pytest.mark.parametrize("page", ["can_legs", "can_hips", "can_back", "can_pull"])
async def test_figure_and_rows_are_in_sight_together(
    tmp_path: Path, page: str, size: tuple[int, int]
) -> None:
    async with client_at(answered(tmp_path, page), size) as client:
        figure = await at_ratings(client)
        rows = client.screen.query_one(RatingsInput)
        assert rows.region.right <= figure.region.x
        assert rows.virtual_size.height <= rows.size.height, "no row has to be looked for"


@pytest.mark.parametrize("size", everyday_and_heavy([(60, 20)], (40, 12)))
async def test_where_there_is_no_room_the_rows_stand_alone(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with client_at(answered(tmp_path, "can_legs"), size) as client:
        assert not (await at_ratings(client)).display


async def test_without_animations_start_and_effort_stand_still(tmp_path: Path) -> None:
    async with client_at(answered(tmp_path, "can_legs")) as client:
        client.app.animation_level = "none"
        figure = await at_ratings(client)
        text = " ".join(figure.render_line(y).text for y in range(figure.size.height))
        assert "Start" in text
        assert "Effort" in text
