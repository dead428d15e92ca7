"""LibreOffice, kept open: to start it takes ten times as long as what tests want of it."""

import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.real_parts import need

_PATIENCE = 60  # seconds until it is there
# It ends with its last document, so that one is never closed.
_STAYS_OPEN = ("--norestore", "--nologo", "private:factory/scalc")


class Office:
    """One LibreOffice with a profile of its own, in which it is the only one."""

    def __init__(self, profile: Path) -> None:
        self._words = [need("soffice"), f"-env:UserInstallation={profile.as_uri()}", "--headless"]
        self._lock = profile / ".lock"

    def converted(self, document: Path, kind: str, folder: Path) -> Path:
        """The document as it saves it in the folder; `kind` is an ending, or that and a filter."""
        subprocess.run(
            [*self._words, "--convert-to", kind, "--outdir", str(folder), str(document)],
            capture_output=True,
            check=True,
            timeout=120,
        )
        return folder / f"{document.stem}.{kind.partition(':')[0]}"

    @contextmanager
    def open(self) -> Iterator[None]:
        """Until the end what is asked of it is handed to the one that runs."""
        # With a new profile it starts a second time after a moment; what is asked meanwhile would
        # be done by another, and then each conversion by one of its own.
        first = [*self._words, "--terminate_after_init"]
        subprocess.run(first, capture_output=True, check=True, timeout=_PATIENCE)
        with subprocess.Popen([*self._words, *_STAYS_OPEN], stderr=subprocess.DEVNULL) as process:
            last = time.monotonic() + _PATIENCE
            # It takes its profile once it hears others: until then another would start beside it.
            while not self._lock.exists():
                assert process.poll() is None
                assert time.monotonic() < last
                time.sleep(0.05)
            try:
                yield
            finally:
                process.terminate()
