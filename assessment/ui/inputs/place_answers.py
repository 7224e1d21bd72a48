"""What is said on a body map: places, how strong, which side. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from assessment.ui.inputs.row_values import RowValues
from assessment.ui.inputs.slots import DECLINED_SIGN, TEN_SIGN, UNSET
from questions.places import SIDES, PlaceRow, Places

BOTH = "both"
SIDE_KEYS = {"l": SIDES[0], "r": SIDES[1], "b": BOTH}


class PlaceAnswers:
    """The places that are chosen so far, in the order of their page."""

    def __init__(
        self,
        page: Places,
        chosen: Iterable[str | int] = (),
        numbers: Mapping[str, int | None] | None = None,
        sides: Iterable[str | int] = (),
    ) -> None:
        self._page = page
        self._chosen = set(map(str, chosen))
        self._numbers = RowValues([row.pain for row in page.rows if row.pain], numbers)
        self._sides = set(map(str, sides))

    @property
    def is_empty(self) -> bool:
        """Whether no place is chosen."""
        return not self._chosen

    @property
    def numbers(self) -> dict[str, int | None]:
        """How strong each chosen place is, by the item that asks; None: not known, or not yet."""
        return {
            row.pain.id: self._numbers.numbers.get(row.pain.id)
            for row in self._page.rows
            if row.pain and self.has(row)
        }

    def has(self, row: PlaceRow) -> bool:
        """Return whether the place is chosen."""
        return row.place in self._chosen

    def needs_number(self, row: PlaceRow) -> bool:
        """Return whether it is chosen and nobody said yet how strong it is."""
        return self.has(row) and row.pain is not None and self.number(row) is UNSET

    def number(self, row: PlaceRow) -> object:
        """Return how strong it is: a number, None for not known, or ``UNSET``."""
        return self._numbers.now(row.item_id)

    def side(self, row: PlaceRow) -> str:
        """Return which side was said, empty for none."""
        said = [side for side, one in zip(SIDES, row.sides, strict=False) if one in self._sides]
        return BOTH if said[1:] else "".join(said)

    def toggle(self, row: PlaceRow) -> None:
        """Choose a place, or take it away with all that was said of it."""
        self._chosen ^= {row.place}
        self._numbers.unset(row.item_id)
        self._sides -= set(row.sides)

    def put(self, row: PlaceRow, number: int | None) -> None:
        """Say how strong a place is."""
        self._numbers.put(row.item_id, number)

    def step(self, row: PlaceRow, by: int) -> None:
        """Make it so much stronger."""
        self._numbers.step(row.item_id, by)

    def erase(self, row: PlaceRow) -> None:
        """Forget how strong it is."""
        self._numbers.unset(row.item_id)

    def leave(self) -> None:
        """Let the next digit begin a new number."""
        self._numbers.rest()

    def in_large(self, row: PlaceRow) -> str:
        """Return how strong a place is, to be shown large; empty: nothing was said."""
        return self._numbers.in_large(row.item_id)

    def takes_digit(self, row: PlaceRow, sign: str, at: float) -> bool:
        """Return whether *sign* is a digit that says how strong a chosen place is.

        It is so until there is a number, but for the 0 of a 10 that comes at once.
        """
        return sign.isdecimal() and (
            self.needs_number(row)
            or (self.has(row) and self._numbers.may_grow(row.item_id, sign, at))
        )

    def type(self, row: PlaceRow, sign: str, at: float) -> bool:
        """Take *sign* for how strong a chosen place is, or for its side, if it can be meant so."""
        if not self.has(row):
            return False
        if row.sides and sign in SIDE_KEYS:
            self.say_side(row, SIDE_KEYS[sign])
            return True
        if row.pain and (sign in (DECLINED_SIGN, TEN_SIGN) or self.takes_digit(row, sign, at)):
            return self._numbers.type(row.item_id, sign, at)
        return False

    def say_side(self, row: PlaceRow, side: str) -> None:
        """Say on which side it is; the same once more takes it back."""
        is_same = self.side(row) == side
        self._sides -= set(row.sides)
        if not is_same:
            named = zip(SIDES, row.sides, strict=True)
            self._sides |= {value for one, value in named if side in (one, BOTH)}

    @property
    def answers(self) -> dict[str, object]:
        """The answers to the items of the page; None for what has nothing to say."""
        page, chosen = self._page, [row for row in self._page.rows if self.has(row)]
        answers: dict[str, object] = {page.chosen.id: [row.place for row in chosen]}
        if page.sides:
            said = [one for one in page.sides.values if one in self._sides]
            answers[page.sides.id] = said if any(row.sides for row in chosen) else None
        return answers | {
            row.pain.id: self.numbers.get(row.pain.id) for row in page.rows if row.pain
        }
