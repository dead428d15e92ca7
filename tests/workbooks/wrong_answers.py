"""Answers that are not what was asked for, as Google, its login server and proxies give them."""

import gzip
import json
from dataclasses import dataclass, field
from typing import Any

from tests.sheets_emulator import Emulator
from tests.sheets_emulator.request import Request, Response

HTML = "text/html; charset=UTF-8"


@dataclass
class Wrong:
    """Given in place of the right answer to `times` requests whose "METHOD /path" holds `match`."""

    response: Response
    match: str
    times: int


@dataclass
class Faulty(Emulator):
    """The emulator, but for answers that a test has set; `lines` are the requests that it got."""

    wrong: list[Wrong] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle(self, request: Request) -> tuple[Response, str]:
        self.lines.append(request.line)
        for wrong in self.wrong:
            if wrong.match in request.line and wrong.times:
                wrong.times -= 1
                return wrong.response, ""
        return super().handle(request)

    def tries(self, match: str) -> int:
        return sum(match in line for line in self.lines)


def rpc(
    code: int, status: str, reason: str = "", message: str = "No.", **metadata: str
) -> Response:
    """An error of a Google API, with its ErrorInfo (google.rpc)."""
    info = {
        "@type": "type.googleapis.com/google.rpc.ErrorInfo",
        "reason": reason,
        "domain": "googleapis.com",
        "metadata": metadata,
    }
    error: dict[str, Any] = {"code": code, "message": message, "status": status}
    return Response(code, {"error": {**error, "details": [info] if reason else []}})


def drive(code: int, reason: str, message: str = "No.") -> Response:
    """An error in the older shape, which Drive still gives."""
    errors = [{"domain": "usageLimits", "reason": reason, "message": message}]
    return Response(code, {"error": {"errors": errors, "code": code, "message": message}})


def oauth(code: int, error: str, description: str = "", **more: str) -> Response:
    """An error of a token endpoint (RFC 6749, 5.2)."""
    return Response(code, {"error": error, "error_description": description, **more})


def page(code: int, title: str) -> Response:
    return Response(code, f"<!DOCTYPE html><html><title>{title}</title><p>…</html>", HTML)


def cut_gzip(whole: Any) -> Response:
    """An answer whose end was lost, though its length is right."""
    data = gzip.compress(json.dumps(whole).encode())
    return Response(200, data[: len(data) // 2], headers={"Content-Encoding": "gzip"})
