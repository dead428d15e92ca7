"""What Google and the network refuse, as sentences by cause that say what to do."""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from enum import StrEnum
from typing import Any

from gspread.exceptions import APIError

from sheetsync.errors import SheetsyncError
from sheetsync.languages import _
from sheetsync.model.language import marked
from sheetsync.workbooks.google.causes import Trouble, cause_of
from sheetsync.workbooks.google.client import OutcomeUnknown
from sheetsync.workbooks.google.reading import Closed
from sheetsync.workbooks.google.troubles import FAILURES, trouble_of, words_of

_NOBODY = marked("the account in use")
_APIS = {
    "drive.googleapis.com": "Google Drive API",
    "iamcredentials.googleapis.com": "IAM Service Account Credentials API",
    "sts.googleapis.com": "Security Token Service API",
}

_PROTECTED, _TYPED = "protected cell", "typed column"  # how Google says it
_REQUEST = re.compile(r"requests\[(\d+)\]")


@contextmanager
def translated(place: str, account: str) -> Iterator[None]:
    """Translate what is raised inside; `account` is the address a sheet is shared with."""
    try:
        yield
    except OutcomeUnknown as error:
        raise undecided(place) from error.__cause__ or error
    except FAILURES as error:
        raise explained(trouble_of(error), place=place, account=account) from error


def explained(
    trouble: Trouble, *, place: str = "", account: str = "", key: str = ""
) -> SheetsyncError:
    """The error for a trouble, as the table of causes has it."""
    cause = cause_of(trouble)
    told = _(
        cause.tells,
        place=place or "Google",
        account=account or _(_NOBODY),
        code=_(" (code {status})", status=trouble.status) if trouble.status else "",
        api=_APIS.get(trouble.service, "Google Sheets API"),
        key=key,
        words=trouble.words,
    )
    words = trouble.words.rstrip(".")
    return cause.raises(
        _("{told} Google's answer: “{words}”.", told=told, words=words)
        if cause.quotes and words
        else told
    )


def undecided(place: str) -> OutcomeUnknown:
    """The error for a write whose outcome could not be learnt even by looking."""
    return OutcomeUnknown(
        "The connection to the sheet {place} broke during the write. The tabs may have "
        "been updated; the next run checks it and completes them.",
        place=place,
    )


class Family(StrEnum):
    """What a tab can do without."""

    NAMES = "names"
    CHARTS = "charts"
    RULES = "rules"


# Names of a deleted tab are taken for ever (gspread, issue 1530); rules and charts are known
# by indexes and ids that people's edits outdate.
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
    found = _REQUEST.search(words_of(error.response))
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
    """Why one of our tabs was not updated, and what to do; `why` may quote Google."""
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
