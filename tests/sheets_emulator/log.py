"""What was asked of the emulator and how it answered."""

import json
from dataclasses import dataclass, replace
from typing import Any

_KEPT = 64_000_000  # bytes: the bodies of the last requests; a year of large ones would fill memory


@dataclass(frozen=True)
class Logged:
    """A request of the program under test and the status it got; 0 where none was sent."""

    line: str
    body: bytes
    status: int
    target: str

    def json(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.body) if self.body else {}
        return found


class Log(list[Logged]):
    """All requests in order; of old ones without their bodies."""

    _bare = 0  # how many have none any more
    _size = 0

    def append(self, logged: Logged) -> None:
        super().append(logged)
        self._size += len(logged.body)
        while self._size > _KEPT and self._bare < len(self) - 1:
            self._size -= len(self[self._bare].body)
            self[self._bare] = replace(self[self._bare], body=b"")
            self._bare += 1

    def clear(self) -> None:
        super().clear()
        self._bare = self._size = 0
