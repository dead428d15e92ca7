"""What Google and the network refuse, told by cause and with what to do about it."""

from collections.abc import Iterator
from contextlib import contextmanager

import requests

from sheetsync.errors import SheetsyncError
from sheetsync.languages import _
from sheetsync.model.language import marked
from sheetsync.workbooks.google.causes import Trouble, cause_of
from sheetsync.workbooks.google.client import OutcomeUnknown
from sheetsync.workbooks.google.troubles import FAILURES, trouble_of, words_of

_NOBODY = marked("the account in use")
_APIS = {
    "drive.googleapis.com": "Google Drive API",
    "iamcredentials.googleapis.com": "IAM Service Account Credentials API",
    "sts.googleapis.com": "Security Token Service API",
}


@contextmanager
def told(place: str, account: str) -> Iterator[None]:
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


def google_words(response: requests.Response) -> str:
    """Why Google refused, in its own words."""
    return words_of(response)


def undecided(place: str) -> OutcomeUnknown:
    """The error for a write whose outcome could not be learnt even by looking."""
    return OutcomeUnknown(
        _(
            "The connection to the sheet {place} broke during the write. The tabs may have "
            "been updated; the next run checks it and completes them.",
            place=place,
        )
    )
