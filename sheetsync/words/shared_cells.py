"""Cells that say both when and who, «до 15 мая, завуч», where the header asks for both."""

from sheetsync.model import DeadlineKind
from sheetsync.words.deadlines import read_in_any_year
from sheetsync.words.hours import is_hour
from sheetsync.words.pattern import pattern
from sheetsync.words.periods import reads_in_a_month
from sheetsync.words.places import PIECES, without_place
from sheetsync.words.tables import reads_as_party

_NUMBER = pattern(r"[\dIVX]{1,4}(?:-?[а-яё]{1,2})?")  # «I, III квартал», «5-го, 25 мая»
_GAP = pattern(r"(?<=\S)\s+(?:[-–—]\s+)?(?=\S)")


def time_and_party(text: str) -> tuple[str, str]:
    """When and who, "" for what the cell does not say.

    What says neither plainly is left with the time, to be asked about.
    """
    pieces = PIECES.split(text)
    timed = [_is_time(piece) for piece in pieces[::2]]
    for at in reversed(range(len(timed) - 1)):
        timed[at] |= timed[at + 1] and bool(_NUMBER.fullmatch(pieces[2 * at].strip()))
    if any(timed):
        when, who = _joined(pieces, timed), _joined(pieces, [not one for one in timed])
        return when, who
    found = (
        (text[: gap.start()], text[gap.end() :].strip("() "))
        for gap in reversed(list(_GAP.finditer(text)))
    )
    parted = next((one for one in found if _is_time(one[0]) and reads_as_party(one[1])), None)
    if parted:
        return parted
    return ("", text) if reads_as_party(text) else (text, "")


def _is_time(piece: str) -> bool:
    words = without_place(piece.strip())
    if is_hour(words) or reads_in_a_month(words):
        return True
    return read_in_any_year(words).kind is not DeadlineKind.UNREADABLE


def _joined(pieces: list[str], kept: list[bool]) -> str:
    """Those pieces that are kept, each after the first with the mark before it."""
    said = ""
    for at, keep in enumerate(kept):
        if keep:
            said += (pieces[2 * at - 1] if said else "") + pieces[2 * at]
    return said.strip()
