"""What a client types line by line who has the answers in mind: from what is said alone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from questions.loader import load_questionnaire
from tests.plain.client import CALM_AT

LINE = re.compile(r"^(\d+)\. (.+)$", re.MULTILINE)
SIGNS = {"yes": "{}", "unsure": "{}-"}
LINE_KEYS = "123456789abcdefghi"


class Answering:
    """Replies with *answers*; a place or a count that is not among them is nowhere and none."""

    def __init__(self, answers: Mapping[str, Any]) -> None:
        self._answers = answers
        questionnaire = load_questionnaire()
        self._by_id = questionnaire.by_id
        self._pages = {page.id: page for page in questionnaire.pages}

    def __call__(self, place: str, said: str) -> str:
        """Return what to type for *place*, after *said*."""
        page = self._pages.get(place)
        if page and page.kind == "checklist":
            return self._ticks({self._by_id[one].text.strip(): one for one in page.items}, said)
        if page and page.kind == "counts":
            keys = [str(key) for key, one in enumerate(page.items, 1) if self._is_hurt(one)]
            return " ".join(keys) or "0"
        if place == "injury_last_6_weeks":
            sites = [f"injuries_{site}" for site in self._answers.get(place) or ()]
            keys = [str(self._pages["injuries"].items.index(one) + 1) for one in sites]
            return " ".join(keys) or "0"
        return self._one(place) if place in self._by_id else CALM_AT[place]

    def _ticks(self, lines: Mapping[str, str], said: str) -> str:
        """Return the numbers of the *lines* that are yes or not sure, as they were *said*."""
        asked = {lines[text]: key for key, text in LINE.findall(said) if text in lines}
        ticks = [
            SIGNS[answer].format(key)
            for item, key in asked.items()
            if (answer := self._answers.get(item)) in SIGNS
        ]
        return " ".join(ticks) or "0"

    def _is_hurt(self, item: str) -> bool:
        return item.startswith("injuries_") and bool(self._answers.get(item))

    def _one(self, item_id: str) -> str:
        item, answer = self._by_id[item_id], self._answers.get(item_id)
        match item.kind:
            case "many":
                keys = [LINE_KEYS[list(item.values).index(one)] for one in answer or ()]
                return " ".join(keys) or ("-" if answer is None else "0")
            case "text":
                return answer or ""
            case "choice" | "check" if answer is not None:
                if answer in ("unstated", "unsure"):
                    return "-"
                own = all(isinstance(one, int) and one < 10 for one in item.values)
                return str(answer if own else list(item.values).index(answer) + 1)
        return "-" if answer is None else str(answer)
