"""The emulator's own paths, /_emulator/..., for tests in other processes."""

from collections.abc import Callable
from typing import Any

from .emulator import Emulator
from .log import Logged
from .quota import RealClock
from .request import Request, Response


def handle(emulator: Emulator, request: Request) -> Response:
    """reset, seed, test, fault, edit, log, quota, clock, tokens."""
    control = _CONTROLS.get(request.path.rpartition("/")[2])
    if control is None:
        return Response(404, {"error": {"code": 404, "message": "no such control"}})
    return Response(200, control(emulator, request.json()))


def _reset(emulator: Emulator, _body: dict[str, Any]) -> Any:
    emulator.reset()
    return {}


def _seed(emulator: Emulator, body: dict[str, Any]) -> Any:
    files = [
        emulator.seed(f.get("name", ""), file_id=f.get("id", ""), access=f.get("access", "owner"))
        for f in body.get("files", [])
    ]
    return {"ids": [file.id for file in files]}


def _test(emulator: Emulator, body: dict[str, Any]) -> Any:
    emulator.test = body.get("name", "")
    return {}


def _fault(emulator: Emulator, body: dict[str, Any]) -> Any:
    emulator.fail(
        body["kind"],
        body.get("match", ""),
        times=body.get("times", 1),
        skip=body.get("skip", 0),
    )
    return {}


def _edit(emulator: Emulator, body: dict[str, Any]) -> Any:
    if "match" in body:
        emulator.edit_at(
            body["spreadsheetId"],
            body["requests"],
            match=body["match"],
            after=body.get("after", False),
        )
    else:
        emulator.edit(body["spreadsheetId"], body["requests"])
    return {}


def _log(emulator: Emulator, _body: dict[str, Any]) -> Any:
    return {"requests": [_shown(logged) for logged in emulator.log]}


def _shown(logged: Logged) -> dict[str, Any]:
    return {
        "line": logged.line,
        "target": logged.target,
        "body": logged.body.decode(errors="replace"),
        "status": logged.status,
    }


def _quota(emulator: Emulator, body: dict[str, Any]) -> Any:
    emulator.quota.limits = {"Read": body.get("reads", 60), "Write": body.get("writes", 60)}
    if body.get("real"):
        emulator.quota.clock = RealClock()
    return {"refused": emulator.quota.refused.total()}


def _clock(emulator: Emulator, body: dict[str, Any]) -> Any:
    emulator.clock.sleep(body.get("seconds", 0))
    return {"now": emulator.clock()}


def _tokens(emulator: Emulator, body: dict[str, Any]) -> Any:
    emulator.tokens.strict = body.get("strict", True)
    if body.get("revoke"):
        emulator.tokens.valid.clear()
    return {"claims": emulator.tokens.claims}


_CONTROLS: dict[str, Callable[[Emulator, dict[str, Any]], Any]] = {
    "reset": _reset,
    "seed": _seed,
    "test": _test,
    "fault": _fault,
    "edit": _edit,
    "log": _log,
    "quota": _quota,
    "clock": _clock,
    "tokens": _tokens,
}
