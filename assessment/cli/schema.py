"""``schema``: what a document may hold, as JSON Schema."""

from __future__ import annotations

import json

import click


@click.command()
@click.argument("document", type=click.Choice(["answers", "assessment"]))
def schema(document: str) -> None:
    """Print the JSON Schema (2020-12) of the answers or of the assessment document."""
    from assessment.exchange.schemas import answers_schema, assessment_schema
    from questions.loader import load_questionnaire

    found = answers_schema(load_questionnaire()) if document == "answers" else assessment_schema()
    click.echo(json.dumps(found, indent=2, ensure_ascii=False))
