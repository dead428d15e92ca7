"""A page on one measure, as a Word document of plain paragraphs."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

Part = tuple[str, Sequence[str]]
"""A heading, and the paragraphs under it."""


def write_page(target: Path, title: str, parts: Sequence[Part], *, now: datetime) -> None:
    """Write the document; it bears no author and was made at `now`."""
    import docx
    from docx.shared import Cm, Pt

    document = docx.Document()
    for section in document.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2)
        section.top_margin = section.bottom_margin = Cm(1.5)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Arial", Pt(10)
    normal.paragraph_format.space_after = Pt(3)
    document.add_heading(_printable(title), level=1)
    for heading, lines in parts:
        document.add_heading(_printable(heading), level=2)
        for line in lines:
            document.add_paragraph(_printable(line))
    about = document.core_properties
    about.title, about.author, about.last_modified_by = _printable(title)[:255], "", ""
    about.created = about.modified = now.astimezone(UTC).replace(tzinfo=None)
    document.save(str(target))


def _printable(text: str) -> str:
    """Without what XML 1.0 cannot hold."""
    return "".join(sign for sign in text if sign in "\t\n" or sign.isprintable() or sign > "\x9f")
