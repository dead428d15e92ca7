"""Letters of given digests, composed by the daily job's own code."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from google.auth.credentials import AnonymousCredentials

from sheetsync.config import Config, load_config
from sheetsync.daily import Job, compose
from sheetsync.history.history import History
from sheetsync.mail.render import Rendered
from sheetsync.model import Digest, Place
from sheetsync.new_folder import make_sample
from sheetsync.state.store import open_store
from sheetsync.summary.chair import KEY
from sheetsync.workbooks.base import Workbook
from sheetsync.workbooks.google.client import SheetsClient
from sheetsync.workbooks.google.locating import STAFF
from sheetsync.workbooks.google.workbook import GoogleWorkbook
from sheetsync.workbooks.unsaved import UnsavedWorkbook
from tests.builders import plan


def shared_workbook() -> Workbook:
    """A Google Sheet that was written once; nothing is asked of it."""
    places = {
        STAFF: Place(sheet_id=100, title="План"),
        KEY: Place(sheet_id=200, title="Сводка"),
    }
    client = SheetsClient(AnonymousCredentials())
    return GoogleWorkbook("1AbCdEfGhIjKlMnOpQrStUvWxYz", client, places=places)


class Composer:
    """Composes letters in a folder of the sample plan, in one language or the other."""

    def __init__(self, job: Job) -> None:
        self._job = job

    def __call__(self, digest: Digest, code: str = "ru", *, shared: bool = True) -> Rendered:
        workbook = shared_workbook() if shared else UnsavedWorkbook()
        config = speaking(self._job.config, code)
        now = datetime.combine(digest.today, datetime.min.time(), ZoneInfo("Europe/Moscow"))
        job = replace(self._job, config=config, workbook=workbook, now=now)
        mail = compose(job, plan(), [digest], History())
        assert mail.errors == (), mail.errors  # pytest rewrites no assert of this module
        (letter,) = mail.letters
        return letter.rendered


@contextmanager
def open_composer(folder: Path) -> Iterator[Composer]:
    """A composer whose plan was never run."""
    make_sample(folder)
    with open_store(folder / "sheetsync.db") as store:
        now = datetime(2021, 5, 11, tzinfo=ZoneInfo("Europe/Moscow"))
        yield Composer(
            Job(config=load_config(folder), workbook=UnsavedWorkbook(), store=store, now=now)
        )


def speaking(config: Config, code: str) -> Config:
    """The configuration for letters in that language."""
    plan = replace(config.settings.plan, language=code)
    return replace(config, settings=replace(config.settings, plan=plan))
