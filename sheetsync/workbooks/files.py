"""Replaces a workbook's file as a whole: the old one or the new one, never half of either."""

import os
import re
import shutil
import zlib
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from glob import escape
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from sheetsync.errors import WorkbookError
from sheetsync.languages import PLANS, load_language
from sheetsync.model.frozen import frozen, frozen_positional

_COPIES = 3


class FileHeld(WorkbookError):
    """The system does not let the file be replaced: a program keeps it open."""


class FileOvertaken(WorkbookError):
    """Somebody saved the file while its replacement was being made."""


@frozen_positional
class Stamp:
    """What distinguishes a saved file from its previous version."""

    modified: int
    size: int

    @classmethod
    def of(cls, path: Path) -> "Stamp | None":
        """The stamp of a file, None where there is none."""
        try:
            stat = path.stat()
        except FileNotFoundError:
            return None
        # Both: file systems keep times as coarse as two seconds (FAT), and a save may take less.
        return cls(stat.st_mtime_ns, stat.st_size)


@frozen
class Replacement:
    """How a file is replaced: `swap` is `os.replace`, but for tests of its failure.

    With `today`, a copy of the day's first original is kept beside it. Those of the last three
    days of change stay; an older one goes only after the new file was read back. Its name is in the
    `language` of the plan, whoever runs the command.
    """

    target: Path
    swap: Callable[[Path, Path], None] = os.replace
    today: date | None = None
    language: str = PLANS

    def by(self, build: Callable[[Path], None]) -> bool:
        """Let `build` write the new file, then put it in place; False where it brings nothing new.

        Mode and, where allowed, owner are kept. Raises `FileOvertaken`, `FileHeld`, and whatever
        `build` raises; the target is then what it was, and no other file is left.
        """
        stamp = Stamp.of(self.target)
        draft = _draft(self.target)
        try:
            self._let_build(build, draft, stamp)
            # Two archives of the same parts differ in the times they were packed: not by bytes.
            if stamp and _parts(draft) == _parts(self.target):
                return False
            self._put_in_place(draft, stamp)
        finally:
            draft.unlink(missing_ok=True)
        return True

    def _let_build(self, build: Callable[[Path], None], draft: Path, stamp: Stamp | None) -> None:
        """Whatever fails because the file was saved meanwhile is `FileOvertaken`."""
        try:
            build(draft)
        except Exception:
            self._refuse_overtaken(stamp)
            raise

    def _put_in_place(self, draft: Path, stamp: Stamp | None) -> None:
        if stamp:
            _take_after(draft, self.target)
            if self.today:
                _keep_copy(self.target, self.today, self.language)
        # Before the swap: after a power cut a file system may know the new name and have no data.
        _flush(draft)
        self._refuse_overtaken(stamp)
        try:
            self.swap(draft, self.target)
        except PermissionError as error:
            raise FileHeld(
                "The workbook “{name}” is open in another program.", name=self.target.name
            ) from error
        _flush_folder(self.target.parent)  # the name itself is data of the folder
        _read_back(self.target, self.language)
        if self.today:
            _remove_old_copies(self.target, self.today)

    def _refuse_overtaken(self, stamp: Stamp | None) -> None:
        if Stamp.of(self.target) != stamp:
            raise FileOvertaken(
                "The file “{target}” was changed while the writing was prepared. Nothing "
                "is written; run again when the editing is over.",
                target=self.target,
            )


def _draft(target: Path) -> Path:
    """An empty file beside the target; always of one name, so a killed run leaves at most one."""
    draft = target.with_name(f".{target.stem}.sheetsync{target.suffix}")
    draft.unlink(missing_ok=True)
    # As the target's from the start: the draft holds the same plan and must not be open to more.
    mode = target.stat().st_mode & 0o777 if target.exists() else 0o666
    # With O_EXCL a link that somebody put under this name is refused, not followed.
    os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, mode))
    return draft


def _parts(path: Path) -> dict[str, tuple[int, int]]:
    with ZipFile(path) as archive:
        return {part.filename: (part.CRC, part.file_size) for part in archive.infolist()}


def _take_after(draft: Path, target: Path) -> None:
    stat = target.stat()
    if hasattr(os, "chown"):
        # Only the superuser may give files away; for anybody else the writer becomes the owner.
        with suppress(PermissionError):
            os.chown(draft, stat.st_uid, stat.st_gid)
    draft.chmod(stat.st_mode & 0o7777)  # after chown, which clears some of the bits


def _keep_copy(target: Path, today: date, language: str) -> None:
    if today.isoformat() in dated_copies(target).values():
        return
    copy = target.with_name(_copy_name(target, today.isoformat(), language))
    draft = target.with_name(f".{copy.stem}.sheetsync{target.suffix}")
    try:
        shutil.copy2(target, draft)
        _flush(draft)
        draft.replace(copy)
    finally:
        draft.unlink(missing_ok=True)
    _flush_folder(target.parent)


def _copy_name(target: Path, day: str, language: str) -> str:
    name = load_language(language).gettext("{stem}.copy-{day}{suffix}")
    return name.format(stem=target.stem, day=day, suffix=target.suffix)


def dated_copies(target: Path) -> dict[Path, str]:
    """The copies that earlier writes left beside the workbook, with their days in ISO form."""
    # In either language: the plan's settings may have named another one then.
    stem, suffix = re.escape(target.stem), re.escape(target.suffix)
    pattern = rf"{stem}\.(?:копия|copy)-(\d{{4}}-\d\d-\d\d){suffix}"
    others = target.parent.glob(f"{escape(target.stem)}.*")
    dated = {other: re.fullmatch(pattern, other.name) for other in others}
    return {other: match[1] for other, match in dated.items() if match}


def _remove_old_copies(target: Path, today: date) -> None:
    days = dated_copies(target)
    # A copy of a later day comes of a clock that was wrong: it must not push others out.
    past = sorted((day, other) for other, day in days.items() if day <= today.isoformat())
    for _day, other in past[:-_COPIES]:
        other.unlink(missing_ok=True)


def _read_back(target: Path, language: str) -> None:
    try:
        with ZipFile(target) as archive:
            if archive.testzip() is None:
                return
    except (BadZipFile, zlib.error, OSError):
        pass
    raise WorkbookError(
        "The file “{target}” is written but cannot be read back: the disk may be faulty. "
        "Restore it from the copy “{copy}” beside it.",
        target=target,
        copy=_copy_name(target, "…", language),
    )


def _flush(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    if os.name == "nt":  # it has no handle of a folder to flush
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
