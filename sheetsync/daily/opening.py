"""Opens the workbook that a configuration names: a file, or a shared Google Sheet."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

from sheetsync.config import Config
from sheetsync.model import Place
from sheetsync.state.store import Store
from sheetsync.workbooks.base import Workbook
from sheetsync.workbooks.xlsx.workbook import XlsxWorkbook

if TYPE_CHECKING:
    from sheetsync.workbooks.google.workbook import GoogleWorkbook


@contextmanager
def opened_workbook(
    config: Config, store: Store, *, plan: str, today: date, remembers: bool
) -> Iterator[Workbook]:
    """The workbook; where the tabs of a shared one are is kept at the end, if it `remembers`.

    Raises ConfigError where the settings for Google are wrong.
    """
    if not config.settings.plan.spreadsheet:
        yield XlsxWorkbook(config.workbook, today=today)
        return
    known = store.places(plan)
    places = dict(known)
    try:
        yield _google(config, places)
    finally:
        if remembers and places != known:
            store.keep_places(plan, places)


def _google(config: Config, places: dict[str, Place]) -> "GoogleWorkbook":
    # gspread takes 0.4 s to import, which plans in files need not wait for.
    from sheetsync.workbooks.google.access import open_client
    from sheetsync.workbooks.google.workbook import GoogleWorkbook

    client, account = open_client(config.google_key)
    spreadsheet = config.settings.plan.spreadsheet
    return GoogleWorkbook(spreadsheet, client, places=places, account=account)
