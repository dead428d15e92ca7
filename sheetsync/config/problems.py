"""A configuration file against its schema, and what is wrong in it: in words, with the place."""

import re
import stat
import sys
import tomllib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from copy import deepcopy
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from sheetsync.config.layers import ROSTER_FILE, SETTINGS_FILE
from sheetsync.config.options import Reader, Unfit
from sheetsync.errors import ConfigError, reason
from sheetsync.languages import _
from sheetsync.model.language import marked

_Value = TypeVar("_Value")

# How the messages of tomllib begin (its names for a place stand in brackets at their end).
_TOML_WORDS = {
    "Cannot overwrite a value": marked("the key is given twice"),
    "Cannot declare": marked("the section is given twice"),
    "Expected '=' after a key": marked("the key needs a “=” behind it"),
    "Expected ']": marked("the section's name is not closed by “]”"),
    "Expected newline or end of document": marked("something is left over behind the value"),
    "Unescaped '\\'": marked("write a backslash in quotes twice, or “/” instead"),
    "Invalid hex value": marked("write a backslash in quotes twice, or “/” instead"),
    "Illegal character": marked("the line lacks its closing quote"),
    "Unterminated string": marked("the line lacks its closing quote"),
    "Unclosed array": marked("the list is not closed by “]”"),
    "Invalid value": marked("the value is mistyped; a text needs quotes"),
    "Invalid initial character": marked("the key is mistyped"),
    "Invalid statement": marked("the line begins with a mistake"),
    "Invalid date": marked("there is no such date"),
}
_TYPED_DAY = re.compile(r"(?<![\d.])(\d{1,2})[./](\d{1,2})[./](\d{4})(?![\d.])")
_TOML_PLACE = re.compile(r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)", re.DOTALL)


def validated(
    path: Path, data: dict[str, Any], read: Reader[_Value], problems: list[str]
) -> _Value | None:
    """The data as they are read; None, with the problems noted, where they do not fit."""
    try:
        return read(data)
    except ValueError as error:
        problems += [f"{path}: {words}" for _place, words in problem_words(error)]
    return None


def problem_words(error: ValueError) -> Iterator[tuple[str, str]]:
    """By place one sentence a problem: «plan.days_ahed: такого ключа нет»."""
    if not isinstance(error, Unfit):
        yield "", f"{error}."
        return
    for path, words in error.found:
        yield path, f"{path}: {words}."


def config_error(problems: Iterable[str]) -> ConfigError:
    """The problems as one error, a line each."""
    lines = "\n".join(problems)
    return ConfigError(lines)


@lru_cache(maxsize=64)
def _parsed(text: str) -> dict[str, Any]:
    """By its text: the plans of a fleet share files, each of which takes a millisecond to parse."""
    return tomllib.loads(text)


def toml_table(path: Path, problems: list[str]) -> dict[str, Any] | None:
    """What the file holds; None, with the problem noted, where it is no TOML."""
    text = ""
    try:
        # Who may write here says where all letters go; on Windows the bit tells nothing.
        if sys.platform != "win32" and path.stat().st_mode & stat.S_IWOTH:
            problems.append(
                _(
                    "{path}: anyone on this computer can change it. Close it: chmod o-w {path}",
                    path=path,
                )
            )
            return None
        # Windows editors begin a UTF-8 file with a mark, which is no TOML.
        text = path.read_text(encoding="utf-8-sig")
        # A copy, for layers are laid over each other in place.
        return deepcopy(_parsed(text))
    except FileNotFoundError:
        if path.name == ROSTER_FILE and path.with_name(SETTINGS_FILE).exists():
            said = _("{path}: there is no such file. Draft it: sheetsync departments suggest PLAN")
        elif path.name == ROSTER_FILE and problems:
            return None  # no plan's folder at all: that is said of its settings already
        else:
            said = _(
                "{path}: there is no such file. Name the plan's folder by -C, or make a "
                "sample with “sheetsync demo my-plan”."
            )
        problems.append(said.format(path=path))
    except OSError as error:
        problems.append(
            _(
                "{path}: cannot be read: {reason}. Check the permissions.",
                path=path,
                reason=reason(error),
            )
        )
    except UnicodeDecodeError:
        problems.append(_("{path}: is no UTF-8 text. Save the file again as UTF-8.", path=path))
    except tomllib.TOMLDecodeError as error:
        problems.append(f"{path}: {_toml_words(error, text)}.")
    return None


def _toml_words(error: tomllib.TOMLDecodeError, text: str) -> str:
    """A syntax error with its place: «строка 3, знак 8: после ключа нужен знак «=»»."""
    match = _TOML_PLACE.fullmatch(str(error))
    if match is None:
        return _("TOML error: {error}", error=error)
    message, line, column = match.groups()
    # tomllib promises no wording: what a later Python says otherwise is shown as it says it.
    known = (words for begin, words in _TOML_WORDS.items() if message.startswith(begin))
    place = (
        _("line {line}, character {column}", line=line, column=column) if line else _("end of file")
    )
    day = _day_at(text.split("\n")[int(line) - 1], int(column)) if line else None
    said = _("a day is written {day}", day=day) if day else _(next(known, message))
    return f"{place}: {said}"


def _day_at(line: str, column: int) -> date | None:
    """The day that is typed around the character of a line, counted from 1, as people write it."""
    for typed in _TYPED_DAY.finditer(line):
        if typed.start() < column <= typed.end():
            day, month, year = map(int, typed.groups())
            with suppress(ValueError):
                return date(year, month, day)
    return None
