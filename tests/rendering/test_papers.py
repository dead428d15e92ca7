"""Board papers as LibreOffice prints them: one page of overview, then the plan."""

import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner
from docx.table import Table

from sheetsync.cli import cli
from sheetsync.model import DeadlineKind, Department, Meaning, Measure, Progress
from sheetsync.papers.template import fill_template
from sheetsync.plan.agenda import build_agenda
from sheetsync.plan.items import Warnings
from sheetsync.plan.workdays import Workdays
from sheetsync.resources import data_path
from sheetsync.summary.papers import papers
from tests.builders import OPEN, YEAR_ROUND, deadline, inputs, measure, month, plan, with_words
from tests.office import Office
from tests.real_parts import need

Printed = Callable[[Path], list[str]]
TEMPLATE = data_path("config", "report.docx")
WARNINGS = Warnings(workdays=Workdays("RU"))
LONG = "Организационно-методическое сопровождение перспективных направлений деятельности " * 4
LEAD = Department(name="Постоянная комиссия Совета по организационной работе и кадровой политике")


@pytest.fixture(scope="module")
def writer(office: Office) -> Office:
    """Where it writes documents, too: that is a package of its own."""
    need("lowriter")
    return office


@pytest.fixture(scope="module")
def printed(writer: Office, tmp_path_factory: pytest.TempPathFactory) -> Printed:
    """The words of each printed page of a document."""
    folder = tmp_path_factory.mktemp("printed")

    def pages(document: Path) -> list[str]:
        paper = writer.converted(document, "pdf", folder)
        words = [need("pdftotext"), "-layout", str(paper), "-"]
        done = subprocess.run(words, capture_output=True, encoding="utf-8", check=True, timeout=90)
        return done.stdout.split("\f")[:-1]

    return pages


@pytest.fixture(scope="module")
def pages(demo: Path, printed: Printed) -> list[str]:
    """The papers of the sample plan."""
    paper = demo.parent / "papers.docx"
    words = ["report", "-C", str(demo), "--today", "2021-05-11", "--docx", str(paper)]
    assert CliRunner().invoke(cli, words, catch_exceptions=False).exit_code == 0
    return printed(paper)


def test_the_overview_is_one_page(pages: list[str]) -> None:
    assert "на 11 мая 2021 г." in pages[0].replace("\u00a0", " ")
    assert "Требует уточнения" in pages[0]
    assert pages[1].split("\n\n")[1].strip().startswith("План мероприятий на 2021 год: информация")


def test_each_page_of_the_plan_has_its_header_and_number(pages: list[str]) -> None:
    for number, page in enumerate(pages[1:], start=2):
        assert page.split()[0] == str(number)
        assert "Информация о выполнении" in page
    assert "1" not in pages[0].split()[:1]


def test_no_sign_of_the_template_is_printed(pages: list[str]) -> None:
    assert not [sign for page in pages for sign in ("{{", "{%", "%}") if sign in page]


def test_the_worst_plan_leaves_the_overview_on_one_page(tmp_path: Path, printed: Printed) -> None:
    title = "План мероприятий по укреплению организационного единства и кадровой работы " * 2
    worst = build_agenda(
        replace(plan(*_of_every_trouble(12)), title=title),
        today=date(2021, 5, 4),
        warnings=WARNINGS,
    )
    paper = tmp_path / "worst.docx"
    content = papers(inputs(worst), taken=date(2021, 5, 3))
    fill_template(TEMPLATE, content, paper, now=datetime.now(UTC))
    first, second, *_ = printed(paper)
    assert len(content.questions) == 6
    assert content.questions[-1].split(":")[0] in first
    assert "Подготовил" in first
    assert "Последний день" in second


def test_a_template_that_an_office_program_saved_makes_the_same_papers(
    tmp_path: Path, writer: Office
) -> None:
    agenda = build_agenda(plan(measure()), today=date(2021, 5, 4), warnings=WARNINGS)
    made = []
    for template in (TEMPLATE, writer.converted(TEMPLATE, "docx", tmp_path)):
        paper = tmp_path / f"{len(made)}.docx"
        fill_template(template, papers(inputs(agenda)), paper, now=datetime.now(UTC))
        made.append(docx.Document(str(paper)))
    ours, theirs = made
    assert [_texts(table) for table in theirs.tables] == [_texts(table) for table in ours.tables]
    widths = [section.page_width for section in theirs.sections]
    assert (len(widths), widths[0] < widths[1]) == (2, True)


def _texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def _of_every_trouble(count: int) -> list[Measure]:
    """So many measures of each kind that the overview tells of, in the longest words."""
    words = "в течение первого полугодия текущего года, но не позднее сессии"
    february = replace(deadline(DeadlineKind.MONTH, month(2)), text=words)
    may = replace(deadline(DeadlineKind.MONTH, month(5)), text=words)
    unclear = Progress(text=LONG, meaning=Meaning.UNCLEAR)
    moved = Progress(text=LONG, meaning=Meaning.POSTPONED, on=date(2021, 12, 1))
    kinds = (
        measure(when=february, done=unclear, text=LONG, lead=LEAD),
        measure(when=may, text=LONG, lead=LEAD),
        measure(when=replace(OPEN, text=words), text=LONG, lead=LEAD),
        measure(when=YEAR_ROUND, text=LONG, lead=LEAD),
        measure(when=replace(deadline(DeadlineKind.UNREADABLE), text=words), text=LONG, lead=LEAD),
        measure(when=february, done=moved, text=LONG, lead=LEAD),
        measure(when=february, text=LONG, lead=None),
    )
    measures = [kind for kind in kinds for _ in range(count)]
    return [
        with_words(one, number=f"1.{number}", row=number + 3)
        for number, one in enumerate(measures, start=1)
    ]
