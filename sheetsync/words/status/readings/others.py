"""Deeds that are none of the measure: others', of another item at a meeting, noted by mistake."""

from dataclasses import replace

from sheetsync.model import Meaning, Progress
from sheetsync.words.status.case import Case, answer
from sheetsync.words.status.reasons import reason_in
from sheetsync.words.status.rules import DEEDS, Sign
from sheetsync.words.status.words.bounds import (
    HELD,
    ITEM_UNDONE,
    NOTED_WRONGLY,
    OF_OTHERS,
    OURS_UNDONE,
)


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
