"""The workbook as LibreOffice opens and prints it."""

import re
import subprocess
from pathlib import Path

import pytest

from tests.office import Office
from tests.real_parts import need


@pytest.fixture(scope="module")
def pages(demo: Path, tmp_path_factory: pytest.TempPathFactory, office: Office) -> list[str]:
    """The words of each printed page."""
    paper = office.converted(demo / "plan.xlsx", "pdf", tmp_path_factory.mktemp("printed"))
    words = [need("pdftotext"), "-layout", str(paper), "-"]
    done = subprocess.run(words, capture_output=True, encoding="utf-8", check=True, timeout=60)
    return done.stdout.split("\f")[:-1]


@pytest.fixture(scope="module")
def summary(pages: list[str]) -> list[str]:
    """The pages of the tab «Сводка»."""
    first = next(i for i, page in enumerate(pages) if "всего пунктов" in page)
    last = next(i for i, page in enumerate(pages) if "Проверка плана" in page)
    return pages[first:last]


def test_the_numbers_of_the_summary_are_read_and_sum_up(summary: list[str]) -> None:
    lines = summary[0].splitlines()
    labels = next(i for i, line in enumerate(lines) if "всего пунктов" in line)
    above = (line for line in reversed(lines[:labels]) if re.fullmatch(r"[\s\d]+\d", line))
    total, *states = map(int, next(above).split())
    assert (total, sum(states)) == (24, 24)


def test_the_summary_is_one_page_wide_and_two_long(summary: list[str]) -> None:
    """A second page across would part the list of what is late from its days.

    Two pages are all that a sitting reads: a new block has to find its room in them.
    """
    (late, *_) = [line for line in summary[0].splitlines() if re.match(r"\s*п\. 2\s", line)]
    assert re.search(r"«февраль», 28 февраля\s+72\s+отметки нет", late)
    assert len(summary) == 2


def test_the_summary_says_as_of_when(summary: list[str]) -> None:
    assert "на 11 мая 2021 г." in summary[0]


def test_nothing_is_shown_as_an_error(pages: list[str]) -> None:
    for page in pages:
        assert not re.search(r"###|#REF|#NAME|#ИМЯ|Err:\d", page)


def test_findings_stand_on_a_page_of_their_own(pages: list[str]) -> None:
    (page,) = [page for page in pages if "Проверка плана" in page]
    assert "4 замечания" in page
    assert "«по запросу ФНПР»" in page
