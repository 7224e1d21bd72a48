"""The blank questionnaire: every item with its code, to be filled in with a pen and keyed in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files

from assessment.version import VERSION
from questions.form import Group, Part, box_numbers, form_parts
from questions.model import (
    CheckItem,
    ChoiceItem,
    ClearanceItem,
    Item,
    ManyItem,
    NumberItem,
    Region,
    ScaleItem,
    TextItem,
)
from questions.questionnaire import Questionnaire
from reports.figures.drawing import Mark, body_map
from reports.html import render
from reports.output.print_options import PLAIN, PrintOptions
from reports.words import form as words
from reports.words.phrasing import capitalised

PAIN_PLACES: Mapping[str, tuple[Region, ...]] = {
    "pain_low_back": (Region.LOW_BACK,),
    "pain_hip": (Region.GLUTE_MAX, Region.GLUTE_MED),
    "pain_neck": (Region.NECK,),
    "pain_upper_back": (Region.UPPER_BACK,),
    "pain_shoulder": (Region.REAR_SHOULDER,),
    "pain_thigh_back": (Region.HAMSTRINGS,),
    "pain_calf": (Region.CALVES,),
}
"""Where each place of pain is drawn (docs/rules.md 2.5)."""
MOST_BOXES = 11
"""Numbers of a line that are boxes to tick; with more, the number is written."""
MOST_ON_LINE = 86
"""Characters of a question that has its boxes beside it, all together."""
MOST_IN_A_ROW = 6
"""Boxes with words that stand in a row."""
ROOM_OF_BOX, ROOM_OF_DIGIT = 7, 4
"""Characters that would fit in the place of one."""
WITHOUT_DO_NOT_KNOW = ("age_years", "sex", "goal", "experience", "weight_concern")
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
class Measurement:
    """One measurement: a line for each side, or one."""

    name: str
    unit: str
    only_if: str
    sides: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of one layout: ``checks``, ``scales``, ``pain``, ``counts`` or ``fields``."""

    layout: str
    title: str
    lines: tuple[Line, ...]
    heads: tuple[Box, ...] = ()
    """Heads of the columns of boxes, where all lines share them."""


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
    parts = tuple(_part(part, questionnaire) for part in form_parts(questionnaire))
    own = (files("reports") / "templates" / "blank.css").read_text(encoding="utf-8")
    return render.page_of(
        "blank.html",
        paper,
        self_contained=self_contained,
        own_styles=own,
        form=words,
        title=questionnaire.title,
        parts=parts,
        body=_body(questionnaire, paper),
        foot=words.FOOT.format(
            title=questionnaire.title, version=VERSION, questionnaire=questionnaire.version
        ),
    )


def _part(part: Part, questionnaire: Questionnaire) -> FormPart:
    measured = any(item.id in questionnaire.protocol_of for item in part.items)
    codes = [item.code for item in part.items]
    adds = any(box_numbers(item) or isinstance(item, NumberItem) for item in part.items)
    return FormPart(
        number=part.number,
        id=part.section.id,
        title=part.section.title,
        intro=part.section.intro,
        blocks=() if measured else tuple(_blocks(part, questionnaire)),
        measurements=tuple(_measurements(part, questionnaire)) if measured else (),
        total=words.CHECK_TOTAL.format(number=part.number) if adds else "",
        add_up=words.ADD_UP.format(first=codes[0], last=codes[-1]),
    )


def _blocks(part: Part, questionnaire: Questionnaire) -> Iterator[Block]:
    """Yield the groups of *part*, each run of one layout as a block of its own."""
    for group in part.groups:
        title = group.title
        run: list[Item] = []
        for item in group.items:
            if run and _layout(item, group) != _layout(run[-1], group):
                yield _block(title, run, group, questionnaire)
                title, run = "", []
            run.append(item)
        yield _block(title, run, group, questionnaire)


def _layout(item: Item, group: Group) -> str:
    match item:
        case CheckItem():
            return "checks"
        case ScaleItem() if len(group.items) > 1 and all(
            isinstance(one, ScaleItem) for one in group.items
        ):
            return "scales"
        case NumberItem() if group.title:
            return "pain" if item.maximum < MOST_BOXES else "counts"
    return "fields"


def _block(title: str, items: list[Item], group: Group, questionnaire: Questionnaire) -> Block:
    layout = _layout(items[0], group)
    lines = tuple(_line(item, questionnaire, shared=layout == "checks") for item in items)
    heads = lines[0].boxes if layout in ("checks", "scales", "pain") else ()
    return Block(layout, title, lines, heads)


def _line(item: Item, questionnaire: Questionnaire, *, shared: bool = False) -> Line:
    return Line(
        code=item.code,
        text=item.text,
        only_if=words.only_if(item, questionnaire),
        follows=item.asked_when is not None,
        kind=item.kind,
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
        case NumberItem() if item.maximum < MOST_BOXES and item.section == "signs":
            for number in range(item.minimum, item.maximum + 1):
                yield Box(str(number), "")
        case TextItem() | ClearanceItem():
            return
    if do_not_know and item.id not in WITHOUT_DO_NOT_KNOW:
        yield Box(words.DO_NOT_KNOW_MARK, words.DO_NOT_KNOW)


def _measurements(part: Part, questionnaire: Questionnaire) -> Iterator[Measurement]:
    """Yield the measurements of *part*, both sides of one together."""
    for protocol in questionnaire.protocols:
        items = [item for item in part.items if item.id in protocol.items]
        lines = tuple(_line(item, questionnaire, shared=True) for item in items)
        yield Measurement(capitalised(protocol.name), lines[0].unit, lines[0].only_if, lines)


def _body(questionnaire: Questionnaire, paper: PrintOptions) -> str:
    """Return the body with the code of each place of pain."""
    marks: dict[Region, Mark] = {}
    places: list[str] = []
    for item_id, regions in PAIN_PLACES.items():
        item = questionnaire.by_id[item_id]
        places.append(f"{item.code} {item.text.partition(':')[0].lower()}")
        marks |= {region: Mark(item.code, "unknown") for region in regions}
    return body_map(marks, words.BODY.format(places=", ".join(places)), paper.ink)
