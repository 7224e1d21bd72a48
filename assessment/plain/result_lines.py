"""An assessment -> the result as lines. Gated clients get whom to see, and nothing else."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from assessment.catalogue.model import Catalogue
from assessment.core.assess import Assessment
from assessment.plain import words
from assessment.quiz import words as screen_words
from assessment.quiz.card_text import card_lines, stop_line
from assessment.quiz.drawing.figure_grid import pose_texts
from reports.sheets.plan.sessions import SessionView
from reports.sheets.plan.training import Card, Training
from reports.sheets.referral import Action, action_of
from reports.sheets.summary import UNKNOWN, RegionLine, Summary
from reports.sheets.view import Client, view_of
from reports.words import common as report_words
from reports.words import referral as referral_words
from reports.words import signs as sign_words
from reports.words.phrasing import capitalised


def result_lines(
    assessment: Assessment, catalogue: Catalogue, today: datetime.date
) -> Iterator[str]:
    """Yield the result; an empty line stands before each heading."""
    action = action_of(assessment)
    if action:
        yield from _action(action)
        return
    view = view_of(assessment, catalogue, today)
    if view.client is None:
        raise ValueError("who may train has a client sheet")
    yield from _shown(view.heading.name, view.summary, view.client)
    yield from _exercises(view.client.training)
    yield from _sessions(view.client)
    yield from _left_out(view.summary, view.client)
    yield from ("", screen_words.NOT_A_DIAGNOSIS)


def _shown(name: str, summary: Summary, client: Client) -> Iterator[str]:
    """Yield what the answers show: four signs, regions, what helps besides exercises."""
    well_done = screen_words.WELL_DONE_NAME if name else screen_words.WELL_DONE
    yield from _heading(well_done.format(name=name))
    if client.not_made_for:
        yield client.not_made_for
    yield from _heading(sign_words.TITLE)
    yield from (f"{sign.line}." for sign in summary.signs)
    if client.strong_pain:
        yield client.strong_pain
    yield from _heading(screen_words.RULER_TITLE)
    yield from (_region(line) for line in summary.regions)
    said = (summary.room_to_grow, *summary.there_by_a_sign, summary.doing_well)
    yield from filter(None, said)
    because = tuple(f"{reason.region}: {reason.answers}" for reason in summary.because)
    yield from _titled((screen_words.BECAUSE, because))
    yield report_words.A_HIGH_NUMBER
    if summary.has_ranges:
        yield report_words.RANGE_NOTE
    if summary.pain_only:
        yield summary.pain_only
    yield from _titled(
        (sign_words.BESIDES_TITLE, summary.besides),
        (report_words.MENTION, client.worth_mentioning),
    )


def _exercises(training: Training) -> Iterator[str]:
    """Yield the cards as the screen shows them, and before them what is alike in all."""
    cards = training.cards
    if cards:
        yield from _heading(screen_words.EXERCISES)
    if training.in_every:
        yield f"{report_words.IN_EVERY_EXERCISE}: {' '.join(training.in_every)}"
    for card in cards:
        yield ""
        yield from _exercise(card, len(cards))


def _sessions(client: Client) -> Iterator[str]:
    """Yield the next step, the sessions with their minutes, and what has no card."""
    training = client.training
    yield from _titled((report_words.NEXT_STEP, (" ".join(client.next_steps),)))
    for session in training.sessions:
        yield from _session(session)
    if training.short:
        yield from ("", training.short)
    for title, named in (
        (report_words.IN_THE_WARM_UP, training.warm_up),
        (report_words.STRETCHES, training.stretches),
    ):
        yield from _titled((title, tuple(f"{one.name}: {one.text}" for one in named)))
    yield screen_words.RESULT_MORE


def _left_out(summary: Summary, client: Client) -> Iterator[str]:
    """Yield what was left out with its reasons, and what else the answers call for."""
    yield from _titled(
        (report_words.LEFT_OUT, summary.left_out or (screen_words.NOTHING_LEFT_OUT,)),
        (report_words.TOOK_CARE, tuple(f"{one.name}: {one.text}" for one in client.care)),
        (report_words.ALSO_FOR_YOU, client.tips),
    )


def _action(action: Action) -> Iterator[str]:
    """Yield whom to see, how soon, and what to say."""
    yield from _heading(action.title)
    yield action.why
    steps = tuple(
        words.LINE.format(key=number, label=step)
        for number, step in enumerate(action.steps, start=1)
    )
    say = (action.say, *action.answers) if action.say else ()
    yield from _titled(
        (referral_words.OPEN_TITLE, action.open_questions),
        ("", (referral_words.OPEN_IF_YES,) if action.open_questions else ()),
        (report_words.WHAT_TO_DO_NOW, steps),
        (report_words.WHAT_TO_SAY, say),
        ("", () if action.say else action.answers),
        (screen_words.UP_ALREADY, action.up_already),
        (report_words.ALSO_MENTION, action.also_mention),
        (report_words.UNTIL_THEN, (action.until_then,) if action.until_then else ()),
        (report_words.AMBULANCE_TITLE, action.ambulance_signs),
        ("", ("", screen_words.TAKE_ALONG) if action.for_clinician else ()),
    )


def _titled(*parts: tuple[str, tuple[str, ...]]) -> Iterator[str]:
    """Yield the texts of each part below its title, if it has any."""
    for title, texts in parts:
        if texts and title:
            yield from _heading(title)
        yield from texts


def _region(line: RegionLine) -> str:
    """Return one region: its name, its number, how many signs that is, and how sure it is."""
    form = words.NO_SCORE if line.key == UNKNOWN else words.SCORE
    text = form.format(name=capitalised(line.name), score=line.score, band=line.band)
    could_be = screen_words.COULD_BE.format(range=line.range) if line.range else ""
    note = ", ".join(part for part in (could_be, line.note) if part)
    return f"{text} {capitalised(note)}." if note else text


def _exercise(card: Card, total: int) -> Iterator[str]:
    """Yield one exercise: how much, what its picture shows, how it is done, when to stop."""
    yield words.EXERCISE.format(number=card.number, total=total, name=card.name, dose=card.dose)
    first, last = pose_texts(card.figure)
    yield words.POSES.format(first=first, last=last)
    yield from (line.plain for line in (*card_lines(card), stop_line(card)))


def _session(session: SessionView) -> Iterator[str]:
    """Yield one session: its name with all its minutes, then each part with its own."""
    yield from _heading(f"{session.name}, {session.minutes}")
    for part in session.parts:
        name = f"{part.name}, {part.rest}" if part.rest else part.name
        exercises = (f"{line.name}: {line.dose}" for line in part.exercises)
        what = part.what or "; ".join(exercises)
        yield f"{screen_words.MINUTES.format(minutes=part.minutes)}. {name}: {what}"


def _heading(text: str) -> Iterator[str]:
    yield from ("", text)
