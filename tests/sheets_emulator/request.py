"""One HTTP request and its answer."""

import json
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from .errors import malformed

JSON = "application/json; charset=UTF-8"


@dataclass(frozen=True)
class Request:
    """A request as it arrived; `path` is decoded."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes

    @property
    def path(self) -> str:
        return unquote(urlsplit(self.target).path)

    @property
    def line(self) -> str:
        return f"{self.method} {self.path}"

    def many(self, name: str) -> list[str]:
        return parse_qs(urlsplit(self.target).query, keep_blank_values=True).get(name, [])

    def one(self, name: str) -> str:
        return (self.many(name) or [""])[0]

    def options(self) -> dict[str, Any]:
        return {k: v[0] for k, v in parse_qs(urlsplit(self.target).query).items()}

    def json(self) -> dict[str, Any]:
        if not self.body:
            return {}
        try:
            body = json.loads(self.body)
        except ValueError as error:
            raise malformed(f"Invalid JSON payload received. {error}", "") from error
        if not isinstance(body, dict):
            raise malformed("Invalid JSON payload received. Root element must be a message.", "")
        return body


@dataclass(frozen=True)
class Response:
    """Status and body; a body of text or bytes is sent as it is, any other as JSON."""

    status: int
    body: Any
    kind: str = JSON
    headers: dict[str, str] = field(default_factory=dict)

    def text(self) -> str:
        if self.body is None:
            return ""
        return (
            self.body if isinstance(self.body, str) else json.dumps(self.body, ensure_ascii=False)
        )

    def data(self) -> bytes:
        return self.body if isinstance(self.body, bytes) else self.text().encode()
