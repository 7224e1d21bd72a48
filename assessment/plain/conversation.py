"""One client's way through the quiz, line by line: questions, review, result, paper."""

from __future__ import annotations

from collections.abc import Iterator

from assessment.catalogue.model import Catalogue
from assessment.core.answers import AnswerSheet, TooYoungError
from assessment.core.assess import Assessment, assess
from assessment.core.gate import Outcome
from assessment.exchange.answers_document import answers_document, raw_of
from assessment.plain import words
from assessment.plain.console import Console
from assessment.plain.errors import BackError, LeftError, NotUnderstoodError
from assessment.plain.listing import answer_so_far, help_for, lines_of
from assessment.plain.result_lines import result_lines
from assessment.plain.typed_answers import (
    Answers,
    answers_of,
    chosen,
    one_typed,
    places_of,
)
from assessment.quiz import words as screen_words
from assessment.quiz.context import QuizContext
from assessment.quiz.draft_saver import DraftSaver
from assessment.quiz.page_view import MEASURE_GO, measure_choices
from assessment.quiz.review import ReviewLine, review_lines
from assessment.quiz.route import Route
from assessment.reporting.report_client import SavedReport
from assessment.reporting.request import ReportFailure
from questions.model import NumberItem


class PlainQuiz:
    """Asks the pages of a route, and keeps every answer before the next question."""

    def __init__(
        self, console: Console, context: QuizContext, catalogue: Catalogue, draft_saver: DraftSaver
    ) -> None:
        self._console, self.quiz_context = console, context
        self._catalogue, self._draft_saver = catalogue, draft_saver
        self._saved: AnswerSheet | None = None
        """The answers that are on paper."""

    def run(self, route: Route) -> None:
        """Ask from where *route* stands; it ends by an exception.

        Raises:
            LeftError: The client is done, or stopped.
            InputEndedError: Nobody types any more.
        """
        while True:
            route = self._review(route) if route.page is None else self._page(route)

    def _page(self, route: Route) -> Route:
        """Ask the open page until there is an answer, or until the client goes back."""
        self._console.say_apart(lines_of(route))
        while True:
            try:
                typed = self._typed(route)
                if typed != words.BACK:
                    return self._taken(route, self._meant(route, typed))
                if route.can_go_back:
                    return route.back()
                self._console.say(words.FIRST_PAGE)
            except TooYoungError as error:
                self._explain_age(route, error.explanation)
            except NotUnderstoodError as error:
                self._console.say(str(error))
            except BackError:
                self._console.say_apart(lines_of(route))

    def _typed(self, route: Route | None = None) -> str:
        """Return what is typed, having answered calls for help and for a stop."""
        while True:
            typed = self._console.ask()
            if typed == words.HELP:
                paragraphs = list(help_for(route)) if route else []
                self._console.say(*(paragraphs or [words.NO_HELP_HERE]))
            elif typed == words.STOP:
                self._stop()
            else:
                return typed

    def _meant(self, route: Route, typed: str) -> Answers:
        """Return the answers that *typed* means; nothing typed keeps the earlier ones.

        Raises:
            NotUnderstoodError: It means none.
            BackError: The client went back half-way.
        """
        page, interview = route.page, route.interview
        if page is None or route.asks_to_measure:
            return {"": chosen(measure_choices(), typed)}
        if not typed and answer_so_far(route):
            values = {item: interview.sheet.get(item) for item in interview.items(page)}
            return {
                item: None if value is None else raw_of(value) for item, value in values.items()
            }
        if page.kind != "rows":
            return answers_of(interview, page, typed)
        places = places_of(interview, page, typed)
        answers: dict[str, object] = dict.fromkeys(interview.items(page), 0)
        for row in places:
            answers[row.item.id] = self._how_much(row.name, row.item)
        return answers

    def _how_much(self, name: str, item: NumberItem) -> object:
        """Ask for the number of one place until there is one."""
        hint = words.HINT_NUMBER.format(low=item.minimum, high=item.maximum, unit=item.unit)
        self._console.say(f"{words.HOW_MUCH.format(name=name)} {hint} {words.HINT_NOT_KNOWN}")
        while True:
            typed = self._typed()
            if typed == words.BACK:
                raise BackError
            try:
                return one_typed(item, typed)
            except NotUnderstoodError as error:
                self._console.say(str(error))

    def _taken(self, route: Route, answers: Answers) -> Route:
        """Keep *answers*, and return the route at what comes next."""
        if route.asks_to_measure:
            following = route.measure(wanted=MEASURE_GO in answers.values())
            self._keep({}, following)
            return following
        route = route.answer(answers)
        if route.is_over:
            self._keep(answers, route)
            return self._result(route)
        following = route.onward()
        self._keep(answers, following)
        if following.is_complete:
            self.quiz_context.report.prepare(answers_document(following.interview.sheet))
        return following

    def _keep(self, answers: Answers, route: Route) -> None:
        if trouble := self._draft_saver.keep(answers, route.place):
            self._console.say(trouble)

    def _explain_age(self, route: Route, explanation: str) -> None:
        """Say why the quiz is not for this age; return where the age was mistyped.

        Raises:
            LeftError: It was not.
        """
        self._console.say(screen_words.TOO_YOUNG, explanation, words.TOO_YOUNG_HOW)
        while (typed := self._typed(route)) not in (words.MISTYPED, words.LEAVE):
            self._console.say(words.TOO_YOUNG_HOW)
        if typed == words.LEAVE:
            raise LeftError(self._draft_saver.erase() or words.ERASED)
        self._console.say_apart(lines_of(route))

    def _review(self, route: Route) -> Route:
        """Show all answers; return the route at the one to change, or after the result."""
        reviewed = review_lines(route.interview)
        missing = any(line.is_needed for line in reviewed)
        self.quiz_context.report.prepare(answers_document(route.interview.sheet))
        self._console.say_apart(_review_text(reviewed))
        how = words.REVIEW_HOW_MISSING if missing else words.REVIEW_HOW
        self._console.say("", how)
        while True:
            typed = self._typed()
            if typed == words.BACK:
                return route.back()
            if not typed and not missing:
                return self._result(route)
            if typed.isascii() and typed.isdigit() and 1 <= int(typed[:4]) <= len(reviewed):
                return route.change(reviewed[int(typed[:4]) - 1].page_id)
            self._console.say(words.NO_SUCH_LINE.format(last=len(reviewed)))

    def _result(self, route: Route) -> Route:
        """Show what the answers mean, and the paper; return the route to change an answer."""
        sheet = route.interview.sheet
        assessment = assess(sheet, self._catalogue)
        today = self.quiz_context.now().date()
        self._console.say(*result_lines(assessment, self._catalogue, today))
        if assessment.outcome is Outcome.INCOMPLETE:
            return route.change(_first_missing(assessment))
        self.quiz_context.report.prepare(answers_document(sheet))
        asked_twice = False
        self._console.say("", words.AFTER_RESULT)
        while (typed := self._typed().lower()) != words.BACK:
            if typed == words.SAVE:
                self._save(sheet)
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

    def _save(self, sheet: AnswerSheet) -> None:
        context = self.quiz_context
        made = context.report.save(answers_document(sheet), context.reports_folder, context.now())
        match made:
            case ReportFailure(reason):
                self._console.say(screen_words.SAVE_FAILED.format(reason=reason))
            case SavedReport(path):
                self._saved = sheet
                if context.record:
                    context.record.paper_saved(path)
                said = screen_words.SAVED if made.is_pdf else screen_words.SAVED_AS_HTML
                self._console.say(said.format(name=path.name, folder=path.parent))
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


def _review_text(reviewed: tuple[ReviewLine, ...]) -> Iterator[str]:
    yield screen_words.REVIEW
    for number, line in enumerate(reviewed, start=1):
        text = words.LINE.format(key=number, label=f"{line.name}: {line.answer}")
        yield words.NEEDED.format(line=f"{text}.") if line.is_needed else text


def _first_missing(assessment: Assessment) -> str:
    missing = assessment.gate.unanswered[0]
    pages = assessment.sheet.questionnaire.pages
    return next(page.id for page in pages if missing in page.items)
