"""A configuration file against its schema, and what is wrong in it: in words, with the place."""

import re
import stat
import sys
import tomllib
from collections.abc import Iterator
from copy import deepcopy
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from sheetsync.config.layers import ROSTER_FILE, SETTINGS_FILE
from sheetsync.errors import reason
from sheetsync.languages import _
from sheetsync.model.language import marked

_Schema = TypeVar("_Schema", bound=BaseModel)

_WORDS = {
    "missing": marked("a required value is missing"),
    "string_type": marked("a text in quotes is needed"),
    "int_type": marked("a whole number without quotes is needed"),
    "bool_type": marked("true or false is needed"),
    "tuple_type": marked("a list in square brackets is needed"),
    "model_type": marked("a section with keys is needed"),
    "date_type": marked("a date without quotes is needed, such as 2021-05-04"),
    "date_from_datetime_inexact": marked("a date without a time is needed, such as 2021-05-04"),
    "date_from_datetime_parsing": marked("a date is needed, such as 2021-05-04"),
    "string_too_short": marked("the value is empty"),
    "too_short": marked("at least one entry is needed"),
}
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
_TOML_PLACE = re.compile(r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)", re.DOTALL)


def validated(
    path: Path,
    data: dict[str, Any],
    schema: type[_Schema],
    problems: list[str],
    spellings: dict[str, str] | None = None,
) -> _Schema | None:
    """The data as the schema has it; None, with the problems noted, where it does not fit.

    An address is spelt as in `spellings`, where it stands there in letters of another case.
    """
    try:
        return schema.model_validate(data, context=spellings)
    except ValidationError as error:
        problems += [f"{path}: {words}" for words in problem_words(error, schema)]
    return None


@lru_cache(maxsize=64)
def _parsed(text: str) -> dict[str, Any]:
    """By its text: the plans of a fleet share files, each of which takes a millisecond to parse."""
    return tomllib.loads(text)


def toml_table(path: Path, problems: list[str]) -> dict[str, Any] | None:
    """What the file holds; None, with the problem noted, where it is no TOML."""
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
        # A copy, for layers are laid over each other in place.
        return deepcopy(_parsed(path.read_text(encoding="utf-8-sig")))
    except FileNotFoundError:
        if path.name == ROSTER_FILE and path.with_name(SETTINGS_FILE).exists():
            said = _("{path}: there is no such file. Draft it: sheetsync departments suggest PLAN")
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
        problems.append(f"{path}: {toml_words(error)}.")
    return None


def toml_words(error: tomllib.TOMLDecodeError) -> str:
    """What is wrong in the writing: «строка 3, знак 8: после ключа нужен знак «=»»."""
    match = _TOML_PLACE.fullmatch(str(error))
    if match is None:
        return _("TOML error: {error}", error=error)
    message, line, column = match.groups()
    # tomllib promises no wording: what a later Python says otherwise is shown as it says it.
    known = (words for begin, words in _TOML_WORDS.items() if message.startswith(begin))
    place = (
        _("line {line}, character {column}", line=line, column=column) if line else _("end of file")
    )
    return f"{place}: {_(next(known, message))}"


def problem_words(error: ValidationError, schema: type[BaseModel]) -> Iterator[str]:
    """One sentence a problem: «plan.days_ahed: такого ключа нет»."""
    found = error.errors(include_url=False)
    for problem in found:
        if problem["type"] == "too_short" and _is_deeper(problem["loc"], found):
            continue  # the list has entries, but a wrong one does not count to pydantic
        path = ".".join(_step(step) for step in problem["loc"])
        words = _sentence(dict(problem), _known_keys(schema, problem["loc"][:-1]))
        yield f"{path}: {words}." if path else f"{words}."


def _is_deeper(path: tuple[str | int, ...], found: list[ErrorDetails]) -> bool:
    """True where a problem lies inside of that path."""
    return any(each["loc"][: len(path)] == path and each["loc"] != path for each in found)


def _step(step: str | int) -> str:
    return str(step + 1) if isinstance(step, int) else step


def _sentence(problem: dict[str, Any], known: list[str]) -> str:
    kind, context = problem["type"], problem.get("ctx", {})
    if kind == "extra_forbidden":
        close = get_close_matches(str(problem["loc"][-1]), known, n=1)
        hint = (
            _("; it is like “{close}”", close=close[0])
            if close
            else _("; there are: {listed}", listed=", ".join(known))
        )
        return _("there is no such key{hint}", hint=hint)
    if kind == "value_error":
        return str(context["error"])
    if kind in ("enum", "literal_error"):
        # pydantic joins them in English.
        expected = context["expected"].replace(" or ", ", ").replace("'", "")
        return _(
            "“{problem}” does not fit, it has to be one of: {expected}",
            problem=problem["input"],
            expected=expected,
        )
    if kind in ("greater_than_equal", "less_than_equal"):
        side = _("at least") if "ge" in context else _("at most")
        return _(
            "a number {side} {get} is needed", side=side, get=context.get("ge", context.get("le"))
        )
    return _(_WORDS[kind]) if kind in _WORDS else str(problem["msg"])


def _known_keys(schema: type[BaseModel], path: tuple[str | int, ...]) -> list[str]:
    """The keys that the section at `path` may hold."""
    # A step into a list is its index, which the schema does not know.
    for step in path:
        if isinstance(step, str) and step in schema.model_fields:
            found = _section_of(schema.model_fields[step].annotation)
            schema = found or schema
    return list(schema.model_fields)


def _section_of(annotation: Any) -> type[BaseModel] | None:
    """The section behind an annotation, also where it stands in a tuple."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inner = (_section_of(argument) for argument in getattr(annotation, "__args__", ()))
    return next((found for found in inner if found), None)
