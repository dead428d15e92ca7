"""What python-docx has no classes for: elements by XPath, footnotes and text boxes."""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from lxml import etree

if TYPE_CHECKING:
    from docx.document import Document

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMES = {"w": _W, "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006"}
_KINDS = ("footnote", "endnote")
# A text box stands twice in the file: for Word of today, and for that of 2007 as a fallback.
_BOXES = ".//w:txbxContent[not(ancestor::mc:Fallback)]"
_TEXTS = ".//w:t[not(ancestor::mc:Fallback)] | .//w:tab | .//w:br"


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


class Footnotes:
    """The footnotes and endnotes of a document, to be asked by the paragraphs that refer to them.

    Raises what lxml raises for a damaged part.
    """

    def __init__(self, document: "Document") -> None:
        self._notes: dict[tuple[str, str], str] = {}
        for relation in document.part.rels.values():
            kind = relation.reltype.rpartition("/")[2].removesuffix("s")
            if kind in _KINDS and not relation.is_external:
                root = etree.fromstring(relation.target_part.blob)
                for one in found(root, f"./w:{kind}"):
                    self._notes[kind, one.get(w("id"), "")] = _words(one)

    def of(self, paragraph: Any) -> Iterator[str]:
        """The words of those that the paragraph refers to."""
        for kind in _KINDS:
            for number in found(paragraph, f".//w:{kind}Reference[not(ancestor::w:del)]/@w:id"):
                words = self._notes.get((kind, str(number)), "")
                if words:
                    yield words


def boxed(paragraph: Any) -> Iterator[str]:
    """The words of each text box that hangs on the paragraph."""
    yield from filter(None, map(_words, found(paragraph, _BOXES)))


def _words(element: Any) -> str:
    paragraphs = found(element, ".//w:p[not(ancestor::mc:Fallback)]")
    return " ".join(" ".join("".join(_texts(one)).split()) for one in paragraphs).strip()


def _texts(paragraph: Any) -> Iterator[str]:
    return (one.text or " " for one in found(paragraph, _TEXTS))
