"""A plan in a local .xlsx workbook: read by calamine, written as a package of parts."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from glob import escape
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from sheetsync.errors import WorkbookError, reason
from sheetsync.languages import CODES, PLANS, _, load_language
from sheetsync.model import Grid, Tab
from sheetsync.workbooks.base import LocalWorkbook, Written
from sheetsync.workbooks.files import FileHeld, FileOvertaken, Replacement, dated_copies
from sheetsync.workbooks.locks import lock_of
from sheetsync.workbooks.xlsx.blank import PROPERTIES, blank_package, day_made
from sheetsync.workbooks.xlsx.drafts import DraftRefused, odd_parts_refused, put_into_draft
from sheetsync.workbooks.xlsx.opc import Parts
from sheetsync.workbooks.xlsx.package import examine, refuse_unsound
from sheetsync.workbooks.xlsx.reading import read_grid, staff_tabs
from sheetsync.workbooks.xlsx.refusals import refusal
from sheetsync.workbooks.xlsx.tabs import lacks_tabs, put_staff_tab, put_tabs


class XlsxWorkbook(LocalWorkbook):
    """A workbook in a file; see `Workbook` for what its methods promise.

    `today` dates the copy kept of the file as it was before the day's first change; `swap` is how
    a finished file takes the place of the old one; `language` is the plan's code, which names the
    copy and the file beside it. Links to the plan are left out where our tabs had to go into the
    latter.
    """

    def __init__(
        self,
        path: Path,
        *,
        today: date,
        language: str = PLANS,
        swap: Callable[[Path, Path], None] = os.replace,
    ) -> None:
        self.place = str(path)
        self._path = path.resolve()  # a link stays a link: what it points to is replaced
        self._besides = tuple(_besides(self._path, language))
        # The one of before, if there is one: two plans of one workbook share a file.
        self._beside = next(filter(Path.exists, self._besides), self._besides[0])
        self._today, self._language = today, language
        self._swap = swap

    def read(self, tab: str = "") -> Grid:
        """See `Workbook.read`."""
        return read_grid(examine(self._path), tab)

    def read_all(self, titles: Sequence[str] = ()) -> tuple[Grid, ...]:
        """See `Workbook.read_all`."""
        package = examine(self._path)
        return tuple(read_grid(package, tab) for tab in titles or staff_tabs(package))

    def write(self, tabs: Sequence[Tab], *, plan_tab: str) -> Written:
        """See `Workbook.write`."""
        examine(self._path)
        refuse_unsound(self._path)
        lock = lock_of(self._path)
        try:
            refused = self._refusal(tabs, plan_tab)
            if refused:
                return self._write_beside(tabs, plan_tab, refused, refused=True)
            if lock and not lock.stale:
                return self._write_beside(tabs, plan_tab, lock.words)
            changed = self._write_twice(tabs, plan_tab)
        except FileHeld as error:
            return self._write_beside(tabs, plan_tab, str(error))
        except DraftRefused as error:
            return self._write_beside(tabs, plan_tab, self._unsound(error), refused=True)
        self._clear_beside()
        return Written(place=self.place, changed=changed, passed=lock.words if lock else "")

    def refuses(self, tabs: Sequence[Tab], *, plan_tab: str) -> str:
        """Why `write` would put the tabs beside, even where nobody has it open; "" if it would not.

        The file stays as it is. Raises what `write` raises.
        """
        from tempfile import TemporaryDirectory

        examine(self._path)
        refuse_unsound(self._path)
        try:
            if refused := self._refusal(tabs, plan_tab):
                return refused
            with TemporaryDirectory() as folder, _disk_errors(self._path):
                draft = Path(folder) / self._path.name
                self._build(draft, tabs, plan_tab)
        except DraftRefused as error:
            return self._unsound(error)
        return ""

    def _refusal(self, tabs: Sequence[Tab], plan_tab: str) -> str:
        with odd_parts_refused(), ZipFile(self._path) as archive:
            parts = Parts(archive)
            return refusal(parts, adds_tabs=lambda: lacks_tabs(parts, tabs, plan_tab=plan_tab))

    def _write_twice(self, tabs: Sequence[Tab], plan_tab: str) -> bool:
        """Once more from the new file if somebody saved meanwhile; a second time is an error."""
        replacement = Replacement(
            target=self._path, swap=self._swap, today=self._today, language=self._language
        )

        def build(draft: Path) -> None:
            self._build(draft, tabs, plan_tab)

        with _disk_errors(self._path):
            try:
                return replacement.by(build)
            except FileOvertaken:
                return replacement.by(build)

    def _build(self, draft: Path, tabs: Sequence[Tab], plan_tab: str) -> None:
        put_into_draft(draft, self._path, lambda parts: put_tabs(parts, tabs, plan_tab=plan_tab))

    def _unsound(self, error: DraftRefused) -> str:
        return _(
            "The workbook “{name}” is unchanged: {error}. Open it in Excel or "
            "LibreOffice, save it anew and run again.",
            name=self._path.name,
            error=error,
        )

    def _write_beside(
        self, tabs: Sequence[Tab], plan_tab: str, why: str, *, refused: bool = False
    ) -> Written:
        """Write the tabs to the file beside, keeping those of other plans and the first day."""
        since = _ours_since(self._beside)
        source = self._beside if since else blank_package(made=self._today)
        changed = _replace(
            Replacement(target=self._beside, swap=self._swap),
            source,
            lambda parts: put_tabs(parts, tabs, plan_tab=plan_tab),
        )
        return Written(
            place=str(self._beside),
            changed=changed,
            beside=True,
            reason=why,
            refused=refused,
            since=since or self._today,
        )

    def _clear_beside(self) -> None:
        for beside in self._besides:
            if _ours_since(beside):
                with suppress(OSError):  # somebody has it open; the next run tries again
                    beside.unlink()


def create_workbook(path: Path, tab: Tab) -> None:
    """Make a workbook of one tab that is staff's from then on, not ours.

    Raises `WorkbookError` where the file exists already or cannot be written.
    """
    if path.exists():
        raise WorkbookError(
            "The file “{path}” is there already. Choose another name or move it away.", path=path
        )
    replacement = Replacement(target=path.resolve())
    _replace(replacement, blank_package(), lambda parts: put_staff_tab(parts, tab))


def _replace(
    replacement: Replacement, source: Path | BytesIO, change: Callable[[Parts], None]
) -> bool:
    """Write a file of our own in place: nothing is written beside such a file."""
    with _disk_errors(replacement.target):
        try:
            return replacement.by(lambda draft: put_into_draft(draft, source, change))
        except DraftRefused as error:
            raise WorkbookError(
                "Could not write “{target}”: {error}.", target=replacement.target, error=error
            ) from error


@contextmanager
def _disk_errors(path: Path) -> Iterator[None]:
    """Turn errors of the file system into sentences that say what to do."""
    try:
        yield
    except PermissionError as error:
        raise WorkbookError(
            "There is no permission to write “{path}”. Ask for access to the folder “{parent}”.",
            path=path,
            parent=path.parent,
        ) from error
    except OSError as error:
        raise WorkbookError(
            "Could not write “{path}”: {reason}. Check the room on the disk and the folder.",
            path=path,
            reason=reason(error),
        ) from error


def _besides(path: Path, language: str) -> Iterator[Path]:
    """The files for our tabs while the plan cannot be written: in its language, then others."""
    own = _beside_in(language, path)
    yield own
    # Another catalogue is only read where a file may have its name.
    found = path.parent.glob(f"{escape(path.stem)}.*.xlsx")
    if set(found) - {own} - dated_copies(path).keys():
        yield from (_beside_in(code, path) for code in CODES if code != language)


def _beside_in(language: str, path: Path) -> Path:
    name = load_language(language).gettext("{stem}.summary.xlsx")
    return path.with_name(name.format(stem=path.stem))


def _ours_since(beside: Path) -> date | None:
    """Since when our tabs are in that file; None for no file that is still all ours."""
    with suppress(Exception), ZipFile(beside) as archive:  # or it is none of ours
        return day_made(archive.read(PROPERTIES))
    return None
