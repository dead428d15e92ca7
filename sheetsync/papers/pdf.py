"""Word documents as PDF, by LibreOffice where it is installed."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from sheetsync.errors import UsageError, WorkbookError

# Its installers for Windows and macOS put nothing on the path.
_PLACES = (
    "soffice",
    "libreoffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
_SECONDS = 180


def write_pdf(build: Callable[[Path], None], target: Path) -> None:
    """Let `build` write a Word document, and put what LibreOffice prints of it into `target`.

    Raises UsageError where there is no LibreOffice, WorkbookError where it makes nothing.
    """
    program = next(filter(None, map(shutil.which, _PLACES)), None)
    if program is None:
        raise UsageError(
            "A PDF needs LibreOffice, which is not installed here. Make the document with"
            " --docx and save it as PDF in Word."
        )
    with TemporaryDirectory() as folder:
        document = Path(folder, "document.docx")
        build(document)
        # A profile of its own: LibreOffice that somebody has open would take the job and stay.
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        command = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", folder]
        try:
            subprocess.run(  # noqa: S603 - a program of the computer's own, no word of a plan
                [*command, str(document)],
                capture_output=True,
                check=True,
                timeout=_SECONDS,
                stdin=subprocess.DEVNULL,
                env={**os.environ, "HOME": folder},
            )
            _copy_whole(document.with_suffix(".pdf"), target)
        except (subprocess.SubprocessError, FileNotFoundError) as error:
            raise WorkbookError(
                "LibreOffice made no PDF. Make the document with --docx instead."
            ) from error


def _copy_whole(paper: Path, target: Path) -> None:
    """Copy the whole file or nothing: the target may be on another disk."""
    draft = target.with_name(f".{target.name}.part")
    try:
        shutil.copyfile(paper, draft)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
