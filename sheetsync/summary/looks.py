"""How the cells of our tabs look: one palette, named by meaning."""

from dataclasses import replace

from sheetsync.model import Align, Look, State

BANNER = Look(bold=True, size=12, color="B3261E", fill="FDECEA", middle=True)
TITLE = Look(bold=True, size=16, middle=True, wrap=True)
STAMP = Look(size=10, color="3C4043", align=Align.RIGHT)
FRESH = Look(bold=True, size=10, color="1B6E3C", align=Align.RIGHT, middle=True)
REHEARSED = replace(FRESH, bold=False, color="3C4043")
STALE = replace(FRESH, color="B3261E")
MOMENT = replace(STAMP, format="dd.mm.yyyy hh:mm")
HEADING = Look(bold=True, size=13, wrap=True)
SUBHEADING = Look(bold=True, size=10, color="3C4043", wrap=True, border=True)
QUIET = Look(size=10, color="3C4043", wrap=True)
SHARE = Look(bold=True, size=10, middle=True)
BAR = Look(size=9, color="1B6E3C", middle=True, align=Align.RIGHT)
LATE_BAR = Look(size=9, color="B3261E", middle=True, border=True)
GROUP = Look(bold=True, size=10, color="202124", fill="F1F3F4", wrap=True)
HEADER = Look(bold=True, size=9, color="3C4043", fill="F1F3F4", wrap=True, border=True)
HEADER_NUMBER = replace(HEADER, align=Align.RIGHT)
TEXT = Look(size=10, wrap=True, border=True)
NUMBER = Look(size=10, align=Align.RIGHT, border=True)
STRONG_NUMBER = replace(NUMBER, bold=True)
LINK = Look(size=10, color="0B57D0", wrap=True, border=True)
LATE_NUMBER = Look(bold=True, size=10, color="B3261E", align=Align.RIGHT, border=True)
LATE_TEXT = Look(bold=True, size=10, color="B3261E", wrap=True, border=True)
DUE_TEXT = Look(bold=True, size=10, color="8A5A00", wrap=True, border=True)
DONE_TEXT = Look(bold=True, size=10, color="1B6E3C", wrap=True, border=True)

DATA = Look(size=9, color="3C4043")
DATA_NUMBER = replace(DATA, align=Align.RIGHT)

# Word and number of a card; colour only supports the word under it (at least 4.5:1 on its fill).
_INK = {
    State.OVERDUE: ("B3261E", "FDECEA"),
    # Not red: that a deadline has to be made clear is no delay of anybody's.
    State.UNREAD: ("8A5A00", "FFF4E0"),
    State.NO_REPORT: ("8A5A00", "FFF4E0"),
    State.DUE_SOON: ("8A5A00", "FFF4E0"),
    State.DONE: ("1B6E3C", "E8F5EC"),
}
_QUIET_INK = ("3C4043", "F1F3F4")


def card_number(state: State | None, *, largest: bool = False) -> Look:
    """The number of a card; None is the card of the whole plan."""
    ink, fill = _INK.get(state, _QUIET_INK) if state else _QUIET_INK
    size = 28 if largest else 20
    return Look(bold=True, size=size, color=ink, fill=fill, align=Align.CENTER, middle=True)


def card_label(state: State | None) -> Look:
    """The words under a card's number."""
    ink, fill = _INK.get(state, _QUIET_INK) if state else _QUIET_INK
    return Look(size=10, color=ink, fill=fill, align=Align.CENTER, wrap=True)
