"""Our tabs in a shared Google Sheet as a browser shows them: they fit, and all can be read."""

import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from sheetsync.workbooks.google.access import EMULATOR
from tests.daily.conftest import Plan
from tests.rendering.browser import contrast, laid_out
from tests.rendering.conftest import DAY
from tests.rendering.sheet_html import sheet_html
from tests.sample import sample_grid
from tests.sheets_emulator import Emulator, running
from tests.sheets_emulator.answers import spreadsheet
from tests.workbooks.google_views import answered_view
from tests.workbooks.keys import write_key
from tests.workbooks.sheets import Shared, shared_sheet

TABS = ("Сводка", "Проверка")
SCREEN = 1366
MEASURE = """
<pre></pre>
<script>
const cells = [...document.querySelectorAll("td > div")].map((inside) => {
  const cell = inside.parentElement, words = inside.querySelector("span");
  const ink = getComputedStyle(inside.querySelector("a") ?? inside).color;
  const size = words.getBoundingClientRect(), room = inside.getBoundingClientRect();
  return {
    cell: cell.dataset.cell, text: words.textContent, ink,
    paper: getComputedStyle(cell).backgroundColor,
    wide: size.width - room.width, high: size.height - room.height,
  };
});
const width = document.querySelector("table").getBoundingClientRect().width;
document.querySelector("pre").textContent = JSON.stringify({ width, cells });
</script>
"""

Seen = dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shared]:
    """A sheet with the sample plan after the run of its day."""
    plan, emulator = Plan(tmp_path_factory.mktemp("shared") / "plan"), Emulator(locale="ru_RU")
    with running(emulator) as base, pytest.MonkeyPatch.context() as patch:
        patch.setenv(EMULATOR, base)
        rows = [[cell or None for cell in row] for row in sample_grid().rows]
        sheet = shared_sheet(emulator, base, {"План": rows})
        write_key(plan.folder / "key.json", rsa.generate_private_key(65537, 1024), base)
        plan.set("plan", f'spreadsheet = "{sheet.id}"', 'google_key = "key.json"')
        assert plan.run(DAY).exit_code == 0
        yield sheet


@pytest.fixture(scope="module")
def seen(shared: Shared, tmp_path_factory: pytest.TempPathFactory) -> Seen:
    """What was measured on each tab."""
    book = shared.emulator.world.book(shared.id)
    answer = spreadsheet(book, ranges=[], fields="", grid_data=True)
    folder = tmp_path_factory.mktemp("tabs")
    given = {"Сводка": _warnings(answer)}
    return {
        title: _measured(sheet_html(answer, title, given=given.get(title)), folder / "tab.html")
        for title in TABS
    }


def _warnings(answer: dict[str, Any]) -> dict[str, str]:
    """The longest text that the formula of each cell can show, by the cell's address."""
    view = answered_view(answer, "Сводка")
    formulas = {place: cell.formula for place, cell in view.cells.items() if cell.formula}
    return {
        place: max(re.findall('"([^"]*)"', formula), key=len) for place, formula in formulas.items()
    }


def _measured(html: str, page: Path) -> dict[str, Any]:
    page.write_text(html.replace("</html>", f"{MEASURE}</html>"), encoding="utf-8")
    block = re.search(r"<pre>(.*?)</pre>", laid_out(page, width=SCREEN), re.DOTALL)
    assert block
    found: dict[str, Any] = json.loads(unescape(block[1]))
    return found


@pytest.mark.parametrize("title", TABS)
def test_a_tab_is_no_wider_than_the_screen(seen: Seen, title: str) -> None:
    assert seen[title]["width"] <= SCREEN


@pytest.mark.parametrize("title", TABS)
def test_no_text_is_cut_off(seen: Seen, title: str) -> None:
    cut = [
        cell for cell in seen[title]["cells"] if cell["wide"] > 0.5 or cell["high"] > 0.5
    ]  # parts of a pixel are rounded away
    assert cut == []


@pytest.mark.parametrize("title", TABS)
def test_words_stand_out_from_what_is_behind_them(seen: Seen, title: str) -> None:
    faint = [cell for cell in seen[title]["cells"] if _contrast(cell) < 4.5]
    assert faint == []


def _contrast(cell: dict[str, Any]) -> float:
    clear = cell["paper"] == "rgba(0, 0, 0, 0)"
    return contrast(cell["ink"], "rgb(255, 255, 255)" if clear else cell["paper"])


def test_formulas_show_what_is_given_and_hidden_columns_nothing(shared: Shared) -> None:
    book = shared.emulator.seed("Другая").book
    assert book
    rows = [{"values": [_formula("=XLOOKUP(1;B:B;C:C)"), _formula("=1+1"), _formula("=2+2")]}]
    hidden = {"sheetId": 0, "dimension": "COLUMNS", "startIndex": 2, "endIndex": 3}
    shared.emulator.edit(
        book.id,
        [
            {"updateCells": {"start": {"sheetId": 0}, "rows": rows, "fields": "userEnteredValue"}},
            {
                "updateDimensionProperties": {
                    "range": hidden,
                    "properties": {"hiddenByUser": True},
                    "fields": "hiddenByUser",
                }
            },
        ],
    )
    answer = spreadsheet(shared.emulator.world.book(book.id), ranges=[], fields="", grid_data=True)
    page = sheet_html(answer, "Лист1", given={"B1": "два"})
    texts = re.findall("<span>(.*?)</span>", page)
    assert texts == ["=XLOOKUP(1;B:B;C:C)", "два"]


def _formula(text: str) -> dict[str, Any]:
    return {"userEnteredValue": {"formulaValue": text}}
