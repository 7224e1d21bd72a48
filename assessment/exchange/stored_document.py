"""An assessment document of any version, as far as this program can read it.

What an older program did not write yet is empty, what a newer one added is passed over, and a
part that has another shape by now is empty too: a record can always be shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, TypeAlias

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    OnErrorOmit,
    ValidationError,
    ValidationInfo,
    ValidatorFunctionWrapHandler,
    field_validator,
)


def printable(text: str) -> str:
    """Return *text* with a space for each character that no page can show."""
    return "".join(one if one.isprintable() else " " for one in text)


Text: TypeAlias = Annotated[str, AfterValidator(printable)]


class Tolerant(BaseModel):
    """A part of a document; a field that cannot be read has its default."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    @field_validator("*", mode="wrap")
    @classmethod
    def default_where_unreadable(
        cls, value: object, handler: ValidatorFunctionWrapHandler, info: ValidationInfo
    ) -> Any:
        """Return the default of a field with another shape; what has none is an error."""
        try:
            return handler(value)
        except ValidationError:
            field = cls.model_fields[info.field_name or ""]
            if field.is_required():
                raise
            return field.get_default(call_default_factory=True, validated_data={})


class StoredScore(Tolerant):
    """A score with its range and band."""

    score: float | None = None
    low: float | None = None
    high: float | None = None
    band: Text = ""


class StoredFlag(Tolerant):
    """A red flag that was up."""

    id: Text
    answer: Text = ""
    urgency: Text = ""


class StoredSign(Tolerant):
    """One of the four signs, and whether it was there."""

    id: Text
    state: Text = ""


class StoredExercise(Tolerant):
    """An exercise that was chosen, with its dose of the first weeks."""

    id: Text
    region: Text = ""
    sets: int | None = None
    repetitions: tuple[int, ...] = ()
    effort: Text = ""
    changes: tuple[Text, ...] = ()


class StoredAssessment(Tolerant):
    """What a screening came to, by the rules of its day."""

    questionnaire: Text = ""
    version: Text = ""
    outcome: Text = ""
    flags: tuple[OnErrorOmit[StoredFlag], ...] = ()
    amber: tuple[OnErrorOmit[Text], ...] = ()
    cautions: tuple[OnErrorOmit[Text], ...] = ()
    unanswered: tuple[OnErrorOmit[Text], ...] = ()
    four_signs: tuple[OnErrorOmit[StoredSign], ...] = ()
    overall: StoredScore | None = None
    regions: Mapping[Text, StoredScore] | None = None
    top_regions: tuple[OnErrorOmit[Text], ...] = ()
    doing_well: tuple[OnErrorOmit[Text], ...] = ()
    exercises: tuple[OnErrorOmit[StoredExercise], ...] = ()


def read_stored(document: object) -> StoredAssessment:
    """Return what can be read of *document*, an assessment document of any version."""
    return StoredAssessment.model_validate(document if isinstance(document, dict) else {})
