"""What is shipped, and that it is found from a wheel, an editable install and a checkout."""

import importlib.util
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest

import sheetsync
from sheetsync.resources import data_path

ROOT = Path(__file__).parents[1]
BUILD = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"][
    "build"
]["targets"]


def path_seen_from(package: Path, *parts: str) -> Path:
    """What `data_path` answers when it stands in another folder."""
    package.mkdir(parents=True, exist_ok=True)
    module = package / "resources.py"
    module.write_bytes((ROOT / "sheetsync" / "resources.py").read_bytes())
    spec = importlib.util.spec_from_file_location("resources_elsewhere", module)
    assert spec
    assert spec.loader
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    found = loaded.data_path(*parts)
    assert isinstance(found, Path)
    return found


def test_the_installed_version_is_the_one_of_the_code() -> None:
    assert version("sheetsync") == sheetsync.__version__


@pytest.mark.parametrize(("source", "target"), BUILD["wheel"]["force-include"].items())
def test_the_wheel_takes_folders_that_exist(source: str, target: str) -> None:
    assert (ROOT / source).is_dir()
    assert target == f"sheetsync/_data/{source}"


def test_the_sdist_takes_only_what_exists() -> None:
    assert [name for name in BUILD["sdist"]["include"] if not (ROOT / name[1:]).exists()] == []


@pytest.mark.parametrize(
    "parts",
    [
        ("config", "sheetsync.toml"),
        ("config", "departments.toml"),
        ("config", "columns.toml"),
        ("config", "report.docx"),
        ("config", "report.en.docx"),
        ("config", "sample-plan.tsv"),
        ("templates", "email", "_base", "letter.html"),
    ],
)
def test_the_shipped_files_are_found(parts: tuple[str, ...]) -> None:
    assert data_path(*parts).is_file()


def test_a_wheel_finds_its_files_inside_the_package(tmp_path: Path) -> None:
    package = tmp_path / "sheetsync"
    (package / "_data").mkdir(parents=True)
    expected = package / "_data" / "config" / "columns.toml"
    assert path_seen_from(package, "config", "columns.toml") == expected


def test_a_checkout_finds_them_beside_the_package(tmp_path: Path) -> None:
    found = path_seen_from(tmp_path / "sheetsync", "config", "columns.toml")
    assert found == tmp_path / "config" / "columns.toml"
