"""One run of a batch: what is up to date stays, the rest is made, kept and noted one by one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from typing import TYPE_CHECKING
from uuid import UUID

from assessment.cli.batch_plans import Plan, Wanted
from assessment.cli.batch_progress import Progress, progress_over
from assessment.cli.exits import fail

if TYPE_CHECKING:
    from assessment.records.sealing.desk_session import Desk
    from assessment.reporting.executor import NotMade, Order

NOT_MADE = "{name} was not made: {reason}."
IN_THE_LOG = "{reason}; it is kept in {log} (without answers)"


class BatchRun:
    """Make the reports of *plans*, as *wanted*, with what the open *desk* reads."""

    def __init__(self, desk: Desk, plans: Sequence[Plan], wanted: Wanted) -> None:
        from assessment.reporting.made_list import MadeList

        self.plans = plans
        self.kept: set[UUID] = set()
        """Records whose report was whole and up to date before."""
        self.made: set[UUID] = set()
        self._desk = desk
        self._wanted = wanted
        self._list = MadeList(wanted.folder)

    def whole(self) -> list[Plan]:
        """Return the plans whose report is there, in their order."""
        return [plan for plan in self.plans if plan.record in self.kept | self.made]

    def make(self, jobs: int | None) -> None:
        """Make what is not up to date with *jobs* processes; None is one for each core.

        Raises:
            StoreError: The store cannot be read or written any more.
        """
        from assessment.records.store.reports_made import papers_made
        from assessment.reporting.pool import usable_cores

        has = self._list.has
        self.kept = {plan.record for plan in self.plans if has(plan.path.name, plan.made_of)}
        todo = [plan for plan in self.plans if plan.record not in self.kept]
        # known before they are there: who is erased from now on takes the papers along
        papers = [(plan.chosen.line.record, plan.path) for plan in self.plans]
        papers_made(self._desk.store, papers)
        if todo:
            number = min(len(todo), jobs or usable_cores())
            with progress_over(len(todo), number) as shown:
                self._make_all(todo, number, shown)

    def _make_all(self, todo: Sequence[Plan], jobs: int, shown: Progress) -> None:
        from assessment.reporting.executor import Made
        from assessment.reporting.pool import reports_by_processes
        from reports.errors import PdfUnavailableError

        by_name = {plan.record.hex: plan for plan in todo}
        try:
            with closing(reports_by_processes(self._orders(todo, shown), jobs)) as results:
                for result in results:
                    plan = by_name[result.order.name]
                    if isinstance(result, Made):
                        self._keep(plan, result.content, shown)
                    else:
                        _leave(plan, _reason(result), shown)
        except PdfUnavailableError as error:
            fail(str(error))

    def _orders(self, todo: Sequence[Plan], shown: Progress) -> Iterator[Order]:
        """Yield an order for each plan, opened only now; say which record cannot be opened."""
        from assessment.cli.batch_orders import UnreadableRecordError, order_for

        for plan in todo:
            self._desk.touch()
            try:
                order = order_for(self._desk, plan, self._wanted, shown.tell)
            except UnreadableRecordError as error:
                _leave(plan, str(error), shown)
            else:
                yield order

    def _keep(self, plan: Plan, content: bytes, shown: Progress) -> None:
        """Write the report of *plan* in one step, and note it."""
        from assessment.records.errors import NotFoundError
        from assessment.records.store.repository import note, record_of
        from reports.errors import BadTargetError, ReportError
        from reports.output.report_file import REPORT, write_whole

        try:
            write_whole(plan.path, lambda: content, REPORT)
            record_of(self._desk.store, plan.record)
            self._list.add(plan.path.name, plan.made_of, content)
        except BadTargetError as error:
            _leave(plan, str(error), shown)
        except (
            NotFoundError
        ) as error:  # erased while its report was made, which went unnoticed then
            plan.path.unlink(missing_ok=True)
            _leave(plan, str(error), shown)
        except ReportError as error:
            fail(str(error))
        else:
            note(self._desk.store, "reported", plan.record)
            self.made.add(plan.record)
            shown.step()


def _leave(plan: Plan, reason: str, shown: Progress) -> None:
    """Say that there is no report for *plan*, and why."""
    shown.tell(NOT_MADE.format(name=plan.path.name, reason=reason.rstrip(".")))
    shown.step()


def _reason(result: NotMade) -> str:
    """Return why there is no report; a fault of the program goes into the log."""
    from assessment.files.fault_log import write_fault
    from assessment.files.folders import log_folder

    log = write_fault(result.fault, log_folder()) if result.fault else None
    return IN_THE_LOG.format(reason=result.reason, log=log) if log else result.reason
