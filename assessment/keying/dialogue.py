"""The dialogue with the person who has the paper: asks a line, takes a line, says what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from assessment.core.answers import AnswerError, AnswerSheet
from assessment.core.check_totals import check_total, total_in_figures
from assessment.core.consistency import Contradiction, contradictions
from assessment.core.gate import Outcome, gate
from assessment.exchange.answers_document import raw_of
from assessment.keying import words
from assessment.keying.form_walk import FormWalk
from assessment.keying.reading_back import (
    adds,
    counted_answers,
    keyed_lines,
    number_typed,
    read_back,
)
from assessment.keying.typed import allowed_keys, keys_for, parse_typed
from questions.form import Part
from questions.model import CheckItem, Item, ManyItem, TextItem
from questions.nearest import nearest
from reports.words.conditions import only_if
from reports.words.form import PART_TITLES
from reports.words.phrasing import uncapitalised
from reports.words.referral import GATED

BACK, ON, HELP = "<", ">", "?"

Ask = Callable[[str], str]
"""Shows a prompt and returns the line that is typed; raises EOFError where none comes."""
Say = Callable[[str], None]
Keep = Callable[[Mapping[str, object], str], None]
"""Keeps raw answers, and the item that was answered last."""


class Dialogue:
    """Keys one form in; ``walk`` is where it stands, also when *ask* raises in the middle."""

    def __init__(self, walk: FormWalk, ask: Ask, say: Say, keep: Keep, today: date) -> None:
        self.walk = walk
        self._today = today
        self._ask, self._say, self._keep = ask, say, keep
        self._part_shown = 0

    def run(self) -> AnswerSheet:
        """Ask until all is keyed in and agreed to; return the answers.

        Raises:
            EOFError, KeyboardInterrupt: From *ask*; every answer before was kept.
        """
        while True:
            stop = self.walk.at
            if stop is None:
                if self._all_done():
                    return self.walk.sheet
            elif isinstance(stop, Part):
                self._end_of_part(stop)
            else:
                self._line(stop)

    def _line(self, item: Item) -> None:
        """Ask one line until what is typed fits or leads elsewhere."""
        self._show_part()
        value = self.walk.sheet.given.get(item.id)
        now = (
            ""
            if value is None
            else words.NOW.format(keys=keys_for(item, value, self.walk.sheet.questionnaire))
        )
        prompt = words.PROMPT.format(
            code=item.code, short=item.short, keys=allowed_keys(item), now=now
        )
        typed = self._ask(prompt).strip()
        if not typed:
            self.walk = self.walk.forward()
        elif typed == HELP:
            self._help(item)
        elif not self._moved(typed):
            self._answer(item, typed)

    def _answer(self, item: Item, typed: str) -> None:
        before = self.walk.sheet
        try:
            value = parse_typed(item, typed, before.questionnaire, self._today)
        except AnswerError as error:
            self._say(str(error))
            return
        raw = None if value is None else raw_of(value)
        after = before.with_answer(item.id, raw)
        known = set(contradictions(before, self._today))
        faults = [one for one in contradictions(after, self._today) if one not in known]
        for sentence in dict.fromkeys(map(self._refusal, faults)):
            self._say(sentence)
        if not faults:
            self._keep({item.id: raw}, item.id)
            self.walk = self.walk.with_sheet(after).forward()

    def _refusal(self, fault: Contradiction) -> str:
        """Return why an answer cannot stand, in the words and codes of the form."""
        named = self.walk.sheet.questionnaire.named
        codes = {
            one: named[one].code for one in (fault.item, fault.found, fault.other) if one in named
        }
        return words.CANNOT_BE[fault.kind].format(
            code=codes[fault.item],
            found=codes.get(fault.found, fault.found),
            other=codes.get(fault.other, fault.other),
        )

    def _moved(self, typed: str) -> bool:
        """Go where *typed* leads; return whether it was about going at all."""
        if typed == BACK:
            before = self.walk.back()
            if before.place == self.walk.place:
                self._say(words.FIRST_LINE)
            self.walk = before
        elif typed == ON:
            self.walk = self.walk.to_end_of_part()
        elif typed.casefold() in self.walk.place_of:
            self._jump(typed)
        else:
            return False
        return True

    def _jump(self, code: str) -> None:
        """Go to the line with *code*, to one that is not asked only where its answer counts."""
        there = self.walk.to(code)
        item, sheet = there.at, self.walk.sheet
        if isinstance(item, Part) or item is None:
            return
        counts = item.opened_by or (isinstance(item, CheckItem) and item.urgency)
        if not sheet.asks(item.id) and item.id != sheet.flag_of_pain:
            why = uncapitalised(only_if(item, sheet.questionnaire))
            said = words.NOT_ASKED.format(code=item.code, why=why)
            self._say(f"{said} {words.COUNTS}" if counts else said)
            if not counts:
                return
        self.walk = there

    def _end_of_part(self, part: Part) -> None:
        """Read the part back, and compare its check total with the one on paper."""
        for sentence in read_back(part, self.walk.sheet):
            self._say(sentence)
        self._warn()
        if not any(adds(item) for item in part.items):
            self.walk = self.walk.forward()
            return
        total = check_total(part, self.walk.sheet)
        place, prompt = self.walk.place, words.TOTAL_PROMPT.format(number=part.number)
        may_go_on = False
        while self.walk.place == place:
            typed = self._ask(prompt).strip()
            if not typed:
                if not may_go_on:
                    figures = total_in_figures(total)
                    self._say(words.TOTAL_IS.format(number=part.number, total=figures))
                self.walk = self.walk.forward()
            elif not self._elsewhere(typed):
                self._compare(part, typed, total)
                prompt, may_go_on = words.TOTAL_AGAIN, True

    def _elsewhere(self, typed: str) -> bool:
        """Return whether *typed* at a check total is about something else, and do that."""
        if typed == HELP:
            self._say(words.HOW)
        return typed in (HELP, ON) or self._moved(typed)

    def _compare(self, part: Part, typed: str, total: Decimal) -> None:
        paper = number_typed(typed)
        if paper is None:
            self._say(words.NO_TOTAL.format(typed=typed[:20]))
        elif paper == total:
            self._say(words.TOTAL_FITS)
            self.walk = self.walk.forward()
        else:
            self._say(
                words.TOTAL_DIFFERS.format(
                    number=part.number,
                    title=PART_TITLES[part.id],
                    paper=total_in_figures(paper),
                    total=total_in_figures(total),
                )
            )
            for line in keyed_lines(part, self.walk.sheet):
                self._say(line)

    def _all_done(self) -> bool:
        """Say what is still missing; return whether it is to be written as it is."""
        sheet = self.walk.sheet
        self._say(words.DONE.format(answers=counted_answers(sheet)))
        missing = [sheet.questionnaire.by_id[item].code for item in gate(sheet).unanswered]
        if missing:
            self._say(words.STILL_NEEDED.format(codes=", ".join(missing)))
        typed = self._ask(words.DONE_PROMPT).strip()
        if typed == HELP:
            self._say(words.HOW)
        elif typed and not self._moved(typed):
            hint = nearest(typed.upper(), [stop.upper() for stop in self.walk.place_of])
            self._say(words.NO_CODE.format(typed=typed[:20], hint=hint))
        return not typed

    def _warn(self) -> None:
        """Say at once what cannot wait until all is keyed in."""
        outcome = gate(self.walk.sheet).outcome
        if outcome in (Outcome.EMERGENCY, Outcome.SAME_DAY):
            self._say(words.WARNING.format(what=GATED[outcome].title))

    def _show_part(self) -> None:
        part = self.walk.part
        if part and part.number != self._part_shown:
            self._say("")
            self._say(words.PART.format(number=part.number, title=PART_TITLES[part.id]))
            self._part_shown = part.number

    def _help(self, item: Item) -> None:
        self._say(item.text)
        if item.details:
            self._say(item.details)
        for option in getattr(item, "options", ()):
            value = (option.value,) if isinstance(item, ManyItem) else option.value
            key = keys_for(item, value, self.walk.sheet.questionnaire)
            self._say(words.OPTION.format(key=key, label=option.label))
        if isinstance(item, ManyItem):
            self._say(words.OPTION.format(key="0", label=item.none_label))
        if isinstance(item, TextItem):
            self._say(words.HOW_LINE)
