"""Texts cut between words, or kept from parting there."""

import re
from collections.abc import Callable

from sheetsync.words.cleaning import common_start, tidy
from sheetsync.words.pattern import pattern

# What waits for its noun. By their ends alone: nouns in -ний, -ций, -тий, -лий do not wait.
_LEANING = pattern(
    r" [«(]?(?:без|в|во|для|до|за|из|или|и|к|ко|между|на|над|не|о|об|от|по|под|при|с|со|у|через|"
    r"что|их|а|том|числе|основе|соответствии|an?|and|as|at|by|for|from|in|of|"
    r"on|or|the|to|with|"
    r"[\w-]{2,}(?:[^нцтл]ий|ый|ой|[ая]я|[оеы]е|[иы]х|[ыи]м|[ыи]ми|[ое]го|[ое]му|[ую]ю))$",
    re.IGNORECASE,
)
# A cut before one of these would leave it hanging in front of the ellipsis.
_HANGING = " \t\n\u00a0,;:.-–—(«„\"'/"
_SHORT = 60  # characters that need no cut
# What must not part at the end of a line: "п. 5", "12 дней", a dash and the word before it.
_BOUND = pattern(r"(?<=\bп\.) (?=\d)|(?<=\bстрока) (?=\d)|(?<=\d) (?=[а-я]{2}|г\.)| (?=– )")


def clip(text: str, limit: int) -> str:
    """The whole words of `text` that fit into `limit` characters (at least 1), "…" included.

    A text that fits comes back as it is. A single word longer than the limit is cut inside. A
    quotation that the cut leaves open is closed: «…на тему «Устав…»».
    """
    return _closed(text, limit, cut)


def cut(text: str, limit: int) -> str:
    """As `clip`, but a quotation may stay open: for keys, which have to be what they were."""
    if len(text) <= limit:
        return text
    room = text[:limit]
    end = max(room.rfind(" "), room.rfind("\n"), room.rfind("\u00a0"))
    whole = room[:end].rstrip(_HANGING) if end > 0 else ""
    return (whole or room[: limit - 1]) + "…"


def clip_phrase(text: str, limit: int) -> str:
    """As `clip`, but not after a preposition or an adjective: no noun, no sense.

    Where more than a third would be lost, the text ends where it may.
    """
    return _closed(text, limit, _cut_phrase)


def _closed(text: str, limit: int, cut: Callable[[str, int], str]) -> str:
    """What `cut` makes of the text, with its quotations closed, within the limit."""
    if len(text) <= limit:
        return text
    found = (_with_closing(cut(text, room), text) for room in range(limit, 0, -1))
    return next(said for said in found if len(said) <= limit)


def _with_closing(said: str, whole: str) -> str:
    # Those inside come first. English ones open with the sign that closes German ones.
    pairs = (("„", "“") if "„" in said else ("“", "”"), ("«", "»"))
    said += "".join(close * (said.count(first) - said.count(close)) for first, close in pairs)
    # A straight one that has no other in the whole text may be that of inches.
    return f'{said}"' if said.count('"') % 2 and not whole.count('"') % 2 else said


def _cut_phrase(text: str, limit: int) -> str:
    said = cut(text, limit)
    whole = said.removesuffix("…")
    while len(whole) > limit * 2 // 3 and _LEANING.search(whole):
        whole = whole[: whole.rfind(" ")].rstrip(_HANGING)
        said = f"{whole}…"
    return said


def differing(before: str, after: str) -> tuple[str, str]:
    """Both, without the words that they have in common at either end where either is long."""
    if max(len(before), len(after)) <= _SHORT:
        return before, after
    was, now = tidy(before).split(), tidy(after).split()
    start = common_start(was, now)
    # Only in what is left: a word that was doubled would else be cut off from both ends.
    end = min(common_start(was[::-1], now[::-1]), min(len(was), len(now)) - start)
    head, tail = ("… " if start else ""), (" …" if end else "")
    texts = (" ".join(words[start : len(words) - end]) for words in (was, now))
    one, other = (f"{head}{text}{tail}" for text in texts)
    return one, other


def bound(text: str) -> str:
    """Our own sentence for print: a number and its word stay on one line."""
    return _BOUND.sub("\u00a0", text)
