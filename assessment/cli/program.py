"""The command line as a whole: which commands there are, and what happens to a fault."""

from __future__ import annotations

import os
import sys

import click

from assessment.cli.lazy_group import LazyGroup
from assessment.cli.streams.exits import EXIT_STATUSES, FAILED, fault_status
from assessment.version import VERSION

COMMANDS = {
    "assess": "assess",
    "check-rules": "check_rules",
    "completion": "completion",
    "desk": "desk",
    "doctor": "diagnostics",
    "enter": "enter",
    "man": "man",
    "paper": "paper",
    "records": "records",
    "report": "report",
    "report-worker": "report_worker",
    "schema": "schema",
    "seal": "seal",
    "settings": "diagnostics",
}
"""Where each command stands: in this module beside this one, under its own name."""


EXITS = "\b\n" + "\n".join(
    f"Exit status {number}: {what}" for number, what in EXIT_STATUSES.items()
)


@click.group(
    cls=LazyGroup,
    package="assessment.cli",
    places=COMMANDS,
    invoke_without_command=True,
    epilog=EXITS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 96},
)
@click.version_option(VERSION, prog_name="posterior-chain")
@click.option(
    "--plain", is_flag=True, help="Ask line by line: for screen readers, pipes, odd terminals."
)
@click.pass_context
def command(context: click.Context, plain: bool) -> None:
    """Ask a gym client about the back of the body, and put the answer on paper.

    Without a command the quiz starts. It works offline, and the answers stay on this
    computer. It is a screen, not a diagnosis.
    """
    if context.invoked_subcommand is None:
        from assessment.cli.quiz import quiz

        context.exit(quiz(plain=plain))
    if plain:
        raise click.UsageError("--plain is for the quiz, which starts without a command.")


def run() -> int:
    """Run what was typed; return the exit status."""
    try:
        status = command.main(prog_name="posterior-chain", standalone_mode=False)
    except BaseException as error:  # noqa: BLE001  # each kind has its own end
        return status_after(error)
    return status if isinstance(status, int) else 0


def status_after(error: BaseException) -> int:
    """Say what has to be said about *error*, which ended the program; return the exit status.

    A fault of the program gives one friendly line and a log without answers, never a
    traceback.
    """
    match error:
        case click.ClickException():
            error.show()
            return error.exit_code
        case click.Abort() | KeyboardInterrupt():
            click.echo("Stopped.", err=True)
            return FAILED
        case BrokenPipeError():
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nobody reads on
            return FAILED
        case SystemExit():
            return error.code if isinstance(error.code, int) else FAILED
        case Exception():
            return fault_status(error)
    raise error
