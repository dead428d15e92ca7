"""The address of a spreadsheet as people copy it: what it names, and what it names instead."""

import re
from typing import TYPE_CHECKING

from sheetsync.errors import ConfigError, WorkbookMissing
from sheetsync.languages import _, quoted
from sheetsync.model.frozen import frozen
from sheetsync.model.language import marked

if TYPE_CHECKING:
    from sheetsync.workbooks.google.reading import Seen, SheetSeen

_ID = r"(?P<id>[A-Za-z0-9_-]{20,})"
_DOCS = r"docs\.google\.com/(?:a/[^/]+/)?"
_FORMS = (
    _ID,
    rf"{_DOCS}spreadsheets/(?:u/\d+/)?d/{_ID}(?:[/?#].*)?",
    rf"{_DOCS}spreadsheets/(?:u/\d+/)?ccc\?(?:.*&)?key={_ID}(?:[&#].*)?",
    rf"(?:drive|docs)\.google\.com/(?:u/\d+/|a/[^/]+/)?open\?(?:.*&)?id={_ID}(?:[&#].*)?",
    rf"drive\.google\.com/(?:u/\d+/|a/[^/]+/)?file/(?:u/\d+/)?d/{_ID}(?:[/?#].*)?",
)
_WEB = re.compile(r"https?://|(?:docs|drive)\.google\.com/")
_TAB = re.compile(r"[?&#]gid=(\d+)")
_OPENED = re.compile(r"#gid=(\d+)")
_OTHERS = {
    r"(?:^|/)2PACX-|/d/e/": marked(
        "it is a published copy, which can only be read. Open the sheet itself"
    ),
    r"/(?:folders|drive/)": marked("it is a folder of the Drive. Open the sheet in it"),
    r"google\.com/.*\b(?:document|presentation|forms?|drawings)/": marked(
        "it is no sheet, but another Google document. Open the sheet"
    ),
}


@frozen
class Address:
    """A spreadsheet by its id, and the tab that the address opens, if it names one."""

    spreadsheet: str
    tab_id: int | None = None

    @property
    def tab(self) -> str:
        """What to ask `asked_for` where no title is given; "" where the address names no tab."""
        return "" if self.tab_id is None else f"#gid={self.tab_id}"


def web_address(spreadsheet: str) -> str:
    """Where a browser opens the spreadsheet of that id."""
    return f"https://docs.google.com/spreadsheets/d/{spreadsheet}/edit"


def is_address(told_as: str) -> bool:
    """Whether it means a shared sheet, not a file; `address_of` checks that it is valid."""
    told = told_as.strip().strip("<>")
    return bool(_WEB.match(told) or re.fullmatch(_ID, told))


def address_of(told_as: str) -> Address:
    """The address from the browser in any of its forms, or the id itself. Raises `ConfigError`."""
    # Letters put addresses between these signs (RFC 3986, appendix C).
    told = told_as.strip().strip("<>")
    bare = re.sub(r"^https?://", "", told)
    for words, instead in _OTHERS.items():
        if re.search(words, bare):
            raise ConfigError(
                "“{told_as}” is no address of a Google Sheet: {instead} and copy its "
                "address from the browser.",
                told_as=told_as,
                instead=_(instead),
            )
    for form in _FORMS:
        if match := re.fullmatch(form, bare):
            tabs = _TAB.findall(bare)
            # Said twice, in the query and behind "#", the second is the tab that is open.
            return Address(spreadsheet=match["id"], tab_id=int(tabs[-1]) if tabs else None)
    raise ConfigError(
        "“{told_as}” is no address of a Google Sheet. Copy the whole of it from the "
        "browser: https://docs.google.com/spreadsheets/d/…/edit",
        told_as=told_as,
    )


def asked_for(listing: "Seen", tab: str) -> "SheetSeen | None":
    """The tab of that title, or that an address opens; without one, or on ours, staff's first."""
    named = _OPENED.fullmatch(tab)
    opened = listing.by_id(int(named[1])) if named else None
    if tab and not (opened and opened.tag):
        return opened or listing.titled(tab)
    return listing.first_of_staff()


def no_tab(listing: "Seen", tab: str, *, place: str) -> WorkbookMissing:
    """The error for a tab that is not there."""
    there = ", ".join(quoted(sheet.title) for sheet in listing.sheets)
    if not tab:
        return WorkbookMissing(
            "The sheet {place} has no tab with a plan. There are only: {there}.",
            place=place,
            there=there,
        )
    if not _OPENED.fullmatch(tab):
        return WorkbookMissing(
            "The sheet {place} has no tab “{tab}”. There are: {there}.",
            place=place,
            tab=tab,
            there=there,
        )
    return WorkbookMissing(
        "The sheet {place} has no tab such as the address leads to ({tab}). There are: "
        "{there}. Open the tab of the plan and copy the address anew.",
        place=place,
        tab=tab,
        there=there,
    )
