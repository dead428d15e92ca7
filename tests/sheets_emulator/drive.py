"""The few Drive methods around a spreadsheet."""

import csv
import io
import re
from dataclasses import replace
from typing import Any

from . import fieldmask, values
from .a1 import whole
from .drive_sharing import comments, drive_error, permissions
from .errors import ApiError, unknown
from .request import Request, Response
from .state import new_sheet
from .world import SPREADSHEET, File, World

_TEXT = r"""(?:"((?:\\.|[^"\\])*)"|'((?:\\.|[^'\\])*)')"""
_NAME = re.compile(rf"\bname\s*=\s*{_TEXT}")
# The documentation asks for 'id' in parents, gspread for parents in "id"; Google takes both.
_FOLDER = re.compile(rf"\bparents\s+in\s+{_TEXT}|{_TEXT}\s+in\s+parents")


def handle(world: World, request: Request, parts: list[str]) -> Response:
    """`parts` is the path below /drive/v3/files."""
    if not parts:
        return _create(world, request) if request.method == "POST" else _list(world, request)
    try:
        file = world.file(parts[0])
    except ApiError as error:
        raise _as_drive(error, parts[0]) from error
    if len(parts) == 1:
        return _one(world, request, file)
    if parts[1] == "permissions":
        return permissions(request, file, parts[2:])
    if parts[1] == "comments":
        return comments(request, file)
    handlers = {"copy": _copy, "export": _export}
    if parts[1] not in handlers:
        raise unknown(f"{request.method} {request.path}")
    return handlers[parts[1]](world, request, file)


def upload(world: World, request: Request, file_id: str) -> Response:
    """A CSV takes the place of all there was."""
    if not request.headers.get("content-type", "").startswith("text/csv"):
        raise unknown("uploads of other things than CSV")
    book = world.book(file_id).copy()
    rows = [*csv.reader(io.StringIO(request.body.decode()))]
    sheet = new_sheet(book.sheets[0].id, book.sheets[0].title)
    book.sheets = [sheet]
    sheet.grow("ROWS", max(0, len(rows) - sheet.row_count))
    sheet.grow("COLUMNS", max(0, max(map(len, rows), default=0) - sheet.column_count))
    options = {"valueInputOption": "USER_ENTERED"}
    values.write(book, replace(whole(sheet), anchor=True), {"values": rows}, options)
    world.keep(book)
    return Response(200, {"kind": "drive#file", "id": file_id, "title": world.file(file_id).name})


def _as_drive(error: ApiError, file_id: str) -> ApiError:
    # Drive says 404 of what it may not show, and names a reason.
    if error.code not in (403, 404):
        return error
    return drive_error(f"File not found: {file_id}.", location="fileId")


def _shown(file: File) -> dict[str, Any]:
    return {
        "kind": "drive#file",
        "id": file.id,
        "name": file.name,
        "mimeType": SPREADSHEET,
        "createdTime": file.created,
        "modifiedTime": file.modified,
        "version": str(file.version),
        "trashed": file.trashed,
        "parents": file.parents,
    }


def _create(world: World, request: Request) -> Response:
    body = request.json()
    file = world.create(body.get("name", "Untitled"))
    file.parents = body.get("parents", [])
    return Response(200, _brief(file))


def _brief(file: File) -> dict[str, Any]:
    return {k: v for k, v in _shown(file).items() if k in ("kind", "id", "name", "mimeType")}


def _list(world: World, request: Request) -> Response:
    name, folder = _asked(_NAME, request.one("q")), _asked(_FOLDER, request.one("q"))
    files = [
        _shown(file)
        for file in reversed(world.files.values())
        if file.access != "none"
        and (name is None or file.name == name)
        and (folder is None or folder in file.parents)
    ]
    mask = fieldmask.parse(request.one("fields") or "kind,files(kind,id,name,mimeType)")
    return Response(200, fieldmask.pick({"kind": "drive#fileList", "files": files}, mask))


def _asked(pattern: re.Pattern[str], query: str) -> str | None:
    """The text that a search asks for; both kinds of quotation marks do."""
    match = pattern.search(query)
    text = next((group for group in match.groups() if group is not None), "") if match else None
    return text and re.sub(r"\\(.)", r"\1", text)


def _one(world: World, request: Request, file: File) -> Response:
    if request.method == "DELETE":
        del world.files[file.id]
        return Response(204, None)
    if request.method == "PATCH":
        file.name = request.json().get("name", file.name)
        if file.book:
            file.book.properties["title"] = file.name
        file.version += 1
    mask = fieldmask.parse(request.one("fields") or "kind,id,name,mimeType")
    return Response(200, fieldmask.pick(_shown(file), mask))


def _copy(world: World, request: Request, file: File) -> Response:
    body = request.json()
    twin = world.create(body.get("name") or f"Copy of {file.name}")
    if file.book:
        book = file.book.copy()
        book.id, book.properties["title"] = twin.id, twin.name
        twin.book = book
    twin.parents = body.get("parents", [])
    if request.one("fields"):
        return Response(200, fieldmask.pick(_shown(twin), fieldmask.parse(request.one("fields"))))
    return Response(200, _brief(twin))


def _export(world: World, request: Request, file: File) -> Response:
    kind = request.one("mimeType")
    if kind not in ("text/csv", "text/tab-separated-values"):
        raise unknown(f"export as {kind}")
    book = world.book(file.id)
    table = values.read(book, whole(book.sheets[0]), {}).get("values", [])
    width = max(map(len, table), default=0)
    out = io.StringIO()
    writer = csv.writer(out, delimiter="," if kind == "text/csv" else "\t", lineterminator="\r\n")
    writer.writerows([*line, *[""] * (width - len(line))] for line in table)
    return Response(200, out.getvalue().removesuffix("\r\n"), kind)
