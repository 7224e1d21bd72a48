"""The assessment document as another program reads it: as JSON, without our types."""

from __future__ import annotations

import json
from typing import Any

from assessment.core.assess import Assessment
from assessment.exchange.assessment_document import document_of


def read_document(assessment: Assessment) -> Any:
    """Return the JSON values that a reader of the document of *assessment* gets."""
    return json.loads(json.dumps(document_of(assessment)))
