"""What the files of office programs, which are archives, may unpack to."""

from pathlib import Path
from zipfile import ZipFile

from sheetsync.errors import WorkbookUnreadable

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
            f"Файл «{path}» распаковывается в {_size(whole)}, а читаются файлы до {_size(MOST)}. "
            "Перенесите план в новую книгу без лишних листов и картинок."
        )
    if whole > _SMALL and whole > packed * _RATIO:
        raise WorkbookUnreadable(
            f"Файл «{path}» сжат больше чем в {_RATIO} раз (внутри {_size(whole)}): так бывает у "
            "повреждённых файлов и у вредоносных. Перенесите план в новую книгу."
        )


def _size(count: int) -> str:
    if count < 1 << 30:
        return f"{count / (1 << 20):.0f} МБ"
    return f"{count / (1 << 30):.1f} ГБ".replace(".0 ", " ").replace(".", ",")
