"""What Google refused of a batch: which request, and whether the rest can do without it."""

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any

from gspread.exceptions import APIError

from sheetsync.languages import _
from sheetsync.model.language import marked
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
    Family.NAMES: marked("named ranges for formulas"),
    Family.CHARTS: marked("charts"),
    Family.RULES: marked("the cell that turns red by itself"),
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
    return _("{missed} on the tab “{title}”", missed=_(_MISSED[family]), title=title)


def stopped(title: str, why: Closed | str, *, account: str) -> str:
    """Why a tab of ours stays as it is, and what to do; `why` may be Google's own words."""
    if why is Closed.PROTECTED or is_protected(why):
        return _(
            "The tab “{title}” is not updated: it is protected. Remove the protection (“Data "
            "– Protect sheets and ranges”) or add {account} to its editors.",
            title=title,
            account=account or _("the program's account"),
        )
    if why is Closed.TABLE or _TYPED in why:
        return _(
            "The tab “{title}” is not updated: it was converted to a table with column "
            "types. Open that table's menu and choose “Revert to unformatted data”.",
            title=title,
        )
    return _(
        "The tab “{title}” is not updated, Google refused the write: {why}", title=title, why=why
    )
