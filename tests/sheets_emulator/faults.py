"""Failures on demand: what a network, a proxy and a busy service do to a request."""

import json
from dataclasses import dataclass, field
from typing import Any

_JSON, _PAGE = "application/json; charset=UTF-8", "text/html; charset=UTF-8"

HTML = """<!DOCTYPE html>
<html lang=en><title>Error 502 (Server Error)!!1</title>
<p><b>502.</b> <ins>That’s an error.</ins>
<p>The server encountered a temporary error and could not complete your request.
<p>Please try again in 30 seconds.
"""
_PORTAL = "<html><head><title>Вход в сеть</title></head><body>Войдите, чтобы выйти в интернет."
_SHEETS = "sheets.googleapis.com"


@dataclass(frozen=True)
class Answer:
    """What a fault answers in the place of the service."""

    status: int
    text: str
    kind: str = _JSON
    headers: dict[str, str] = field(default_factory=dict)


def _error(code: int, status: str, message: str, *details: dict[str, Any]) -> Answer:
    body: dict[str, Any] = {"code": code, "message": message, "status": status}
    return Answer(code, json.dumps({"error": body | ({"details": details} if details else {})}))


def _denied(reason: str, message: str) -> Answer:
    """A 403 with the ErrorInfo by which its cause is known."""
    info = {
        "@type": "type.googleapis.com/google.rpc.ErrorInfo",
        "reason": reason,
        "domain": "googleapis.com",
        "metadata": {"service": _SHEETS, "consumer": "projects/1"},
    }
    return _error(403, "PERMISSION_DENIED", message, info)


def _limited() -> Answer:
    """A 403 of the older kind that means: too fast."""
    reason = {"domain": "usageLimits", "reason": "rateLimitExceeded", "message": "Rate Limit"}
    body = {"code": 403, "message": "Rate Limit Exceeded", "errors": [reason]}
    return Answer(403, json.dumps({"error": body}))


ANSWERS: dict[str, Answer] = {
    "400": _error(400, "INVALID_ARGUMENT", "Invalid requests[0]: refused on demand."),
    "401": _error(401, "UNAUTHENTICATED", "Request had invalid authentication credentials."),
    "403": _error(403, "PERMISSION_DENIED", "The caller does not have permission"),
    "403_billing": _denied("BILLING_DISABLED", "This API method requires billing to be enabled."),
    "403_disabled": _denied(
        "SERVICE_DISABLED", "Google Sheets API has not been used in project 1 before"
    ),
    "403_project": _denied(
        "USER_PROJECT_DENIED", "Caller does not have required permission to use project 1."
    ),
    "403_rate": _limited(),
    "403_scopes": _denied(
        "ACCESS_TOKEN_SCOPE_INSUFFICIENT", "Request had insufficient authentication scopes."
    ),
    "403_suspended": _denied("CONSUMER_SUSPENDED", "Consumer 'project_number:1' was suspended."),
    "404": _error(404, "NOT_FOUND", "Requested entity was not found."),
    "407": Answer(407, _PORTAL, _PAGE, {"Proxy-Authenticate": 'Basic realm="proxy"'}),
    "413": Answer(413, HTML.replace("502", "413"), _PAGE),
    "429": _error(429, "RESOURCE_EXHAUSTED", "Resource has been exhausted (e.g. check quota)."),
    "500": _error(500, "INTERNAL", "Internal error encountered."),
    "502": Answer(502, HTML, _PAGE),
    "503": _error(503, "UNAVAILABLE", "The service is currently unavailable."),
    "504": Answer(504, HTML.replace("502", "504"), _PAGE),
    "empty": Answer(200, ""),
    "error_text": Answer(200, '{"error": "blocked"}'),
    "error_text_400": Answer(400, '{"error": "invalid_request"}'),
    "list": Answer(200, "[]"),
    "not_json": Answer(200, '{"sheets": ['),
    "null": Answer(200, "null"),
    "portal": Answer(200, _PORTAL, _PAGE),
    "portal_403": Answer(403, _PORTAL, _PAGE),
}
"""Answers of the service, and of what stands before it."""

BROKEN = ("hang", "reset", "cut", "cut_gzip")
"""Connections that fail: "cut" ends an answer before its end."""

AFTER = ("reset_after", "503_after", "502_after", "not_json_after")
"""As those without "_after", once the request has been applied."""

KINDS = (*ANSWERS, *BROKEN, *AFTER)


def token_refused(error: str, description: str = "", *, code: int = 400) -> Answer:
    """What the token endpoint answers (RFC 6749, 5.2)."""
    return Answer(code, json.dumps({"error": error, "error_description": description}))


TOKENS: dict[str, Answer] = {
    "key_deleted": token_refused("invalid_grant", "Invalid JWT Signature."),
    "clock_wrong": token_refused(
        "invalid_grant",
        "Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable "
        "timeframe. Check your iat and exp values in the JWT claim.",
    ),
    "account_deleted": token_refused("invalid_grant", "Invalid grant: account not found"),
    "scope_refused": token_refused("invalid_scope", "Invalid OAuth scope or ID token audience."),
    "client_refused": token_refused("unauthorized_client", "Client is unauthorized.", code=401),
}
"""Answers of the token endpoint alone; the kinds above may strike there, too."""


@dataclass
class Fault:
    """Strikes `times` requests whose "METHOD /path" holds `match`, after letting `skip` by."""

    kind: str
    match: str = ""
    times: int = 1
    skip: int = 0
    headers: dict[str, str] = field(default_factory=dict)

    def strikes(self, line: str) -> bool:
        if self.match not in line or not self.times:
            return False
        if self.skip:
            self.skip -= 1
            return False
        self.times -= 1
        return True

    @property
    def applies(self) -> bool:
        """Whether the request is carried out although its answer is lost."""
        return self.kind in AFTER or self.kind in ("cut", "cut_gzip")

    @property
    def failure(self) -> str:
        """How the connection fails; "" where it does not."""
        kind = self.kind.removesuffix("_after")
        return kind if kind in BROKEN else ""

    def answer(self) -> Answer:
        kind = self.kind.removesuffix("_after")
        return ANSWERS.get(kind) or TOKENS[kind]
