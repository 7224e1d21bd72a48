"""What a result screen is made of: sentences and bars, each a widget of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from assessment.tui import words
from assessment.tui.widgets.region_bar import RegionBar
from reports import words as report_words
from reports.referral import Action
from reports.summary import Summary
from reports.training import Card
from reports.view import Client

POINT = "-"


def training_parts(summary: Summary, client: Client) -> Iterator[Widget]:
    """Yield what a client sees who may train: the regions, the exercises, the next step."""
    yield _heading(report_words.WHAT_ANSWERS_SHOW)
    yield _text(" ".join(part for part in (summary.room_to_grow, summary.doing_well) if part))
    yield _quiet(report_words.SCORE_SCALE)
    yield Vertical(*(RegionBar(line) for line in summary.regions), classes="bars")
    yield _quiet(report_words.A_HIGH_NUMBER)
    if summary.has_ranges:
        yield _quiet(report_words.RANGE_NOTE)
    if client.training.cards:
        yield _heading(words.YOUR_EXERCISES)
        yield from (_exercise(card) for card in client.training.cards)
    yield _heading(report_words.NEXT_STEP)
    yield _text(" ".join(client.next_steps))
    if client.mention:
        yield _heading(report_words.MENTION)
        yield _points(client.mention)
    yield _text(words.RESULT_MORE)
    yield _quiet(words.NOT_A_DIAGNOSIS)


def action_parts(action: Action, *, urgent: bool) -> Iterator[Widget]:
    """Yield the calm page: whom to see, how soon, what to say."""
    yield Static(action.title, classes="heading stop" if urgent else "heading", markup=False)
    yield _text(action.why)
    if action.steps:
        yield _heading(report_words.WHAT_TO_DO_NOW)
        yield _points(action.steps, numbered=True)
    if action.say:
        yield _heading(report_words.WHAT_TO_SAY)
        yield _text(action.say)
    if action.said:
        yield _points(action.said)
    if action.also_mention:
        yield _heading(report_words.ALSO_MENTION)
        yield _points(action.also_mention)
    if action.until_then:
        yield _heading(report_words.UNTIL_THEN)
        yield _text(action.until_then)
    if action.ambulance_signs:
        yield _heading(report_words.AMBULANCE_TITLE)
        yield _points(action.ambulance_signs)
    if action.for_clinician:
        yield _text(words.TAKE_ALONG)


def _exercise(card: Card) -> Widget:
    """Return one exercise: what, how much, and because of which answers."""
    because = f"{report_words.BECAUSE}: {card.because}"
    lines = [
        Content.assemble((f"{card.number}  {card.name}", "bold"), f"   {card.dose}"),
        Content(because).stylize("$quiet"),
    ]
    return Static(Content("\n").join(lines), classes="exercise", markup=False)


def _points(texts: Sequence[str], *, numbered: bool = False) -> Widget:
    """Return a list, each mark in front of the first row of its text only."""
    points = (
        Horizontal(
            Static(f"{number}." if numbered else POINT, classes="mark", markup=False),
            Static(text, classes="said", markup=False),
            classes="point",
        )
        for number, text in enumerate(texts, start=1)
    )
    return Vertical(*points, classes="points")


def _heading(text: str) -> Static:
    return Static(text, classes="heading", markup=False)


def _text(text: str) -> Static:
    return Static(text, classes="text", markup=False)


def _quiet(text: str) -> Static:
    return Static(text, classes="text quiet", markup=False)
