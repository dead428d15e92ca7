"""Finds the files that come with the program: configuration samples and letter templates."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def data_path(*parts: str) -> Path:
    """The path of a file or folder, such as `data_path("config", "columns.toml")`.

    A wheel carries these files inside the package, in `_data`; an editable install and a plain
    checkout have them at the repository's root (pyproject.toml, `force-include`).
    """
    packed = _PACKAGE / "_data"
    return (packed if packed.is_dir() else _PACKAGE.parent).joinpath(*parts)
