"""What of a piece names nobody: roles, orders, copies, who is away, where a list is kept."""

from collections.abc import Collection
from itertools import pairwise, takewhile

from sheetsync.words.cleaning import word_set
from sheetsync.words.parties.lexicon import (
    ASIDES,
    BODIES,
    CHARGES,
    EVERY,
    LISTS,
    ORDERS,
    POSSESSIVES,
    PREMISES,
    THEN,
    is_only_role,
    is_role,
)
from sheetsync.words.parties.tokens import DASHES, TokenKind, Words, is_person, names_person

_OPENINGS = ORDERS.keys() | EVERY | THEN | {"силами", "совместно"}
_NAMING = (TokenKind.WORD, TokenKind.PERSON, TokenKind.QUOTED)
_FRONTS = word_set("на в во при с до а")
_AWAY = ("отпуск", "отсутств", "болезн", "больничн", "декрет", "командировк", "стажировк")
_ACTING = ("исполнитель", "соисполнитель", "контроль")  # before a body in the nominative
_STANDS_IN = ("замещ", "замен", "подмен")
_IN_NEED = ("при", "необходимости")
_ON_TERMS = (("по", "согласованию"), _IN_NEED)
_LONGEST = 6  # words before the one that says why


def without_asides(words: Words) -> tuple[Words, list[Words]]:
    """The words that name somebody, and what was in front of them or behind them."""
    asides: list[Words] = []
    for cut in _DASHED if any(word.text in DASHES for word in words) else _PLAIN:
        size = cut(words)
        if size > 0:
            asides.append(words[:size])
            words = words[size:]
        elif size < 0:
            asides.append(words[size:])
            words = words[:size]
    # Marks at either end belong to no name.
    while words and words[0].kind is TokenKind.MARK and not _is_number(words):
        words = words[1:]
    while words and words[-1].kind is TokenKind.MARK:
        words = words[:-1]
    return words, asides


def _is_number(words: Words) -> bool:
    """«№ 3» after «школа № 2», or on the line below «школа»."""
    return words[0].text == "№" and [word.kind for word in words[1:2]] == [TokenKind.NUMBER]


# Each of these says how many words at the front name nobody, or, below 0, at the end.


def _copies(words: Words) -> int:
    """«прокурору – 2», «прокурору – 2 экз.»; «№ 101–115» are numbers."""
    behind = 3 if words[-1].key.rstrip(".") == "экз" else 2
    dash, number = len(words) - behind, len(words) - behind + 1
    if dash < 0 or words[dash].text not in DASHES or words[number].kind is not TokenKind.NUMBER:
        return 0
    return 0 if dash and words[dash - 1].kind is TokenKind.NUMBER else -behind


def absence(words: Words) -> int:
    """«В его отсутствие – завуч»: that somebody is away, before who acts then.

    A dash stands before that one, unless «в его отсутствие» says who is away.
    """
    if words and words[0].key == "вместо":  # «вместо Сомова – Лосева»
        return next((at + 1 for at, word in enumerate(words[:-1]) if word.text in DASHES), 0)
    if not words or words[0].key not in _FRONTS:
        acts = bool(words) and words[0].key.startswith(_STANDS_IN)
        return 2 if acts and len(words) > 2 and words[1].text in DASHES else 0
    away = (at for at, word in enumerate(words[:_LONGEST]) if word.key.startswith(_AWAY))
    why = next(away, 0)
    if not why:
        return 0
    behind = range(why + 1, min(why + _LONGEST, len(words)))
    dash = next((at for at in behind if words[at].text in DASHES), 0)
    whose = any(word.key in POSSESSIVES for word in words[:why])
    end = dash + 1 if dash else why + 1 if whose else 0
    return end if end < len(words) else 0


def _opening(words: Words) -> int:
    """«Рекомендовать главам», «силами отдела», «все отделы», «контроль возложить на юриста»."""
    if len(words) > 1 and words[0].key in _OPENINGS:
        return 1
    if len(words) > 2 and words[1].key in ORDERS and is_only_role(words[0].key):
        return 2  # «исполнение поручить отделу»
    pairs = enumerate(pairwise(words[:-1]))
    return next((at + 1 for at, (one, on) in pairs if on.key == "на" and one.key in ORDERS), 0)


def _through(words: Words) -> int:
    """«администрация в лице главы»: the one who really acts."""
    pairs = enumerate(pairwise(words[:-1]))
    return next((at + 2 for at, (one, on) in pairs if on.key == "лице" and one.key == "в"), 0)


def _role_in_front(words: Words) -> int:
    """«Отв. исп. Иванов И.И.», «исп. отдел кадров»: the role is none of the name."""
    roles = sum(1 for _ in takewhile(lambda word: is_only_role(word.key), words))
    if not roles or is_person(words[roles:]):
        return roles
    acts = words[roles - 1].key in _ACTING
    body = any(word.kind is TokenKind.SHORT or word.key in BODIES for word in words[roles:][:2])
    return roles if acts and body else 0


def _role(words: Words) -> int:
    """«куратор программы – …», «Иванов И.И. – отв.», «гр. 101 – Иванов И.И.»."""
    dash = next((at for at, word in enumerate(words) if word.text in DASHES), 0)
    before, behind = words[:dash], words[dash + 1 :]
    role = names_role(before) and not names_person(before)
    if before and behind and (role or _has_charge(before, behind)):
        return dash + 1
    roles = len(before) > 1 and all(is_only_role(word.key) for word in before[1:])
    if roles and behind and is_person(before[:1]):  # «Иванов И.И. отв. – питание»
        return 1 - len(words)
    held = is_person(before[-1:])
    alone = bool(before) and len(behind) == 1 and is_only_role(behind[0].key)
    return dash - len(words) if alone or (held and names_role(behind)) else 0


def names_role(words: Words) -> bool:
    """Whether the words only say how somebody takes part («Ответственный исполнитель»)."""
    return any(is_role(word.key) for word in words[:2]) and len(words) <= 4


def _has_charge(before: Words, behind: Words) -> bool:
    """«гр. 101 – Иванов И.И.»; «цех 1 – мастер» is that one's, «корпус 1 – завхоз» need not be."""
    inside = any(word.key in PREMISES for word in before)
    return (is_person(behind) or inside) and are_charges(before)


def are_charges(words: Words) -> bool:
    """«гр. 101», «5 «А» класс», «5А», «за явку»: of whom or what somebody has the care."""
    if words[0].key in ("за", "по"):
        return True
    numbers = [word.text[0].isdigit() for word in words]
    return any(numbers) and all(
        number or word.key in CHARGES or word.kind is TokenKind.QUOTED
        for number, word in zip(numbers, words, strict=True)
    )


def _contact(words: Words) -> int:
    """«отдел охраны труда – Степанов В.И.»: whom to ask there, as in «отдел (Степанов В.И.)»."""
    behind = 3 if len(words) > 2 and is_only_role(words[-2].key) else 2  # «… – отв. Степанов В.И.»
    dash = len(words) - behind
    named = dash > 0 and words[dash].text in DASHES and is_person(words[-1:])
    if not named or words[0].key == "организация":  # «организация питания» is a task
        return 0
    return -behind if any(word.key in BODIES for word in words[:dash]) else 0


def _agreement_in_front(words: Words) -> int:
    """«по согласованию – профком»."""
    front = _begins(words, _ON_TERMS)
    return 3 if front and words[3:] and words[2].text in DASHES else 0


def _in_need(words: Words) -> int:
    """«при необходимости юрист», or no more than that between two commas."""
    return 2 if _begins(words, (_IN_NEED,)) and (len(words) == 2 or words[2].kind in _NAMING) else 0


def _together(words: Words) -> int:
    """«Отдел кадров и бухгалтерия совместно»."""
    return -1 if len(words) > 1 and words[-1].key == "совместно" else 0


def _begins(words: Words, terms: Collection[tuple[str, str]]) -> bool:
    return tuple(word.key for word in words[:2]) in terms


def _agreement(words: Words) -> int:
    """«больница по согласованию с профкомом», «дежурные по графику»: who agrees does not act.

    Nor does who is replaced: «Сомова вместо Дудко».
    """
    for at in range(1, len(words) - 1):
        if at + 2 == len(words) and _begins(words[at:], (_IN_NEED,)):
            return -2
        list_follows = at + 2 == len(words) and words[at + 1].key in LISTS
        by = words[at].key == "по" and (list_follows or words[at + 1].key == "согласованию")
        ordered = words[at].key == "в" and words[at + 1].key == "соответствии"
        if by or ordered or words[at].key in ("согласно", "вместо", "через"):
            return at - len(words)
    return 0


def _file(words: Words) -> int:
    """«в дело», «и др.», «и т. д.»: nobody."""
    named = [word for word in words if word.kind in _NAMING]
    short = any(word.kind is TokenKind.SHORT for word in words)
    nobody = named and all(word.key in ASIDES or len(word.key) == 1 for word in named)
    lettered = is_letter(words)  # «корпуса А, Б»: `told_apart` knows
    return len(words) if nobody and not short and not lettered else 0


def is_letter(words: Words) -> bool:
    """Whether a lone capital letter is all that there is."""
    return len(words) == 1 and len(words[0].text) == 1 and words[0].text.isupper()


_PLAIN = (absence, _opening, _through, _role_in_front, _in_need, _together, _agreement, _file)
_DASHED = (
    *(_copies, absence, _opening, _through, _role_in_front, _role, _contact),
    *(_opening, _agreement_in_front, _in_need, _together, _agreement, _file),
)
