"""The command line as a whole: which commands there are, and what happens to a fault."""

from __future__ import annotations

import os
import sys
from importlib import import_module

import click

from assessment.cli.leaving import FAILED, fault_status
from assessment.version import VERSION

COMMANDS = {
    "assess": "assessing",
    "check-rules": "rules",
    "doctor": "computer",
    "enter": "entering",
    "paper": "blank_form",
    "report": "reporting",
    "settings": "computer",
}
"""Where each command stands: in this module beside this one, under its own name."""


class Commands(click.Group):
    """The commands; a module is imported when one of its commands is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        """Return the names of all commands."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  # click's signature
        """Return the command of this name, if there is one."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"assessment.cli.{COMMANDS[cmd_name]}")
        found: click.Command = getattr(module, cmd_name.replace("-", "_"))
        return found


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 96},
)
@click.version_option(VERSION, prog_name="posterior-chain")
@click.pass_context
def command(context: click.Context) -> None:
    """Ask a gym client about the back of the body, and put the answer on paper.

    Without a command the quiz starts. It works offline, and the answers stay on this
    computer. It is a screen, not a diagnosis.
    """
    if context.invoked_subcommand is None:
        from assessment.cli.quiz import quiz

        context.exit(quiz())


def main() -> int:
    """Run the command line; return the exit status.

    A fault of the program gives one friendly line and a log without answers, never a
    traceback.
    """
    if sys.stdout is None or sys.stdin is None:
        click.echo("Standard input or output is closed; posterior-chain needs both.", err=True)
        return FAILED
    try:
        status = command.main(prog_name="posterior-chain", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped.", err=True)
        return FAILED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nobody reads on
        return FAILED
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else FAILED
    except Exception as error:  # noqa: BLE001  # the last line of defence; goes to the log
        return fault_status(error)
    return status if isinstance(status, int) else 0
