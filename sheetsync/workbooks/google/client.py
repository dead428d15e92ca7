"""gspread's HTTP client with patience: timeouts, retries by cause, a deadline, and a counter.

A read is repeated after any failure that may pass. A write is repeated only where it was surely
not applied: Google says so, or it was never sent. After any other failure nobody knows, and
`OutcomeUnknown` leaves it to the caller to look first.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache, partial
from http import HTTPStatus
from typing import Any, Protocol
from urllib.parse import parse_qs, urlsplit

import requests
from google.auth.credentials import Credentials
from google.auth.transport.requests import AuthorizedSession, Request
from google.oauth2.service_account import Credentials as ServiceAccount
from gspread.http_client import HTTPClient
from requests.adapters import HTTPAdapter

from sheetsync.errors import ConfigError, WorkbookError
from sheetsync.model.frozen import frozen
from sheetsync.workbooks.base import Traffic
from sheetsync.workbooks.google.causes import Retry, cause_of
from sheetsync.workbooks.google.patience import UNATTENDED, Budget, Patience
from sheetsync.workbooks.google.troubles import FAILURES, Refusal, TokenRefused, body_of, trouble_of

__all__ = ["OutcomeUnknown", "Patience", "SheetsClient", "api_base", "token_request"]

_GRANTS = {
    "urn:ietf:params:oauth:grant-type:jwt-bearer": "key",
    "refresh_token": "login",
    "urn:ietf:params:oauth:grant-type:token-exchange": "federation",
}
_DRIVE_SCOPE = "https://www.googleapis.com/auth/drive.metadata.readonly"
_DRIVE_DEADLINE = 4.0  # seconds: no answer is no reason to wait
_TRASHED = {"fields": "trashed", "supportsAllDrives": "true"}
_GOOGLE = "https://sheets.googleapis.com"
_DRIVE = "https://www.googleapis.com"
_SPREADSHEETS = "/v4/spreadsheets/"
_TABS = "sheets"
_CHANGED = "updatedSpreadsheet"
_OPTIONS = ("params", "data", "json", "files", "headers")  # as gspread orders them
_LOOPBACK = ("127.0.0.1", "localhost", "::1")


def token_request() -> Request:
    """What google-auth sends requests with; whatever asks for a token is a POST.

    One try, which raises `TokenRefused` for every answer without a token: google-auth would try
    three times with pauses of its own, and keep of the answers only a sentence.
    """
    session = requests.Session()
    session.hooks["response"].append(_require_token)
    return Request(session)


def _require_token(response: requests.Response, *_args: object, **_kwargs: object) -> None:
    if response.request.method == "POST" and not _has_token(response):
        raise TokenRefused(response, grant=_grant(response.request))


def _has_token(response: requests.Response) -> bool:
    body = body_of(response)
    if response.status_code != 200 or not isinstance(body, dict):
        return False
    lifetime = body.get("expires_in", 0)
    token = body.get("access_token") or body.get("accessToken")
    return bool(isinstance(token, str) and token and str(lifetime).isdecimal())


def _grant(request: requests.PreparedRequest) -> str:
    if urlsplit(request.url or "").path.endswith(":generateAccessToken"):
        return "impersonation"
    body = request.body if isinstance(request.body, bytes) else b""
    form = parse_qs(body.decode(errors="replace"))
    return _GRANTS.get(form.get("grant_type", [""])[0], "")


def _session(auth: Credentials) -> requests.Session:
    # google-auth leaves this one class without types.
    authorized: Callable[..., requests.Session] = AuthorizedSession
    return authorized(auth, auth_request=token_request())


@lru_cache(maxsize=16)
def _scoped(auth: ServiceAccount) -> Credentials:
    """The same credentials for Drive: kept, so that many plans of one account take one token."""
    # google-auth leaves this one function without types.
    scoped: Callable[..., Credentials] = auth.with_scopes
    return scoped((_DRIVE_SCOPE,))


class OutcomeUnknown(WorkbookError):
    """A write failed, and it is unknown whether it was applied."""


class Throttle(Protocol):
    """Lets the requests of all who share an account's quota wait their turn."""

    def wait(self, *, writing: bool) -> None:
        """Return when the request may go."""

    def refused(self, *, writing: bool) -> None:
        """Note that Google reports the minute's quota as used up."""


@frozen
class SharedAccess:
    """What the clients of one account share: a place in the queue and open connections."""

    throttle: Throttle
    adapter: HTTPAdapter


class SheetsClient(HTTPClient):
    """`base` replaces Google's address, for an emulator on loopback.

    `budget` is what is left of the time after the credentials were read; a new one by default.
    `shared` is what it has in common with other clients of the account.
    """

    def __init__(
        self,
        auth: Credentials,
        *,
        base: str = _GOOGLE,
        patience: Patience = UNATTENDED,
        budget: Budget | None = None,
        shared: SharedAccess | None = None,
    ) -> None:
        self.traffic = Traffic()
        self._base = base.rstrip("/")
        self._budget = budget or Budget(patience)
        self._undecided = False
        self._last_read = 0  # bytes
        self._auth = auth
        super().__init__(auth, session=_session(auth))
        self._throttle = shared.throttle if shared else None
        if shared:
            self.session.mount(self._base, shared.adapter)
        self.session.hooks["response"].append(self._budget.notice)

    @property
    def local(self) -> bool:
        """True where an emulator on this computer stands in for Google."""
        return urlsplit(self._base).hostname in _LOOPBACK

    @property
    def patience(self) -> Patience:
        """How long it tries."""
        return self._budget.patience

    def request(self, method: str, endpoint: str, *args: Any, **kwargs: Any) -> requests.Response:
        """As gspread's, with patience; an answer that is no JSON object of Google's is a failure.

        Raises `APIError` for what Google refused, `OutcomeUnknown` for a write that may have been
        applied, and what requests and google-auth raise once the time is up.
        """
        options = _compact({**dict(zip(_OPTIONS, args, strict=False)), **kwargs})
        sends = None if method.lower() == "get" else len(options.get("data") or b"")
        if sends is not None and _CHANGED in str(options.get("params")):
            # The answer is the tab as it is then: it takes Google as long as one that was read.
            sends += self._last_read
        call = partial(self._once, method, self._rebased(endpoint), options, sends)
        try:
            ready = partial(self._wait, writing=sends is not None)
            response = self._budget.persist(call, sends=sends, ready=ready)
        except FAILURES as error:
            if not self._outcome_known(error, writing=sends is not None):
                self._undecided = True
                raise OutcomeUnknown("The connection broke during the write.") from error
            raise
        self._undecided = False
        return response

    def is_binned(self, spreadsheet: str) -> bool:
        """Whether it lies in the bin of the Drive, where it is still read and written.

        One token and one `files.get`, where the key of a service account is there to sign for it:
        no traffic of the Sheets API's. Only Drive knows, by another scope than the one that we
        work with, and maybe it is not enabled in the project: an answer that does not come is no
        reason to say anything.

        Of a person's login Google would refuse a scope that was not agreed to, and all else with
        it.
        """
        if not isinstance(self._auth, ServiceAccount):
            return False
        session = _session(_scoped(self._auth))
        url = f"{self._base if self.local else _DRIVE}/drive/v3/files/{spreadsheet}"
        budget = Budget(replace(self.patience, deadline=_DRIVE_DEADLINE))
        call = partial(session.get, url, params=_TRASHED, timeout=budget.timeout())
        try:
            body = body_of(budget.persist(call))
        except FAILURES:
            return False
        return isinstance(body, dict) and body.get("trashed") is True

    def _outcome_known(self, error: Exception, *, writing: bool) -> bool:
        """Whether it is known if the write, this or the one looked for, was applied."""
        trouble = trouble_of(error)
        cause = cause_of(trouble)
        if cause.retry is Retry.NO:
            return True
        return cause.spares(trouble) if writing else not self._undecided

    def _once(
        self, method: str, url: str, options: Mapping[str, Any], sends: int | None
    ) -> requests.Response:
        self.traffic.writes += sends is not None
        self.traffic.reads += sends is None
        self.traffic.sent += len(options.get("data") or b"")
        # gspread would pass None, which makes google-auth wait for ever.
        timeout = self._budget.timeout(sends)
        response = self.session.request(method, url, timeout=timeout, **options)
        self.traffic.received += len(response.content)
        self._last_read = len(response.content) if sends is None else self._last_read
        if self._throttle and response.status_code == HTTPStatus.TOO_MANY_REQUESTS:
            self._throttle.refused(writing=sends is not None)
        if not (response.ok and _is_whole(response)):
            raise Refusal(response)
        return response

    def _wait(self, *, writing: bool) -> None:
        if self._throttle:
            self._throttle.wait(writing=writing)

    def _rebased(self, endpoint: str) -> str:
        return endpoint.replace(_GOOGLE, self._base, 1)


def _is_whole(response: requests.Response) -> bool:
    """Whether a spreadsheet's answer is what Google gives: tabs with properties, values in rows."""
    if _SPREADSHEETS not in response.url:
        return True
    body = body_of(response)
    if not isinstance(body, dict) or "error" in body:
        return False
    asked = parse_qs(urlsplit(response.url).query).get("fields", [""])[0]
    # What a write changed is told one level below.
    book = body.get(_CHANGED, {}) if asked.startswith(_CHANGED) else body
    sheets, values = book.get("sheets", []), book.get("values", [])
    return (
        isinstance(sheets, list)
        and all(map(_is_tab, sheets))
        and isinstance(values, list)
        and all(isinstance(row, list) for row in values)
        and ("sheets" in book or _TABS not in asked)
    )


def _is_tab(sheet: Any) -> bool:
    properties = sheet.get("properties") if isinstance(sheet, dict) else None
    return isinstance(properties, dict) and isinstance(properties.get("title", ""), str)


def _compact(kwargs: Mapping[str, Any]) -> dict[str, Any]:
    """The body as UTF-8 without blanks: Russian text takes a third of what escapes would."""
    rest = {name: value for name, value in kwargs.items() if name != "json"}
    body = kwargs.get("json")
    if body is None:
        return rest
    text = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
    return {**rest, "data": text.encode(), "headers": {"Content-Type": "application/json"}}


def api_base(told: str) -> str:
    """Google's address, or the emulator's if one is set.

    Raises `ConfigError` where that is not on this machine: the plan and the key would go there.
    """
    if not told:
        return _GOOGLE
    if urlsplit(told).hostname not in _LOOPBACK:
        raise ConfigError(
            "SHEETSYNC_GOOGLE_API points to “{told}”, but only this computer is allowed "
            "(http://127.0.0.1:port). Take the variable away to work with Google.",
            told=told,
        )
    return told
