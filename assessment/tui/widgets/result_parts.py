"""What a result is made of: sentences, bars and lists, each a widget of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from assessment.core.scores.four_signs import SignState
from assessment.quiz import words
from assessment.tui.widgets.first_exercise import FirstExercise
from assessment.tui.widgets.region_bar import FILLS, BarRuler, RegionBar
from assessment.ui.drawing.body_map import Mark
from questions.model import Region
from reports.sheets.four_signs import SignView
from reports.sheets.plan.sessions import Part, SessionView
from reports.sheets.referral import Action
from reports.sheets.summary import UNKNOWN, RegionLine, Summary
from reports.sheets.view import Client
from reports.words import common as report_words
from reports.words import referral as referral_words
from reports.words import signs as sign_words

POINT = "-"
SIGN_MARKS: Mapping[SignState, str] = {
    SignState.PRESENT: "●",
    SignState.ABSENT: "○",
    SignState.UNKNOWN: "?",
}
BANDS = tuple(key for key in FILLS if key != UNKNOWN)


def marks_of(lines: Sequence[RegionLine]) -> Mapping[Region, Mark]:
    """Return what the body map shows: each region's number in the list, and its band."""
    return {
        line.region: Mark(
            line.number,
            None if line.key == UNKNOWN else BANDS.index(line.key) / (len(BANDS) - 1),
            FILLS[line.key],
        )
        for line in lines
    }


def answer_parts(name: str, summary: Summary, client: Client) -> Iterator[Widget]:
    """Yield what the answers of *name* show: four signs, regions, the answers behind them."""
    well_done = words.WELL_DONE_NAME if name else words.WELL_DONE
    yield Static(well_done.format(name=name), id="well-done", markup=False)
    if client.not_made_for:
        yield Static(client.not_made_for, classes="heading text", markup=False)
    yield _heading(sign_words.TITLE)
    yield Vertical(*map(_sign, summary.signs), classes="points signs")
    if client.strong_pain:
        yield Static(client.strong_pain, classes="heading text", markup=False)
    yield _heading(words.RULER_TITLE)
    regions = summary.regions
    bars = (RegionBar(line, regions) for line in regions)
    yield Vertical(BarRuler(regions), *bars, classes="bars")
    said = (summary.room_to_grow, *summary.there_by_a_sign, summary.doing_well)
    yield _text("\n".join(filter(None, said)))
    if summary.because:
        yield _heading(words.BECAUSE)
        yield _points([f"{reason.region}: {reason.answers}" for reason in summary.because])
    if client.training.cards:
        yield FirstExercise(client.training.cards[0])
    yield from _notes(summary, client)


def _notes(summary: Summary, client: Client) -> Iterator[Widget]:
    """Yield how the numbers are meant, and what else the answers call for."""
    yield _quiet(report_words.A_HIGH_NUMBER)
    if summary.has_ranges:
        yield _quiet(report_words.RANGE_NOTE)
    if summary.pain_only:
        yield _text(summary.pain_only)
    if summary.besides:
        yield _heading(sign_words.BESIDES_TITLE)
        yield _points(summary.besides)
    if client.worth_mentioning:
        yield _heading(report_words.MENTION)
        yield _points(client.worth_mentioning)
    yield _quiet(words.NOT_A_DIAGNOSIS)


def session_parts(client: Client) -> Iterator[Widget]:
    """Yield the next step, and each session with its minutes."""
    yield _heading(report_words.NEXT_STEP)
    yield _text(" ".join(client.next_steps))
    for session in client.training.sessions:
        yield from _session(session)
    if client.training.short:
        yield _text(client.training.short)
    if client.training.warm_up:
        yield _heading(report_words.IN_THE_WARM_UP)
        yield _points([f"{one.name}: {one.text}" for one in client.training.warm_up])
    yield _text(words.RESULT_MORE)


def left_out_parts(summary: Summary, client: Client) -> Iterator[Widget]:
    """Yield what was left out with its reasons, and what else the answers call for."""
    yield _heading(report_words.LEFT_OUT)
    if summary.left_out:
        yield _points(summary.left_out)
    else:
        yield _text(words.NOTHING_LEFT_OUT)
    if client.care:
        yield _heading(report_words.TOOK_CARE)
        yield _points([f"{advice.name}: {advice.text}" for advice in client.care])
    if client.tips:
        yield _heading(report_words.ALSO_FOR_YOU)
        yield _points(client.tips)


def action_parts(action: Action, *, urgent: bool) -> Iterator[Widget]:
    """Yield the calm page: whom to see, how soon, what to say."""
    yield Static(action.title, classes="heading stop" if urgent else "heading", markup=False)
    yield _text(action.why)
    open_now = (*action.open_questions, referral_words.OPEN_IF_YES) if action.open_questions else ()
    yield from _titled(referral_words.OPEN_TITLE, open_now)
    yield from _titled(report_words.WHAT_TO_DO_NOW, action.steps, numbered=True)
    if action.say:
        yield _heading(report_words.WHAT_TO_SAY)
        yield _text(action.say)
    yield from _titled("", action.answers)
    yield from _titled(words.UP_ALREADY, action.up_already)
    yield from _titled(report_words.ALSO_MENTION, action.also_mention)
    if action.until_then:
        yield _heading(report_words.UNTIL_THEN)
        yield _text(action.until_then)
    yield from _titled(report_words.AMBULANCE_TITLE, action.ambulance_signs)
    if action.for_clinician:
        yield _text(words.TAKE_ALONG)


def _titled(title: str, texts: Sequence[str], *, numbered: bool = False) -> Iterator[Widget]:
    """Yield a list under its title; nothing where it is empty."""
    if texts and title:
        yield _heading(title)
    if texts:
        yield _points(texts, numbered=numbered)


def _sign(sign: SignView) -> Widget:
    """Return one of the four signs: its mark, and in words what the answers say of it."""
    said = Content.assemble(
        f"{sign.name}: ",
        (sign.answer, "bold" if sign.state is SignState.PRESENT else ""),
        f", {sign.detail}" if sign.detail else "",
    )
    mark = Static(SIGN_MARKS[sign.state], classes="mark", markup=False)
    return Horizontal(mark, Static(said, classes="said", markup=False), classes="point")


def _session(session: SessionView) -> Iterator[Widget]:
    """Yield one session: its name with all its minutes, then its parts."""
    yield _heading(f"{session.name}, {session.minutes}")
    yield Vertical(*map(_part, session.parts), classes="points")


def _part(part: Part) -> Widget:
    """Return one part of a session, its minutes in a column of their own."""
    exercises = [f"{line.name}: {line.dose}" for line in part.exercises]
    what = [part.what] if part.what else exercises
    name = f"{part.name}, {part.rest}" if part.rest else part.name
    said = Content("\n").join([Content(name).stylize("bold"), *map(Content, what)])
    minutes = Static(words.MINUTES.format(minutes=part.minutes), classes="minutes", markup=False)
    return Horizontal(minutes, Static(said, classes="said", markup=False), classes="point")


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
