"""The sentences of the page that takes the place of a plan: calm, and clear about what to do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from assessment.core.gate import Outcome


class Referral(NamedTuple):
    """What a page says that takes the place of a plan."""

    title: str
    who: str
    how_soon: str
    why: str
    steps: tuple[str, ...]
    say: str
    """How to begin; the client's own answers follow. Empty: nothing needs to be said."""
    until_then: str


GATED: Mapping[Outcome, Referral] = {
    Outcome.EMERGENCY: Referral(
        "Call an ambulance or go to an emergency department now",
        "An ambulance crew, or an emergency department",
        "Now.",
        "Some of your answers can go with something that needs help at once. "
        "This page cannot tell what it is. A clinician can.",
        (
            "Call your local emergency number, or let someone take you to an emergency "
            "department. Please do not drive yourself.",
            "Tell the staff here as well. Stay with someone until you are in good hands.",
            "Show this page. It has the answers that matter.",
        ),
        "I answered questions about my health at my gym. I said:",
        "No training until a clinician has told you that you may.",
    ),
    Outcome.SAME_DAY: Referral(
        "Speak to a doctor or an urgent care line today",
        "Your doctor, or an urgent care line",
        "Today.",
        "Some of your answers should be looked at today. "
        "This page cannot tell what is behind them. A clinician can.",
        (
            "Call your doctor or an urgent care line today. Please do not wait for tomorrow.",
            "If you reach nobody, or if you feel worse, go to an emergency department.",
            "Read out the lines below, or show this page.",
        ),
        "I answered questions about my health at my gym. I said:",
        "No training until a clinician has told you that you may.",
    ),
    Outcome.SEE_CLINICIAN: Referral(
        "See a doctor or physiotherapist before you train",
        "Your doctor, or a physiotherapist",
        "In the next days, and before you train.",
        "Some of your answers should be looked at before you start. "
        "This page cannot tell what is behind them. A clinician can.",
        (
            "Make an appointment with your doctor or a physiotherapist in the next days.",
            "Show this page. The box is for the clinician to fill in.",
            "Bring it back to your trainer, who then makes your plan with you.",
        ),
        "I would like to start strength training. I answered questions about my health. I said:",
        "Training waits. Take it easy, and stop whatever brings on what you told us about.",
    ),
    Outcome.POSTPONE: Referral(
        "Come back when you are well",
        "Nobody now. Your doctor, if you feel worse",
        "Train when you are well again.",
        "You said that you may be ill today. Training waits until you are well again.",
        (
            "Rest. Move a little when you feel like it.",
            "When you are well, answer the questions once more. Then you get your plan.",
            "Call your doctor if you feel worse, or if it does not pass.",
        ),
        "",
        "No training while you are ill.",
    ),
}
"""For every outcome that withholds the exercises; who to see, how soon, what to say."""

MATERNITY_UNIT = "Your maternity unit is the right place to call."
WHO_MATERNITY = "Your maternity unit"
WHO_TO_SEE, HOW_SOON = "Who to see", "How soon"
AMBULANCE_SIGNS = (
    "pain or tightness in the chest, or hardly any breath",
    "numbness between the legs, or new trouble with pee or poo",
    "both legs go numb or lose strength",
    "a sudden very bad headache, or a face or speech that changes",
)
FOR_THE_CLINICIAN = "For the clinician"
MAY_TRAIN = ("May start strength training", "Not yet")
MAY_TRAIN_WITHIN = "May start, with these limits:"
CLINICIAN_NAME = "Name and practice"
TRAINER_NAME = "Trainer"
USUAL_PAIN, PAIN = "your usual pain, 0 to 10: {places}", "{place} {pain}"
OPEN_TITLE = "Please answer this now"
OPEN_IF_YES = "Yes, or not sure? Then call an ambulance at once."
INCOMPLETE_TITLE = "A few answers are still missing"
INCOMPLETE_WHY = "These must be answered before there can be a result:"
