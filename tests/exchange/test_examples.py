"""Each example fits the JSON Schemas, as a reader of schemas that is not ours finds."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from assessment.catalogue.model import Catalogue
from assessment.core.assess import assess
from assessment.exchange.answers_document import sheet_of
from assessment.exchange.assessment_document import document_of
from assessment.exchange.schemas import answers_schema, assessment_schema, changes_schema
from questions.questionnaire import Questionnaire
from tests.docs_pages import DOCS, ROOT

CASES = Path(__file__).parent.parent / "vignettes"
JSON = re.compile(r"^```json\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def documents() -> Iterator[Any]:
    """Yield each answers document in examples/, in docs/ and among the made-up clients."""
    yield from (one for one in _documents() if "answers" in one.values[0])


def _documents() -> Iterator[Any]:
    for path in (*sorted((ROOT / "examples").glob("*.json")), *sorted(CASES.glob("*.json"))):
        if not path.name.endswith(".expected.json"):
            yield pytest.param(json.loads(path.read_text("utf-8")), id=path.stem)
    for page in sorted(DOCS.glob("*.md")):
        for text in JSON.findall(page.read_text("utf-8")):
            yield pytest.param(json.loads(text), id=page.stem)


@pytest.fixture(scope="module")
def readers(questionnaire: Questionnaire) -> tuple[Any, Any]:
    """Return what reads answers and what reads assessments, by their schemas alone."""
    found = []
    for schema in (answers_schema(questionnaire), assessment_schema()):
        jsonschema.Draft202012Validator.check_schema(schema)
        checks = jsonschema.Draft202012Validator.FORMAT_CHECKER
        found.append(jsonschema.Draft202012Validator(schema, format_checker=checks))
    return found[0], found[1]


def test_changes_of_plans_in_the_pages_fit_their_schema() -> None:
    reader = jsonschema.Draft202012Validator(changes_schema())
    found = [one.values[0] for one in _documents() if "changes" in one.values[0]]
    for document in found:
        reader.validate(document)
    assert found
    assert not reader.is_valid({"changes": [{"kind": "fly"}]})
    assert not reader.is_valid({"changes": [{"kind": "sets", "exercise": "squat", "sets": 0}]})


@pytest.mark.parametrize("answers", [*documents()])
def test_an_example_and_what_it_comes_to_fit_the_schemas(
    readers: tuple[Any, Any], questionnaire: Questionnaire, catalogue: Catalogue, answers: Any
) -> None:
    of_answers, of_assessments = readers
    of_answers.validate(answers)
    made = json.loads(json.dumps(document_of(assess(sheet_of(answers, questionnaire), catalogue))))
    of_assessments.validate(made)


@pytest.mark.parametrize(
    "wrong",
    [
        {"version": "1.0.0"},
        {"answers": {"age_years": 400}},
        {"answers": {"sex": "yes"}},
        {"answers": {"hurts": ["low_back", "low_back"]}},
        {"answers": {"no_such_item": 1}},
        {"answers": {"clearance": {"by": "Dr Who", "on": "20 May", "for": ["recent_surgery"]}}},
    ],
)
def test_what_the_program_refuses_does_not_fit(
    readers: tuple[Any, Any], questionnaire: Questionnaire, wrong: dict[str, Any]
) -> None:
    head = {"questionnaire": questionnaire.id, "version": questionnaire.version, "answers": {}}
    readers[0].validate(head)
    assert not readers[0].is_valid({**head, **wrong})
