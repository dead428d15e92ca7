"""What `doctor` found of each part, in the terminal and as JSON."""

from collections.abc import Iterable
from typing import Any

import click

from sheetsync.cli.program import print_json
from sheetsync.cli.text import shown_width
from sheetsync.daily.checkup import Check, Level
from sheetsync.errors import worst_code

_SIGNS = {Level.OK: "в порядке", Level.ATTENTION: "внимание", Level.PROBLEM: "ошибка"}
_COLORS = {Level.OK: "green", Level.ATTENTION: "yellow", Level.PROBLEM: "red"}
_PART, _SIGN = 12, 11


def show(checks: Iterable[Check], *, as_json: bool) -> int:
    """Print each as it comes; returns the exit code that the worst one means."""
    seen: list[Check] = []
    for check in checks:
        seen.append(check)
        if not as_json:
            click.echo(_line(check))
    code = worst_code(check.exit_code for check in seen)
    if as_json:
        print_json({"exit_code": code, "checks": [_data(check) for check in seen]})
    elif any(check.level is Level.PROBLEM for check in seen):
        click.echo("\nСначала исправьте ошибки: ежедневный запуск не пройдёт.")
    return code


def _line(check: Check) -> str:
    sign = click.style(_padded(_SIGNS[check.level], _SIGN), fg=_COLORS[check.level])
    return f"{_padded(check.part, _PART)}{sign}{_indented(check.words)}"


def _indented(words: str) -> str:
    """The words beside the two columns, in lines that fit a terminal of 80."""
    import textwrap

    margin = _PART + _SIGN
    lines = textwrap.wrap(words, 80 - margin, break_on_hyphens=False, break_long_words=False) or [
        ""
    ]
    return f"\n{' ' * margin}".join(lines)


def _padded(text: str, width: int) -> str:
    return text + " " * (width - shown_width(text))


def _data(check: Check) -> dict[str, Any]:
    return {"part": check.part, "level": str(check.level), "words": check.words}
