"""Headers that ask, «Что сделать», «Кто», «К какому сроку»: several in a row are no measure's."""

from sheetsync.words.cleaning import fold
from sheetsync.words.pattern import pattern

# A quick look before the pattern: a tab may have a million rows.
_BEGINNINGS = frozenset(
    {"чт", "кт", "ке", "ко", "на", "за", "чь", "гд", "ск", "к ", "до", "в ", "wh", "by", "ho"}
)
_ASKS = pattern(
    r"(?:что|кто|кем|кому|на ком|за кем|чья|чье|когда|где|сколько|(?:к|до|в) как\w+)\b"
    r"|(?:what|(?:by )?who|by whom|(?:by )?when|where|how (?:much|many))\b"
)


def asks(header: str) -> bool:
    """Whether a header is a question of who, what or when."""
    return header.lstrip()[:2].casefold() in _BEGINNINGS and bool(_ASKS.match(fold(header)))
