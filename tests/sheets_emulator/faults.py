"""Failures on demand: what a network and a busy service do to a request."""

import json
from dataclasses import dataclass, field

HTML = """<!DOCTYPE html>
<html lang=en><title>Error 502 (Server Error)!!1</title>
<p><b>502.</b> <ins>That’s an error.</ins>
<p>The server encountered a temporary error and could not complete your request.
<p>Please try again in 30 seconds.
"""

KINDS = ("429", "500", "503", "502", "hang", "reset", "reset_after", "503_after", "401", "400")
"""An `_after` fault strikes when the request has been applied already."""


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


def body(kind: str) -> tuple[int, str, str]:
    """Status, content type and text of an answer that is a failure."""
    code = int(kind.removesuffix("_after"))
    if code == 502:
        return code, "text/html; charset=UTF-8", HTML
    status, message = {
        400: ("INVALID_ARGUMENT", "Invalid requests[0]: refused on demand."),
        401: ("UNAUTHENTICATED", "Request had invalid authentication credentials."),
        429: ("RESOURCE_EXHAUSTED", "Resource has been exhausted (e.g. check quota)."),
        500: ("INTERNAL", "Internal error encountered."),
        503: ("UNAVAILABLE", "The service is currently unavailable."),
    }[code]
    error = {"error": {"code": code, "message": message, "status": status}}
    return code, "application/json; charset=UTF-8", json.dumps(error)
