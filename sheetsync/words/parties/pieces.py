"""Cuts a phrase at everything that could part two names; which of them does is decided later."""

from collections.abc import Sequence
from enum import StrEnum
from itertools import dropwhile, pairwise

from sheetsync.model.frozen import frozen_positional
from sheetsync.words.parties.lexicon import (
    ASIDES,
    BODIES,
    CHARGES,
    EVERY,
    JOINERS,
    LISTS,
    ORDERS,
    ROLES,
    is_role,
)
from sheetsync.words.parties.stand_ins import absence
from sheetsync.words.parties.tokens import DASHES, PartyToken, TokenKind

_AND = frozenset({"и", "или", "либо", "и/или", "&", "+"})
_FIRST_OF_JOINERS = frozenset(words[0] for words, _ in JOINERS)
_OPENINGS = ORDERS.keys() | EVERY | {"силами", "затем", "далее", "потом"}
_ALSO = frozenset(
    {("он", "же"), ("она", "же"), ("они", "же"), ("оно", "же"), ("по", "совместительству")}
)
_HARD = frozenset({";", "."})
_NAMING = (TokenKind.WORD, TokenKind.PERSON, TokenKind.QUOTED)


class Separator(StrEnum):
    """What stands before a piece, the weakest first; BREAK always begins a new party."""

    LINE = "line"
    COMMA = "comma"
    AND = "and"
    COLON = "colon"
    ALSO = "also"  # «…, он же …»: one more role of whoever stands before
    BREAK = "break"


@frozen_positional
class Piece:
    """Words between two possible borders.

    `joint` are the words and marks of the border before it, `case` what that border asks for
    («совместно с»: "ablt"), `brackets` what stands in brackets, `asides` what names nobody.
    """

    link: Separator
    joint: tuple[PartyToken, ...]
    tokens: tuple[PartyToken, ...]
    case: str = ""
    brackets: tuple[PartyToken, ...] = ()
    asides: tuple[tuple[PartyToken, ...], ...] = ()


def pieces(tokens: Sequence[PartyToken]) -> tuple[Piece, ...]:
    """The pieces of a phrase in order; one without words of its own only holds brackets, asides."""
    cut: list[Piece] = []
    joint: list[PartyToken] = []
    words: list[PartyToken] = []
    at = 0
    while at < len(tokens):
        size = _border_size(tokens, at)
        if size and words:
            cut.append(_piece(joint, words))
            joint, words = [], []
        (joint if size else words).extend(tokens[at : at + (size or 1)])
        at += size or 1
    if words or joint:
        cut.append(_piece(joint, words))
    return tuple(cut)


def _border_size(tokens: Sequence[PartyToken], at: int) -> int:
    """How many tokens from `at` on make a border; 0 for a word."""
    token = tokens[at]
    if _among_numbers(tokens, at):
        return 0
    if token.kind is TokenKind.LINE or token.text in {",", ";", ":", "/", ".", "&", "+"}:
        return 1
    if token.key in _AND:
        return 1
    if at and is_also(tokens[at : at + 2]):
        return 2
    if token.key == "а" and at + 1 < len(tokens) and tokens[at + 1].key == "также":
        return 2
    return _joiner(tokens[at : at + 3])[0]


def is_also(tokens: Sequence[PartyToken]) -> bool:
    """Whether the words say that what follows is one more role of somebody («он же»)."""
    return tuple(token.key for token in tokens) in _ALSO


def _among_numbers(tokens: Sequence[PartyToken], at: int) -> bool:
    """The comma of "руководители 5, 7, 9 классов": forms of a school are no list of parties."""
    joint = tokens[at].text == "," or tokens[at].key == "и"
    if not joint or at == 0 or not _counts(tokens[at - 1]):
        return False
    rest = list(dropwhile(lambda t: _counts(t) or t.text == "," or t.key == "и", tokens[at + 1 :]))
    return len(rest) < len(tokens) - at - 1 and rest[:1] != [] and rest[0].key.startswith("класс")


def _counts(token: PartyToken) -> bool:
    return token.kind is TokenKind.NUMBER or token.text[:1].isdigit()


def _joiner(tokens: Sequence[PartyToken]) -> tuple[int, str]:
    # Asked at every token, of which few begin a joiner.
    if tokens[0].key not in _FIRST_OF_JOINERS:
        return 0, ""
    keys = tuple(token.key for token in tokens)
    for words, case in JOINERS:
        if keys[: len(words)] == words:
            return len(words), case
    return 0, ""


def _piece(joint: Sequence[PartyToken], words: Sequence[PartyToken]) -> Piece:
    own = [_inside_name(words, at) for at in range(len(words))]
    brackets = tuple(t for t, kept in zip(words, own, strict=True) if _bracket(t) and not kept)
    plain = [t for t, kept in zip(words, own, strict=True) if not _bracket(t) or kept]
    kept, asides = _without_asides(plain)
    link, case = _link(joint)
    case = case or next((ORDERS.get(dropped[-1].key, "") for dropped in asides), "")
    return Piece(link, tuple(joint), tuple(kept), case, brackets, tuple(map(tuple, asides)))


def _bracket(token: PartyToken) -> bool:
    return token.kind is TokenKind.BRACKET


def _inside_name(words: Sequence[PartyToken], at: int) -> bool:
    """One word in brackets amid a name: «Совет ветеранов (пенсионеров) войны и труда»."""
    if not _bracket(words[at]) or not 0 < at < len(words) - 1:
        return False
    after = words[at + 1]
    goes_on = after.kind is TokenKind.WORD and after.text[0].islower()
    return goes_on and words[at].text[1:-1].isalpha() and words[at].text[1:-1].islower()


def _link(joint: Sequence[PartyToken]) -> tuple[Separator, str]:
    for at in range(len(joint)):
        size, case = _joiner(joint[at : at + 3])
        if size:
            return Separator.BREAK, case
    if any(is_also(joint[at : at + 2]) for at in range(len(joint))):
        return Separator.ALSO, ""
    texts = {token.key for token in joint}
    if any(token.kind is TokenKind.LINE and token.text != "\n" for token in joint):
        return Separator.BREAK, ""  # a bullet or a number begins the line
    if not joint or texts & _HARD:
        return Separator.BREAK, ""
    if ":" in texts:
        return Separator.COLON, ""
    if texts & _AND or "также" in texts:
        return Separator.AND, ""
    return (Separator.COMMA if texts & {",", "/"} else Separator.LINE), ""


def _without_asides(tokens: list[PartyToken]) -> tuple[list[PartyToken], list[list[PartyToken]]]:
    """Drops what names nobody: a role before a dash, «все», copies, «в дело», stray marks."""
    asides: list[list[PartyToken]] = []
    # Before a role and behind it: «поручить куратору», «куратор – все отделы».
    steps = (
        *(_copies, _absence, _opening, _through, _role, _contact, _opening),
        *(_agreement, _file, _strays),
    )
    for take in steps:
        tokens, dropped = take(tokens)
        if dropped:
            asides.append(dropped)
    return tokens, asides


def _copies(tokens: list[PartyToken]) -> tuple[list[PartyToken], list[PartyToken]]:
    """«прокурору – 2»: the number of copies."""
    end = len(tokens) - (tokens[-1:] != [] and tokens[-1].key.rstrip(".") == "экз")
    # «№ 101–115» are numbers.
    of_numbers = end >= 3 and tokens[end - 3].kind is TokenKind.NUMBER
    counted = end >= 2 and tokens[end - 1].kind is TokenKind.NUMBER and not of_numbers
    if counted and tokens[end - 2].text in DASHES:
        return tokens[: end - 2], tokens[end - 2 :]
    return tokens, []


def _absence(tokens: list[PartyToken]) -> tuple[list[PartyToken], list[PartyToken]]:
    """«в его отсутствие – завуч»: one more, who acts then."""
    cut = absence(tokens)
    return tokens[cut:], tokens[:cut]


def _opening(tokens: list[PartyToken]) -> tuple[list[PartyToken], list[PartyToken]]:
    """«Рекомендовать главам поселений», «силами отдела», «все отделы»: the first names nobody."""
    if len(tokens) > 1 and tokens[0].key in _OPENINGS:
        return tokens[1:], tokens[:1]
    keys = [token.key for token in tokens]
    for at, (key, after) in enumerate(pairwise(keys[:-1])):
        if key in ORDERS and after == "на":  # «контроль возложить на юриста»
            return tokens[at + 1 :], tokens[: at + 1]
    return tokens, []


def _through(tokens: list[PartyToken]) -> tuple[list[PartyToken], list[PartyToken]]:
    """«администрация в лице главы»: the one who really acts."""
    keys = [token.key for token in tokens]
    for at in range(len(keys) - 2):
        if keys[at : at + 2] == ["в", "лице"]:
            return tokens[at + 2 :], tokens[: at + 2]
    return tokens, []


def _role(tokens: list[PartyToken]) -> tuple[list[PartyToken], list[PartyToken]]:
    """«куратор программы – …», «отв. – …»: how somebody takes part."""
    if [token.kind for token in tokens[1:2]] == [TokenKind.PERSON] and _only_role(tokens[0].key):
        return tokens[1:], tokens[:1]
    dash = next((i for i, token in enumerate(tokens) if token.text in DASHES), 0)
    charged = [token.kind for token in tokens[dash + 1 :]] == [TokenKind.PERSON]
    if dash and charged and _are_charges(tokens[:dash]):
        return tokens[dash + 1 :], tokens[: dash + 1]
    if dash and names_role(tokens[:dash]) and tokens[dash + 1 :]:
        return tokens[dash + 1 :], tokens[:dash]
    if dash and tokens[dash - 1].kind is TokenKind.PERSON and names_role(tokens[dash + 1 :]):
        return tokens[:dash], tokens[dash:]
    return tokens, []


def _are_charges(tokens: list[PartyToken]) -> bool:
    """«гр. 101», «5 «А» класс», «5А»: of whom somebody has the care."""
    numbered = any(_counts(token) for token in tokens)
    return numbered and all(
        _counts(token) or token.key in CHARGES or token.kind is TokenKind.QUOTED for token in tokens
    )


def _contact(tokens: list[PartyToken]) -> tuple[list[PartyToken], list[PartyToken]]:
    """«отдел охраны труда – Степанов В.И.»: whom to ask there, as in «отдел (Степанов В.И.)»."""
    at = len(tokens) - 2
    named = at > 0 and tokens[at].text in DASHES and tokens[-1].kind is TokenKind.PERSON
    if named and any(token.key in BODIES for token in tokens[:at]):
        return tokens[:at], tokens[at:]
    return tokens, []


def _only_role(key: str) -> bool:
    """«Отв. Иванов И.И.»; a «куратор» or «координатор» before a name may be a post."""
    return key in ROLES or key.startswith(("ответственн", "исполнител", "соисполнител"))


def names_role(tokens: Sequence[PartyToken]) -> bool:
    """Whether the words only say how somebody takes part («Ответственный исполнитель»)."""
    return any(is_role(token.key) for token in tokens[:2]) and len(tokens) <= 4


def _agreement(tokens: list[PartyToken]) -> tuple[list[PartyToken], list[PartyToken]]:
    """«больница по согласованию с профкомом», «дежурные по графику»: who agrees does not act."""
    front = [token.key for token in tokens[:2]] == ["по", "согласованию"]
    if front and len(tokens) > 3 and tokens[2].text in DASHES:
        return tokens[3:], tokens[:3]
    for at in range(1, len(tokens) - 1):
        list_follows = at + 2 == len(tokens) and tokens[at + 1].key in LISTS
        by = tokens[at].key == "по" and (list_follows or tokens[at + 1].key == "согласованию")
        if by or tokens[at].key == "согласно":
            return tokens[:at], tokens[at:]
    return tokens, []


def _file(tokens: list[PartyToken]) -> tuple[list[PartyToken], list[PartyToken]]:
    """«в дело», «и др.», «и т. д.»: nobody."""
    words = [token for token in tokens if token.kind in _NAMING]
    short = any(token.kind is TokenKind.SHORT for token in tokens)
    if words and not short and all(token.key in ASIDES or len(token.key) == 1 for token in words):
        return [], tokens
    return tokens, []


def _numbers(tokens: list[PartyToken]) -> bool:
    """«№ 3» after «школа № 2»."""
    return tokens[0].text == "№" and [t.kind for t in tokens[1:]] == [TokenKind.NUMBER]


def _strays(tokens: list[PartyToken]) -> tuple[list[PartyToken], list[PartyToken]]:
    """Marks at either end of a name belong to no name."""
    while tokens and tokens[0].kind is TokenKind.MARK and not _numbers(tokens):
        tokens = tokens[1:]
    while tokens and tokens[-1].kind is TokenKind.MARK:
        tokens = tokens[:-1]
    return tokens, []
