"""What was asked of Google and how it answered, cleaned of names and ids, as files to keep.

The form is that of the recordings of gspread's tests (cassettes of vcrpy, as JSON), so that an
emulator is held against them in the same way.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from pathlib import Path
from typing import Any

import requests

from sheetsync.errors import UsageError, reason
from sheetsync.model.frozen import frozen
from sheetsync.words.parties.remarks import ADDRESS
from sheetsync.workbooks.google.client import SheetsClient

NAME = "sheetsync-probe.json"
_BOOK = "1sheetsyncProbe"
_NOBODY = "account@example.org"
_ADDRESS = re.compile(ADDRESS)
_GOOGLE = "https://sheets.googleapis.com"
_FILE = "application/vnd.google-apps.spreadsheet"


@frozen
class Recording:
    """All that a client was answered from now on, but for lists of people's tabs."""

    spreadsheet: str
    locale: str
    kept: list[dict[str, Any]] = field(default_factory=list)

    def watch(self, client: SheetsClient) -> None:
        """Begin."""
        client.session.hooks["response"].append(self._look)

    def _look(self, response: requests.Response, *_args: object, **_kwargs: object) -> None:
        request = response.request
        # Only a read of named cells tells nothing of other tabs.
        if request.method == "GET" and not re.search(r"[?&]ranges=|/values/", str(request.url)):
            return
        body = request.body.decode() if isinstance(request.body, bytes) else ""
        path = str(request.url).partition("/v4/")[2]
        asked = self._interaction(str(request.method), f"{_GOOGLE}/v4/{path}", body)
        self.kept.append(_answered(asked, response.status_code, self._clean(response.text)))

    def _interaction(self, method: str, uri: str, body: str) -> dict[str, Any]:
        headers = {"Content-Type": ["application/json"]} if body else {}
        return {
            "method": method,
            "uri": self._anonymous(uri),
            "body": self._anonymous(body),
            "headers": headers,
        }

    def _clean(self, text: str) -> str:
        """Without other people's names, ids and addresses; a page of a proxy is left out whole."""
        try:
            answer = json.loads(text)
        except ValueError:
            return ""
        if isinstance(answer, dict):
            _forget(answer)
            _forget(answer.get("updatedSpreadsheet", {}))
        return self._anonymous(json.dumps(answer, ensure_ascii=False, indent=1))

    def _anonymous(self, text: str) -> str:
        return _ADDRESS.sub(_NOBODY, text.replace(self.spreadsheet, _BOOK))

    def save(self, folder: Path) -> Path:
        """Write the file into a folder, which is made. Raises `UsageError` where that fails."""
        file = folder / NAME
        text = json.dumps(
            {"interactions": [*self._beginning(), *self.kept]}, ensure_ascii=False, indent=1
        )
        try:
            folder.mkdir(parents=True, exist_ok=True)
            file.write_text(text + "\n", encoding="utf-8")
        except OSError as error:
            raise UsageError(
                "Google's answers are not written to {file}: {reason}. Name another folder.",
                file=file,
                reason=reason(error),
            ) from error
        return file

    def _beginning(self) -> Iterator[dict[str, Any]]:
        """A new spreadsheet of that locale, as whoever replays the file has to make one."""
        new = {"name": "Проба", "mimeType": _FILE}
        address = "https://www.googleapis.com/drive/v3/files?supportsAllDrives=True"
        made = {"kind": "drive#file", "id": _BOOK, **new}
        asked = self._interaction("POST", address, json.dumps(new))
        yield _answered(asked, 200, json.dumps(made))
        change = {"properties": {"locale": self.locale}, "fields": "locale"}
        body = json.dumps({"requests": [{"updateSpreadsheetProperties": change}]})
        asked = self._interaction("POST", f"{_GOOGLE}/v4/spreadsheets/{_BOOK}:batchUpdate", body)
        yield _answered(asked, 200, json.dumps({"spreadsheetId": _BOOK, "replies": [{}]}))


def _forget(book: dict[str, Any]) -> None:
    """Take the address and people's names out of a spreadsheet."""
    book.pop("spreadsheetUrl", None)
    # Names of ranges are people's words as well.
    own = [one for one in book.pop("namedRanges", ()) if "sheetsync" in str(one)]
    if own:
        book["namedRanges"] = own


def _answered(asked: Mapping[str, Any], status: int, text: str) -> dict[str, Any]:
    answer = {"status": {"code": status, "message": ""}, "headers": {}, "body": {"string": text}}
    return {"request": asked, "response": answer}
