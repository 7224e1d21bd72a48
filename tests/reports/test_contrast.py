"""The contrast of two colours, against examples of WCAG 2.2."""

from __future__ import annotations

import pytest

from reports.output.contrast_ratio import contrast


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#FFFFFF", 21.0),
        ("#FFFFFF", "#FFFFFF", 1.0),
        ("#777777", "#FFFFFF", 4.48),
        ("#1B2A33", "#FFFFFF", 14.7),
    ],
)
def test_contrast_is_that_of_wcag_whichever_comes_first(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == contrast(other, one) == pytest.approx(ratio, abs=0.06)
    assert contrast(one) == contrast(one, "#FFFFFF")


def test_the_palest_grey_that_text_on_white_may_have() -> None:
    assert contrast("#767676") >= 4.5 > contrast("#777777")
