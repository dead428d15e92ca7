"""The way to Google that the environment and a key file allow."""

import json
import os
import stat
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import google.auth
from google.auth.credentials import Credentials
from google.auth.exceptions import DefaultCredentialsError
from google.auth.transport import Request
from google.oauth2.service_account import Credentials as ServiceAccount

from sheetsync.errors import SheetsyncError, reason
from sheetsync.workbooks.google.causes import Trouble
from sheetsync.workbooks.google.client import SheetsClient, api_base, token_request
from sheetsync.workbooks.google.errors import explained, translated
from sheetsync.workbooks.google.patience import ATTENDED, UNATTENDED, Budget
from sheetsync.workbooks.google.troubles import clipped

EMULATOR = "SHEETSYNC_GOOGLE_API"
"""The variable that names an emulator on this computer in Google's stead."""

SCOPES = ("https://www.googleapis.com/auth/spreadsheets",)
_NEEDED = ("client_email", "private_key", "token_uri")


def open_client(key: Path | None, *, attended: bool = True) -> tuple[SheetsClient, str]:
    """A client, and the address to share a sheet with; "" if it is unknown.

    Where somebody is `attended` to, failures are told within 20 s. Raises ConfigError where the
    key or the emulator's address is wrong.
    """
    base = api_base(os.environ.get(EMULATOR, ""))
    budget = Budget(ATTENDED if attended else UNATTENDED)
    request = token_request()
    with translated("", ""):
        credentials = budget.persist(lambda: load_credentials(key, request))
    return SheetsClient(credentials, base=base, budget=budget), account_of(credentials)


def load_credentials(key: Path | None, request: Request | None = None) -> Credentials:
    """Credentials from the key file, or Application Default Credentials where none is named.

    These also follow GOOGLE_APPLICATION_CREDENTIALS, so keyless federation works; it asks Google
    by `request`. Raises `ConfigError`, and what a token may be refused with.
    """
    return _from_file(key) if key else _default(request)


def account_of(credentials: Credentials) -> str:
    """The address to share a sheet with; "" if it is unknown."""
    return str(getattr(credentials, "service_account_email", ""))


def _default(request: Request | None) -> Credentials:
    try:
        with warnings.catch_warnings():
            # In English, and about a quota project; the API's own answer is told where it counts.
            warnings.simplefilter("ignore")
            found, _ = google.auth.default(scopes=SCOPES, request=request)
    except DefaultCredentialsError as error:
        named = os.environ.get("GOOGLE_APPLICATION_CREDENTIALS", "")
        kind = "file:default" if named or "load" in str(error) else "file:none"
        raise _wrong(kind, clipped(error.args[0])) from error
    # What google-auth makes of files whose parts are of other types than it takes for granted.
    except (AttributeError, KeyError, TypeError, ValueError, OSError) as error:
        raise _wrong("file:default", clipped(error)) from error
    return found


def _from_file(key: Path) -> Credentials:
    try:
        _refuse_open(key)
        info = json.loads(key.read_bytes())
    except FileNotFoundError as error:
        raise _wrong("file:missing", key=key) from error
    except OSError as error:
        raise _wrong("file:unreadable", reason(error), key=key) from error
    except (ValueError, RecursionError) as error:
        raise _wrong("file:no JSON", key=key) from error
    return _from_info(info, key)


def _from_info(info: Any, key: Path) -> Credentials:
    kind = info.get("type") if isinstance(info, dict) else None
    if kind != "service_account":
        raise _wrong(f"file:{kind}", key=key)
    missing = [name for name in _NEEDED if not isinstance(info.get(name), str)]
    if missing:
        raise _wrong("file:incomplete", ", ".join(missing), key=key)
    # google-auth leaves this one function without types.
    load: Callable[..., Credentials] = ServiceAccount.from_service_account_info
    try:
        return load(info, scopes=SCOPES)
    except (ValueError, TypeError, AttributeError) as error:  # the key is no PEM, or another kind
        raise _wrong("file:no key", key=key) from error


def _refuse_open(key: Path) -> None:
    """A key that all on the machine can read or replace is no secret; Windows has no such bits."""
    if os.name != "nt" and key.stat().st_mode & (stat.S_IROTH | stat.S_IWOTH):
        raise _wrong("file:open", key=key)


def _wrong(kind: str, words: str = "", *, key: Path | None = None) -> SheetsyncError:
    return explained(Trouble(source="file", reasons=(kind,), words=words), key=str(key or ""))
