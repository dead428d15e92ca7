"""Tabs and papers in a language in other letters hold no Russian but the plan's own words."""

import re
from collections.abc import Iterator
from dataclasses import astuple
from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest

from sheetsync.config.folder import load_config
from sheetsync.languages import CODES, file_in
from sheetsync.model import Grid, Tab
from sheetsync.papers.template import fill_template
from sheetsync.resources import data_path
from sheetsync.summary.chair import chair_tab
from sheetsync.summary.control import control_tab
from sheetsync.summary.findings import findings_tab
from sheetsync.summary.papers import papers
from tests.languages.saying import in_cyrillic
from tests.rendering.states import STATES, state

_RUSSIAN = re.compile(r"[А-Яа-яЁё]+")


def russian(text: object) -> set[str]:
    return {word.casefold() for word in _RUSSIAN.findall(str(text))}


def own_words(grid: Grid, folder: Path) -> set[str]:
    """The words of the plan, and those by which the roster and the settings name people."""
    found = set().union(*(russian(cell) for row in grid.rows for cell in row))
    for file in ("departments.toml", "sheetsync.toml"):
        found |= russian((folder / file).read_text(encoding="utf-8"))
    return found


def said(tabs: list[Tab]) -> Iterator[object]:
    for tab in tabs:
        yield from (tab.title, tab.year_title, tab.footer, *(chart.title for chart in tab.charts))
        for row in tab.rows:
            for cell in row.cells:
                yield cell.value
                yield astuple(cell.formula) if cell.formula else ""


@pytest.mark.parametrize("code", [code for code in CODES if not in_cyrillic(code)])
@pytest.mark.parametrize("name", STATES)
def test_tabs_and_papers_are_english(name: str, code: str, tmp_path: Path) -> None:
    given, grid = state(name, tmp_path / "plan", language=code)
    content, target = papers(given, taken=given.today), tmp_path / "paper.docx"
    template = data_path("config", file_in(code, "report.docx"))
    fill_template(template, content, target, now=datetime.now(UTC))
    # A hint quotes the plan, or says a day as it does.
    hints = [finding.hint for finding in given.agenda.plan.findings]
    known = own_words(grid, tmp_path / "plan") | russian(given.context) | russian(hints)
    tabs = [chair_tab(given), findings_tab(given), control_tab(given, grid=grid)]
    texts = [*said(tabs), *docx.Document(str(target)).element.itertext()]
    left = {word: text for text in texts for word in russian(text) - known}
    assert left == {}
    assert len(texts) > 200


def test_an_english_folder_takes_the_english_template(tmp_path: Path) -> None:
    state("sample", tmp_path)
    settings = tmp_path / "sheetsync.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace('# language = "ru"', 'language = "en"'), encoding="utf-8")
    assert load_config(tmp_path).report_template.name == "report.en.docx"
    (tmp_path / "report.docx").write_bytes(b"somebody's own")
    assert load_config(tmp_path).report_template == tmp_path / "report.docx"
