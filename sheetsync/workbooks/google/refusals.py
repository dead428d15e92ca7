"""What Google refused of a batch: which request, and whether the rest can do without it."""

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any

from gspread.exceptions import APIError

from sheetsync.workbooks.google.errors import google_words
from sheetsync.workbooks.google.reading import Closed

_PROTECTED, _TYPED = "protected cell", "typed column"  # how Google says it
_REQUEST = re.compile(r"requests\[(\d+)\]")


class Family(StrEnum):
    """What a tab can do without."""

    NAMES = "names"
    CHARTS = "charts"
    RULES = "rules"


_FAMILIES: Mapping[str, Family] = {
    "addNamedRange": Family.NAMES,
    "updateNamedRange": Family.NAMES,
    "deleteNamedRange": Family.NAMES,
    "addChart": Family.CHARTS,
    "updateChartSpec": Family.CHARTS,
    "updateEmbeddedObjectPosition": Family.CHARTS,
    "addConditionalFormatRule": Family.RULES,
    "deleteConditionalFormatRule": Family.RULES,
}
_MISSED: Mapping[str, str] = {
    Family.NAMES: "имён блоков для формул",
    Family.CHARTS: "диаграмм",
    Family.RULES: "ячейки, которая краснеет сама",
}


def refused_request(
    error: APIError, requests: Sequence[dict[str, Any]]
) -> tuple[dict[str, Any], int] | None:
    """The request that Google named in its refusal, and how many like it came before."""
    found = _REQUEST.search(google_words(error.response))
    index = int(found[1]) if found else len(requests)
    if index >= len(requests):
        return None
    return requests[index], requests[:index].count(requests[index])


def family_of(request: Mapping[str, Any]) -> Family | None:
    """What the request is about, where the tab can do without it."""
    return _FAMILIES.get(next(iter(request)))


def is_closed(words: str) -> bool:
    """Whether Google's words are about the whole tab: people closed it to programs."""
    return is_protected(words) or _TYPED in words


def is_protected(words: str) -> bool:
    """Whether Google's words are about cells that people protected, not about a protected range."""
    return _PROTECTED in words


def missed(title: str, family: str) -> str:
    """What a tab lacks, in words that follow "нет"."""
    return f"{_MISSED[family]} на вкладке «{title}»"


def stopped(title: str, why: Closed | str, *, account: str) -> str:
    """Why a tab of ours stays as it is, and what to do; `why` may be Google's own words."""
    if why is Closed.PROTECTED or is_protected(why):
        return (
            f"Вкладка «{title}» не обновлена: она защищена. Снимите защиту («Данные – Защищённые "
            "листы и диапазоны») или внесите в её редакторы адрес "
            f"{account or 'учётной записи программы'}."
        )
    if why is Closed.TABLE or _TYPED in why:
        return (
            f"Вкладка «{title}» не обновлена: её превратили в таблицу с типами столбцов. Откройте "
            "меню этой таблицы и выберите «Преобразовать в неформатированные данные»."
        )
    return f"Вкладка «{title}» не обновлена, Google не принял запись: {why}"
