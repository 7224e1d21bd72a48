"""Chosen exercises and minutes -> doses, sessions and weeks that fit the minutes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from assessment.catalogue.model import Catalogue, Dose, Exercise
from assessment.core.advice import Advice, Choice, Client
from assessment.core.swaps import Swaps, changes_for, swaps_for
from questions.model import Region

WEEKS = 12
START_SETS = 2
START_EFFORT = "RPE 5-6"
"""Weeks 1 to 4: learn and get used to it (evidence, section 6.3)."""

GOAL_DOSES = {"comfort": "E", "fitness": "G", "muscle": "H", "strength": "S", "sport": "P"}
OWN_DOSES = ("skill", "hold", "N")
"""Doses that belong to an exercise, whatever the goal."""
NO_HEAVY_LOAD = frozenset(
    {
        "osteoporosis",
        "spine_fracture",
        "treated_high_bp",
        "bp_160_100",
        "hernia",
        "age_65",
    }
)
"""Cautions with which nobody starts on the strength dose (evidence, section 5.2, row S)."""


class Frame(NamedTuple):
    """Minutes of a session before and after the exercises."""

    warm_up: int
    cool_down: int


FRAMES = {15: Frame(3, 2), 20: Frame(4, 3), 30: Frame(6, 5), 45: Frame(6, 5)}


class Prescription(NamedTuple):
    """An exercise with its reason and its dose for weeks 1 to 4."""

    exercise: Exercise
    region: Region
    because: tuple[str, ...]
    sets: int
    dose: Dose
    effort: str
    changes: tuple[str, ...]
    swaps: Swaps
    set_seconds: int
    """How long one set takes at the top of its range, both sides, in seconds."""


class Block(NamedTuple):
    """A part of a session: ``name``, how long it takes, and its exercises."""

    name: str
    seconds: int
    exercises: tuple[str, ...]


class Session(NamedTuple):
    """One training session; its blocks add up to its minutes."""

    name: str
    blocks: tuple[Block, ...]

    @property
    def seconds(self) -> int:
        """How long the session takes, in seconds."""
        return sum(block.seconds for block in self.blocks)


class Programme(NamedTuple):
    """Twelve weeks of sessions, done in turn."""

    weeks: int
    sessions: tuple[Session, ...]


def prescribe(
    advice: Advice, client: Client, catalogue: Catalogue
) -> tuple[tuple[Prescription, ...], Programme]:
    """Return the exercises with their doses, and the sessions, none longer than its minutes."""
    plan: dict[str, Prescription] = {}
    sessions: dict[str, list[str]] = {}
    for name, choices in advice.sessions.items():
        for choice in choices:
            if choice.exercise.id not in plan:
                plan[choice.exercise.id] = _prescription(choice, client, catalogue)
        sessions[name] = [choice.exercise.id for choice in choices]
    for name, choices in advice.sessions.items():
        fillers = [choice.exercise.id for choice in choices if choice.filler]
        _shorten(sessions[name], fillers, plan, client.minutes)
    used = {exercise for session in sessions.values() for exercise in session}
    programme = Programme(
        WEEKS,
        tuple(_session(name, ids, plan, client.minutes) for name, ids in sessions.items()),
    )
    return tuple(one for one in plan.values() if one.exercise.id in used), programme


def dose_for(exercise: Exercise, client: Client, catalogue: Catalogue) -> Dose:
    """Return the dose that suits the exercise and the goal (evidence, section 5.2)."""
    if exercise.doses[0] in OWN_DOSES:
        return catalogue.dose[exercise.doses[0]]
    wanted = GOAL_DOSES[client.goal]
    if wanted == "P" and "P" not in exercise.doses:
        wanted = "S"
    if wanted == "S" and not _may_lift_heavy(exercise, client):
        wanted = "G"
    if "P" in exercise.doses:
        wanted = "P"
    return catalogue.dose[wanted]


def _may_lift_heavy(exercise: Exercise, client: Client) -> bool:
    return "S" in exercise.doses and client.level >= 2 and NO_HEAVY_LOAD.isdisjoint(client.cautions)


def _prescription(choice: Choice, client: Client, catalogue: Catalogue) -> Prescription:
    dose = dose_for(choice.exercise, client, catalogue)
    return Prescription(
        choice.exercise,
        choice.region,
        choice.because,
        sets=min(START_SETS, dose.sets[1]),
        dose=dose,
        effort=START_EFFORT if dose.code not in OWN_DOSES else dose.effort,
        changes=changes_for(choice.exercise, client, catalogue),
        swaps=swaps_for(choice.exercise, client, catalogue),
        set_seconds=dose.repetitions[1] * dose.seconds_per_repetition * choice.exercise.sides,
    )


def _shorten(
    session: list[str], fillers: list[str], plan: dict[str, Prescription], minutes: int
) -> None:
    """Make *session* fit *minutes*: take off fillers, then rounds, then exercises, last first."""
    room = (minutes - sum(FRAMES[minutes])) * 60
    while sum(seconds for _, seconds in _pairs(session, plan)) > room:
        if fillers:
            session.remove(fillers.pop())
            continue
        long = next((one for one in reversed(session) if plan[one].sets > 1), None)
        if long is not None:
            plan[long] = plan[long]._replace(sets=plan[long].sets - 1)
        else:
            session.pop()


def _pairs(session: list[str], plan: Mapping[str, Prescription]) -> list[tuple[list[str], int]]:
    """Return the exercises two by two, as they are done in turn, with the seconds they take.

    Rounds of (first, second, rest): evidence, section 6.2.
    """
    pairs = []
    for start in range(0, len(session), 2):
        pair = session[start : start + 2]
        work = rounds = rest = 0
        for one in pair:
            prescription = plan[one]
            work += prescription.sets * prescription.set_seconds
            rounds = max(rounds, prescription.sets)
            rest = max(rest, prescription.dose.rest_s)
        pairs.append((pair, work + rounds * rest))
    return pairs


def _session(
    name: str, session: list[str], plan: Mapping[str, Prescription], minutes: int
) -> Session:
    frame = FRAMES[minutes]
    if not session:
        return Session(name, (Block("Easy walk", minutes * 60, ()),))
    blocks = [Block("Warm-up", frame.warm_up * 60, tuple(session[:2]))]
    for number, (pair, seconds) in enumerate(_pairs(session, plan), start=1):
        title = f"Pair {number}" if len(pair) > 1 else "Last exercise"
        blocks.append(Block(title, seconds, tuple(pair)))
    blocks.append(Block("Cool-down", frame.cool_down * 60, ()))
    return Session(name, tuple(blocks))
