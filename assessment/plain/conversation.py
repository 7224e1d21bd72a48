"""One client's way through the quiz, line by line: questions, review, result, paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from assessment.catalogue.gym_choices import NO_CHOICES
from assessment.catalogue.model import Catalogue
from assessment.core.answers import AnswerSheet, TooYoungError
from assessment.core.assess import Assessment, assess
from assessment.core.gate import Outcome
from assessment.exchange.answers_document import answers_document
from assessment.plain import words
from assessment.plain.console import Console
from assessment.plain.errors import BackError, LeftError, NotUnderstoodError
from assessment.plain.listing import head_of
from assessment.plain.result_lines import result_lines
from assessment.plain.review_text import all_text, changed_text
from assessment.plain.steps import Answers, Step, step_after
from assessment.plain.talks import talk_on
from assessment.quiz import words as screen_words
from assessment.quiz.client_paper import ClientPaper, PaperOutcome
from assessment.quiz.context import QuizContext
from assessment.quiz.draft_saver import DraftSaver
from assessment.quiz.length import Pace, pace_after
from assessment.quiz.page_view import MEASURE_GO, asked_of_ending
from assessment.quiz.review import ReviewLine, review_lines
from assessment.quiz.route import Route
from assessment.quiz.stops import stop_of
from assessment.quiz.unlikely import asked_back, unlikely
from assessment.settings.gym import gym_choices


class PlainQuiz:
    """Asks the pages of a route, and keeps every answer before the next question."""

    def __init__(
        self, console: Console, context: QuizContext, catalogue: Catalogue, draft_saver: DraftSaver
    ) -> None:
        self._console, self.quiz_context = console, context
        self._catalogue, self._draft_saver = catalogue, draft_saver
        self._saved: AnswerSheet | None = None
        """The answers that are on paper."""
        self._reviewed: tuple[ReviewLine, ...] = ()
        """The answers as they were last read to the client."""
        self._pace = Pace()
        self._confirmed: frozenset[str] = frozenset()
        """The answers that the client was asked about once more, and meant."""
        self._meant: frozenset[tuple[str, object]] = frozenset()
        """The same of unlikely numbers."""

    def run(self, route: Route) -> None:
        """Ask from where *route* stands; it ends by an exception.

        Raises:
            LeftError: The client is done, or stopped.
            InputEndedError: Nobody types any more.
        """
        while True:
            route = self._review(route) if route.page is None else self._page(route)

    def _page(self, route: Route) -> Route:
        """Ask the open page, step by step, until it is answered or the client goes back."""
        began, said = self.quiz_context.clock(), list[object]()
        self._console.say_apart(head_of(route, self._pace))
        while isinstance(step := step_after(talk_on(route), said), Step):
            self._console.say(*_asked_by(step))
            try:
                said.append(self._answer(step))
                if step.item:
                    self._keep({step.item: said[-1]}, route)
            except TooYoungError as error:
                self._explain_age(step, error.explanation)
            except BackError:
                if said:
                    said.pop()
                elif route.can_go_back:
                    return route.back()
                else:
                    self._console.say(words.FIRST_PAGE)
        return self._taken(route, step, self.quiz_context.clock() - began)

    def _answer(self, step: Step) -> object:
        """Return what is typed to *step* until it can be understood; nothing keeps what was.

        Raises:
            BackError: The client goes back.
            TooYoungError: An age that the quiz is not made for.
        """
        while (typed := self._typed(step)) != words.BACK:
            if not typed and step.so_far:
                return step.kept
            try:
                return step.understand(typed)
            except NotUnderstoodError as error:
                self._console.say(str(error))
        raise BackError

    def _typed(self, step: Step | None = None) -> str:
        """Return what is typed, having answered calls for help, for details and for a stop."""
        while True:
            typed = self._console.ask()
            if typed == words.HELP:
                self._console.say(*(step.help if step and step.help else (words.NO_HELP_HERE,)))
            elif typed.startswith(words.HELP) and step and step.details:
                number = typed.removeprefix(words.HELP).strip()
                self._console.say(step.details.get(number, words.HINT_DETAILS))
            elif typed == words.STOP:
                self._stop()
            else:
                return typed

    def _taken(self, route: Route, answers: Answers, took_s: float) -> Route:
        """Keep *answers*, and return the route at what comes next."""
        if route.asks_to_measure:
            following = route.measure(wanted=MEASURE_GO in answers.values())
            self._keep({}, following)
            return following
        if not self._means_numbers(route, answers):
            return route
        route = route.answer(answers)
        if route.page:
            self._pace = pace_after(self._pace, route.page, route.interview.sheet, took_s)
        if route.is_over:
            self._keep(answers, route)
            route = route.to_ending()
            ids = frozenset(check.id for check in route.ending)
            return self._result(route) if self._is_sure(ids, asked_of_ending(route)) else route
        following = route.onward()
        self._keep(answers, following)
        if following.is_complete:
            self.quiz_context.report.prepare(answers_document(following.interview.sheet))
        return following

    def _is_sure(self, ids: frozenset[str], *question: str) -> bool:
        """Ask *question* once, whether the answers that end the questions are meant."""
        if not ids <= self._confirmed:
            if not self._agrees("\n".join(filter(None, (*question[1:], question[0])))):
                return False
            self._confirmed |= ids
        return True

    def _means_numbers(self, route: Route, answers: Answers) -> bool:
        """Ask once whether numbers that are more often a slip are meant."""
        sheet = route.interview.sheet
        odd = unlikely(sheet, answers) - self._meant
        if odd:
            if not self._agrees(asked_back(sheet, answers, odd)):
                return False
            self._meant |= odd
        return True

    def _agrees(self, question: str) -> bool:
        """Return whether the client says that something is right."""
        asked = f"{question} {words.IS_RIGHT}"
        self._console.say("", asked)
        while typed := self._typed():
            if typed == words.BACK:
                return False
            self._console.say(asked)
        return True

    def _keep(self, answers: Answers, route: Route) -> None:
        if trouble := self._draft_saver.keep(answers, route.place):
            self._console.say(trouble)

    def _explain_age(self, step: Step, explanation: str) -> None:
        """Say why the quiz is not for this age; return where the age was mistyped.

        Raises:
            LeftError: It was not.
        """
        self._console.say(screen_words.TOO_YOUNG, explanation, words.TOO_YOUNG_HOW)
        while (typed := self._typed(step)) not in (words.MISTYPED, words.LEAVE):
            self._console.say(words.TOO_YOUNG_HOW)
        if typed == words.LEAVE:
            raise LeftError(self._draft_saver.erase() or words.ERASED)

    def _review(self, route: Route) -> Route:
        """Show the answers, or what is new in them; return the route at one, or after the result.

        Only the first review reads all of them by itself.
        """
        before, reviewed = self._reviewed, review_lines(route.interview)
        self._reviewed = reviewed
        missing = any(line.is_needed for line in reviewed)
        self.quiz_context.report.prepare(answers_document(route.interview.sheet))
        self._console.say_apart(changed_text(before, reviewed) if before else all_text(reviewed))
        how = words.REVIEW_HOW_MISSING if missing else words.REVIEW_HOW
        self._console.say("", *((words.REVIEW_ALL_HOW,) if before else ()), how)
        while True:
            typed = self._typed()
            if typed == words.BACK:
                return route.back()
            if not typed and not missing:
                stop = stop_of(route.interview.sheet)
                sure = stop is None or self._is_sure(stop.flags, stop.question, stop.text)
                return self._result(route) if sure else route
            if typed.lower() == words.REVIEW_ALL:
                self._console.say(*all_text(reviewed), how)
            elif typed.isascii() and typed.isdigit() and 1 <= int(typed[:4]) <= len(reviewed):
                return route.change(reviewed[int(typed[:4]) - 1].page_id)
            else:
                self._console.say(words.NO_SUCH_LINE.format(last=len(reviewed)))

    def _result(self, route: Route) -> Route:
        """Show what the answers mean, and the paper; return the route to change an answer."""
        sheet = route.interview.sheet
        settings = self.quiz_context.settings_path
        gym = gym_choices(settings) if settings else NO_CHOICES
        assessment = assess(sheet, self._catalogue, gym)
        today = self.quiz_context.now().date()
        self._console.say(*result_lines(assessment, self._catalogue, today))
        if assessment.outcome is Outcome.INCOMPLETE:
            return route.change(_first_missing(assessment))
        self.quiz_context.report.prepare(answers_document(sheet))
        paper, asked_twice = ClientPaper(answers_document(sheet), self.quiz_context), False
        self._console.say("", words.AFTER_RESULT)
        while (typed := self._typed().lower()) != words.BACK:
            if typed in (words.SAVE, words.PRINT):
                saves = typed == words.SAVE
                self._console.say(screen_words.SAVING if saves else screen_words.PRINTING)
                self._put_on_paper(paper.save if saves else paper.print, sheet)
            elif typed == words.FINISH and (self._saved == sheet or asked_twice):
                raise LeftError(self._done(sheet) or screen_words.THANK_YOU)
            else:
                asked_twice = typed == words.FINISH
                self._console.say(words.FINISH_UNSAVED if asked_twice else words.AFTER_RESULT)
        return route

    def _done(self, sheet: AnswerSheet) -> str:
        """Keep the answers as a record, and erase the draft; return what went wrong, in words."""
        record = self.quiz_context.record
        trouble = record.keep(answers_document(sheet)) if record else ""
        return trouble or self._draft_saver.erase()

    def _put_on_paper(self, do: Callable[[], PaperOutcome], sheet: AnswerSheet) -> None:
        """Save or print the sheet, and say what came of it."""
        outcome = do()
        self._console.say(outcome.said)
        if outcome.path:
            self._saved = sheet
            self._console.say(words.AFTER_SAVING)

    def _stop(self) -> None:
        """Ask how to stop; return where the client goes on.

        Raises:
            LeftError: The client does not.
        """
        self._console.say(words.STOP_HOW)
        while typed := self._console.ask().lower():
            if typed == words.KEEP:
                raise LeftError(self.what_is_kept)
            if typed == words.ERASE:
                raise LeftError(self._draft_saver.erase() or words.ERASED)
            self._console.say(words.STOP_HOW)

    @property
    def what_is_kept(self) -> str:
        """What happens to the answers of a client who stops now, as a sentence."""
        unsaved = screen_words.PAUSE_TEXT_UNSAVED
        return unsaved if self._draft_saver.trouble else screen_words.KEPT_FOR_LATER


def _asked_by(step: Step) -> Iterator[str]:
    yield from step.lines
    if step.so_far:
        yield f"{words.SO_FAR.format(answer=step.so_far)} {words.KEEP_IT}"


def _first_missing(assessment: Assessment) -> str:
    """Return the first page that lacks an answer without which there is no result."""
    missing = set(assessment.gate.unanswered)
    pages = assessment.sheet.questionnaire.pages
    return next(page.id for page in pages if not missing.isdisjoint(page.items))
