"""The address of a spreadsheet as people copy it: what it names, and what it names instead."""

import re
from dataclasses import dataclass

from sheetsync.errors import ConfigError, WorkbookMissing
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
_TAB = re.compile(r"[?&#]gid=(\d+)")
_OPENED = re.compile(r"#gid=(\d+)")
_OTHERS = {
    r"(?:^|/)2PACX-|/d/e/": "это опубликованная копия, она только для чтения. Откройте "
    "саму таблицу",
    r"/(?:folders|drive/)": "это папка Диска. Откройте в ней таблицу",
    r"google\.com/.*\b(?:document|presentation|forms?|drawings)/": "это не таблица, а другой "
    "документ Google. Откройте таблицу",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A spreadsheet by its id, and the tab that the address opens, if it names one."""

    spreadsheet: str
    tab_id: int | None = None

    @property
    def tab(self) -> str:
        """What to ask `asked_for` where no title is given; "" where the address names no tab."""
        return "" if self.tab_id is None else f"#gid={self.tab_id}"


def address_of(told_as: str) -> Address:
    """The address from the browser in any of its forms, or the id itself. Raises `ConfigError`."""
    told = told_as.strip().strip("<>")
    bare = re.sub(r"^https?://", "", told)
    for words, instead in _OTHERS.items():
        if re.search(words, bare):
            raise ConfigError(
                f"«{told_as}» – не адрес таблицы Google: {instead} и скопируйте её адрес из строки "
                "браузера."
            )
    for form in _FORMS:
        if match := re.fullmatch(form, bare):
            tabs = _TAB.findall(bare)
            return Address(spreadsheet=match["id"], tab_id=int(tabs[-1]) if tabs else None)
    raise ConfigError(
        f"«{told_as}» – не адрес таблицы Google. Скопируйте его из строки браузера целиком: "
        "https://docs.google.com/spreadsheets/d/…/edit"
    )


def asked_for(listing: Seen, tab: str) -> SheetSeen | None:
    """The tab of that title, or that an address opens; without one, or on ours, staff's first."""
    named = _OPENED.fullmatch(tab)
    opened = listing.by_id(int(named[1])) if named else None
    if tab and not (opened and opened.mark):
        return opened or listing.titled(tab)
    return listing.first_of_staff()


def no_tab(listing: Seen, tab: str, *, place: str) -> WorkbookMissing:
    """The error for a tab that is not there."""
    there = ", ".join(f"«{sheet.title}»" for sheet in listing.sheets)
    if not tab:
        return WorkbookMissing(f"В таблице {place} нет вкладки с планом. Есть только: {there}.")
    if not _OPENED.fullmatch(tab):
        return WorkbookMissing(f"В таблице {place} нет вкладки «{tab}». Есть: {there}.")
    return WorkbookMissing(
        f"В таблице {place} нет вкладки, на которую ведёт адрес ({tab}). Есть: {there}. Откройте "
        "вкладку плана и скопируйте адрес заново."
    )
