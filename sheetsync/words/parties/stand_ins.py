"""Who acts while somebody is away: «Гусев В.Н. (на время отпуска – Лапин С.С.)»."""

from collections.abc import Sequence

from sheetsync.words.cleaning import word_set
from sheetsync.words.parties.tokens import DASHES, PartyToken

_FRONTS = word_set("на в во при с до а")
_AWAY = ("отпуск", "отсутств", "болезн", "больничн", "декрет", "командировк", "стажировк")
_STANDS_IN = ("замещ", "замен", "подмен")
_WHOSE = word_set("его ее их")
_LONGEST = 6  # words before the one that says why


def absence(words: Sequence[PartyToken]) -> int:
    """How many words at the front only say that somebody is away, before who acts then; else 0.

    A dash stands before that one, unless «в его отсутствие» says who is away.
    """
    if not words or words[0].key not in _FRONTS:
        acts = [word.key for word in words[:1] if word.key.startswith(_STANDS_IN)]
        return 2 if acts and len(words) > 2 and words[1].text in DASHES else 0
    away = (at for at, word in enumerate(words[:_LONGEST]) if word.key.startswith(_AWAY))
    why = next(away, 0)
    if not why:
        return 0
    behind = range(why + 1, min(why + _LONGEST, len(words)))
    dash = next((at for at in behind if words[at].text in DASHES), 0)
    whose = any(word.key in _WHOSE for word in words[:why])
    end = dash + 1 if dash else why + 1 if whose else 0
    return end if end < len(words) else 0
