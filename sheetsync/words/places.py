"""Places beside a time, «13 января, 18-00, фойе», where the header of the column asks for both."""

from sheetsync.words.cleaning import fold, tidy
from sheetsync.words.lexicon.beside import is_plain
from sheetsync.words.lexicon.calendar import MONTH_NUMBERS
from sheetsync.words.pattern import pattern
from sheetsync.words.periods import reads_as_time, reads_in_a_month
from sheetsync.words.venues import HOUSES, PLACES

_PLACES = PLACES | HOUSES
_ASKED_FOR = pattern(r"\bмест[оа]\b|\bгде\b|\bадрес|\b(?:place|venue|location|where)\b")
PIECES = pattern(r"([,;\n]\s*)")  # the marks between them are kept
# Not inside of a name: «МОБУ «Заречная школа»».
_WORD_GAP = pattern(r"(?<=[\w.)»])(?<![А-ЯЁ]{2}(?=\s+[«\"]))\s+(?=\S)")
_NAMED = pattern(r"(?i:ул(?:ица)?|пер|наб|с|дер|пос|г|село|деревня|пос[её]лок|хутор)\.? [А-ЯЁ]")
_BEFORE = pattern(
    r"(?:(?:в|во|на|у|возле|около|in|at) )?(?:the )?"
    r"(?:\d{1,3}(?:-?[а-я]{1,2})? |(?:перв|втор|трет|четверт)[а-я]{2,3} (?=этаж|корпус))?"
)
_AT_HOME = frozenset({"на дому", "по месту жительства"})
_ADJECTIVE = pattern(r"[а-я-]+(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|ом|ем|ей)")
_MOST_ADJECTIVES = 3
_HOUSE = pattern(r"(?:д(?:ом)?\.? ?)?\d{1,3}[а-я]?")
_STREET = pattern(r"(?:ул|пер|наб|улица)\b.*")
_NUMBERED = pattern(r"(?:№ ?)?\d{1,4}[а-я]?")
# What may link the words behind a place: «площадь у СДК», «холл 1 этажа», «школа им. Павлова».
_LINKS = frozenset({"у", "на", "в", "и", "им.", "имени", "с.", "г.", "д.", "ул."})
# It tells how things stand there: «зал закрыт», «школа на ремонте».
_STATE = pattern(r"\w+(?:[ыяе]т|[ыяе]т[ао]|[её]н|ан|[ае]н[аоы])|ремонт\w*|карантин\w*|готов\w*")


def asks_for_place(header: str) -> bool:
    """Whether a header asks for a place as well: «Дата, время, место», «Где и когда»."""
    return bool(_ASKED_FOR.search(fold(header)))


def without_place(text: str) -> str:
    """The text without what is plainly a place, as long as a time is left that is read.

    Words that could limit the time («зал закрыт», «кроме школы») are none, and stay.
    """
    kept = _kept(PIECES.split(text))
    said = kept if kept != text else _before_place(text)
    return said if said and _is_read(said) else text


def _kept(pieces: list[str]) -> str:
    """The pieces that are no places, with the marks between them."""
    said, street = "", False
    for at in range(0, len(pieces), 2):
        piece = pieces[at]
        place = _is_place(piece) or (street and bool(_HOUSE.fullmatch(piece)))
        street = place and bool(_STREET.match(fold(piece)))
        if not place:
            said += (pieces[at - 1] if said else "") + _before_place(piece)
    return said


def _before_place(piece: str) -> str:
    """What stands before a place that no mark parts from it: «10 января 12.00 парк»."""
    ends = (gap.start() for gap in _WORD_GAP.finditer(piece))
    found = (piece[:end] for end in ends if _is_place(piece[end:]) and _is_read(piece[:end]))
    return next(found, piece)


def _is_place(piece: str) -> bool:
    words = fold(piece)
    if words in _AT_HOME:
        return True
    begun = _BEFORE.match(words)
    said = words[begun.end() if begun else 0 :].split()
    noun = 0 if _NAMED.match(tidy(piece)) else _noun(said)
    return noun is not None and all(map(_says_where, (*said[:noun], *said[noun + 1 :])))


def _noun(said: list[str]) -> int | None:
    """Which word is that of a place, behind its adjectives: «районный Дом культуры»."""
    for at, word in enumerate(said[: _MOST_ADJECTIVES + 1]):
        bare = word.strip('«»"().')
        if bare in _PLACES or bare.partition("-")[0] in _PLACES:
            return at
        if not (word.isascii() or _ADJECTIVE.fullmatch(bare)):
            return None
    return None


def _says_where(word: str) -> bool:
    bare = fold(word).strip('«»"()')
    if bare in _LINKS or _NUMBERED.fullmatch(bare) or bare == "№":
        return True
    return is_plain(bare) and bare not in MONTH_NUMBERS and not _STATE.fullmatch(bare)


def _is_read(words: str) -> bool:
    # «До» alone may be read in a month, too.
    several = " " in words or any(map(str.isdigit, words))
    return reads_as_time(words) or (several and reads_in_a_month(words))
