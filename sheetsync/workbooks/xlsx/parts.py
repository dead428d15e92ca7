"""The parts of an .xlsx package."""

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
