"""Text that fits a terminal of 80 columns, Cyrillic and wide characters counted as shown."""

import re
import textwrap
from collections.abc import Sequence
from unicodedata import combining, east_asian_width

WIDTH = 80
# Latin, Cyrillic and usual signs, each one column wide: nearly all texts, in no time.
_PLAIN = re.compile("[\u0020-\u02ff\u0400-\u0481\u2010-\u2027\u2116]*")


def wrapped(text: str) -> str:
    """The text in lines of at most 80 columns, all but the first indented."""
    return textwrap.fill(text, WIDTH, subsequent_indent="    ", break_on_hyphens=False)


def shown_width(text: str) -> int:
    """How many columns the text takes in a terminal."""
    if _PLAIN.fullmatch(text):
        return len(text)
    wide = sum(east_asian_width(c) in "WF" for c in text)
    return len(text) + wide - sum(bool(combining(c)) for c in text)


def columns(rows: Sequence[Sequence[str]], widths: Sequence[int]) -> str:
    """Rows as lines of aligned columns; what does not fit its width ends in "…"."""
    return "\n".join(
        "  ".join(_fitted(cell, width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )


def _fitted(text: str, width: int) -> str:
    if shown_width(text) > width:
        text = text[:width]  # a whole cell may be 50,000 characters
        while shown_width(text) > width - 1:
            text = text[:-1]
        text = text.rstrip() + "…"
    return text + " " * (width - shown_width(text))
