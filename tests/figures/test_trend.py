"""The re-test chart: every number on its day, unknown is a gap, and no word judges it."""

from __future__ import annotations

import datetime
import re
from xml.etree import ElementTree

import pytest

from reports.figures.trend import Reading, Series, in_words, trend
from reports.words.phrasing import day_in_words

MAY, JULY, SEPTEMBER = (datetime.date(2026, month, 12) for month in (5, 7, 9))
BACK = Series(
    "low back",
    (Reading(MAY, 71, 71, 71), Reading(JULY, 51, 40, 60), Reading(SEPTEMBER, 38)),
    top=100,
)
GAP = Series(
    "heel raises, left", (Reading(MAY, 12), Reading(JULY, None), Reading(SEPTEMBER, 18)), 40, "reps"
)


def heights(drawn: str) -> list[float]:
    return [float(y) for y in re.findall(r'<circle cx="[\d.]+" cy="([\d.]+)"', drawn)]


def test_every_number_is_said_with_its_day_and_none_is_judged() -> None:
    words = in_words([BACK, GAP], day_in_words)
    assert words == (
        "low back: 71 on 12 May 2026, 51 (40 to 60) on 12 July 2026, 38 on 12 September 2026. "
        "heel raises, left: 12 reps on 12 May 2026, not known on 12 July 2026, "
        "18 reps on 12 September 2026."
    )


def test_the_chart_is_well_formed_and_its_title_says_it() -> None:
    root = ElementTree.fromstring(trend([BACK, GAP], day_in_words))  # noqa: S314  # our own
    titles = [one.text for one in root if one.tag.endswith("title")]
    assert titles == [in_words([BACK, GAP], day_in_words)]


def test_a_larger_number_stands_higher() -> None:
    first, second, third = heights(trend([BACK], day_in_words))
    assert first < second < third


def test_what_is_not_known_is_a_gap_and_no_zero() -> None:
    drawn = trend([GAP], day_in_words)
    assert len(heights(drawn)) == 2
    assert 'stroke-width="1.3" fill="none"' not in drawn


def test_only_a_range_has_a_whisker() -> None:
    def whiskers(row: Series) -> int:
        return trend([row], day_in_words).count("h6M")

    assert (whiskers(BACK), whiskers(GAP)) == (1, 0)


def test_the_scale_has_both_its_ends() -> None:
    said = re.findall(r'text-anchor="end">([^<]+)<', trend([BACK, GAP], day_in_words))
    assert said == ["0", "100", "0", "40", "12 September 2026"]


def test_a_long_name_takes_two_lines_and_no_more() -> None:
    long = Series("one-leg bridge hold, the left leg and more", BACK.readings, 100)
    found = re.findall(r'<text x="0"[^>]*>([^<]*)<', trend([long], day_in_words))
    assert found == ["one-leg bridge", "hold, the left ..."]


def test_the_newest_is_told_apart_without_colour() -> None:
    fills = re.findall(r'r="2.8" fill="(#\w+)"', trend([BACK], day_in_words, "grey"))
    assert fills == ["#FFFFFF", "#FFFFFF", "#2B2B2B"]


def test_inks_differ() -> None:
    assert trend([BACK], day_in_words) != trend([BACK], day_in_words, "grey")


def test_nothing_to_draw_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one"):
        trend([], day_in_words)


def test_a_name_cannot_break_the_chart() -> None:
    odd = Series('<b>"&', BACK.readings, 100)
    ElementTree.fromstring(trend([odd], day_in_words))  # noqa: S314  # our own
