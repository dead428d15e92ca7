"""The way to access tokens: one try, and what was answered is kept for the table of causes.

google-auth would try three times with pauses of its own, and keep of the answers only a sentence.
"""

from urllib.parse import parse_qs, urlsplit

import requests
from google.auth.transport.requests import Request

from sheetsync.workbooks.google.troubles import TokenRefused, body_of

_GRANTS = {
    "urn:ietf:params:oauth:grant-type:jwt-bearer": "key",
    "refresh_token": "login",
    "urn:ietf:params:oauth:grant-type:token-exchange": "federation",
}


def token_request() -> Request:
    """What google-auth sends requests with; whatever asks for a token is a POST.

    It raises `TokenRefused` for every answer without a token.
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
