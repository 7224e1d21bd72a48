"""The blank questionnaire: every item with its code, to be filled in with a pen and keyed in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from importlib.resources import files
from itertools import groupby

from assessment.core.consistency import clearable_flags
from assessment.version import VERSION
from questions.form import Group, Part, box_numbers, form_parts
from questions.model import (
    CheckItem,
    ChoiceItem,
    ClearanceItem,
    Item,
    ManyItem,
    NumberItem,
    ScaleItem,
    TextItem,
)
from questions.places import places_among
from questions.questionnaire import GATEWAYS, Questionnaire
from reports.html import render
from reports.output.print_options import PLAIN, PrintOptions
from reports.words import conditions
from reports.words import form as words
from reports.words.phrasing import capitalised, listed

MOST_ON_LINE = 86
"""Characters of a question that has its boxes beside it, all together."""
MOST_IN_A_ROW = 6
"""Boxes with words that stand in a row."""
ROOM_OF_BOX, ROOM_OF_DIGIT = 7, 4
"""Characters that would fit in the place of one."""
WITHOUT_DO_NOT_KNOW = ("age_years", "sex", "goal", "experience", "hurts_sides")
"""Items outside the health questions without such a box: it is there already, or has no use."""


@dataclass(frozen=True, slots=True)
class Box:
    """A box to tick: the number beside it, and its words."""

    number: str
    label: str


@dataclass(frozen=True, slots=True)
class Line:
    """One item on paper. ``boxes`` are empty where something is written."""

    code: str
    text: str
    only_if: str
    follows: bool
    """Whether it follows the line above and is set in from it."""
    kind: str
    heading: str = ""
    """What stands above it in a table of several groups."""
    details: str = ""
    opens: tuple[str, ...] = ()
    boxes: tuple[Box, ...] = ()
    digits: int = 0
    """How many figures the wide box has room for."""
    unit: str = ""

    @property
    def is_short(self) -> bool:
        """Whether the boxes fit beside the question."""
        asked = len(self.only_if) + len(self.text)
        drawn = sum(len(box.label) + ROOM_OF_BOX for box in self.boxes)
        written = self.digits * ROOM_OF_DIGIT + len(self.unit)
        return 0 < drawn + written <= MOST_ON_LINE - asked

    @property
    def is_list(self) -> bool:
        """Whether the boxes are too many for a line and stand in two columns."""
        return len(self.boxes) > MOST_IN_A_ROW


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the body: its box, its sides, and the line of its number, where there is one.

    Of pain that line has boxes from 0 to 10, of injuries a wide box; there ``box`` says lately.
    """

    box: Box
    sides: tuple[Box, ...] = ()
    line: Line | None = None


@dataclass(frozen=True, slots=True)
class Measurement:
    """One measurement: a line for each side, or one."""

    name: str
    unit: str
    only_if: str
    sides: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of one layout: ``checks``, ``scales``, ``body_map``, ``counts`` or ``fields``."""

    layout: str
    title: str
    intro: str
    lines: tuple[Line, ...]
    heads: tuple[Box, ...] = ()
    """Heads of the columns of boxes, where all lines share them."""
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class FormPart:
    """One part of the form."""

    number: int
    id: str
    title: str
    intro: str
    blocks: tuple[Block, ...]
    measurements: tuple[Measurement, ...]
    total: str
    add_up: str


def blank_html(
    questionnaire: Questionnaire, *, paper: PrintOptions = PLAIN, self_contained: bool = False
) -> str:
    """Return the blank questionnaire as one HTML document for *paper*.

    *self_contained* is as for a report: with all that a browser needs, nothing to fetch.

    Raises:
        ReportError: A font file is missing or damaged.
    """
    form = form_parts(questionnaire)
    part_of = {item.id: part.number for part in form for item in part.items}
    parts = tuple(_part(part, part_of, questionnaire) for part in form)
    own = (files("reports") / "templates" / "blank.css").read_text(encoding="utf-8")
    return render.page_of(
        "blank.html",
        paper,
        self_contained=self_contained,
        own_styles=own,
        form=words,
        title=questionnaire.title,
        parts=parts,
        cleared_examples=listed([*_clearable(questionnaire)][:2], "or"),
        foot=words.FOOT.format(
            title=questionnaire.title, version=VERSION, questionnaire=questionnaire.version
        ),
    )


def _part(part: Part, part_of: Mapping[str, int], questionnaire: Questionnaire) -> FormPart:
    measured = any(item.id in questionnaire.protocol_of for item in part.items)
    codes = [item.code for item in part.items]
    adds = any(box_numbers(item) or isinstance(item, NumberItem) for item in part.items)
    intro = words.PART_INTROS.get(part.id, "")
    blocks = [_block(group, part_of, questionnaire, with_intro=not intro) for group in part.groups]
    return FormPart(
        number=part.number,
        id=part.id,
        title=words.PART_TITLES[part.id],
        intro=part.groups[0].intro if measured else intro,
        blocks=() if measured else tuple(_joined(blocks)),
        measurements=tuple(_measurements(part, questionnaire)) if measured else (),
        total=words.CHECK_TOTAL.format(number=part.number) if adds else "",
        add_up=words.ADD_UP.format(first=codes[0], last=codes[-1]),
    )


def _joined(blocks: list[Block]) -> Iterator[Block]:
    """Yield *blocks*, tables in a row that have the same boxes as one table with headings."""
    for (layout, heads), run in groupby(blocks, key=lambda block: (block.layout, block.heads)):
        alike = list(run)
        if not heads:
            yield from alike
            continue
        lines = (
            replace(line, heading="" if place else block.title)
            for block in alike
            for place, line in enumerate(block.lines)
        )
        yield Block(layout, "", alike[0].intro, tuple(lines), heads)


def _block(
    group: Group, part_of: Mapping[str, int], questionnaire: Questionnaire, *, with_intro: bool
) -> Block:
    layout = _layout(group)
    lines = {
        item.id: replace(
            _line(item, questionnaire, shared=layout == "checks"),
            opens=tuple(conditions.opens(item, part_of, questionnaire)),
        )
        for item in group.items
    }
    found = tuple(_places(layout, group, lines, questionnaire))
    beside = {place.line.code for place in found if place.line}
    own = tuple(line for line in lines.values() if line.code not in beside)
    heads = own[0].boxes if layout in ("checks", "scales") else ()
    return Block(layout, group.title, group.intro if with_intro else "", own, heads, found)


def _layout(group: Group) -> str:
    if isinstance(group.items[0], CheckItem):
        return "checks"
    return {"ratings": "scales", "body_map": "body_map", "counts": "counts"}.get(
        group.kind, "fields"
    )


def _line(item: Item, questionnaire: Questionnaire, *, shared: bool = False) -> Line:
    return Line(
        code=item.code,
        text=item.text,
        only_if=conditions.only_if(item, questionnaire),
        follows=item.asked_when is not None,
        kind=item.kind,
        details=item.details or "",
        boxes=tuple(_boxes(item, do_not_know=not shared)),
        digits=len(str(item.maximum)) if isinstance(item, NumberItem) else 0,
        unit=item.unit if isinstance(item, NumberItem) else "",
    )


def _boxes(item: Item, *, do_not_know: bool) -> Iterator[Box]:
    """Yield the boxes of *item* with their numbers, the last one for "do not know"."""
    match item:
        case CheckItem() | ChoiceItem() | ScaleItem() | ManyItem():
            numbers = box_numbers(item)
            for option in item.options:
                yield Box(str(numbers[option.value]), option.label)
            if isinstance(item, ManyItem):
                yield Box("0", item.none_label)
        case TextItem() | ClearanceItem():
            return
    if do_not_know and item.section != GATEWAYS and item.id not in WITHOUT_DO_NOT_KNOW:
        yield Box(words.DO_NOT_KNOW_MARK, words.DO_NOT_KNOW)


def _places(
    layout: str, group: Group, lines: Mapping[str, Line], questionnaire: Questionnaire
) -> Iterator[Place]:
    match layout:
        case "body_map":
            yield from _places_of_pain(group, lines)
        case "counts":
            yield from _places_of_injuries(group, lines, questionnaire)


def _places_of_pain(group: Group, lines: Mapping[str, Line]) -> Iterator[Place]:
    """Yield the places of the list that opens the numbers of *group*, with its sides."""
    places = places_among(group.items)
    for row in places.rows:
        scale = range(row.pain.minimum, row.pain.maximum + 1) if row.pain else ()
        boxes = tuple(Box(str(number), "") for number in scale)
        yield Place(
            Box(str(box_numbers(places.chosen)[row.place]), row.name),
            tuple(
                Box(str(box_numbers(places.sides)[side]), side.rpartition("_")[2])
                for side in row.sides
                if places.sides
            ),
            replace(lines[row.pain.id], boxes=boxes) if row.pain else None,
        )


def _places_of_injuries(
    group: Group, lines: Mapping[str, Line], questionnaire: Questionnaire
) -> Iterator[Place]:
    """Yield the places whose injuries *group* counts, each with the box for lately."""
    rule = questionnaire.rules.injuries
    (lately,) = [item for item in group.items if item.id == rule.recent]
    for place, number in box_numbers(lately).items():
        line = lines[rule.item_of[str(place)]]
        yield Place(Box(str(number), words.LAST_6_WEEKS), line=line)


def _measurements(part: Part, questionnaire: Questionnaire) -> Iterator[Measurement]:
    """Yield the measurements of *part*, both sides of one together."""
    for protocol in questionnaire.protocols:
        items = [item for item in part.items if item.id in protocol.items]
        lines = tuple(_line(item, questionnaire, shared=True) for item in items)
        yield Measurement(capitalised(protocol.name), lines[0].unit, lines[0].only_if, lines)


def _clearable(questionnaire: Questionnaire) -> Iterator[str]:
    """Yield the codes of what a clinician can clear."""
    return (questionnaire.named[flag].code for flag in clearable_flags(questionnaire))
