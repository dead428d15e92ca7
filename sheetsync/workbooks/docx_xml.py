"""Elements of a Word document by XPath, also where python-docx has no class for them."""

from functools import cache
from typing import Any

from lxml import etree

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMES = {"w": _W, "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006"}


def found(element: Any, path: str) -> list[Any]:
    """What the path leads to; its prefixes are "w" and "mc"."""
    return list(_compiled(path)(element))


def value(element: Any, path: str) -> str:
    """The `val` of the first such element, "" where there is none."""
    return next(map(str, found(element, f"{path}/@w:val")), "")


def w(name: str) -> str:
    """The name with its namespace, as elements and their attributes have it."""
    return f"{{{_W}}}{name}"


@cache
def _compiled(path: str) -> Any:
    """A document has thousands of paragraphs, and each is asked the same."""
    return etree.XPath(path, namespaces=_NAMES)
