"""The parts of an .xlsx package, and places in the XML of one."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias
from zipfile import ZIP_DEFLATED, ZipFile

Parts: TypeAlias = dict[str, bytes]
"""The parts of a package by their names."""


def read_parts(path: Path) -> Parts:
    """All parts of the package in a file, in their order."""
    with ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def write_parts(path: Path, parts: Parts) -> None:
    """Write the package anew."""
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)


def before_first(text: str, names: Sequence[str], added: str, *, end: str) -> str:
    """The XML with `added` before the first element of these names, else before `end` closes."""
    found = re.compile(rf"<(?:{'|'.join(names)})\b|</{end}>")
    # Cells may hold any text, so the search begins behind them.
    start = max(text.find("</sheetData>"), text.find("<sheetData/>"), 0)
    match = found.search(text, start)
    at = match.start() if match else len(text)
    return text[:at] + added + text[at:]
