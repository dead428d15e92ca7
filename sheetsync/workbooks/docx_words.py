"""The words of a Word paragraph as people see it printed, and those that do not count."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sheetsync.model import Unread
from sheetsync.workbooks.docx_numbering import Numbering

if TYPE_CHECKING:
    from docx.document import Document

# Elements are found through the document's own tree: python-docx's `text`, `paragraphs` and
# `cells` leave out what stands in a content control or was inserted with changes tracked. A text
# box stands twice in the file, a moved passage at its old place too.
_RUNS = ".//w:r[not(ancestor::w:txbxContent or ancestor::w:moveFrom or ancestor::w:del)]"
_TRACKED = ".//w:ins | .//w:del | .//w:moveFrom | .//w:moveTo"
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_MARKS = {"strike": Unread.STRUCK, "dstrike": Unread.STRUCK, "vanish": Unread.HIDDEN}
_OFF = ("0", "false", "off")


@dataclass(slots=True, kw_only=True)
class Words:
    """Reads paragraphs in the document's order, which their numbers need.

    `unread` are the words that were left out since it was last emptied; `tracked` says whether any
    paragraph was changed with changes tracked: what was inserted counts, what was deleted does not.
    """

    numbering: Numbering
    styles: dict[str, Any]
    unread: list[tuple[Unread, str]] = field(default_factory=list)
    tracked: bool = False

    @classmethod
    def of(cls, document: "Document") -> "Words":
        """The reader of a document."""
        styles = {style.style_id: style.element for style in document.styles}
        return cls(numbering=Numbering(document), styles=styles)

    def of_paragraph(self, paragraph: Any) -> str:
        """Its visible words after the number that Word gives it."""
        self.tracked |= bool(paragraph.xpath(_TRACKED))
        number = self.numbering.before(paragraph)
        said = "".join(self._counted(paragraph)).rstrip()
        return f"{number} {said}".strip() if number else said

    def _counted(self, paragraph: Any) -> Iterator[str]:
        for run in paragraph.xpath(_RUNS):
            text = "".join(map(_text, run))
            why = self._why_unread(run, paragraph) if text.strip() else None
            if why is None:
                yield text
            else:
                self.unread.append((why, text.strip()))

    def _why_unread(self, run: Any, paragraph: Any) -> Unread | None:
        """By the run's own marks, or else its style's, or else the paragraph's style's."""
        names = (*run.xpath("./w:rPr/w:rStyle/@w:val"), *paragraph.xpath("./w:pPr/w:pStyle/@w:val"))
        holders = (run, *(self.styles[name] for name in names if name in self.styles))
        for mark, why in _MARKS.items():
            for holder in holders:
                if holder.xpath(f"./w:rPr/w:{mark}"):
                    off = holder.xpath(f"./w:rPr/w:{mark}/@w:val")
                    if not off or off[0] not in _OFF:
                        return why
                    break
        return None


def _text(piece: Any) -> str:
    name = piece.tag.rpartition("}")[2]
    return piece.text or "" if name == "t" else _SIGNS.get(name, "")
