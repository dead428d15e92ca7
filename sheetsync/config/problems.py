"""What is wrong in a configuration file, in words, with the line or the path of the key."""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from tomllib import TOMLDecodeError
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

_WORDS = {
    "missing": "не указано обязательное значение",
    "string_type": "нужен текст в кавычках",
    "int_type": "нужно целое число без кавычек",
    "bool_type": "нужно true или false",
    "tuple_type": "нужен список в квадратных скобках",
    "model_type": "нужен раздел с ключами",
    "date_type": "нужна дата без кавычек, например 2021-05-04",
    "date_from_datetime_inexact": "нужна дата без времени, например 2021-05-04",
    "date_from_datetime_parsing": "нужна дата, например 2021-05-04",
    "string_too_short": "значение пустое",
    "too_short": "нужна хотя бы одна запись",
}
# How the messages of tomllib begin (its names for a place stand in brackets at their end).
_TOML_WORDS = {
    "Cannot overwrite a value": "ключ записан дважды",
    "Cannot declare": "раздел записан дважды",
    "Expected '=' after a key": "после ключа нужен знак «=»",
    "Expected ']": "название раздела не закрыто скобкой «]»",
    "Expected newline or end of document": "после значения стоит лишнее",
    "Unescaped '\\'": "обратную черту в кавычках пишите дважды или замените на «/»",
    "Invalid hex value": "обратную черту в кавычках пишите дважды или замените на «/»",
    "Illegal character": "в строке нет закрывающих кавычек",
    "Unterminated string": "в строке нет закрывающих кавычек",
    "Unclosed array": "список не закрыт скобкой «]»",
    "Invalid value": "значение записано с ошибкой, тексту нужны кавычки",
    "Invalid initial character": "ключ записан с ошибкой",
    "Invalid statement": "строка начинается с ошибки",
    "Invalid date": "такой даты нет",
}
_TOML_PLACE = re.compile(r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)", re.DOTALL)


def toml_words(error: TOMLDecodeError) -> str:
    """What is wrong in the writing: «строка 3, знак 8: после ключа нужен знак «=»»."""
    match = _TOML_PLACE.fullmatch(str(error))
    if match is None:
        return f"ошибка записи TOML: {error}"
    message, line, column = match.groups()
    known = (words for begin, words in _TOML_WORDS.items() if message.startswith(begin))
    place = f"строка {line}, знак {column}" if line else "конец файла"
    return f"{place}: {next(known, message)}"


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
        hint = f"; похож на «{close[0]}»" if close else f"; есть: {', '.join(known)}"
        return f"такого ключа нет{hint}"
    if kind == "value_error":
        return str(context["error"])
    if kind in ("enum", "literal_error"):
        expected = context["expected"].replace(" or ", ", ").replace("'", "")
        return f"«{problem['input']}» не подходит, нужно одно из: {expected}"
    if kind in ("greater_than_equal", "less_than_equal"):
        side = "не меньше" if "ge" in context else "не больше"
        return f"нужно число {side} {context.get('ge', context.get('le'))}"
    return _WORDS.get(kind) or str(problem["msg"])


def _known_keys(schema: type[BaseModel], path: tuple[str | int, ...]) -> list[str]:
    """The keys that the section at `path` may hold."""
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
