"""What is left of a status without what only adds to a deed beside it."""

from sheetsync.words.status.rules import DEEDS, Sign
from sheetsync.words.status.statements import Statement
from sheetsync.words.status.words.asides import (
    ACCEPTED,
    ASIDE,
    CONTRACT,
    FORGOTTEN,
    FOUND,
    HANDED_IN,
    HANDED_ON,
    HIRED,
    ITEM_CLOSED,
    LOOKED,
    READY_FOR,
    STARTED,
)

_TELLING = (
    Sign.REQUEST,
    Sign.UNSURE,
    Sign.MERGED,
    Sign.CANCELLED,
    Sign.POSTPONED,
    Sign.REASSIGNED,
    Sign.PLANNED,
)


def without_asides(statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """The statements without what only adds to a deed beside them; all, where there is no deed."""
    kept = tuple(one for at, one in enumerate(statements) if not _is_aside(statements, at))
    return kept if any(one.sign in DEEDS for one in kept) else statements


def _is_aside(statements: tuple[Statement, ...], at: int) -> bool:
    said = statements[at]
    words = said.in_full.strip(" .!-")
    if CONTRACT.fullmatch(words):  # «договор выполняется, пункт закрыт»
        return any(ITEM_CLOSED.fullmatch(one.words) for one in statements)
    # «Готово, отдала в бухгалтерию», «ремонт завершён, школа готова к приёму детей».
    if HANDED_ON.fullmatch(words) or READY_FOR.fullmatch(words):
        return any(one.sign is Sign.CLOSED for one in statements[:at])
    if STARTED.fullmatch(words):  # «вакансия закрыта, врач приступил к работе»
        return any(HIRED.match(one.words) for one in statements[:at])
    if FOUND.fullmatch(words):  # «проверили все гидранты, 4 неисправны»
        return at > 0 and _looked(statements[at - 1])
    if FORGOTTEN.fullmatch(words):  # «сдали, приняли, забыли»
        return at > 0 and statements[at - 1].sign in DEEDS
    if ACCEPTED.fullmatch(words):  # «отчёт сдан, принят»
        return at > 0 and HANDED_IN.search(statements[at - 1].words) is not None
    return said.sign not in _TELLING and ASIDE.fullmatch(words) is not None


def _looked(said: Statement) -> bool:
    return said.sign is Sign.FACT and LOOKED.search(said.words) is not None
