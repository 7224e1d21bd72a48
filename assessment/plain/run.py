"""Starts the line-by-line quiz, resumes it, and ends it: nothing that was typed is lost."""

from __future__ import annotations

import sys
from contextlib import ExitStack, suppress

from assessment.catalogue.loader import load_catalogue
from assessment.core.interview import Interview
from assessment.plain import words
from assessment.plain.console import Console
from assessment.plain.conversation import PlainQuiz
from assessment.plain.errors import InputEndedError, LeftError
from assessment.quiz import words as screen_words
from assessment.quiz.context import QuizContext
from assessment.quiz.draft_saver import DraftSaver
from assessment.quiz.route import Route
from assessment.records.drafts.draft import DraftFile
from assessment.records.drafts.draft_age import age_to_resume
from assessment.records.errors import DraftInUseError
from assessment.settings.kit import with_kit
from assessment.settings.model import QUIZ
from assessment.settings.reading import read_settings
from questions.loader import load_questionnaire
from questions.questionnaire import Questionnaire

DONE, NOT_DONE = 0, 1
"""Exit statuses: the client is through, or stopped on purpose; anything else."""


def run_plain(context: QuizContext) -> int:
    """Ask line by line on standard input and output; return the exit status.

    Raises:
        ContentError: The program's own content has mistakes.
    """
    is_window = sys.stdin.isatty() and sys.stdout.isatty()
    console = Console(sys.stdin.buffer, sys.stdout, is_window=is_window)
    draft = DraftFile(context.draft_path)
    draft_saver = DraftSaver(draft)
    with ExitStack() as held:
        held.callback(context.report.close)
        with suppress(OSError):  # where nothing can be written, each answer will say so
            try:
                held.enter_context(draft.held())
            except DraftInUseError:
                console.say(words.IN_USE)
                return NOT_DONE
            draft.erase_old()
        return converse(console, context, draft, draft_saver)


def converse(
    console: Console, context: QuizContext, draft: DraftFile, draft_saver: DraftSaver
) -> int:
    """Go through the quiz with one client; return the exit status."""
    quiz = PlainQuiz(console, context, load_catalogue(), draft_saver)
    try:
        route = _welcomed(console, draft, draft_saver, _questionnaire(console, context))
        context.report.begin()
        quiz.run(route)
    except LeftError as leaving:
        console.take_leave(str(leaving))
        return DONE
    except InputEndedError:
        console.take_leave(words.INPUT_ENDED, *_kept(quiz, draft))
    except KeyboardInterrupt:
        console.take_leave(words.STOPPED, *_kept(quiz, draft))
    return NOT_DONE


def _questionnaire(console: Console, context: QuizContext) -> Questionnaire:
    """Return the questions with the kit of this gym; say which of its settings is not used."""
    settings, faults = read_settings(context.settings_path).used(QUIZ)
    console.say(*map(str, faults))
    return with_kit(load_questionnaire(), settings.kit)


def _kept(quiz: PlainQuiz, draft: DraftFile) -> tuple[str, ...]:
    return (quiz.what_is_kept,) if age_to_resume(draft.path) else ()


def _welcomed(
    console: Console, draft: DraftFile, draft_saver: DraftSaver, questionnaire: Questionnaire
) -> Route:
    """Greet; return the route of the draft, or one at the first question.

    Raises:
        InputEndedError: Nobody types.
        LeftError: The answers of somebody else cannot be erased.
    """
    console.say(
        screen_words.TITLE,
        screen_words.WELCOME,
        screen_words.HOW_LONG,
        screen_words.PRIVACY,
        screen_words.NOT_A_DIAGNOSIS,
        words.HOW_IT_WORKS,
    )
    age, kept = age_to_resume(draft.path), draft.read(questionnaire)
    if kept is not None and kept.is_earlier:
        console.say(screen_words.KEPT_OF_EARLIER)
    elif age is not None and kept is not None and _resumes(console, screen_words.age_in_words(age)):
        return Route.resume(kept.sheet, kept.page)
    if trouble := draft_saver.erase():
        raise LeftError(trouble)  # the answers of two clients must not end up in one draft
    return Route(Interview.start(questionnaire))


def _resumes(console: Console, age: str) -> bool:
    """Ask whether it is the person whose answers are kept."""
    console.say_apart((screen_words.WHO_WAS_HERE.format(age=age), words.NEW_OR_SAME))
    while (typed := console.ask()) not in (words.NEW, words.SAME):
        console.say(words.NEW_OR_SAME)
    return typed == words.SAME
