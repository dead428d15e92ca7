"""Which of several columns of words says what is to be done."""

from collections.abc import Callable, Mapping

from sheetsync.plan.cells import column_texts
from sheetsync.plan.header_rows import HeaderRows
from sheetsync.words.headers import HeaderRole, header_is_about, says
from sheetsync.words.tables import begins_mark, orders, tells_deed


def with_deeds(
    rows: HeaderRows, fields: dict[str, int], *, known: Callable[[str], str]
) -> dict[str, int]:
    """Beside «Задача» or «Замечание», «Мероприятие, его содержание» is what is to be done.

    Beside «Наименование учреждения», «Виды работ» is, and no «Отчёт» that is «сдан»; beside
    «Вопрос», «Решение» whose cells say what to do. `known` tells the field of a header.
    """
    taken = fields.get("measure")
    if taken is None:
        return fields
    free = {c: rows.whole(c) for c in rows.texts if c not in fields.values()}
    ordered = _ordered(rows, taken, free)
    if ordered is not None:
        return {**fields, "measure": ordered}
    deeds = [c for c, said in free.items() if known(said) == "measure"]
    if says(rows.whole(taken), HeaderRole.OBJECT):
        about = (c for c, said in free.items() if header_is_about(said) == "measure")
        deeds += (c for c in about if not holds_marks(rows, c))
    elif not (deeds and says(rows.whole(taken), HeaderRole.AIM)):
        return fields
    aims = HeaderRole.AIM, HeaderRole.OBJECT
    return {**fields, "measure": next((c for c in deeds if not says(free[c], *aims)), taken)}


def _ordered(rows: HeaderRows, taken: int, free: Mapping[int, str]) -> int | None:
    """The column «Решение» or «Поручение» beside what was spoken of, unless it tells outcomes."""
    if not says(rows.whole(taken), HeaderRole.SPOKEN_OF) or _mostly_orders(rows, taken):
        return None
    ordered = (c for c, said in free.items() if says(said, HeaderRole.ORDERED))
    return next((c for c in ordered if _mostly_orders(rows, c)), None)


def _mostly_orders(rows: HeaderRows, column: int) -> bool:
    texts = column_texts(rows.below, column)
    return 2 * sum(map(orders, texts)) > len(texts)


def holds_marks(rows: HeaderRows, column: int) -> bool:
    """Whether what came of a measure stands there: what is to be handed in is named in each row."""
    if not says(rows.whole(column), HeaderRole.MARK, HeaderRole.LIKELY_MARK):
        return False
    texts = column_texts(rows.below, column)
    return 2 * sum(map(_is_mark, texts)) > len(texts)


def _is_mark(text: str) -> bool:
    return begins_mark(text) or tells_deed(text)
