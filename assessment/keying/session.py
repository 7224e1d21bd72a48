"""One form keyed in, from the first line or from where it stopped: every answer is kept at once.

::

    KeyingError
    ├── NothingKeptError        there is nothing to go on with
    ├── UnfinishedError         another form is not finished
    ├── EarlierFormError        the form that is not finished is of an earlier questionnaire
    └── StoppedError            no more is typed; what happened to the answers
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from assessment.core.answers import AnswerSheet
from assessment.files.full_disk import reason
from assessment.keying import words
from assessment.keying.dialogue import Ask, Dialogue, Say
from assessment.keying.form_walk import FormWalk
from assessment.keying.reading_back import counted_answers
from assessment.records.drafts.draft import DraftFile
from questions.questionnaire import Questionnaire


class KeyingError(Exception):
    """No form can be keyed in to its end; the message says why."""


class NothingKeptError(KeyingError):
    """There is no unfinished form to go on with."""


class UnfinishedError(KeyingError):
    """There is an unfinished form, and nobody said what shall become of it."""


class EarlierFormError(KeyingError):
    """The unfinished form is of a questionnaire that asked less about safety."""


class StoppedError(KeyingError):
    """The person stopped, or input ended; the message says what is kept."""


def first_stop(
    draft: DraftFile, questionnaire: Questionnaire, say: Say, *, resume: bool, anew: bool
) -> FormWalk:
    """Return where to begin: at the first line, or after the last one that *draft* holds.

    Raises:
        NothingKeptError: To *resume*, but *draft* holds nothing.
        EarlierFormError: *draft* holds answers to an earlier questionnaire.
        UnfinishedError: *draft* holds answers, and neither *resume* nor *anew* is asked for.
    """
    kept = draft.read(questionnaire)
    if anew:
        draft.erase()
        kept = None
    if kept is None:
        if resume:
            raise NothingKeptError(words.NOTHING_TO_RESUME)
        return FormWalk.start(AnswerSheet.of(questionnaire, {}))
    if kept.is_earlier:
        raise EarlierFormError(words.EARLIER_FORM)
    answers = counted_answers(kept.sheet)
    if not resume:
        raise UnfinishedError(words.UNFINISHED.format(answers=answers))
    last = questionnaire.by_id.get(kept.page or "")
    say(words.RESUMED.format(code=last.code if last else "-", answers=answers))
    return FormWalk.after(kept.sheet, kept.page)


def key_in(draft: DraftFile, walk: FormWalk, ask: Ask, say: Say, today: date) -> AnswerSheet:
    """Return the answers once all is keyed in and agreed to; each is in *draft* before.

    No day in them may lie after *today*.

    Raises:
        StoppedError: *ask* has no more, or was interrupted.
    """
    keeper = _Keeper(draft, say)
    dialogue = Dialogue(walk, ask, say, keeper.keep, today)
    say(words.HOW)
    try:
        return dialogue.run()
    except (EOFError, KeyboardInterrupt) as stopped:
        raise StoppedError(keeper.kept(dialogue.walk.sheet)) from stopped


class _Keeper:
    """Appends answers to a draft, and says where the disk does not take them."""

    def __init__(self, draft: DraftFile, say: Say) -> None:
        self._draft, self._say = draft, say
        self._is_failing = False

    def keep(self, answers: Mapping[str, object], item_id: str) -> None:
        """Keep raw *answers*, the last of them to *item_id*."""
        try:
            self._draft.append(answers, item_id)
        except OSError as error:
            self._say(words.NOT_KEPT.format(reason=reason(error)))
            self._is_failing = True
        else:
            self._is_failing = False

    def kept(self, sheet: AnswerSheet) -> str:
        """Return what became of *sheet*, as a sentence."""
        if self._is_failing:
            return words.STOPPED_UNKEPT
        if not sheet.given:
            return words.NOTHING_KEPT
        return words.KEPT.format(answers=counted_answers(sheet))
