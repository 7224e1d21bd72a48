"""Exercises on the screen: drawn from the report's own poses, moving or still."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from textual.theme import Theme
from textual.widgets import ContentSwitcher

from assessment.catalogue.model import Catalogue
from assessment.quiz.drawing.blocks import HALVES, QUADRANTS, Blocks
from assessment.quiz.drawing.figure_grid import Grid, Part, figure_pixels, pose_texts, shows_muscles
from assessment.quiz.drawing.figure_places import LEAST_ROWS, places_of
from assessment.tui.screens.locked import LockedScreen
from assessment.tui.widgets.exercise_cards import ExerciseCards
from assessment.ui.drawing.figure import FRAMES_PER_SECOND, Figure, share_at
from assessment.ui.drawing.figure_paint import COLOURS, legend_sign, painted
from assessment.ui.theme.themes import LOOKS
from reports.figures.motion import Box
from tests.conftest import everyday_and_heavy
from tests.journeys.driver import Client, client_at
from tests.journeys.test_quiz import answered

CYCLE = 48
"""Frames of a movement there and back, with a rest at both ends: four seconds."""
MOST_KEYS = 200
"""To read through all exercises."""
THERE = 24
"""The frame at which the last pose is reached."""


def pixels(exercise: str, share: float, columns: int = 34, blocks: Blocks = QUADRANTS) -> Grid:
    return figure_pixels(exercise, share, columns, 14, blocks)


def parts(exercise: str, share: float) -> set[Part]:
    return {part for line in pixels(exercise, share) for part in line}


@pytest.mark.heavy
def test_every_exercise_shows_a_body_and_says_whether_its_muscles_are_seen(
    catalogue: Catalogue,
) -> None:
    for exercise in catalogue.exercises:
        poses = [parts(exercise.id, share) for share in (0.0, 1.0)]
        assert all({Part.SKIN, Part.HAIR} <= pose for pose in poses), exercise.id
        assert any(Part.MUSCLE in pose for pose in poses) == shows_muscles(exercise.id)
        assert all(pose_texts(exercise.id))


@pytest.mark.parametrize("blocks", [QUADRANTS, HALVES])
@pytest.mark.parametrize(("columns", "rows"), [(22, 6), (34, 14), (48, 26)])
def test_a_figure_fills_its_cells_and_stands_on_a_floor(
    blocks: Blocks, columns: int, rows: int
) -> None:
    drawn = figure_pixels("hip-hinge-drill", 0.0, columns, rows, blocks)
    assert (len(drawn), len(drawn[0])) == (2 * rows, blocks.across * columns)
    assert set(drawn[-1]) == {Part.FLOOR}
    assert set(drawn[-2]) - {Part.NOTHING}, "the feet are on the floor"
    assert set(drawn[0]) | set(drawn[1]) > {Part.NOTHING}, "and the head is at the top"


def test_what_is_seen_from_above_has_no_floor() -> None:
    assert all(Part.FLOOR not in line for line in pixels("clamshell", 0.0))


def test_a_thin_rope_goes_from_hand_to_machine_without_a_break() -> None:
    columns = zip(*pixels("seated-row", 0.0, columns=22), strict=True)
    kit = [any(part is Part.KIT for part in column[:22]) for column in columns]
    machine = len(kit) - 1 - kit[::-1].index(True)
    assert kit[machine - 10 : machine + 1] == [True] * 11


def test_a_near_limb_and_a_far_one_are_told_apart() -> None:
    assert {Part.FAR, Part.SKIN, Part.EDGE, Part.KIT} <= parts("bird-dog", 0.0)


@pytest.mark.heavy
def test_the_poses_differ_and_nothing_between_them_jumps(catalogue: Catalogue) -> None:
    for exercise in catalogue.exercises:
        first, between, last = (pixels(exercise.id, share) for share in (0.0, 0.02, 1.0))
        assert first != last, exercise.id
        assert differences(first, between) <= differences(first, last), exercise.id


def differences(one: Grid, other: Grid) -> int:
    rows = zip(one, other, strict=True)
    return sum(a is not b for row in rows for a, b in zip(*row, strict=True))


def test_a_movement_goes_there_and_back_with_a_rest_at_both_ends() -> None:
    shares = [share_at(tick) for tick in range(CYCLE)]
    assert shares[:7] == [0.0] * 7
    assert shares[24:30] == pytest.approx([1.0] * 6)
    assert shares[:25] == sorted(shares[:25])
    assert shares[30:] == sorted(shares[30:], reverse=True)
    assert share_at(CYCLE) == share_at(0)
    assert FRAMES_PER_SECOND == 12


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
@pytest.mark.parametrize(
    ("blocks", "stroke"),
    [(QUADRANTS, "\N{BOX DRAWINGS LIGHT DIAGONAL UPPER RIGHT TO LOWER LEFT}"), (HALVES, "/")],
)
def test_muscles_at_work_have_strokes_and_no_other_part_has(
    look: Theme, blocks: Blocks, stroke: str
) -> None:
    theme = {**look.variables, "background": str(look.background)}
    assert set(COLOURS.values()) <= set(theme)
    sign = legend_sign(blocks, theme)
    cells = [
        segment
        for line in painted(pixels("deadlift", 0.0, blocks=blocks), blocks, theme)
        for segment in line
    ]
    assert {sign.text} == {2 * stroke}
    stroked = [cell for cell in cells if cell.text == stroke]
    assert stroked
    assert {cell.style for cell in stroked} == {sign.style}


TALL, WIDE = Box(0, -1, 0.5, 1), Box(0, -0.4, 1.8, 0.4)


def test_two_poses_stand_where_they_are_largest() -> None:
    tall, wide = places_of(TALL, 34, 15), places_of(WIDE, 34, 15)
    assert tall
    assert tall.beside
    assert tall.one == (17, 14)
    assert wide
    assert not wide.beside
    assert wide.one == (34, 5), "34 columns are 1.8 body heights: 0.4 and a floor are 5 rows"


def test_no_pose_is_drawn_that_could_not_be_made_out() -> None:
    assert places_of(TALL, 34, LEAST_ROWS) is None
    assert places_of(TALL, 34, LEAST_ROWS + 1)


def drawn(client: Client) -> list[str]:
    figure = client.screen.query_one("#figure", Figure)
    return [
        f"{segment.text}{segment.style}"
        for y in range(figure.size.height)
        for segment in figure.render_line(y)
    ]


def text_of(figure: Figure) -> str:
    return " ".join(figure.render_line(y).text for y in range(figure.size.height))


async def at_exercises(client: Client) -> Figure:
    await client.press("2", "enter", "right")
    await client.app.workers.wait_for_complete()
    await client.pilot.pause()
    figure = client.screen.query_one("#figure", Figure)
    if figure._timer:
        figure._timer.stop()  # the tests say when
    figure._tick = 0
    figure._anew()
    return figure


SORE: dict[str, Any] = {"chair_rise": 3, "bridge": 3}


async def test_the_open_exercise_moves_beside_its_words_and_again(tmp_path: Path) -> None:
    async with client_at(answered(tmp_path, **SORE)) as client:
        figure = await at_exercises(client)
        assert figure.moves
        assert client.screen.query_one("#picture", ContentSwitcher).current == "figure"
        frames = []
        for _ in range(2 * CYCLE):
            frames.append(drawn(client))
            figure.advance()
        assert frames[0] != frames[12] != frames[THERE]
        assert frames[:CYCLE] == frames[CYCLE:]


@pytest.mark.heavy
async def test_another_exercise_is_another_figure_from_its_first_pose(tmp_path: Path) -> None:
    async with client_at(answered(tmp_path, **SORE)) as client:
        figure = await at_exercises(client)
        first = drawn(client)
        figure.advance()
        client.screen.query_one(ExerciseCards)._show(1)
        await client.pilot.pause()
        await client.app.workers.wait_for_complete()
        await client.pilot.pause()
        assert figure._tick == 0
        assert drawn(client) != first


@pytest.mark.heavy
async def test_a_figure_that_nobody_sees_stands_still(tmp_path: Path) -> None:
    async with client_at(answered(tmp_path, **SORE)) as client:
        figure = await at_exercises(client)
        client.app.push_screen(LockedScreen(lambda: 0.0))
        await client.pilot.pause()
        figure.advance()
        assert figure._tick == 0, "locked"
        client.app.pop_screen()
        await client.pilot.pause()
        figure.advance()
        assert figure._tick == 1
        await client.press("left")
        assert client.screen.query_one("#picture", ContentSwitcher).current == "body"
        assert not figure.display


@pytest.mark.heavy
async def test_the_clock_of_a_figure_runs_on_its_page_only(tmp_path: Path) -> None:
    async with client_at(answered(tmp_path, **SORE)) as client:
        await client.press("2", "enter")
        timer = client.screen.query_one("#figure", Figure)._timer
        assert timer
        for key, runs in (("x", False), ("right", True), ("right", False), ("left", True)):
            await client.press(key)
            await client.pilot.pause()
            assert timer._active.is_set() == runs, key


@pytest.mark.heavy
async def test_keys_are_answered_while_it_plays(tmp_path: Path) -> None:
    async with client_at(answered(tmp_path, **SORE)) as client:
        figure = await at_exercises(client)
        cards = client.screen.query_one(ExerciseCards)
        seen = {cards._open}
        while len(seen) < len(cards._cards) and client.keys < MOST_KEYS:
            figure.advance()
            await client.press("down")
            seen.add(cards._open)
        assert seen == set(range(len(cards._cards)))


@pytest.mark.parametrize("size", everyday_and_heavy([(60, 20)], (80, 24), (120, 40)))
async def test_without_animations_both_poses_stand_still_with_their_names(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with client_at(answered(tmp_path, **SORE), size) as client:
        client.app.animation_level = "none"
        figure = await at_exercises(client)
        assert not figure.moves
        before = drawn(client)
        figure.advance()
        assert drawn(client) == before
        assert figure._drawing is not None
        assert {share for share, _, _ in figure._drawing._drawn} == {0.0, 1.0}
        assert "Start" in text_of(figure)
        assert "Effort" in text_of(figure)


@pytest.mark.heavy
async def test_a_large_window_has_the_poses_in_words_too(tmp_path: Path) -> None:
    async with client_at(answered(tmp_path, **SORE), (120, 40)) as client:
        figure = await at_exercises(client)
        figure.show("glute-bridge")
        await client.app.workers.wait_for_complete()
        await client.press()
        said = " ".join(text_of(figure).split())
        first, last = pose_texts(figure._exercise)
        assert f"Start: {first} Effort: {last}" in said


@pytest.mark.parametrize("size", everyday_and_heavy([(40, 12)], (80, 9)))
async def test_where_no_figure_can_be_made_out_the_words_stand_alone(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with client_at(answered(tmp_path, **SORE), size) as client:
        figure = await at_exercises(client)
        assert not figure.region.area
        figure.advance()
        assert figure._tick == 0


SIZES = everyday_and_heavy([(40, 12)], (80, 24), (60, 20), (120, 40), (200, 60))


@pytest.mark.parametrize("size", SIZES)
async def test_the_page_says_everything_at_every_size(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with client_at(answered(tmp_path, **SORE), size) as client:
        figure = await at_exercises(client)
        cards = client.screen.query_one(ExerciseCards)
        assert cards.region.height >= 4
        assert cards.region.right <= size[0]
        assert figure.region.right <= cards.region.x or not figure.region.area
        card = cards._cards[0]
        read: list[str] = []
        for _ in range(60):
            read += [row[cards.region.x :] for row in client.rows()]
            await client.press("down")
            if cards._open:
                break
        words = {word for row in read for word in row.split()}
        for text in (card.name, card.dose, card.why, *card.steps, card.slips, card.stop_if):
            assert set(text.split()) <= words | {f"{card.why.split()[-1]}"}, text


def test_the_quiz_draws_without_what_makes_the_report(tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "import assessment.ui.drawing.figure\n"
        "from assessment.quiz.drawing.figure_grid import figure_pixels\n"
        "from assessment.quiz.drawing.blocks import QUADRANTS\n"
        "figure_pixels('deadlift', 0.5, 34, 14, QUADRANTS)\n"
        "print([name for name in ('jinja2', 'weasyprint') if name in sys.modules])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        timeout=300,
        env={"PYTHONPATH": ":".join(sys.path), "HOME": str(tmp_path)},
        check=False,
    )
    assert done.stdout == "[]\n", done.stderr
