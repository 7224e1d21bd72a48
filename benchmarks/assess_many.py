"""Assessments a second in one process: from sheets, and from JSON text to JSON text."""

from __future__ import annotations

import gc
import json
import time
from collections.abc import Callable
from pathlib import Path

from assessment.catalogue.loader import load_catalogue
from assessment.core.assess import assess
from assessment.exchange.answers_document import parse_answers
from assessment.exchange.assessment_document import document_of
from benchmarks.figure import Figure
from questions.loader import load_questionnaire

CASES = Path(__file__).parent.parent / "tests" / "vignettes"
SECONDS = 3.0
BOUND = 2000.0


def measure() -> Figure:
    """Return how many clients of the vignettes are assessed in a second, the gated ones too."""
    questionnaire, catalogue = load_questionnaire(), load_catalogue()
    paths = sorted(p for p in CASES.glob("D*.json") if not p.name.endswith(".expected.json"))
    texts = [json.dumps(json.loads(path.read_text())).encode() for path in paths]
    sheets = [parse_answers(text, questionnaire) for text in texts]
    gc.collect()
    gc.freeze()

    def from_text(text: bytes) -> str:
        return json.dumps(document_of(assess(parse_answers(text, questionnaire), catalogue)))

    whole = _a_second(lambda: [from_text(text) for text in texts]) * len(texts)
    alone = _a_second(lambda: [assess(sheet, catalogue) for sheet in sheets]) * len(sheets)
    words = f"from JSON text to JSON text {whole:.0f} a second; assess() alone"
    return Figure(words, alone, BOUND, at_most=False)


def _a_second(work: Callable[[], object]) -> float:
    start, rounds = time.perf_counter(), 0
    while (spent := time.perf_counter() - start) < SECONDS:
        work()
        rounds += 1
    return rounds / spent
