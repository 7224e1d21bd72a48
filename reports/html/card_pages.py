"""How large the drawings of the cards can be: three cards to a page, each used to its foot.

The text of a card takes the room that it needs; the drawings beside it get all that is left.
Lengths are in mm, and those of letters and lines are the ones of ``templates/report.css``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil, floor

from reports.html.exercise_images import Image
from reports.html.letter_widths import MM_PER_POINT, Run, lines_of, width_of
from reports.output.print_options import Size
from reports.sheets.plan.programme_view import Named
from reports.sheets.plan.training import Card
from reports.words import common as words

MOST_CARDS = 3
WIDTHS = range(40, 97, 4)
"""Of the place for the drawings, the narrowest first."""
ENOUGH = 0.97
"""Of the largest that drawings can be."""
MOST_SCALE = 56.0
"""Height of a drawn body: larger says no more."""
GAP, COLUMN_GAP = 2.0, 2.0
"""Beside and below each drawing; between them and the text, besides."""
SLACK = 0.985
"""Share of a width that is counted on, so that a line more is guessed rather than one less."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A size of paper: room for cards, the title above the first, and a line of their text."""

    width: float
    height: float
    title: float
    line: float


SHEETS: Mapping[Size, Sheet] = {
    "A4": Sheet(174.0, 262.0, 9.0, 12.5 * MM_PER_POINT),
    "letter": Sheet(179.9, 248.4, 9.0, 12.0 * MM_PER_POINT),
}
BODY, SMALL = 10.5, 9.0
SMALL_LINE = 11.5 * MM_PER_POINT
NAME, SETS, NAME_LINE = 13.0, 11.0, 16.0 * MM_PER_POINT
BADGE, DOSE = 17.0 * MM_PER_POINT, 66.0
"""Beside the name: its number, and sets and repetitions."""
HEAD = NAME_LINE + 12.5 * MM_PER_POINT
"""The lines with the name and the effort."""
EDGES = 10.0 * MM_PER_POINT
"""Line, padding and margins of a card, and what lies between its parts."""
BETWEEN = 1.5 * MM_PER_POINT
"""Below a paragraph."""
BELOW_LIST = 4.0 * MM_PER_POINT
"""Between what stands above the cards and the first one."""
CHANGED = 6.0 * MM_PER_POINT
"""Padding and margins of what is changed for the client."""
NUMBER, TINT = 14.0 * MM_PER_POINT, 10.0 * MM_PER_POINT
"""Before a step; beside the letters of what is changed for the client."""


@dataclass(frozen=True, slots=True)
class CardPlace:
    """A card with its pictures: their width, that of the place for them, and its height."""

    card: Card
    images: tuple[Image, ...]
    column: float
    image: float
    height: float


@dataclass(frozen=True, slots=True)
class _Room:
    """What a card takes at one width of the place for its drawings."""

    around: float
    """Above and below the drawings."""
    text: float
    """Beside them."""

    @property
    def least(self) -> float:
        """The height without which its text is cut."""
        return self.around + self.text


def card_pages(
    cards: Sequence[Card],
    images: Mapping[str, tuple[Image, ...]],
    size: Size,
    above: Sequence[Named] = (),
) -> tuple[tuple[CardPlace, ...], ...]:
    """Return *cards* page by page, each with the size of its *images* (by exercise).

    What stands *above* the first takes room from its page.
    """
    sheet = SHEETS[size]
    sheet = replace(sheet, title=sheet.title + _above(above, sheet))
    found: list[tuple[CardPlace, ...]] = []
    unevenness = _unevenness_below_words if above else _unevenness
    for page in _shared_out(cards, images, sheet, unevenness):
        found.append(_placed(page, images, sheet, _height(sheet, not found)))
    return tuple(found)


def _shared_out(
    cards: Sequence[Card],
    images: Mapping[str, tuple[Image, ...]],
    sheet: Sheet,
    unevenness: Callable[[tuple[int, ...]], tuple[int, int, tuple[int, ...]]],
) -> Iterator[Sequence[Card]]:
    """Yield the cards of each page: as few pages as can be, and about as many on each."""
    least = [_room(card, images, sheet, WIDTHS[0]).least for card in cards]
    best: list[tuple[int, ...]] = [()]
    for end in range(1, len(cards) + 1):
        ways = (
            (*best[end - count], count)
            for count in range(1, min(MOST_CARDS, end) + 1)
            if count == 1 or sum(least[end - count : end]) <= _height(sheet, end == count)
        )
        best.append(min(ways, key=unevenness))
    start = 0
    for count in best[-1]:
        yield cards[start : start + count]
        start += count


def _unevenness(counts: tuple[int, ...]) -> tuple[int, int, tuple[int, ...]]:
    """Return what is to be small: pages, how much they differ, and how few come first."""
    return len(counts), sum(count * count for count in counts), tuple(-one for one in counts)


def _unevenness_below_words(counts: tuple[int, ...]) -> tuple[int, int, tuple[int, ...]]:
    """Return the same, with few first, as words above the first card take of its page."""
    return *_unevenness(counts)[:2], counts


def _above(named: Sequence[Named], sheet: Sheet) -> float:
    """Return the height of the list above the first card."""
    runs: list[list[Run]] = [[(f"{one.name}.", "SemiBold"), (one.text, "Regular")] for one in named]
    lines = sum(lines_of(one, BODY, sheet.width * SLACK) for one in runs)
    return lines * sheet.line + len(runs) * BETWEEN + BELOW_LIST if runs else 0.0


def _height(sheet: Sheet, is_first: bool) -> float:
    return sheet.height - (sheet.title if is_first else 0.0)


def _placed(
    cards: Sequence[Card], images: Mapping[str, tuple[Image, ...]], sheet: Sheet, height: float
) -> tuple[CardPlace, ...]:
    """Return the cards of a page of *height*: drawings about as large as they can be.

    The place for them is the narrowest that lets them be so, as words have the rest.
    """
    ways: list[tuple[CardPlace, ...]] = []
    for column in WIDTHS:
        rooms = [_room(card, images, sheet, column) for card in cards]
        if sum(room.least for room in rooms) <= height or not ways:
            ways.append(tuple(_in_column(cards, images, rooms, column, height)))
    best = max(map(_scale, ways))
    return next(places for places in ways if _scale(places) >= ENOUGH * best)


def _in_column(
    cards: Sequence[Card],
    images: Mapping[str, tuple[Image, ...]],
    rooms: Sequence[_Room],
    column: float,
    height: float,
) -> Iterator[CardPlace]:
    for card, room, high in zip(cards, rooms, _heights(rooms, height), strict=True):
        drawn = images.get(card.figure, ())
        image = _image_width(drawn, column, high - room.around) if drawn else 0.0
        yield CardPlace(card, drawn, column if drawn else 0.0, image, high)


def _scale(places: Sequence[CardPlace]) -> float:
    """Return how large the drawings of a page are together."""
    return sum(one.image / one.images[0].width for one in places if one.images)


def _heights(rooms: Sequence[_Room], height: float) -> list[float]:
    """Return the height of each card: what it needs, and of the rest the low ones get most."""
    heights = [room.least for room in rooms]
    low = sorted(heights)
    for count in range(len(low), 0, -1):
        level = (height - sum(low[count:])) / count
        if level >= low[count - 1]:
            return [max(level, high) for high in heights]
    return heights


def _room(
    card: Card, images: Mapping[str, tuple[Image, ...]], sheet: Sheet, column: float
) -> _Room:
    drawn = images.get(card.figure, ())
    whole, beside = sheet.width * SLACK, (sheet.width - column - COLUMN_GAP) * SLACK
    if not drawn:
        beside = whole
    around = HEAD + EDGES + _is_torn(card, whole) * NAME_LINE
    if card.why:
        around += lines_of([(card.why, "Italic")], SMALL, whole) * SMALL_LINE
    around += lines_of(list(_ways(card)), SMALL, whole) * SMALL_LINE
    if card.changes:
        changes: list[Run] = [(words.FOR_YOU, "SemiBold"), (" ".join(card.changes), "Regular")]
        around += lines_of(changes, BODY, whole - TINT) * sheet.line + CHANGED
    paragraphs = [lines_of(runs, BODY, beside) for runs in _paragraphs(card)]
    steps = sum(lines_of([(step, "Regular")], BODY, beside - NUMBER) for step in card.steps)
    text = (sum(paragraphs) + steps) * sheet.line + (len(paragraphs) + 1) * BETWEEN
    return _Room(around, text)


def _is_torn(card: Card, width: float) -> bool:
    """Return whether its name or its dose takes a second line."""
    behind = width_of(f"  {card.region}, {card.sessions}", "Regular", SMALL)
    name = BADGE + width_of(card.name, "SemiBold", NAME) + behind
    return name > width - DOSE or width_of(card.dose, "SemiBold", SETS) > DOSE * SLACK


def _paragraphs(card: Card) -> Iterator[list[Run]]:
    needs: list[Run] = [(f"{words.YOU_NEED}:", "SemiBold"), (card.kit, "Regular")]
    yield [*(needs if card.kit else []), (f"{words.START}:", "SemiBold"), (card.start, "Regular")]
    yield [
        (f"{words.CUE}:", "SemiBold"),
        (card.cues, "Regular"),
        (f"{words.SLIP}:", "SemiBold"),
        (card.slips, "Regular"),
    ]
    yield [(f"{words.STOP} {card.stop_if}", "SemiBold")]


def _ways(card: Card) -> Iterator[Run]:
    for way in card.ways:
        yield f"{way.name}:", "SemiBold"
        yield way.text, "Regular"


def _image_width(images: tuple[Image, ...], column: float, height: float) -> float:
    """Return the largest width that all *images* can have in *column* by *height*.

    In whole tenths, so that what is printed of it does not take more than there is.
    """
    width = max(
        min(
            column / across - GAP,
            (height / _rows(images, across) - GAP) * images[0].width / images[0].height,
            MOST_SCALE * images[0].width,
        )
        for across in range(1, len(images) + 1)
    )
    return floor(10 * width) / 10


def _rows(images: tuple[Image, ...], across: int) -> int:
    return ceil(len(images) / across)
