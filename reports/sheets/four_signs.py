"""The article's four signs in words, and why a sign alone brings a region into the plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, repeat

from assessment.core.answers import AnswerSheet
from assessment.core.assess import Assessment
from assessment.core.scores.four_signs import FourSign, SignState
from assessment.core.scores.scoring import RegionScore
from assessment.core.scores.signs import Sign
from assessment.core.scores.top_regions import highest_regions, strongest_sign
from questions.model import Region
from reports.words import signs as words
from reports.words.phrasing import answer_in_words, capitalised, listed, side_of_pain


@dataclass(frozen=True, slots=True)
class SignView:
    """One sign: its name, yes, no or not answered, and of a present one where and how strong."""

    name: str
    state: SignState
    answer: str
    detail: str

    @property
    def line(self) -> str:
        """All of it on one line."""
        form = words.WITH_DETAIL if self.detail else words.LINE
        return form.format(name=self.name, state=self.answer, detail=self.detail)

    @property
    def value(self) -> str:
        """What stands beside the name."""
        return ", ".join(part for part in (self.answer, self.detail) if part)


def sign_views(sheet: AnswerSheet, signs: Sequence[FourSign]) -> tuple[SignView, ...]:
    """Return *signs* of *sheet* in words, in their order."""
    return tuple(
        SignView(
            words.NAMES[sign.id],
            sign.state,
            words.STATES[sign.state],
            ", ".join(_details(sheet, sign)),
        )
        for sign in signs
    )


def there_by_a_sign(assessment: Assessment, top: Iterable[Region]) -> tuple[str, ...]:
    """Return a sentence for each region of *top* that a sign brought there, not its number."""
    if assessment.regions is None:
        return ()
    rule = assessment.sheet.questionnaire.rules.top
    names = assessment.sheet.questionnaire.region_names
    highest = highest_regions(assessment.regions, rule)
    found: list[str] = []
    for region in top:
        sign = strongest_sign(assessment.regions[region], rule)
        if region not in highest and sign:
            why = _why(assessment.sheet, region, sign)
            found.append(words.THERE_BECAUSE.format(region=capitalised(names[region]), why=why))
    return tuple(found)


def joint_behind(score: RegionScore, sheet: AnswerSheet) -> str:
    """Return which hurt joint is the strongest sign of a region; empty where none is."""
    sign = strongest_sign(score, sheet.questionnaire.rules.top)
    if sign is None or sign.item not in words.JOINTS:
        return ""
    return words.THROUGH_A_JOINT.format(place=words.INJURIES[sign.item])


def _details(sheet: AnswerSheet, sign: FourSign) -> Iterator[str]:
    """Yield where and how strong a present *sign* is."""
    if not sign.is_present:
        return
    match sign.id:
        case "pain":
            yield from _pains(sheet, sign.answers)
        case "posture":
            yield from _posture(sheet)
        case "injuries":
            yield _injuries(sheet, sign.answers)
        case "stalled":
            yield from _stalled(sheet)


def _pains(sheet: AnswerSheet, items: Sequence[str]) -> Iterator[str]:
    for item in items:
        if item in words.PAINS:
            side = side_of_pain(sheet, item)
            form = words.SIDED_PAIN if side else words.PAIN
            yield form.format(place=words.PAINS[item], side=side, pain=sheet.get(item))
    if days := words.DAYS.get(sheet.get(sheet.questionnaire.rules.four_signs.pain_days)):
        yield days


def _posture(sheet: AnswerSheet) -> Iterator[str]:
    rule = sheet.questionnaire.rules.posture
    yield answer_in_words(sheet.questionnaire.by_id[rule.item], sheet.get(rule.item))
    if straightens := words.STRAIGHTENS.get(sheet.get(rule.eased_by)):
        yield straightens


def _injuries(sheet: AnswerSheet, items: Sequence[str]) -> str:
    injuries = [
        words.INJURY.format(place=words.INJURIES[item], times=_times(sheet.get(item)))
        for item in items
        if sheet.get(item)
    ]
    return words.INJURIES_IN.format(injuries=", ".join(injuries))


def _were_hurt(sheet: AnswerSheet, items: Sequence[str]) -> str:
    """Return which places were hurt and how often: ``the knee was hurt twice in 2 years``."""
    forms = chain([words.FIRST_HURT], repeat(words.ALSO_HURT))
    hurt = (item for item in items if sheet.get(item))
    injuries = [
        form.format(place=words.INJURIES[item], times=_times(sheet.get(item)))
        for item, form in zip(hurt, forms, strict=False)
    ]
    return words.WERE_HURT.format(injuries=listed(injuries))


def _times(count: int) -> str:
    return words.TIMES.get(count) or words.MANY_TIMES.format(count=count)


def _stalled(sheet: AnswerSheet) -> Iterator[str]:
    rule = sheet.questionnaire.rules.stalled
    yield answer_in_words(sheet.questionnaire.by_id[rule.item], sheet.get(rule.item))
    if sheet.get(rule.poor_by) == "yes":
        yield words.SHORT_RECOVERY


def _why(sheet: AnswerSheet, region: Region, sign: Sign) -> str:
    """Return what *sign* says of *region*, to stand after "because"."""
    rules, by_id = sheet.questionnaire.rules, sheet.questionnaire.by_id
    match sign.kind:
        case "pain":
            return words.IT_HURTS.format(pain=sheet.get(sign.item))
        case "injuries":
            return _were_hurt(sheet, rules.injuries.items[region])
        case "posture":
            return words.IS_ROUNDED.format(
                how=answer_in_words(by_id[sign.item], sheet.get(sign.item))
            )
        case "stalled":
            kinds = tuple(
                kind for kind in sheet.get(sign.item) if kind in rules.stalled.kinds[region]
            )
            return words.IS_STUCK.format(kinds=answer_in_words(by_id[sign.item], kinds))
