"""What the files of office programs, which are archives, may unpack to."""

from pathlib import Path
from zipfile import ZipFile

from sheetsync.errors import WorkbookUnreadable
from sheetsync.languages import _

MOST = 1 << 30
"""Bytes that all parts of a file may have together; a million rows of a plan have a third of it."""

_SMALL = 64 << 20  # up to here, how well it was packed says nothing
_RATIO = 200  # real sheets are packed to a tenth or a thirtieth


def refuse_oversized(archive: ZipFile, path: Path) -> None:
    """Raise `WorkbookUnreadable` for an archive too large to unpack; nothing of it is unpacked."""
    whole = sum(info.file_size for info in archive.infolist())
    packed = sum(info.compress_size for info in archive.infolist())
    if whole > MOST:
        raise WorkbookUnreadable(
            _(
                "The file “{path}” unpacks to {size}, and files of up to {size2} are read. "
                "Move the plan to a new workbook without needless sheets and pictures.",
                path=path,
                size=_size(whole),
                size2=_size(MOST),
            )
        )
    if whole > _SMALL and whole > packed * _RATIO:
        raise WorkbookUnreadable(
            _(
                "The file “{path}” is compressed more than {ratio} times ({size} inside): "
                "damaged files are so, and malicious ones. Move the plan to a new workbook.",
                path=path,
                ratio=_RATIO,
                size=_size(whole),
            )
        )


def _size(count: int) -> str:
    if count < 1 << 30:
        return _("{count:.0f} MB", count=count / (1 << 20))
    return _("{count:.1f} GB", count=count / (1 << 30)).replace(".0 ", " ").replace(".", ",")
