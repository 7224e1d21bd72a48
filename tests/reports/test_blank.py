"""The blank questionnaire: every item with its code, what to add up, and what comes first."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest

from questions.model import CheckItem
from questions.questionnaire import Questionnaire
from reports.forms.blank import blank_html
from reports.output.print_options import PrintOptions, Size
from tests.contract import AMBER, CAUTIONS, CODES, EQUIPMENT, FLAGS, SECTIONS
from tests.reports.fixtures import PdfOf
from tests.reports.reading import Element, page_of, tags_of, texts_of
from tests.settings.wishes import paper_of

CODED = ("code", "side-code")


@pytest.fixture(scope="module")
def form(questionnaire: Questionnaire) -> Element:
    return page_of(blank_html(questionnaire))


@pytest.fixture(scope="module")
def printed(questionnaire: Questionnaire, printed_once: PdfOf) -> Callable[[Size], bytes]:
    """Return a function: a size of paper -> the form on it."""
    return lambda size: printed_once(blank_html(questionnaire, paper=PrintOptions(size=size)))


def rows_of(form: Element) -> dict[str, Element]:
    """Return each line of the form by the code in its margin."""
    rows = [*form.all("tr"), *form.all(css_class="field"), *form.all("td")]
    return {
        mark.text: row
        for row in rows
        for name in CODED
        for mark in row.all(css_class=name)
        if mark.text in CODES.values() and (row.tag != "tr" or name == "code")
    }


def test_every_code_stands_in_the_margin_once(form: Element) -> None:
    seen = [mark.text for name in CODED for mark in form.all(css_class=name)]
    counted = Counter(one for one in seen if one != "Line")
    assert counted == dict.fromkeys(CODES.values(), 1)


def test_every_question_is_there_word_for_word(form: Element, questionnaire: Questionnaire) -> None:
    rows = rows_of(form)
    for item in questionnaire.items:
        if item.section == "tests":
            continue
        text = item.text
        if item.id.startswith(("pain_", "injuries_")) and ":" in text:
            text = text.partition(":")[0]
        assert text in rows[item.code].text, item.id


def test_every_health_line_has_three_boxes_and_its_heads_their_numbers(form: Element) -> None:
    rows = rows_of(form)
    follow_ups = [follow_up for _, follow_up, _ in FLAGS.values() if follow_up]
    for item in (*FLAGS, *follow_ups, *AMBER, *CAUTIONS):
        assert len(list(rows[CODES[item]].all(css_class="square"))) == 3, item
    for table in form.all("table", "checks"):
        heads = [head.text for head in table.all("th", "mark")]
        assert heads == ["Yes 1", "No 0", "Not sure 2"]


def test_every_ability_line_has_a_box_for_do_not_know(form: Element) -> None:
    rows = rows_of(form)
    (table,) = form.all("table", "scales")
    heads = [head.text for head in table.all("th", "mark")]
    words = ("Easy 0", "A little hard 1", "Hard 2", "Very hard 3", "I cannot 4", "Do not know –")
    assert heads == [*words]
    for item in SECTIONS["ability"]:
        assert len(list(rows[CODES[item]].all(css_class="square"))) == 6


def test_pain_can_be_ticked_from_0_to_10_beside_a_body(form: Element) -> None:
    rows = rows_of(form)
    numbers = [one.text for one in rows["P1"].all(css_class="num")]
    assert numbers == [*map(str, range(11)), "–"]
    title = form.one("svg").one("title").text
    for place in ("P1 low back", "P2 hip or bottom", "P3 neck", "P7 calf"):
        assert place in title


def test_boxes_have_the_numbers_that_are_keyed_in(form: Element) -> None:
    rows = rows_of(form)
    kit = [one.text for one in rows["Y6"].all(css_class="num")]
    assert kit == [*map(str, range(1, len(EQUIPMENT) + 1)), "0", "–"]
    assert [one.text for one in rows["Y8"].all(css_class="num")] == ["15", "20", "30", "45", "–"]
    assert [one.text for one in rows["X5"].all(css_class="num")] == ["1", "0", "2"]


def test_numbers_that_are_written_have_a_box_for_each_figure(form: Element) -> None:
    rows = rows_of(form)
    figures = {code: len(list(rows[code].all("i"))) for code in ("Y2", "X1", "X2", "X3", "I1")}
    # age to 100, days to 7, minutes to 300, hours to 24, times to 20, and boxes to tick
    assert figures == {"Y2": 3, "X1": 1 + 1, "X2": 3 + 1, "X3": 2 + 1, "I1": 2 + 1}


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("R03+", "Only if you ticked Yes or Not sure in R03:"),
        ("C02", "Only if you ticked Yes or Not sure in C01:"),
        ("R14", "Only if you ticked Yes or Not sure in C01:"),
        ("C01", "Leave this out if you ticked Male in Y3:"),
        ("P8", "Only if one of P1 to P7 is over 0:"),
        ("P10", "Only if P9 is over 0:"),
        ("S2", "Only if you ticked a place in S1:"),
        ("X2", "Only if X1 is over 0:"),
    ],
)
def test_a_line_that_is_not_for_everybody_says_for_whom(
    form: Element, code: str, says: str
) -> None:
    row = rows_of(form)[code]
    assert says in row.text
    assert "follows" in row.classes


def test_lines_for_everybody_have_no_condition(form: Element, questionnaire: Questionnaire) -> None:
    rows = rows_of(form)
    for item in questionnaire.items:
        if item.asked_when is None:
            assert not list(rows[item.code].all(css_class="only")), item.id
        elif isinstance(item, CheckItem):
            assert list(rows[item.code].all(css_class="only")), item.id


def test_the_health_part_begins_with_what_to_do_in_an_emergency(form: Element) -> None:
    part = form.one("section", "safety")
    text = part.text
    emergency = text.index("call an ambulance")
    assert emergency < text.index("Are you pregnant?")
    assert "show it to your trainer today, before any exercise" in text


def test_every_part_that_adds_up_says_what(form: Element) -> None:
    totals = [total.text for total in form.all("div", "total")]
    assert totals == [
        f"Check total of part {number} Add up all numbers beside ticks and in wide boxes, {lines}."
        for number, lines in (
            (1, "Y1 to Y8"),
            (2, "C01 to A05"),
            (3, "C04 to C19"),
            (4, "P1 to S2"),
            (5, "Q01 to Q20"),
            (6, "X1 to X7"),
            (7, "T1L to T10"),
        )
    ]


@pytest.mark.heavy
@pytest.mark.parametrize("size", ["A4", "letter"])
def test_pages_are_numbered_and_no_total_stands_alone(
    printed: Callable[[Size], bytes], size: Size
) -> None:
    texts = texts_of(printed(size))
    assert len(texts) == 11
    for number, text in enumerate(texts, start=1):
        assert f"page {number} of 11" in text
        assert "questionnaire 1.0.0" in text
        assert text.count(" ") > 60, f"page {number} is nearly empty"
    for number in range(1, 8):
        (page,) = [text for text in texts if f"Check total of part {number}" in text]
        codes = [code for code in CODES.values() if f" {code} " in page]
        assert codes, f"the total of part {number} stands alone"


def test_each_part_begins_on_a_page_of_its_own_but_the_week_and_the_clearance(
    printed: Callable[[Size], bytes],
) -> None:
    texts = texts_of(printed("A4"))
    for number in (2, 3, 4, 5, 7):
        assert [text for text in texts if text.startswith(f"Part {number} ")], number


def test_the_form_can_be_read_aloud(printed: Callable[[Size], bytes]) -> None:
    with pikepdf.open(io.BytesIO(printed("A4"))) as pdf:
        tags = tags_of(pdf)
        assert str(pdf.Root.Lang) == "en"
        assert bool(pdf.Root.MarkInfo.Marked)
        assert all("StructParents" in page or "/StructParents" in page for page in pdf.pages)
    figures = [tag for tag in tags if tag.kind == "Figure"]
    assert figures
    assert all(tag.alternative for tag in figures)
    headings = [int(tag.kind[1]) for tag in tags if tag.kind in ("H1", "H2", "H3", "H4")]
    assert headings[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(headings))
    assert any(tag.kind == "TH" for tag in tags)


def points_of_text(page: pikepdf.Page) -> Counter[float]:
    """Return how many pieces of text there are of each size, in points."""
    sizes: Counter[float] = Counter()
    scale = matrix = font = 1.0
    outer: list[float] = []
    for instruction in pikepdf.parse_content_stream(page):
        operator, operands = str(instruction.operator), instruction.operands
        if operator == "q":
            outer.append(scale)
        elif operator == "Q":
            scale = outer.pop()
        elif operator == "cm":
            scale *= abs(float(operands[3]))
        elif operator == "Tf":
            font = float(operands[1])
        elif operator == "Tm":
            matrix = abs(float(operands[3]))
        elif operator == "TJ":
            sizes[round(scale * matrix * font, 1)] += 1
    return sizes


def test_only_the_foot_and_captions_are_smaller_than_the_body(
    printed: Callable[[Size], bytes],
) -> None:
    with pikepdf.open(io.BytesIO(printed("A4"))) as pdf:
        sizes: Counter[float] = sum(map(points_of_text, pdf.pages), start=Counter())
    assert sizes[10.5] > 800
    assert {size for size in sizes if size < 10.5} == {8.5, 9.0}
    assert sizes[8.5] == 4 * 11  # four pieces at the foot of each page
    assert sizes[9.0] < 25


def test_nothing_of_the_gym_is_more_than_text(questionnaire: Questionnaire) -> None:
    paper, _ = paper_of({"gym": "<b>{{ 7*7 }}</b>"}, Path())
    page = blank_html(questionnaire, paper=paper)
    assert "&lt;b&gt;{{ 7*7 }}&lt;/b&gt;" in page
