"""A page on one measure, as a Word document that somebody signs."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from sheetsync.model.frozen import frozen
from sheetsync.papers.template import printable, sign_off


@frozen
class Page:
    """`parts` are headings with lines of a label and a text; `signature` is its last line."""

    organisation: str
    title: str
    day: str
    parts: Sequence[tuple[str, Sequence[tuple[str, str]]]]
    signature: str


def write_page(target: Path, page: Page, *, now: datetime) -> None:
    """Write the document; it bears no author and was made at `now`."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Cm

    document = _blank()
    for text, name in ((page.organisation, "Normal"), (page.title, "Title"), (page.day, "Normal")):
        line = document.add_paragraph(printable(text), name)
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for heading, lines in page.parts:
        document.add_heading(printable(heading), level=2)
        for label, text in lines:
            line = document.add_paragraph()
            # What a line is about stands out to the left of all that it goes on with.
            line.paragraph_format.left_indent = Cm(1)
            line.paragraph_format.first_line_indent = Cm(-1)
            line.add_run(printable(f"{label}: ")).bold = True
            line.add_run(printable(text))
    # At the foot of the page, where the list above it cannot push it onto a page of its own.
    document.sections[0].footer.paragraphs[0].text = printable(page.signature)
    sign_off(document, title=page.title, now=now)
    document.save(str(target))


def _blank() -> Any:
    """An empty page A4 in the font of the papers."""
    import docx
    from docx.shared import Cm, Pt, RGBColor

    document = docx.Document()
    (section,) = document.sections
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(1.5)
    # Word's own headings are blue, in a font that offices lack.
    for name, size in (("Normal", 11), ("Title", 15), ("Heading 2", 12)):
        style = document.styles[name]
        # A theme's font, which the default styles have, goes before the one that is named.
        style.element.get_or_add_rPr().get_or_add_rFonts().attrib.clear()
        style.font.name, style.font.size = "Times New Roman", Pt(size)
        style.font.color.rgb = RGBColor(0, 0, 0)
    document.styles["Normal"].paragraph_format.space_after = Pt(3)
    title = document.styles["Title"]
    title.font.bold, title.paragraph_format.space_after = True, Pt(4)
    # Word's own title is spaced out above a blue rule.
    for decoration in title.element.xpath(".//w:pBdr | .//w:spacing[@w:val] | .//w:kern"):
        decoration.getparent().remove(decoration)
    return document
