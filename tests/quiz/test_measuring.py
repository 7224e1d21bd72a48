"""The stop-watch and the counter do what the protocols say (docs/evidence.md 4)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.quiz.stopwatch import Measuring, Tool, tool_of
from questions.model import NumberItem
from questions.questionnaire import Questionnaire

WATCH = Tool(False, None, 600.0, 1, "last", 600.0)
COUNTER = Tool(True, None, None, 1, "last", 200.0)
HALF_MINUTE = Tool(True, None, 30.0, 1, "last", 100.0)
METRONOME = Tool(True, 60, None, 1, "last", 200.0)


def timed(tool: Tool, *times: float) -> Measuring:
    """Return a measurement with tries that took so long."""
    measuring = Measuring(tool)
    for time in times:
        measuring = measuring.start(100.0).stop(100.0 + time)
    return measuring


@pytest.mark.parametrize(
    ("item", "counts", "beats", "limit", "tries", "takes"),
    [
        ("test_heel_raise_left", True, 60, None, 1, "last"),
        ("test_bridge_right", False, None, 600, 1, "last"),
        ("test_hamstring_bridge_left", True, None, None, 1, "last"),
        ("test_trunk_hold", False, None, 240, 1, "last"),
        ("test_stance_left", False, None, 60, 3, "mean"),
        ("test_prone_t", False, None, 600, 2, "shortest"),
        ("test_inverted_row", True, None, None, 1, "last"),
        ("test_chair_stand", True, None, 30, 1, "last"),
    ],
)
def test_each_measurement_has_the_tool_of_its_protocol(
    questionnaire: Questionnaire,
    item: str,
    counts: bool,
    beats: int | None,
    limit: float | None,
    tries: int,
    takes: str,
) -> None:
    asked = questionnaire.by_id[item]
    assert isinstance(asked, NumberItem)
    tool = tool_of(asked, questionnaire.protocol_of[item])
    assert tool is not None
    assert tool[:5] == (counts, beats, limit, tries, takes)


@pytest.mark.parametrize("item", ["test_hinge", "test_wall_gap_cm"])
def test_what_is_read_off_something_else_has_no_tool(
    questionnaire: Questionnaire, item: str
) -> None:
    asked = questionnaire.by_id[item]
    assert isinstance(asked, NumberItem)
    assert tool_of(asked, questionnaire.protocol_of[item]) is None


def test_a_watch_gives_the_time_to_a_tenth() -> None:
    assert timed(WATCH, 17.44).figure == 17.4
    assert timed(WATCH).figure is None
    running = Measuring(WATCH).start(5.0)
    assert running.figure is None
    assert running.seconds(7.5) == 2.5


def test_a_watch_stops_by_itself_at_the_longest_time_that_can_be_entered() -> None:
    running = Measuring(WATCH).start(0.0)
    assert running.tick(599.9).is_running
    ended = running.tick(610.0)
    assert not ended.is_running
    assert ended.figure == 600.0


@pytest.mark.parametrize(("takes", "figure"), [("last", 9.0), ("mean", 7.0), ("shortest", 4.0)])
def test_of_several_tries_the_one_counts_that_the_protocol_names(takes: str, figure: float) -> None:
    tool = WATCH._replace(tries=3, takes=takes)
    assert timed(tool, 8.0, 4.0).figure is None
    assert timed(tool, 8.0, 4.0, 9.0).figure == figure
    assert timed(tool, 8.0, 4.0, 9.0).start(0.0).times == (8.0, 4.0, 9.0), "there is no fourth"


def test_redo_takes_back_the_running_try_else_the_last_one() -> None:
    tool = WATCH._replace(tries=2)
    assert timed(tool, 8.0).start(0.0).again() == timed(tool, 8.0)
    assert timed(tool, 8.0).again() == Measuring(tool)
    assert Measuring(COUNTER).add(1).again().count == 0


def test_a_count_without_a_watch_can_be_put_right_and_is_never_below_nothing() -> None:
    counted = Measuring(COUNTER).add(1).add(1).add(-1)
    assert (counted.figure, counted.add(-1).add(-1).figure) == (1, 0)
    assert Measuring(COUNTER._replace(most=2)).add(1).add(1).add(1).figure == 2


def test_a_timed_count_begins_with_its_time_and_ends_with_it() -> None:
    waiting = Measuring(HALF_MINUTE)
    assert waiting.add(1).count == 0
    running = waiting.start(10.0).add(1).add(1)
    assert running.tick(39.9).is_running
    over = running.tick(40.0)
    assert (over.is_running, over.figure) == (False, 2)
    assert over.add(-1).figure == 1, "a stand too many can be taken back"


def test_the_metronome_gives_sixty_beats_a_minute() -> None:
    running = Measuring(METRONOME).start(0.0)
    assert [running.beat(second) for second in (0.0, 0.99, 1.0, 59.5)] == [0, 0, 1, 59]
    assert running.stop(3.0).beat(4.0) is None


@given(st.lists(st.sampled_from(["start", "stop", "add", "take", "again", "tick"]), max_size=30))
def test_whatever_is_pressed_the_figure_can_be_entered(presses: list[str]) -> None:
    for tool in (WATCH, COUNTER, HALF_MINUTE, METRONOME, WATCH._replace(tries=3, takes="mean")):
        measuring, now = Measuring(tool), 0.0
        for press in presses:
            now += 7.3
            match press:
                case "start":
                    measuring = measuring.start(now)
                case "stop":
                    measuring = measuring.stop(now)
                case "add":
                    measuring = measuring.add(1)
                case "take":
                    measuring = measuring.add(-1)
                case "again":
                    measuring = measuring.again()
                case _:
                    measuring = measuring.tick(now)
            assert len(measuring.times) <= tool.tries
            figure = measuring.figure
            assert figure is None or 0 <= figure <= tool.most
