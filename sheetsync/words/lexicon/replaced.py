"""How it is said that another day holds now, and which of two held before.

What a status says of a delay is in `status`, what a header says in `headers`.
"""

# How a word begins by which a day is put off: «перенесено на 15 июня».
_MOVED = (
    *("extended", "moved", "postponed", "rescheduled", "delayed", "deferred"),
    *("продлен", "продлил", "перенес", "перенос", "сдвинут", "сдвинул", "отложен", "отложил"),
)
_CUT_SHORT = ("перен", "продл", "отлож")
NEW_DAY = ("новый срок", "новая дата", "new date", "new deadline")
INSTEAD = ("вместо", "взамен")
HELD = ("было", "был", "was")
"""What stands before the day that held, or before what happened then."""

HELD_FIRST = ("ранее", "раньше", "первоначально", "изначально", "originally")
FORMER = ("прежн", "стар", "первонач", "исходн")
"""How an adjective of such a deadline begins: «старый срок»."""


def is_moved(word: str) -> bool:
    """By the word a day is put off: «перенесено», «перен.»."""
    return word.startswith(_MOVED) or word.rstrip(".") in _CUT_SHORT
