"""Reads what went wrong out of an answer or an exception, in the terms of the table of causes."""

import re
import ssl
from collections.abc import Iterator, Mapping
from typing import Any

import requests
from google.auth.exceptions import GoogleAuthError
from gspread.exceptions import APIError
from urllib3.exceptions import LocationValueError

from sheetsync.workbooks.google.causes import Trouble

FAILURES = (APIError, GoogleAuthError, OSError, LocationValueError)
"""What gspread, google-auth, requests and urllib3 raise; those of requests are OSErrors."""

_LONGEST = 300  # characters of somebody else's words
_TITLE = re.compile(r"<title[^>]*>(.*?)</title>", re.IGNORECASE | re.DOTALL)
_GOOGLES_PAGE = "!!1"  # how the titles of Google's own error pages end
_BAD_ADDRESS = (
    requests.exceptions.InvalidURL,
    requests.exceptions.InvalidSchema,
    LocationValueError,
)


class Refusal(APIError):
    """gspread's error, for any answer: its own fails on bodies that are no error of Google's."""

    def __init__(self, response: requests.Response) -> None:
        body = body_of(response)
        told = body.get("error") if isinstance(body, dict) else None
        self.response = response
        self.error = told if isinstance(told, dict) else {}
        self.code = response.status_code
        Exception.__init__(self, f"{self.code}: {words_of(response)}")

    def __str__(self) -> str:
        return str(self.args[0])


class TokenRefused(GoogleAuthError):
    """No token was granted; `grant` is how it was requested."""

    def __init__(self, response: requests.Response, *, grant: str) -> None:
        Exception.__init__(self, f"{response.status_code}: {words_of(response)}")
        self.response = response
        self.grant = grant


class TimeIsUp(requests.Timeout):
    """No time is left for another try."""


def trouble_of(error: Exception) -> Trouble:
    """What is known of a failure."""
    if isinstance(error, APIError):
        return _answered(error.response, source="api")
    if isinstance(error, TokenRefused):
        return _answered(error.response, source="token", grant=error.grant)
    wire = _wire(error)
    if wire or not isinstance(error, GoogleAuthError):
        unsent = isinstance(error, GoogleAuthError) or wire not in ("silence", "broken")
        return Trouble(reasons=(f"wire:{wire or 'broken'}",), words=clipped(error), unsent=unsent)
    return Trouble(source="token", words=clipped(error), unsent=True)


def _answered(response: requests.Response, *, source: str, grant: str = "") -> Trouble:
    body = body_of(response)
    error = body.get("error") if isinstance(body, dict) else None
    details = [*_details(error)]
    services = (detail.get("metadata", {}).get("service", "") for detail in details)
    return Trouble(
        source=source,
        status=response.status_code,
        reasons=(*_error_names(body, details), *_shape(response, body)),
        words=words_of(response),
        grant=grant,
        service=next(filter(None, services), ""),
        writing=response.request.method not in ("GET", None),
        unsent=source == "token",
        retry_after=_seconds(response.headers.get("Retry-After", "")),
    )


def _seconds(told: str) -> float:
    # It may be a date, too (RFC 9110, 10.2.3); the usual pause does for that.
    return float(told) if told.isdecimal() else 0.0


def _error_names(body: Any, details: list[Mapping[str, Any]]) -> Iterator[str]:
    """Google's names for an error, the most exact first."""
    error = body.get("error") if isinstance(body, dict) else None
    if isinstance(error, str):
        yield str(body.get("error_subtype", ""))
        yield error
        return
    yield from (str(detail["reason"]) for detail in details if "reason" in detail)
    if isinstance(error, dict):
        yield str(error.get("status", ""))


def _details(error: Any) -> Iterator[Mapping[str, Any]]:
    """The ErrorInfo of google.rpc, and the errors of Drive."""
    told = error if isinstance(error, dict) else {}
    for name in ("details", "errors"):
        found = told.get(name)
        for detail in found if isinstance(found, list) else ():
            if isinstance(detail, dict):
                named = detail.get("metadata")
                yield {**detail, "metadata": named if isinstance(named, dict) else {}}


def _shape(response: requests.Response, body: Any) -> Iterator[str]:
    """What is strange about an answer that should have been JSON of Google's."""
    is_page = body is None and response.text.lstrip()[:1] == "<"
    if response.is_redirect:
        yield "body:page"
    elif response.ok:
        yield "body:page" if is_page else "body:nonsense"
    elif is_page and response.status_code != 429 and _GOOGLES_PAGE not in response.text:
        yield "body:foreign page"


def body_of(response: requests.Response) -> Any:
    """The JSON of an answer; None where it is none."""
    try:
        return response.json()
    except ValueError:
        return None


def words_of(response: requests.Response) -> str:
    """Why Google refused, in its own words; of a page its title."""
    body = body_of(response)
    if isinstance(body, dict) and "error" in body:
        error = body["error"]
        told = error.get("message") if isinstance(error, dict) else None
        return clipped(told or body.get("error_description") or error)
    page = _TITLE.search(response.text) if body is None else None
    return clipped(page[1] if page else response.text)


def clipped(words: object) -> str:
    """The words on one line, cut where they are long."""
    line = " ".join(str(words).split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def _wire(error: Exception) -> str:
    """What befell the connection; "" where nothing did."""
    chain = [*_chain(error)]
    if any(isinstance(each, ssl.SSLCertVerificationError) for each in chain):
        return "certificate"
    if any("CA certificate bundle" in str(each) for each in chain):
        return "bundle"
    if any(isinstance(each, _BAD_ADDRESS) for each in chain):
        return "proxy address"
    if any(isinstance(each, requests.exceptions.ProxyError) for each in chain):
        # Of a proxy's refusal http.client keeps only a sentence with its status.
        return "proxy login" if " 407 " in str(error) else "proxy"
    if any(isinstance(each, requests.ConnectTimeout) for each in chain) or _unconnected(chain):
        return "unconnected"
    if any(isinstance(each, requests.Timeout) for each in chain):
        return "silence"
    return "broken" if any(isinstance(each, OSError) for each in chain) else ""


def _unconnected(chain: list[BaseException]) -> bool:
    """Whether no connection came about: refused, no such name, no route."""
    names = {type(each).__name__ for each in chain}
    return bool(names & {"NewConnectionError", "NameResolutionError"})


def _chain(error: BaseException) -> Iterator[BaseException]:
    """The error and all that it wraps, as requests, urllib3 and google-auth each do it."""
    seen: list[BaseException] = []
    waiting: list[Any] = [error]
    while waiting:
        each = waiting.pop(0)
        if isinstance(each, BaseException) and not any(each is one for one in seen):
            seen.append(each)
            reason = getattr(each, "reason", None)
            waiting += [*each.args, reason, each.__cause__, each.__context__]
    yield from seen
