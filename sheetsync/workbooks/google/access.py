"""The way to Google that the environment and a key file allow."""

import os
from pathlib import Path

from sheetsync.workbooks.google.client import SheetsClient, api_base
from sheetsync.workbooks.google.credentials import account_of, load_credentials
from sheetsync.workbooks.google.errors import told
from sheetsync.workbooks.google.patience import ATTENDED, UNATTENDED, Budget
from sheetsync.workbooks.google.tokens import token_request

EMULATOR = "SHEETSYNC_GOOGLE_API"
"""The variable that names an emulator on this computer in Google's stead."""


def open_client(key: Path | None, *, attended: bool = True) -> tuple[SheetsClient, str]:
    """A client, and the address to share a sheet with; "" where it cannot be told.

    Where somebody is `attended` to, failures are told within 20 s. Raises ConfigError where the
    key or the emulator's address is wrong.
    """
    base = api_base(os.environ.get(EMULATOR, ""))
    budget = Budget(ATTENDED if attended else UNATTENDED)
    request = token_request()
    with told("", ""):
        credentials = budget.persist(lambda: load_credentials(key, request))
    return SheetsClient(credentials, base=base, budget=budget), account_of(credentials)
