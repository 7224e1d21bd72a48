"""The two documents that cross the border, as types: answers in, the assessment of them out.

They are typed dicts, since a document is JSON before and after; ``schemas`` has pydantic read
and describe them. The keys stand in the contract's order. A document of an older program lacks
keys, one of a newer program has more: see ``stored_document``.
"""

from __future__ import annotations

from typing import Annotated, NotRequired, TypeAlias

from annotated_types import Ge, Le
from typing_extensions import TypedDict

from assessment.core.gate import Outcome
from assessment.core.notes import NoteKind
from assessment.core.scores.four_signs import SignState
from assessment.core.scores.scoring import Band
from assessment.core.scores.signs import SignKind
from questions.model import Mark, Region, Urgency

Number: TypeAlias = float
"""Whole where it can be: a count, a severity, a figure that was measured."""
Percent: TypeAlias = Annotated[float, Ge(0), Le(100)]
"""0 to 100, one decimal."""
Severity: TypeAlias = Annotated[Number, Ge(0), Le(4)]
Count: TypeAlias = Annotated[int, Ge(0)]


ClearanceAnswer = TypedDict(
    "ClearanceAnswer",
    {"by": str, "on": str, "for": list[str]},
)
"""A trainer's note that a clinician cleared the client: who, the day as YYYY-MM-DD, which flags."""

RawAnswer: TypeAlias = Number | str | list[str | int] | ClearanceAnswer
"""One answer as JSON has it."""


class AnswersDocument(TypedDict):
    """What a client answered, by the id of the item; what is not answered is left out."""

    questionnaire: str
    version: str
    answers: dict[str, RawAnswer]


class FlagPart(TypedDict):
    """A red flag that is up: the item, its answer, how soon somebody has to look at it."""

    id: str
    answer: str
    urgency: Urgency


class NotePart(TypedDict):
    """Something about the answers that a reader should know: which ones, and in words."""

    id: NoteKind
    items: list[str]
    text: str


class FourSignPart(TypedDict):
    """One of the article's four signs; ``answers`` are the items that a present one rests on."""

    id: SignKind
    state: SignState
    answers: list[str]


class ScorePart(TypedDict):
    """A score, the range that missing answers leave open, and its band."""

    score: Percent | None
    low: Percent
    high: Percent
    band: Band | None


class ContributionPart(TypedDict):
    """What one answer adds to a region: severity times weight."""

    item: str
    answer: RawAnswer | None
    severity: Severity
    weight: Count


class PointsPart(TypedDict):
    """Points earned, of as many as there could be."""

    points: Number
    of: Number


class SignPointsPart(PointsPart):
    """The points of all signs, and the severity of the strongest."""

    strongest: Severity


class FunctionPart(PointsPart):
    """The points of what the client can do, with the items that they come from."""

    items: list[str]


class SignsPart(SignPointsPart):
    """The points of all signs, with the items that they come from."""

    items: list[str]


class ExposurePart(TypedDict):
    """The points that these answers add together."""

    answers: dict[str, RawAnswer | None]
    points: Count


class AbilityWeightPart(TypedDict):
    """The weight of the ability items that were answered, of that of all."""

    answered: Count
    of: Count


class EndPart(TypedDict):
    """The sums of one end of the range."""

    function: PointsPart
    signs: SignPointsPart
    exposure: Count
    at_most: Count


class MarksPart(TypedDict, total=False):
    """Where low ends and good begins; a norm has one of the two good marks, or none."""

    low_under: Number
    good_from: Number
    good_over: Number


class NormPart(MarksPart):
    """What a figure is compared with."""

    sample: str
    source: list[str]
    mark: Mark


class MeasurementPart(TypedDict):
    """One measurement: a figure for each side, the side that counts, what it is compared with."""

    id: str
    figures: dict[str, Number]
    worse: str
    severity: Severity | None
    norm: NormPart | None
    real_change: int | None


class WorkingPart(TypedDict):
    """The sums behind a score, so that a reader can follow it by hand (``score_steps``)."""

    function: FunctionPart
    signs: SignsPart
    exposure: list[ExposurePart]
    at_most: Count
    missing: list[str]
    ability_weight: AbilityWeightPart
    low: EndPart
    high: EndPart
    measurements: list[MeasurementPart]


class RegionPart(ScorePart):
    """The score of one region, and all that went into it."""

    function: Percent | None
    signs: Percent | None
    exposure: Count
    contributions: list[ContributionPart]
    working: WorkingPart


class ExercisePart(TypedDict):
    """One exercise with its dose of the first weeks."""

    id: str
    region: Region
    because: list[str]
    sets: Count
    repetitions: list[int]
    seconds: None
    unit: str
    tempo: str
    rest_s: Count
    setting_up_s: Count
    effort: str
    way: str | None
    changes: list[str]
    chosen_with: NotRequired[list[str]]
    """The trainers who chose it or its dose; only where one did."""
    with_trainer: NotRequired[str]
    """The trainer who has to be there; only above the client's level."""
    client_note: NotRequired[str]


class LeftOutPart(TypedDict):
    """An exercise that was passed over, and what removed it."""

    id: str
    because: list[str]


class BlockPart(TypedDict):
    """A part of a session, with the ids of its exercises."""

    name: str
    minutes: float
    exercises: list[str]


class SessionPart(TypedDict):
    """A session of the first weeks."""

    name: str
    minutes: float
    blocks: list[BlockPart]


class SessionTimePart(TypedDict):
    """How long a session takes in some weeks."""

    name: str
    minutes: float


class PhaseExercisePart(TypedDict):
    """The dose of an exercise in some weeks."""

    id: str
    sets: Count
    repetitions: list[int]
    sides: Count
    effort: str


class PhasePart(TypedDict):
    """Some weeks of the programme, first and last."""

    id: str
    weeks: list[int]
    days_per_week: Count
    sessions: list[SessionTimePart]
    exercises: list[PhaseExercisePart]


class WarmUpPart(TypedDict):
    """An exercise of the warm-up."""

    id: str
    repetitions: Count
    changes: list[str]


class EmptyRegionPart(TypedDict):
    """A region that no exercise is left for, why, and what to do instead."""

    region: Region
    because: list[str]
    instead: str


class SwapPart(TypedDict):
    """What stands in for an exercise: words, and the exercise where it is another one."""

    text: str
    exercise: str | None


class SwapsPart(TypedDict):
    """What may stand in for an exercise; null where that is not for this client."""

    easier: SwapPart | None
    harder: SwapPart | None
    no_kit: SwapPart | None
    if_it_hurts: SwapPart | None


class TakesOverPart(TypedDict):
    """A harder exercise that may take the place of another one from a week on."""

    week: Count
    exercise: str


class ProgrammePart(TypedDict):
    """The weeks: sessions, doses, warm-up and cool-down, swaps, when to look again."""

    weeks: Count
    sessions: list[SessionPart]
    phases: list[PhasePart]
    warm_up: list[WarmUpPart]
    cool_down: list[str]
    chosen_for: dict[str, dict[str, str]]
    empty_regions: list[EmptyRegionPart]
    crowded_out: list[Region]
    swaps: dict[str, SwapsPart]
    takes_over: dict[str, TakesOverPart]
    pain_limit: str
    stays: bool
    short: list[str]
    retest_weeks: list[int]
    measurements: list[MeasurementPart]


class ChangePart(TypedDict):
    """One change of a plan: its kind, who made it and when, and what its kind has."""

    kind: str
    by: NotRequired[str]
    on: NotRequired[str]
    exercise: NotRequired[str]
    into: NotRequired[str]
    session: NotRequired[str]
    exercises: NotRequired[list[str]]
    sets: NotRequired[int]
    repetitions: NotRequired[list[int]]
    effort: NotRequired[list[int]]
    phase: NotRequired[str]
    text: NotRequired[str]
    split: NotRequired[str]


class PlanChangesDocument(TypedDict):
    """A trainer's changes of a plan; ``by`` and ``on`` count where a change names none."""

    by: NotRequired[str]
    on: NotRequired[str]
    changes: list[ChangePart]


class AssessmentDocument(TypedDict):
    """What the answers mean. Scores and programme are null where the outcome shows none."""

    questionnaire: str
    version: str
    outcome: Outcome
    flags: list[FlagPart]
    amber: list[str]
    cautions: list[str]
    unanswered: list[str]
    implied: list[str]
    notes: list[NotePart]
    four_signs: list[FourSignPart]
    overall: ScorePart | None
    regions: dict[Region, RegionPart] | None
    top_regions: list[Region]
    doing_well: list[Region]
    levels: dict[str, int] | None
    exercises: list[ExercisePart]
    left_out: list[LeftOutPart]
    programme: ProgrammePart | None
    plan_changes: NotRequired[PlanChangesDocument]
    """Only where a trainer changed the plan."""
    client_note: NotRequired[str]
    """What the trainer wrote about the whole plan, for the client to read."""
