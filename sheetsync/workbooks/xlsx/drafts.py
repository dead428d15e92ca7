"""A new version of a workbook's file, made from the old one and checked before anybody sees it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from sheetsync.errors import WorkbookError
from sheetsync.languages import _
from sheetsync.workbooks.xlsx.opc import Parts
from sheetsync.workbooks.xlsx.soundness import Unsound, refuse_unsound_draft


class DraftRefused(WorkbookError):
    """The new version would lose something, or be no sound workbook."""


@contextmanager
def odd_parts_refused() -> Iterator[None]:
    """Raise `DraftRefused` for whatever goes wrong with a package, but for the system's refusals.

    Files of other programs are without number in how they are made: one of a kind that nobody has
    thought of must not be written, nor end the run.
    """
    try:
        yield
    except (OSError, WorkbookError):
        raise
    except Unsound as error:
        raise DraftRefused(str(error)) from error
    except Exception as error:
        raise DraftRefused(
            _("its parts are laid out in an unusual way ({name})", name=type(error).__name__)
        ) from error


def put_into_draft(
    draft: Path, source: Path | BytesIO, change: Callable[[Parts], None], *, edits: str = ""
) -> None:
    """Write what `change` makes of the package `source` into the file `draft`.

    `edits` is the one part of staff's that it is to change.

    Raises `DraftRefused` where that fails or is not sound, whatever the reason, and `OSError` where
    the system refuses to read or write.
    """
    with odd_parts_refused():
        with ZipFile(source) as archive:
            parts = Parts(archive)
            change(parts)
            with ZipFile(draft, "w") as new:
                parts.save(new)
        refuse_unsound_draft(draft, source, edits=edits)
