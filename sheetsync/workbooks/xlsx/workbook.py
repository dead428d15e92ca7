"""A plan in a local .xlsx workbook: read by calamine, written by excelize."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from sheetsync.errors import WorkbookError
from sheetsync.model import Grid, Tab
from sheetsync.workbooks.base import Written
from sheetsync.workbooks.files import FileHeld, FileOvertaken, Replacement
from sheetsync.workbooks.locks import holder
from sheetsync.workbooks.titles import reference
from sheetsync.workbooks.xlsx.alarms import alarm_rules
from sheetsync.workbooks.xlsx.drawings import put_charts
from sheetsync.workbooks.xlsx.graft import grafted
from sheetsync.workbooks.xlsx.looks import Looks
from sheetsync.workbooks.xlsx.marks import mark, name_blocks, own_sheet, repeat_rows
from sheetsync.workbooks.xlsx.package import damaged, examine, lacking_styles, refuse_unsound
from sheetsync.workbooks.xlsx.parts import Parts, read_parts, write_parts
from sheetsync.workbooks.xlsx.reading import read_grid
from sheetsync.workbooks.xlsx.sheet import Extras, Setting, sheet_xml

if TYPE_CHECKING:
    import excelize


class XlsxWorkbook:
    """A workbook in a file; see `Workbook` for what its methods promise.

    `today` dates the one copy kept of the file as it was before the day's first change; `swap`
    is how a finished file takes the place of the old one. Links to the plan are left out where
    our tabs had to go into a file beside it.
    """

    local = True
    zone = ""
    traffic = None

    def __init__(
        self, path: Path, *, today: date, swap: Callable[[Path, Path], None] = os.replace
    ) -> None:
        self.place = str(path)
        self._path = path.resolve()  # a link stays a link: what it points to is replaced
        self._today = today
        self._swap = swap

    def read(self, tab: str = "") -> Grid:
        """See `Workbook.read`."""
        return read_grid(examine(self._path), tab)

    def write(self, tabs: Sequence[Tab], *, plan_tab: str) -> Written:
        """See `Workbook.write`."""
        examine(self._path)
        refuse_unsound(self._path)
        reason = holder(self._path) or lacking_styles(self._path)
        if reason:
            return self._write_beside(tabs, reason)
        try:
            changed = self._write_twice(tabs, plan_tab)
        except FileHeld as error:
            return self._write_beside(tabs, str(error))
        return Written(place=self.place, changed=changed)

    def link(self, target: str, *, plan_tab: str) -> str:
        """See `Workbook.link`; a file: URL, which opens where the reader has the same disk."""
        return f"{self._path.as_uri()}#{quote(reference(plan_tab, target))}"

    def _write_twice(self, tabs: Sequence[Tab], plan_tab: str) -> bool:
        """Once more from the new file if somebody saved meanwhile; a second time is an error."""
        replacement = Replacement(target=self._path, swap=self._swap, today=self._today)

        def build(draft: Path) -> None:
            _revise(self._path, draft, tabs, plan_tab=plan_tab)

        with _disk_errors(self._path):
            try:
                return replacement.by(build)
            except FileOvertaken:
                return replacement.by(build)

    def _write_beside(self, tabs: Sequence[Tab], reason: str) -> Written:
        path = self._path.with_name(f"{self._path.stem}.сводка.xlsx")
        with _disk_errors(path):
            changed = Replacement(target=path, swap=self._swap).by(
                lambda draft: _compose(draft, tabs, ours=True)
            )
        return Written(place=str(path), changed=changed, beside=True, reason=reason)


def create_workbook(path: Path, tab: Tab) -> None:
    """Make a workbook of one tab that is staff's from then on, not ours.

    Raises `WorkbookError` where the file exists already or cannot be written.
    """
    if path.exists():
        raise WorkbookError(f"Файл «{path}» уже есть. Укажите другое имя или уберите его.")
    with _disk_errors(path):
        Replacement(target=path.resolve()).by(lambda draft: _compose(draft, [tab], ours=False))


def _revise(source: Path, draft: Path, tabs: Sequence[Tab], *, plan_tab: str) -> None:
    with _closing(_open(source)) as workbook:
        looks, drawn = Looks(workbook), {}
        for tab in tabs:
            title = own_sheet(workbook, tab, plan_tab=plan_tab)
            name_blocks(workbook, title, tab)
            drawn[title] = tab
        setting = _prepare(workbook, drawn, Setting(style=looks.number, plan_tab=plan_tab))
        workbook.save_as(str(draft))
    _finish(draft, grafted(read_parts(draft), source), drawn, setting)


def _compose(draft: Path, tabs: Sequence[Tab], *, ours: bool) -> None:
    import excelize

    with _closing(excelize.new_file()) as workbook:
        looks = Looks(workbook)
        workbook.set_doc_props(excelize.DocProperties(creator="sheetsync"))
        for number, tab in enumerate(tabs):
            if number == 0:
                workbook.set_sheet_name(workbook.get_sheet_name(0), tab.title)
            else:
                workbook.new_sheet(tab.title)
            if ours:
                mark(workbook, tab.key, tab.title)
        drawn = {tab.title: tab for tab in tabs}
        plain = Setting(style=looks.number, plan_tab="", grid=not ours)
        setting = _prepare(workbook, drawn, plain)
        workbook.save_as(str(draft))
    _finish(draft, read_parts(draft), drawn, setting)


def _prepare(workbook: "excelize.File", drawn: Mapping[str, Tab], setting: Setting) -> Setting:
    """All that only excelize can do: styles, and rows that are repeated on every page."""
    for title, tab in drawn.items():
        repeat_rows(workbook, title, tab.frozen_rows)
        for row in tab.rows:
            for cell in row.cells:
                setting.style(cell)
    return replace(setting, epoch_1904=bool(workbook.get_workbook_props().date1904))


def _finish(draft: Path, parts: Parts, drawn: Mapping[str, Tab], setting: Setting) -> None:
    """Draw our sheets, whose titles are the keys of `drawn`; staff's parts are not touched."""
    sheets = examine(draft).parts
    for title, tab in drawn.items():
        sheet = sheets[title]
        extras = Extras(
            rules=alarm_rules(parts, tab, plan_tab=setting.plan_tab),
            drawing=put_charts(parts, sheet, tab, title=title),
        )
        before = parts[sheet].decode()
        parts[sheet] = sheet_xml(tab, setting, before=before, extras=extras).encode()
    write_parts(draft, parts)


def _open(path: Path) -> "excelize.File":
    import excelize

    try:
        return excelize.open_file(str(path))
    except RuntimeError as error:
        raise damaged(path) from error


@contextmanager
def _closing(workbook: "excelize.File") -> Iterator["excelize.File"]:
    """Close it in the end: its temporary files, for large sheets, go only then."""
    try:
        yield workbook
    finally:
        workbook.close()


@contextmanager
def _disk_errors(path: Path) -> Iterator[None]:
    """Say what the system or excelize refused, and what to do about it."""
    try:
        yield
    except PermissionError as error:
        raise WorkbookError(
            f"Нет права записать «{path}». Попросите доступ к папке «{path.parent}»."
        ) from error
    except (OSError, RuntimeError) as error:  # the second is all that excelize ever raises
        raise WorkbookError(
            f"Не удалось записать «{path}»: {error}. Проверьте место на диске и папку."
        ) from error
