"""What stands around a text, or a name in it: a bullet, brackets, quotation marks, an end."""

from sheetsync.words.pattern import pattern

_BULLETS = frozenset("-–—•·▪*")
_BULLET = pattern(r"\s*[-–—•·▪*]\s+(?=[^\W\d_]|\d+[ .]\d*[^\W\d_.]|\d\d?[.]\d\d?[.])")
_REST_OF_NAME = pattern(r" ?№ ?\d+[а-я]?\b| (?:«[^«»]+»|\"[^\"]+\"|“[^“”]+”)")
_PAIRS = {"(": ")", "[": "]", "«": "»", '"': '"', "“": "”"}
_BRACKETS = "(["
_END = " \t\n,;"


def unframed(text: str) -> str:
    """The text without what only frames it: "- август", "(до 5 мая)", "2026 г., май;"."""
    said = text.strip(_END)
    if said.endswith(".") and said[-2:-1].isdigit():
        said = said[:-1]
    one = said[:1] in _BULLETS and "\n" not in said  # of several lines each may have one
    bullet = _BULLET.match(said) if one else None
    said = said[bullet.end() :] if bullet else said
    closing = _PAIRS.get(said[:1])
    if closing is None or len(said) < 2 or said[-1] != closing:
        return said
    inside = said[1:-1]
    if said[0] in inside or closing in inside:
        return said if _closes_before_end(said) else unframed(inside)
    # «Весна-2026» is a name.
    plain = said[0] in _BRACKETS or inside[:1].isdigit() or inside[:1].islower()
    return unframed(inside) if plain else said


def name_at(words: str, line: str) -> str:
    """Words of a line with the rest of a name that they are cut from: «клуб «Весна»», «ОШ № 2»."""
    at = line.find(words)
    if at < 0 or not words:
        return words
    end = at + len(words)
    for opens, closes in (("«", "»"), ('"', '"')):
        opened = words.count(opens) > words.count(closes) or words.count(opens) % 2
        if opens in words and opened and closes in line[end:]:
            return line[at : line.index(closes, end) + 1]
    behind = _REST_OF_NAME.match(line, end)
    return line[at : behind.end()] if behind else words


def begins_with_bullet(line: str) -> bool:
    """As in "- август" of a list."""
    return line.lstrip()[:1] in _BULLETS and _BULLET.match(line) is not None


def _closes_before_end(text: str) -> bool:
    """As in "(май) – (июнь)", whose first bracket is not closed by the last."""
    depth = 0
    for sign in text[:-1]:
        depth += (sign == text[0]) - (sign == _PAIRS[text[0]])
        if depth <= 0:
            return True
    return False
