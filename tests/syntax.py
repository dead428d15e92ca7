"""The syntax of the program's modules, read once for all the tests that look at it."""

import ast
from functools import cache
from pathlib import Path


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """Each node of a module, the outer before the inner ones; others get the same: change none."""
    return tuple(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
