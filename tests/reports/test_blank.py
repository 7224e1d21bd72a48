"""The blank questionnaire: every item with its code, what to add up, and what comes first."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest

from questions.form import form_parts
from questions.model import CheckItem
from questions.questionnaire import Questionnaire
from reports.forms.blank import blank_html
from reports.output.print_options import PrintOptions, Size
from reports.words.form import PART_TITLES
from tests.contract import (
    AMBER,
    CAUTIONS,
    CLEARABLE,
    CODES,
    DERIVED_FLAGS,
    EQUIPMENT,
    FLAGS,
    FOLLOW_UPS,
    GATEWAYS,
    INJURY_SITES,
    PAIN,
    PLACES,
    SECTIONS,
    SIDED,
)
from tests.reports.fixtures import PdfOf
from tests.reports.reading import Element, page_of, tags_of, texts_of
from tests.settings.wishes import paper_of

CODED = ("code", "side-code")
INJURY_COUNTS = tuple(f"injuries_{site}" for site in INJURY_SITES)


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
        if item.section != "tests" and item.id not in (*PAIN, *INJURY_COUNTS):
            assert item.text.strip() in rows[item.code].text, item.id


def test_all_that_a_health_line_covers_stands_under_it_in_small_type(
    form: Element, questionnaire: Questionnaire
) -> None:
    rows = rows_of(form)
    for check in questionnaire.checks:
        assert check.details, check.id
        (small,) = rows[check.code].all(css_class="details")
        assert small.text == " ".join(check.details.split()), check.id


def test_every_health_line_has_three_boxes_and_its_heads_their_numbers(form: Element) -> None:
    rows = rows_of(form)
    for item in (*FLAGS, *FOLLOW_UPS, *AMBER, *CAUTIONS, *GATEWAYS[1:], "heart_agreed"):
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


def test_each_place_has_a_box_its_sides_and_its_pain_from_0_to_10(form: Element) -> None:
    (table,) = form.all("table", "places")
    rows = list(table.all("tr"))
    assert len(rows) == len(PLACES)
    pain = {place: f"pain_{place}" for place in PLACES}
    side = 0
    for number, (place, row) in enumerate(zip(PLACES, rows, strict=True), start=1):
        sides = [str(side + 1), str(side + 2)] if place in SIDED else []
        side += len(sides)
        numbers = [one.text for one in row.all(css_class="num")]
        assert numbers == [str(number), *sides], place
        code = [mark.text for mark in row.all(css_class="code")]
        assert code == ([CODES[pain[place]]] if pain[place] in PAIN else []), place
        (scale,) = row.all(css_class="scale")
        boxes = [box.text for box in scale.all(css_class="square")]
        assert boxes == ([*map(str, range(11))] if pain[place] in PAIN else []), place
    assert [one.text for one in rows_of(form)["G1"].all(css_class="num")] == ["0"]


def test_each_place_of_an_injury_has_its_count_and_a_box_for_the_last_6_weeks(
    form: Element,
) -> None:
    rows = rows_of(form)
    for number, item in enumerate(INJURY_COUNTS, start=1):
        row = rows[CODES[item]]
        (lately,) = row.all(css_class="lately")
        assert lately.text == f"{number} last 6 weeks", item
        assert len(list(row.one(css_class="digits").all("i"))) == 2


def test_boxes_have_the_numbers_that_are_keyed_in(form: Element) -> None:
    rows = rows_of(form)
    kit = [one.text for one in rows["Y6"].all(css_class="num")]
    assert kit == [*map(str, range(1, len(EQUIPMENT) + 1)), "0", "–"]
    assert [one.text for one in rows["Y8"].all(css_class="num")] == ["15", "20", "30", "45", "–"]
    assert [one.text for one in rows["X4"].all(css_class="num")] == ["1", "0", "–"]


def test_numbers_that_are_written_have_a_box_for_each_figure(form: Element) -> None:
    rows = rows_of(form)
    figures = {code: len(list(rows[code].all("i"))) for code in ("Y2", "X1", "X2", "X3", "I1")}
    # age to 100, days to 7, minutes to 300, hours to 24, times to 20, and boxes to tick
    assert figures == {"Y2": 3, "X1": 1 + 1, "X2": 3 + 1, "X3": 2 + 1, "I1": 2 + 2}


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("R03+", "Only if you ticked Yes or Not sure in R03:"),
        ("C02", "Only if you ticked Yes or Not sure in C01:"),
        ("R02b", "Only if you ticked Yes or Not sure in G3:"),
        ("R10", "Only if you ticked Yes or Not sure in G3 or G7:"),
        ("R21", "Only if you ticked anything in G1:"),
        ("R03", "Only if you ticked anything in G1 and you ticked Yes or Not sure in G2:"),
        ("R04", "Only if you ticked Low back or upper back in G1:"),
        ("R12", "Only if you ticked Yes or Not sure in G2, or Calf or heel in G1:"),
        ("A05", "Only if you ticked Yes or Not sure in G3 and Y2 (age) is 50 or more:"),
        ("A06", "Only if Y2 (age) is 60 or more:"),
        ("G9", "Only if you did not tick Male in Y3 and Y2 (age) is under 56:"),
        ("P8", "Only if one of P1 to P7 is over 0:"),
        ("P10", "Only if P9 is over 0:"),
        ("I7", "Only if one of I1 to I6 is over 0:"),
        ("S2", "Only if you ticked anything in S1:"),
        ("X2", "Only if X1 is over 0:"),
        ("X6", "Only if you did not tick "),
    ],
)
def test_a_line_that_is_not_for_everybody_says_for_whom(
    form: Element, code: str, says: str
) -> None:
    assert says in rows_of(form)[code].text


@pytest.mark.parametrize(
    ("code", "opens"),
    [
        ("G1", "Any tick? Also look through part 4."),
        ("G4", "Yes or Not sure? Also R11, R08 and C21 in part 4."),
        ("G8", "Yes or Not sure? Also R05, R24, R25, A03 and A07 in part 4."),
        ("G9", "Yes or Not sure? Also R11, C01, C03 and C36 in part 4."),
        ("Y2", "From 55 on: also C04 in part 4. From 60 on: also R17 and A06 in part 4."),
    ],
)
def test_what_opens_other_lines_names_them(form: Element, code: str, opens: str) -> None:
    assert opens in rows_of(form)[code].text


def test_every_gateway_says_what_to_turn_to(form: Element) -> None:
    rows = rows_of(form)
    for gateway in GATEWAYS:
        (said,) = rows[CODES[gateway]].all(css_class="opens")
        assert "part 4" in said.text, gateway


def test_lines_for_everybody_have_no_condition(form: Element, questionnaire: Questionnaire) -> None:
    rows = rows_of(form)
    for item in questionnaire.items:
        has_one = bool(list(rows[item.code].all(css_class="only")))
        if item.condition is None:
            assert not has_one, item.id
        elif isinstance(item, CheckItem):
            assert has_one, item.id


def test_the_form_begins_with_what_to_do_in_an_emergency(form: Element) -> None:
    first = form.one("section", "start").text
    assert first.index("call an ambulance") < first.index("How old are you?")
    for part in ("start", "lately", "health"):
        text = form.one("section", part).text
        assert "show it to your trainer today, before any exercise" in text


def test_what_is_cleared_is_written_by_its_line(
    form: Element, questionnaire: Questionnaire
) -> None:
    text = rows_of(form)["K1"].text
    (examples,) = re.findall(r"such as (\S+) or (\S+)\)", text)
    clearable = {questionnaire.named[flag].code for flag in (*CLEARABLE, *DERIVED_FLAGS)}
    assert {*examples} <= clearable


def test_every_part_has_a_heading(questionnaire: Questionnaire) -> None:
    assert {part.id for part in form_parts(questionnaire)} == {*PART_TITLES}


def test_every_part_that_adds_up_says_what(form: Element) -> None:
    totals = [total.text for total in form.all("div", "total")]
    assert totals == [
        f"Check total of part {number} Add up all numbers beside ticks and in wide boxes, {lines}."
        for number, lines in (
            (1, "Y2 to R26"),
            (2, "G1 to S2"),
            (3, "G2 to G9"),
            (4, "R21 to C36"),
            (5, "Q01 to Q18"),
            (6, "Y4 to Y1"),
            (7, "T1L to T10"),
        )
    ]


@pytest.mark.heavy
@pytest.mark.parametrize("size", ["A4", "letter"])
def test_pages_are_numbered_and_no_total_stands_alone(
    printed: Callable[[Size], bytes], size: Size
) -> None:
    texts = texts_of(printed(size))
    assert len(texts) == 15
    for number, text in enumerate(texts, start=1):
        assert f"page {number} of 15" in text
        assert "questionnaire 2.0.0" in text
        assert text.count(" ") > 60, f"page {number} is nearly empty"
    for number in range(1, 8):
        (page,) = [text for text in texts if f"Check total of part {number}" in text]
        codes = [code for code in CODES.values() if f" {code} " in page]
        assert codes, f"the total of part {number} stands alone"


@pytest.mark.heavy
def test_the_part_for_the_trainer_has_a_page_of_its_own(
    printed: Callable[[Size], bytes],
) -> None:
    texts = texts_of(printed("A4"))
    assert texts[-1].startswith("Part 7 ")
    assert not any(f"Part {number} " in texts[-1] for number in range(1, 7))


def test_no_line_is_wider_than_the_paper(printed: Callable[[Size], bytes]) -> None:
    """Whatever is drawn stays inside the margins of 15 mm, boxes and words."""
    with pikepdf.open(io.BytesIO(printed("A4"))) as pdf:
        for number, page in enumerate(pdf.pages, start=1):
            right = max(right_ends(page))
            assert right <= 595.3 - 15 / 25.4 * 72 + 1, f"page {number} ends at {right:.0f} points"


def test_the_form_can_be_read_aloud(printed: Callable[[Size], bytes]) -> None:
    with pikepdf.open(io.BytesIO(printed("A4"))) as pdf:
        tags = tags_of(pdf)
        assert str(pdf.Root.Lang) == "en"
        assert bool(pdf.Root.MarkInfo.Marked)
        assert all("StructParents" in page or "/StructParents" in page for page in pdf.pages)
    assert all(tag.alternative for tag in tags if tag.kind == "Figure")
    headings = [int(tag.kind[1]) for tag in tags if tag.kind in ("H1", "H2", "H3", "H4")]
    assert headings[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(headings))
    assert any(tag.kind == "TH" for tag in tags)


def right_ends(page: pikepdf.Page) -> Iterator[float]:
    """Yield where each rectangle that is drawn ends on the right, in points."""
    shift, scale = 0.0, 1.0
    outer: list[tuple[float, float]] = []
    for instruction in pikepdf.parse_content_stream(page):
        operator, operands = str(instruction.operator), instruction.operands
        if operator == "q":
            outer.append((shift, scale))
        elif operator == "Q":
            shift, scale = outer.pop()
        elif operator == "cm":
            shift += scale * float(operands[4])
            scale *= float(operands[0])
        elif operator == "re":
            yield shift + scale * (float(operands[0]) + float(operands[2]))


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


def test_only_the_foot_and_what_a_line_covers_are_smaller_than_the_body(
    printed: Callable[[Size], bytes],
) -> None:
    with pikepdf.open(io.BytesIO(printed("A4"))) as pdf:
        sizes: Counter[float] = sum(map(points_of_text, pdf.pages), start=Counter())
    assert sizes[10.5] > 600
    assert {size for size in sizes if size < 10.5} == {8.5, 9.0}
    assert sizes[8.5] == 4 * 15  # four pieces at the foot of each page


def test_nothing_of_the_gym_is_more_than_text(questionnaire: Questionnaire) -> None:
    paper, _ = paper_of({"gym": "<b>{{ 7*7 }}</b>"}, Path())
    page = blank_html(questionnaire, paper=paper)
    assert "&lt;b&gt;{{ 7*7 }}&lt;/b&gt;" in page
