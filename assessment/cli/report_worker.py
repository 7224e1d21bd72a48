"""``report-worker``: the door to the process that makes reports."""

from __future__ import annotations

import click


@click.command("report-worker", hidden=True)
def report_worker() -> None:
    """Make reports, as standard input asks for them."""
    from assessment.reporting.worker import serve

    serve()
