"""What `doctor` found of each part, in the terminal and as JSON."""

from collections.abc import Iterable
from typing import Any

import click

from sheetsync.cli.program import print_json
from sheetsync.cli.terminal import beside, padded, tell
from sheetsync.daily.checkup_parts import Check, Level
from sheetsync.errors import worst_code
from sheetsync.languages import _
from sheetsync.model.language import marked

_SIGNS = {
    Level.OK: marked("ok"),
    Level.ATTENTION: marked("attention"),
    Level.PROBLEM: marked("problem"),
}
_COLORS = {Level.OK: "green", Level.ATTENTION: "yellow", Level.PROBLEM: "red"}
_PART, _SIGN = 12, 11


def show(checks: Iterable[Check], *, as_json: bool) -> int:
    """Print each as it comes; returns the exit code that the worst one means."""
    seen: list[Check] = []
    for check in checks:
        seen.append(check)
        # At once: the next check may wait for a server.
        if not as_json:
            click.echo(_check_line(check))
    code = worst_code(check.exit_code for check in seen)
    if as_json:
        print_json({"exit_code": code, "checks": [_check_data(check) for check in seen]})
    elif any(check.level is Level.PROBLEM for check in seen):
        tell("\nFix the problems first: the daily run will not get through.")
    return code


def _check_line(check: Check) -> str:
    sign = click.style(padded(_(_SIGNS[check.level]), _SIGN), fg=_COLORS[check.level])
    return beside(f"{padded(check.part, _PART)}{sign}", check.words)


def _check_data(check: Check) -> dict[str, Any]:
    return {"part": check.part, "level": str(check.level), "words": check.words}
