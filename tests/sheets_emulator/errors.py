"""The errors of the API, in the shape Google gives them."""

from typing import Any


class ApiError(Exception):
    """A request that is answered with an error; nothing of it was applied."""

    def __init__(
        self, code: int, status: str, message: str, *, details: list[Any] | None = None
    ) -> None:
        super().__init__(message)
        self.code = code
        self.body: dict[str, Any] = {"code": code, "message": message, "status": status}
        if details:
            self.body["details"] = details


def invalid(message: str) -> ApiError:
    return ApiError(400, "INVALID_ARGUMENT", message)


def malformed(message: str, field: str) -> ApiError:
    violation = {"field": field, "description": message} if field else {"description": message}
    detail = {
        "@type": "type.googleapis.com/google.rpc.BadRequest",
        "fieldViolations": [violation],
    }
    return ApiError(400, "INVALID_ARGUMENT", message, details=[detail])


def forbidden() -> ApiError:
    return ApiError(403, "PERMISSION_DENIED", "The caller does not have permission")


def not_found() -> ApiError:
    return ApiError(404, "NOT_FOUND", "Requested entity was not found.")


def unknown(what: str) -> ApiError:
    """A thing of the real API that this emulator does not have: never a silent success."""
    return ApiError(501, "UNIMPLEMENTED", f"The emulator does not know {what}")
