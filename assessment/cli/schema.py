"""``schema``: what a document may hold, as JSON Schema."""

from __future__ import annotations

import json

import click


@click.command()
@click.argument("document", type=click.Choice(["answers", "assessment", "changes"]))
def schema(document: str) -> None:
    """Print the JSON Schema (2020-12) of the answers, the assessment or the changes document.

    Changes are those of a plan, as a trainer makes them.
    """
    from assessment.exchange.schemas import answers_schema, assessment_schema, changes_schema
    from questions.loader import load_questionnaire

    match document:
        case "answers":
            found = answers_schema(load_questionnaire())
        case "assessment":
            found = assessment_schema()
        case _:
            found = changes_schema()
    click.echo(json.dumps(found, indent=2, ensure_ascii=False))
