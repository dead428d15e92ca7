"""The way to Google that the environment and a key file allow."""

import os
from pathlib import Path

from sheetsync.workbooks.google.client import SheetsClient, api_base
from sheetsync.workbooks.google.credentials import account_of, load_credentials

EMULATOR = "SHEETSYNC_GOOGLE_API"
"""The variable that names an emulator on this computer in Google's stead."""


def open_client(key: Path | None) -> tuple[SheetsClient, str]:
    """A client, and the address to share a sheet with; "" where it cannot be told.

    Raises ConfigError where the key or the emulator's address is wrong.
    """
    base = api_base(os.environ.get(EMULATOR, ""))
    credentials = load_credentials(key)
    return SheetsClient(credentials, base=base), account_of(credentials)
