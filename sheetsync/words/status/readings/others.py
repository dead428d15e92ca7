"""Deeds that are none of the measure: others', of another item at a meeting, noted by mistake."""

from dataclasses import replace

from sheetsync.model import Meaning, Progress
from sheetsync.words.pattern import pattern
from sheetsync.words.status.case import Case, answer
from sheetsync.words.status.reasons import reason_in
from sheetsync.words.status.rules import DEEDS, Sign
from sheetsync.words.status.statements import Statement
from sheetsync.words.status.words.bounds import (
    HELD,
    ITEM_UNDONE,
    NOTED_WRONGLY,
    OF_OTHERS,
    OURS_UNDONE,
)
from sheetsync.words.status.words.deeds import is_deed
from sheetsync.words.status.words.others import ANOTHER, ITS_OWN, ONE_LIKE_IT, OURS

_DID = pattern(r"\b(?:[а-я]+л[аои]?(?:с[ья])?|[a-z]+ed|held|ran|took)\b")


def read_others_deed(case: Case) -> Progress | None:
    """Beside what others did, our own «не приступали» is not a part but nothing yet."""
    deeds, undone = case.saying(*DEEDS), case.saying(Sign.NOT_DONE)
    if not deeds or not undone or case.saying(Sign.PARTIAL, Sign.IN_WORK):
        return None
    told = [deed.words for deed in deeds]
    denied = [said.words for said in undone]
    by_others = all(map(OF_OTHERS.search, told)) and all(map(OURS_UNDONE.match, denied))
    of_others = all(map(HELD.search, told)) and all(map(ITEM_UNDONE.match, denied))
    if not (by_others or of_others or all(map(NOTED_WRONGLY.search, told))):
        return None
    return replace(answer(case, Meaning.NOT_DONE, undone), reason=reason_in(case.text))


def is_by_others(case: Case) -> bool:
    """Whether all that was done was done by bodies with plans of their own."""
    deeds = case.saying(*DEEDS)
    return bool(deeds) and all(map(_is_of_another, deeds))


def _is_of_another(deed: Statement) -> bool:
    words = deed.words
    if ONE_LIKE_IT.search(words):
        return True
    own = ITS_OWN.match(words)
    if own and (own["deed"] is None or _has_a_subject(words, own.start("deed"))):
        return True
    subject = ANOTHER.match(words)
    if subject is None or OURS.search(words, subject.end()):
        return False
    told = _DID.findall(words[subject.end() :])
    return any(word.isascii() or is_deed(word) for word in told)


def _has_a_subject(words: str, verb: int) -> bool:
    """Whether a noun stands before the verb: «школа провела», but not «вчера провели»."""
    return words[:verb].strip() != "" and not words[verb:].partition(" ")[0].endswith("ли")
