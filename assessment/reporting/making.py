"""A ``ReportRequest`` -> the report, or why there is none."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assessment.catalogue.gym_choices import GymChoices
from assessment.catalogue.loader import load_catalogue
from assessment.core.assess import Assessment, assess
from assessment.core.gate import Outcome
from assessment.core.retest.shapes import Screening
from assessment.exchange.answers_document import AnswersFileError, sheet_of
from assessment.files.fault_log import write_fault
from assessment.files.folders import log_folder, settings_path
from assessment.reporting.request import (
    Document,
    EarlierScreening,
    Report,
    ReportFailure,
    ReportRequest,
    ReportResult,
)
from assessment.settings.gym import gym_choices
from assessment.settings.model import REPORT
from assessment.settings.reading import read_settings
from assessment.version import VERSION
from questions.loader import load_questionnaire
from reports.errors import PdfUnavailableError, ReportError
from reports.output.print_options import PrintOptions
from reports.output.write import report_content, stored_report_content

if TYPE_CHECKING:
    from assessment.replanning.judging import Refused

NOT_COMPLETE = "a question that decides whether somebody may train has no answer"
OTHER_PROGRAM = "it was to be made by version {there}, and this is version {here}"
UNEXPECTED = "something went wrong in the program"
IN_THE_LOG = "{reason}; it is kept in {log} (without answers)"


def make_report(request: ReportRequest) -> ReportResult:
    """Return the report that is asked for, or why there is none; this is what a worker does."""
    try:
        return report_for(request)
    except PdfUnavailableError as error:
        return ReportFailure(str(error), cannot_make_pdfs=True)
    except (AnswersFileError, ReportError) as error:
        return ReportFailure(str(error))
    except Exception as error:  # noqa: BLE001  # a fault of the program spares the other reports
        log = write_fault(error, log_folder())
        return ReportFailure(IN_THE_LOG.format(reason=UNEXPECTED, log=log) if log else UNEXPECTED)


def report_for(request: ReportRequest) -> Report:
    """Return the report that *request* asks for.

    Raises:
        AnswersFileError: There is a fault in the answers document.
        PdfUnavailableError: Only a PDF will do and a library is missing on this computer.
        ReportError: There is no such report; the message says why.
    """
    try:
        return Report(_content(request), request.format)
    except PdfUnavailableError:
        if not request.or_html:
            raise
        return Report(_content(replace(request, format="html")), "html")


def _content(request: ReportRequest) -> bytes:
    if request.program != VERSION:
        raise ReportError(OTHER_PROGRAM.format(there=request.program, here=VERSION))
    options = _gym_print_options() if request.print_options is None else request.print_options
    if request.stored:
        return stored_report_content(
            request.stored.assessment,
            request.answers,
            created=request.created,
            program=request.stored.program,
            form=request.format,
            paper=options,
        )
    gym = gym_choices() if request.gym is None else request.gym
    assessment, refused = _planned(request.answers, request.plan_changes, gym)
    if assessment.outcome is Outcome.INCOMPLETE:
        raise ReportError(NOT_COMPLETE)
    earlier = [_screening(one, gym) for one in request.earlier]
    return report_content(
        assessment,
        load_catalogue(),
        created=request.created,
        sheets=request.sheets,
        form=request.format,
        paper=options,
        earlier=[one for one in earlier if not _is_incomplete(one)],
        notes=request.notes,
        refused=refused,
    )


def _planned(
    document: Document, plan_changes: Document | None, gym: GymChoices
) -> tuple[Assessment, tuple[Refused, ...]]:
    """Return what the answers come to with the changes of the plan that may be kept, and others."""
    assessment = assess(sheet_of(document, load_questionnaire()), load_catalogue(), gym)
    if plan_changes is None:
        return assessment, ()  # most reports do not wait for the checks of the rules
    from assessment.replanning.stored import stored_plan

    plan = stored_plan(assessment, plan_changes)
    return plan.assessment, plan.refused


def _screening(one: EarlierScreening, gym: GymChoices) -> Screening:
    """Return *one* with its meaning, without where its questions are not known."""
    try:
        found = _planned(one.answers, one.plan_changes, gym) if one.answers is not None else None
    except AnswersFileError:
        found = None
    return Screening(one.day, one.version, found[0] if found else None)


def _is_incomplete(one: Screening) -> bool:
    return one.assessment is not None and one.assessment.outcome is Outcome.INCOMPLETE


def _gym_print_options() -> PrintOptions:
    """Return what the gym's settings ask for, without what is wrong in them: the desk tells."""
    used, _ = read_settings(settings_path()).used(REPORT)
    return used.print_options
