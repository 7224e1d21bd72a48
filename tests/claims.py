"""The source article's claims that the evidence does not support (docs/evidence.md 1.5 and 7.3).

One row is one claim: patterns that catch it in several phrasings, sentences that must be
caught, and true neighbours that must not.
"""

from __future__ import annotations

from typing import NamedTuple

WEAK = r"(weak\w*|lack\w* (of )?strength|too little strength|lose\w* strength|not strong)"
CHAIN = (
    r"(posterior[- ]chain|back of (your|the) body|glute\w*|hamstring\w*|hips?|"
    r"upper back|back muscles|chain)"
)
BACK_PAIN = r"((low(er)?[- ])?back (pain|issues?|problems?|trouble|injur\w+)|LBP)"
TRAINING = r"(train\w*|exercis\w*|strength\w*|work\w*|programme|plan|CrossFit)"
LEADS = r"(caus\w+|lead\w*|result\w*|bring\w*|mak\w+|giv\w+|produc\w+|comes? from|due to|behind)"
PREVENT = r"(prevent\w*|avoid\w*|protect\w*|stops?|guard\w*|ward\w*|keep\w* you (from|free))"
LESS = r"(reduc\w*|lower\w*|less\w*|cut\w*|fewer|decreas\w*|halv\w*)"


class Claim(NamedTuple):
    """A claim that nothing of ours may make."""

    patterns: tuple[str, ...]
    caught: tuple[str, ...]
    fine: tuple[str, ...] = ()


CLAIMS: dict[str, Claim] = {
    "lacking strength they WILL experience back issues": Claim(
        (
            rf"{WEAK}.*\b(will|going to|sooner or later|bound to)\b.*\b(back|pain|issues|injur)",
            rf"\b(you|they|people) will (get|have|experience|suffer|develop)\b.*{BACK_PAIN}",
            rf"{WEAK}.*\b{LEADS}\b.*{BACK_PAIN}",
            rf"{BACK_PAIN}.*\b{LEADS}\b.*{WEAK}",
            r"\byour (low(er)? )?(back|hips?|neck|shoulders?) (will|is going to) (start to )?"
            r"(hurt|ache)",
        ),
        (
            "Without strong glutes your back will hurt.",
            "Your lower back will start to ache if you go on like this.",
            "People who are lacking strength will experience back issues.",
            "If your glutes are weak, you will get back pain.",
            "Weak glutes lead to low back pain.",
            "Low back pain comes from weak muscles.",
        ),
        (
            "In 24 studies the gluteus medius tended to be less strong in people with low back "
            "pain; which of the two comes first is not known.",
        ),
    ),
    "LBP affects 80% of people": Claim(
        (
            rf"\b\d\d ?(%|per ?cent)[^.;]*\b(people|adults|us|population|Americans)\b.*{BACK_PAIN}",
            rf"{BACK_PAIN}.*\b\d\d ?(%|per ?cent) of (all |the )?(people|adults|us|population)",
            rf"\b(eight|8) (out of|in) (ten|10)\b.*{BACK_PAIN}",
            rf"{BACK_PAIN}.*\b(eight|8) (out of|in) (ten|10)\b",
            rf"\b(four|4) (out of|in) (five|5)\b.*{BACK_PAIN}",
        ),
        (
            "Low back pain affects 80% of people.",
            "80 percent of adults will have back pain.",
            "Eight out of ten people get back pain.",
            "Four in five people get back pain.",
            "Back pain: 8 in 10 have it.",
        ),
        (
            "Most people have low back pain at some point.",
            "Low back pain: stop if it is over 5 out of 10.",
            "Exercise with education: 35% less low back pain.",
        ),
    ),
    'LBP "in many cases caused by improper spinal alignment"': Claim(
        (
            rf"\b(align\w*|misalign\w*|posture|slouch\w*|hunch\w*|rounded)\b.*\b{LEADS}\b.*"
            r"\b(pain|issues|ache)",
            r"\b(pain|ache)\w*\b.*\b(caused|due|comes?|result\w*|because)\b.*"
            r"\b(align\w*|misalign\w*|posture|slouch\w*|hunch\w*)",
            r"\b(improper|poor|bad|wrong|correct|proper|good) (spinal |spine )?"
            r"(align\w*|posture)",
        ),
        (
            "Low back pain is in many cases caused by improper spinal alignment.",
            "Poor posture gives you back pain.",
            "Your pain comes from slouching.",
            "Slouching leads to an ache.",
        ),
        (
            "A review of 41 reviews found no agreement that posture leads to low back ache.",
            "Posture is one sign of many.",
        ),
    ),
    "Exercise prevents LBP": Claim(
        (
            rf"\b{TRAINING}\b.*\b{PREVENT}\b.*\b(pain|injur\w*|hurt\w*|problems)",
            rf"\b{PREVENT}\b.*\b(pain|injur\w*|problems)\b.*\b(by|with|through) {TRAINING}",
            rf"\b(will|can) {PREVENT}\b.*\b(pain|injur\w*|problems)",
            rf"\b{PREVENT} (low(er)? back pain|back pain|injur\w*)",
            r"\bkeeps? (low(er)? |back |hip |your )*(pain|injur\w*) (away|off|at bay)",
        ),
        (
            "Training keeps back pain away.",
            "Exercise prevents low back pain.",
            "Prevent back pain by training twice a week.",
            "This plan will protect you from injuries.",
            "Training keeps you from injury.",
        ),
        (
            "In 21 trials, exercise with education: risk ratio 0.55 for low back pain; the effect "
            "fades after a year.",
            "Stop if it hurts.",
            "With pain over 5 out of 10, stop the exercise.",
        ),
    ),
    "CrossFit study: reduces injury risk": Claim(
        (
            r"crossfit",
            rf"\b{TRAINING}\b.*\b{LESS}\b.*\b(risk of |your |the )*(injur\w*|risk)",
            r"\b(injury[- ]proof|bullet[- ]?proof)",
            rf"\b{LESS}\b.*\b(chances?|risk|likelihood|odds) of [^.;]*injur",
            r"\binjur\w*\b[^.;]*\bless (likely|often)\b",
        ),
        (
            "This lowers the chance of injury.",
            "A stronger back makes injuries less likely.",
            "A CrossFit study shows a lower injury risk.",
            "Training your posterior chain reduces the risk of injury.",
            "Strong hips make you injury-proof.",
            "This exercise lowers your injury risk.",
        ),
        (
            "In 8459 athletes, programmes with the Nordic exercise had half the hamstring "
            "injuries.",
            "An injury in the last 6 weeks.",
        ),
    ),
    "Sports 2019 study: knee at 30 deg raises posterior-chain activation, boosts performance": (
        Claim(
            (
                r"\b30 ?(deg\w*|°).*\b(activ\w+|performance)",
                r"\b(boost\w*|enhanc\w*|increas\w*|improv\w*) "
                r"(your |athletic |sports? |sporting )*performance",
                r"\b(run faster|jump higher|lift heavier|hit harder)\b",
                r"\bmakes? you (run |jump |lift |much )*(faster|higher|more explosive)",
            ),
            (
                "It makes you faster.",
                "With the knee at 30 degrees, activation of the posterior chain rises.",
                "It boosts your performance.",
                "A strong back side lets you run faster.",
                "This increases athletic performance.",
            ),
            (
                "A hold with the knee at a fixed angle, tested again at the same one.",
                "You would like to run, and it has not got faster.",
            ),
        )
    ),
    'Supports "healthy posture"': Claim(
        (
            r"\b(healthy|healthier|better|perfect|upright|correct\w*|improve\w*|fix\w*|support\w*) "
            r"(your |the )?posture",
            r"\bposture\b.*\b(improve\w*|better|corrected|fixed|healthier) (with|by|through)",
            rf"\b{TRAINING}\b.*\b(straightens?|corrects?|fix\w*)\b.*\b(posture|back|shoulders)",
        ),
        (
            "Strong muscles support healthy posture.",
            "Training fixes rounded shoulders.",
            "This corrects your posture.",
            "Your posture gets better with rows.",
            "Improve your posture.",
        ),
        (
            "In a randomised trial of 99 people aged 60 or over, spine-strengthening exercise "
            "reduced hyperkyphosis (a strongly rounded upper back).",
            "Guidance for people with osteoporosis uses exercises that straighten the spine.",
        ),
    ),
    "Weak chain -> shoulder pain / slouching -> hip pain": Claim(
        (
            rf"{WEAK}.*\b{LEADS}\b.*\b(shoulder|hip|neck|knee|pain)",
            rf"\b(pain|ache)\w*\b.*\b{LEADS}\b.*{WEAK}",
            r"\b(hunch\w*|slouch\w*|slump\w*)\b.*\b(shoulder|hip|neck) (pain|ache)",
            r"\b(shoulder|hip|neck) (pain|ache)\b.*\b(hunch\w*|slouch\w*|slump\w*)",
        ),
        (
            "A weak chain leads to shoulder pain.",
            "Slouching brings hip pain.",
            "Hip pain from slouching is common.",
            "Your shoulder pain is due to weakness.",
        ),
        (
            "Pain does not tell how strong you are.",
            "One leg is quickly losing strength, or you have new pain in it.",
        ),
    ),
    '"Minimal knee bend is optimal for the posterior chain"': Claim(
        (
            r"\b(minimal|little|least|no|straight\w*) knees?( bend\w*)?\b.*\b(best|optimal|ideal)",
            r"\b(best|optimal|ideal)\b.*\b(knees? (almost |nearly )?straight|"
            r"(minimal|little|least) knee)",
        ),
        (
            "Minimal knee bend is optimal for the posterior chain.",
            "It is best to keep the knees straight.",
            "Straight knees are ideal.",
        ),
        ("Knees almost straight, but not locked.", "Bend at the hips, knees a little bent."),
    ),
    '"hinge stresses calves"': Claim(
        (
            r"\b(hing\w+|deadlifts?)\b.*\b(train\w*|work\w*|stress\w*|strengthen\w*|load\w*|target\w*)"
            r"\b[^,;]*\b(calf|calves)",
        ),
        (
            "The hinge stresses the calves.",
            "Deadlifts work the hamstrings and calves.",
            "Hinging strengthens your calf muscles.",
        ),
        ("The calf raise trains the calves; the hinge does little for them.",),
    ),
    "Bridge/GHR help anterior pelvic tilt": Claim(
        (r"\bpelvi\w+ tilt|\btilted pelvis|\banterior tilt|\bswayback",),
        (
            "Bridges help anterior pelvic tilt.",
            "The glute-ham raise corrects a pelvic tilt.",
            "A tilted pelvis needs strong glutes.",
        ),
        ("Keep your hips level.",),
    ),
    "Lats' role is extension": Claim(
        (
            r"\b(lats|latissimus( dorsi)?)\b[^.;]*\b(role|job|task|function|only|extend\w*)\b"
            r"[^.;]*\bexten\w+",
            r"\b(lats|latissimus( dorsi)?) (extends?|straightens?)\b",
        ),
        (
            "The lats' main role is extension.",
            "The latissimus extends the shoulder.",
            "The only task of the lats: lats only help extension.",
        ),
        ("The latissimus pulls the arm down and in, and turns it inwards.",),
    ),
    "Soleus more active with bent knee -> seated raise": Claim(
        (
            r"\b(soleus|calves|calf)\b[^.;]*\b(best|better|more|most)\b[^.;]*"
            r"\b(seated|sitting) (calf )?rais\w+",
            r"\b(seated|sitting) (calf )?rais\w+[^.;]*\b(best|better|more|most)\b[^.;]*"
            r"\b(soleus|calves|calf)",
        ),
        (
            "The soleus grows more with the seated raise.",
            "A seated calf raise is better for the soleus.",
            "Seated raises are best for the calves.",
        ),
        (
            "In 12 weeks the gastrocnemius grew 9.2 to 12.4% with standing and 0.6 to 1.7% with "
            "seated calf raises; the soleus grew alike (2.1 and 2.9%).",
            "With bent knees the soleus does most of the work.",
        ),
    ),
    "Good for seniors, pregnant people, runners": Claim(
        (
            r"\b(good|great|safe|right|suitable|fine) for "
            r"(everyone|everybody|anyone|anybody|all)\b",
            r"\b(good|great|safe|suitable|ideal) (for|in|during) "
            r"(seniors|older people|the elderly|pregnan\w+|runners)",
            r"\b(everyone|everybody|anyone|anybody) (can|may|should) (do|train|start)",
            r"\bsuits? (everyone|everybody|anyone|anybody|all|seniors|older people|pregnan\w+)",
        ),
        (
            "Posterior-chain training is good for seniors, pregnant people and runners.",
            "These exercises are safe for everyone.",
            "Anyone can do this.",
            "It suits pregnant people and older people.",
            "It is safe in pregnancy.",
        ),
        ("Level 1: anyone screened.", "Not for everyone: the answers decide."),
    ),
    'may not: "you have weak glutes"': Claim(
        (
            r"\byour (glutes|muscles?|back|hips|chain|hamstrings|calves)?"
            r"[^.;]{0,20}\b(are|is) (too )?weak",
            r"\byou (have|are|may have)\b(?![^.;]{0,25}\bnumb)[^.;]{0,25}\bweak",
            r"\bweak (spots?|points?|links?|areas?|glutes?|muscles?|back|hamstrings?)",
        ),
        (
            "You have weak glutes.",
            "Your glutes are weak.",
            "Your weak spots: glutes and calves.",
            "You are too weak.",
        ),
        (
            "These answers show signs that often go with low capacity in the glutes.",
            "Have both legs become weak?",
            "Now or lately you have numbness, tingling or weakness.",
        ),
    ),
    'may not: "causes your pain"': Claim(
        (
            r"\b(cause|causes|caused|causing|reason|explains?|source)\b[^.;]{0,30}\b(your|the) "
            r"(back |hip |neck |knee )?(pain|ache)",
            r"\b(your|the) (back |hip |neck )?(pain|ache) (is|was) (caused|explained|because|due)",
        ),
        (
            "This causes your pain.",
            "Weak glutes are the reason for your pain.",
            "Your pain is caused by your hips.",
            "That explains the back pain.",
        ),
        (
            "A number does not tell where pain comes from.",
            "Nearly all low back pain has no source of pain that can be identified.",
        ),
    ),
    "may not: any percentage of accuracy": Claim(
        (
            r"\b(accura\w+|sensitiv\w+|specificity|precision|reliab\w+)\b[^.;]*\d",
            r"\d ?(%|per ?cent)[^.;]*\b(accura\w+|certain\w*|correct\w*|reliab\w+|sure)\b",
            r"\b(clinically|scientifically) (proven|validated)|\bproven to\b",
        ),
        (
            "The screen is accurate in 87% of cases.",
            "It is 90% reliable.",
            "A clinically validated score.",
            "Proven to work.",
        ),
        (
            "We know of no questionnaire of this kind that was checked against measured strength.",
            "10 to 30% effort.",
        ),
    ),
    'may not: "improved" without a measured change': Claim(
        (
            r"\b(your|the) (score|number|result|region)s? (has|have|is|are)? ?"
            r"(improved|better|worse|fallen|risen)",
            r"\byou (have |are )(improved|better|worse)\b",
        ),
        ("Your score has improved.", "The number is better.", "You have improved."),
        (
            "So a new number is only that: we do not call it better or worse.",
            "Call your doctor if you feel worse.",
        ),
    ),
}
"""One row for each claim; Tataryn 2021 and Steffens 2016 say what is supported."""

TRUE = (
    "Eight trials, 408 people with chronic low back pain, training 1 to 3 times a week, against "
    "general exercise or walking (standardised mean differences): pain -0.41 (-0.72 to -0.10) "
    "over all durations; after 12 to 16 weeks pain -0.61 (-1.21 to 0.00), disability -0.53.",
    "In chronic low back pain, training the posterior chain for 12 to 16 weeks helped more than "
    "general exercise or walking.",
    "Train all major muscles on two days a week or more.",
    "The Trendelenburg sign is more common in people with low back pain; this is an association.",
)
"""What the evidence supports: no row may catch it."""
