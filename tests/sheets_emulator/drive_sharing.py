"""Who may see a file of the Drive, and what was said about it."""

import secrets
from typing import Any

from . import fieldmask
from .errors import ApiError, unknown
from .request import Request, Response
from .world import File

_READ_ONLY = ("id", "kind")


def drive_error(message: str, *, location: str) -> ApiError:
    """Drive's own shape of a 404."""
    error = ApiError(404, "", message)
    reason = {
        "message": message,
        "domain": "global",
        "reason": "notFound",
        "location": location,
        "locationType": "parameter",
    }
    error.body = {"code": 404, "message": message, "errors": [reason]}
    return error


def permissions(request: Request, file: File, parts: list[str]) -> Response:
    """`parts` is the path below .../permissions."""
    if parts:
        return _one(request, file, parts[0])
    if request.method == "POST":
        permission = {"id": str(secrets.randbelow(10**18)), **request.json()}
        file.permissions.append(permission)
        return _masked(request, _shown(permission), "kind,id,type,role")
    whole = {"kind": "drive#permissionList", "permissions": [*map(_shown, file.permissions)]}
    return _masked(request, whole, "kind,permissions(kind,id,type,role)")


def _one(request: Request, file: File, wanted: str) -> Response:
    permission = next((p for p in file.permissions if p["id"] == wanted), None)
    if permission is None:
        raise drive_error(f"Permission not found: {wanted}.", location="permissionId")
    if request.method == "DELETE":
        file.permissions.remove(permission)
        return Response(204, None)
    if request.method == "PATCH":
        permission |= {k: v for k, v in request.json().items() if k not in _READ_ONLY}
    return _masked(request, _shown(permission), "kind,id,type,role")


def _shown(permission: dict[str, Any]) -> dict[str, Any]:
    return {"kind": "drive#permission", **permission}


def comments(request: Request, file: File) -> Response:
    """Drive wants to be told which fields to answer with."""
    if not request.one("fields"):
        raise ApiError(400, "", "The 'fields' parameter is required for this method.")
    if request.method == "POST":
        comment = {"kind": "drive#comment", "id": secrets.token_hex(4), **request.json()}
        file.comments.append(comment)
        return _masked(request, comment, "")
    if request.method == "GET":
        return _masked(request, {"kind": "drive#commentList", "comments": file.comments}, "")
    raise unknown(f"{request.method} {request.path}")


def _masked(request: Request, whole: dict[str, Any], usual: str) -> Response:
    mask = fieldmask.parse(request.one("fields") or usual)
    return Response(200, fieldmask.pick(whole, mask) or {})
