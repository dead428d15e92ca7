"""Finds the help of commands for `pybabel extract`: their docstrings and that of their options."""

import ast
import inspect
from collections.abc import Iterator, Sequence
from typing import IO, Any

from babel.messages.extract import extract_python

_Found = tuple[int, str, Any, list[str]]


def extract(
    file: IO[bytes], keywords: Any, comment_tags: Sequence[str], options: Any
) -> Iterator[_Found]:
    """As Babel's own extractor of Python finds sentences, and those that click takes from us."""
    yield from extract_python(file, keywords, list(comment_tags), options)
    file.seek(0)
    for node in ast.walk(ast.parse(file.read())):
        if isinstance(node, ast.FunctionDef) and any(map(_is_command, node.decorator_list)):
            for paragraph in inspect.cleandoc(ast.get_docstring(node) or "").split("\n\n"):
                yield node.lineno, "_", " ".join(paragraph.split()), []
        if isinstance(node, ast.keyword) and node.arg in ("help", "metavar"):
            yield node.lineno, "_", ast.literal_eval(node.value), []


def _is_command(decorator: ast.expr) -> bool:
    called = decorator.func if isinstance(decorator, ast.Call) else decorator
    return isinstance(called, ast.Attribute) and called.attr in ("command", "group")
