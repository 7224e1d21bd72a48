"""JSON Schema of both documents: whole, and of one mind with the program."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, TypeAdapter, ValidationError

from assessment.catalogue.model import Catalogue
from assessment.core.answers import AnswerError, Clearance, value_of
from assessment.core.assess import assess
from assessment.core.consistency import flag_faults
from assessment.exchange.answers_document import sheet_of
from assessment.exchange.assessment_document import document_of
from assessment.exchange.documents import AssessmentDocument
from assessment.exchange.schemas import answers_model, answers_schema, assessment_schema
from questions.loader import load_questionnaire
from questions.model import Item
from questions.questionnaire import Questionnaire
from tests.contract import CHECKS, CHOICES, INTEGERS, LISTS, SCALES, SECTIONS
from tests.running import home, run  # noqa: F401  # fixtures
from tests.strategies import examples

VIGNETTES = sorted(
    path
    for path in (Path(__file__).parent.parent / "vignettes").glob("*.json")
    if not path.name.endswith(".expected.json")
)
TYPES = {"object", "array", "string", "integer", "number", "boolean", "null"}
KEYWORDS = {
    *("$schema", "$defs", "$ref", "title", "description", "default", "type", "enum", "const"),
    *("anyOf", "properties", "required", "additionalProperties", "propertyNames", "items"),
    *("minimum", "maximum", "maxLength", "pattern", "format", "uniqueItems"),
}
"""Of the vocabularies of draft 2020-12, those that we use."""


def parts_of(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield *schema* and every schema inside it."""
    yield schema
    inner = [*schema.get("anyOf", ())]
    inner += [*schema.get("properties", {}).values(), *schema.get("$defs", {}).values()]
    inner += [
        schema[key]
        for key in ("items", "additionalProperties", "propertyNames")
        if isinstance(schema.get(key), dict)
    ]
    for one in inner:
        yield from parts_of(one)


def choices_in(field: dict[str, Any]) -> set[Any]:
    return {one["const"] for one in field["anyOf"] if "const" in one}


@pytest.fixture(scope="module")
def model() -> type[BaseModel]:
    return answers_model(load_questionnaire())


def takes(model: type[BaseModel], document: object) -> bool:
    try:
        model.model_validate_json(json.dumps(document))
    except ValidationError:
        return False
    return True


def program_takes(item: Item, raw: object, questionnaire: Questionnaire) -> bool:
    try:
        value = value_of(item, raw)
    except AnswerError:
        return False
    return not isinstance(value, Clearance) or not [*flag_faults(value.flags, questionnaire)]


@pytest.mark.parametrize("name", ["answers", "assessment"])
def test_a_schema_has_only_known_words_and_every_reference_is_there(
    questionnaire: Questionnaire, name: str
) -> None:
    schema = answers_schema(questionnaire) if name == "answers" else assessment_schema()
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["type"] == "object"
    for part in parts_of(schema):
        assert set(part) <= KEYWORDS, set(part) - KEYWORDS
        assert part.get("type", "null") in TYPES
        if reference := part.get("$ref"):
            assert reference.removeprefix("#/$defs/") in schema["$defs"]
        assert set(part.get("required", ())) <= set(
            part.get("properties", part.get("required", ()))
        )


def test_every_item_stands_there_with_its_limits_options_and_question(
    questionnaire: Questionnaire,
) -> None:
    items = answers_schema(questionnaire)["$defs"]["Answers"]["properties"]
    assert set(items) == {item for section in SECTIONS.values() for item in section}
    for item, (low, high) in INTEGERS.items():
        number = items[item]["anyOf"][0]
        assert number == {"type": "integer", "minimum": low, "maximum": high}, item
    for item, values in CHOICES.items():
        assert choices_in(items[item]) == set(values), item
    for item, options in LISTS.items():
        assert choices_in(items[item]["anyOf"][0]["items"]) == set(options), item
    assert all(choices_in(items[item]) == {"yes", "no", "unsure"} for item in CHECKS)
    assert all(choices_in(items[item]) == {0, 1, 2, 3, 4} for item in SCALES)
    for one in questionnaire.items:
        assert one.text in items[one.id]["description"]


@pytest.mark.parametrize("path", VIGNETTES, ids=lambda path: path.stem)
def test_every_case_fits_both_schemas(
    questionnaire: Questionnaire, model: type[BaseModel], catalogue: Catalogue, path: Path
) -> None:
    answers = json.loads(path.read_text())
    assert takes(model, answers)
    document = json.dumps(document_of(assess(sheet_of(answers, questionnaire), catalogue)))
    reader = TypeAdapter(AssessmentDocument)
    assert json.loads(reader.dump_json(reader.validate_json(document))) == json.loads(document)


@pytest.mark.parametrize(
    ("key", "wrong"),
    [
        ("outcome", "perhaps"),
        ("flags", [{"id": "dark_urine", "answer": "yes"}]),
        ("regions", {"low_back": {"score": 101}}),
        ("exercises", None),
    ],
)
def test_a_wrong_assessment_does_not_fit(
    questionnaire: Questionnaire, catalogue: Catalogue, key: str, wrong: Any
) -> None:
    answers = json.loads(VIGNETTES[0].read_text())
    document: Any = dict(document_of(assess(sheet_of(answers, questionnaire), catalogue)))
    with pytest.raises(ValidationError):
        TypeAdapter(AssessmentDocument).validate_python(document | {key: wrong})


@pytest.mark.parametrize(
    "change",
    [
        {"questionnaire": "anterior-chain"},
        {"version": "0.9.0"},
        {"answers": {"chair_rize": 1}},
        {"answers": []},
        {"more": 1},
    ],
)
def test_a_wrong_head_does_not_fit(model: type[BaseModel], change: dict[str, Any]) -> None:
    assert not takes(model, json.loads(VIGNETTES[0].read_text()) | change)


RAW = st.one_of(
    st.none(),
    st.integers(-2, 130),
    st.floats(-1, 101).filter(lambda number: not number.is_integer()),
    st.sampled_from(["yes", "no", "unsure", "female", "band", "30", "", " ", "x" * 81, "low_back"]),
    st.lists(st.sampled_from(["band", "run", "low_back", "back", "nothing", 1]), max_size=3),
    st.sampled_from(
        [
            {"by": "Dr Sommer", "on": "2026-11-20", "for": ["high_bp"]},
            {"by": "Dr Sommer", "on": "2026-11-20", "for": []},
            {"by": "Dr Sommer", "on": "2026-11-20", "for": ["hot_joint"]},
            {"by": "Dr Sommer", "on": "2026-11-20", "for": ["high_bp", "high_bp"]},
            {"by": "Dr Sommer", "on": "2026-11-20", "for": "high_bp"},
            {"by": "Dr Sommer", "on": "2026-11-20"},
            {"by": "Dr Sommer", "on": "2026-02-30", "for": []},
            {"by": "Dr Sommer", "on": "20-11-2026", "for": []},
            {"by": " ", "on": "2026-11-20", "for": []},
            {"by": "Dr Sommer", "for": []},
            {"by": "Dr Sommer", "on": "2026-11-20", "for": [], "at": "noon"},
        ]
    ),
)
"""Without true and 1.0, which pydantic takes for a 1 that has to be just that."""


@examples(150)
@given(raw=RAW)
def test_the_schema_takes_what_the_program_takes(
    questionnaire: Questionnaire, model: type[BaseModel], raw: Any
) -> None:
    head = {"questionnaire": questionnaire.id, "version": questionnaire.version}
    unlike = [
        item.id
        for item in questionnaire.items
        if takes(model, {**head, "answers": {item.id: raw}})
        != program_takes(item, raw, questionnaire)
    ]
    assert not unlike


@pytest.mark.parametrize("name", ["answers", "assessment"])
def test_the_command_prints_the_schema(
    run: Any,  # noqa: F811  # the fixture
    questionnaire: Questionnaire,
    name: str,
) -> None:
    done = run("schema", name)
    assert (done.returncode, done.stderr) == (0, b"")
    expected = answers_schema(questionnaire) if name == "answers" else assessment_schema()
    assert json.loads(done.stdout) == expected
