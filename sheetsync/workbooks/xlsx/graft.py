"""Gives a workbook that excelize saved its own theme and styles back, ours added.

excelize reads these two parts of every workbook it opens and writes them anew. What it does not
know of is lost on the way, such as the extension by which a cell is a checkbox. It adds styles
only at the end of each list, so its additions can be set into the original text.
"""

import re
from pathlib import Path
from zipfile import ZipFile

from sheetsync.workbooks.xlsx.parts import Parts

_STYLES = "xl/styles.xml"
_THEME = re.compile(r"xl/theme/theme\d*\.xml")
_COLLECTIONS = ("numFmts", "fonts", "fills", "borders", "cellXfs")
_TAG = re.compile(r"<(/?)[\w:]+(?:\"[^\"]*\"|'[^']*'|[^>\"'])*?(/?)>")
_ROOT = re.compile(r"<styleSheet\b[^>]*>")


def grafted(parts: Parts, original: Path) -> Parts:
    """Excelize's version of `original` with the theme and styles of that."""
    parts = dict(parts)
    with ZipFile(original) as before:
        for name in before.namelist():
            if _THEME.fullmatch(name):
                parts[name] = before.read(name)
            if name == _STYLES:
                texts = before.read(name).decode(), parts[name].decode()
                parts[name] = with_added_styles(*texts).encode()
    return parts


def with_added_styles(original: str, extended: str) -> str:
    """The text of `original` and the styles that `extended` has beyond it.

    Gives `extended` itself where the original is written in a way that cannot be added to.
    """
    if not _ROOT.search(original):  # a namespace prefix before every name
        return extended
    for collection in _COLLECTIONS:
        there, wanted = _children(original, collection), _children(extended, collection)
        added = "".join(wanted[len(there) :])
        if added:
            original = _append(original, collection, added, count=len(wanted))
    return original


def _append(styles: str, collection: str, added: str, *, count: int) -> str:
    match = _section(collection).search(styles)
    if match:
        opening = re.sub(r'\bcount="\d+"', f'count="{count}"', match["opening"])
        section = f"{opening}>{match['inside'] or ''}{added}</{collection}>"
        return styles[: match.start()] + section + styles[match.end() :]
    # Only number formats may be absent, and they come first (ECMA-376, 18.8.39).
    section = f'<{collection} count="{count}">{added}</{collection}>'
    return _ROOT.sub(lambda root: root[0] + section, styles, count=1)


def _children(styles: str, collection: str) -> list[str]:
    """The texts of the elements directly inside a collection, in order."""
    match = _section(collection).search(styles)
    text = (match["inside"] or "") if match else ""
    children, depth, start = [], 0, 0
    for tag in _TAG.finditer(text):
        closing, empty = tag.groups()
        if depth == 0:
            start = tag.start()
        depth += -1 if closing else 0 if empty else 1
        if depth == 0:
            children.append(text[start : tag.end()])
    return children


def _section(collection: str) -> re.Pattern[str]:
    ends = rf"(?:/>|>(?P<inside>.*?)</{collection}>)"
    return re.compile(rf"(?P<opening><{collection}\b[^>]*?){ends}", re.DOTALL)
