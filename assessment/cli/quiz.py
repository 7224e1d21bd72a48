"""What happens without a command: the quiz, or its example where nobody can type."""

from __future__ import annotations

import sys

import click

from assessment.cli.leaving import fail


def quiz() -> int:
    """Start the quiz, or answer it as the example client where nobody can type."""
    if not (sys.stdin and sys.stdin.isatty() and sys.stderr and sys.stderr.isatty()):
        return _example()
    from assessment.cli.reading import STDIN
    from assessment.records.folders import draft_path, log_folder, reports_folder
    from assessment.tui.app import run_quiz

    return run_quiz(
        draft_path=draft_path(),
        reports_folder=reports_folder(),
        log_folder=log_folder(),
        report_command=(sys.executable, "-m", "assessment", "report", STDIN, "--or-html"),
    )


def _example() -> int:
    """Assess the example client, write the report and print its path."""
    from assessment.cli.reading import assessed, parsed
    from assessment.cli.writing import gym_paper, write_paper
    from assessment.example import example_answers
    from assessment.records.folders import reports_folder

    click.echo("This is not a terminal, so the quiz is answered as the example client.", err=True)
    assessment = assessed(parsed("examples/desk-worker.json", example_answers()))
    folder = reports_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        fail(f"cannot make the folder {folder}: {error.strerror}")
    target, paper = folder / "example.pdf", gym_paper(None, {})
    click.echo(write_paper(assessment, target, "both", html=False, or_html=True, paper=paper))
    return 0
