"""What nobody knows is said to be unknown: who leads a measure, when a first mark was made."""

from email.message import Message
from pathlib import Path

from docx import Document

from tests.daily.conftest import Plan, part_of
from tests.daily.plan_folder import RESPONSIBLE, STATUS, plan_sheet, write
from tests.daily.test_chairs_tab import block, tab

COORDINATOR, NOBODY = "Координатор плана", "не определён (сообщаем координатору)"


def edit(plan: Plan, number: str, column: int, text: str) -> None:
    with plan_sheet(plan.folder) as sheet:
        write(number, column, text)(sheet)


def text_of(letter: Message) -> str:
    return " ".join(part_of(letter).split())


def words_of(document: Path) -> str:
    found = Document(str(document))
    cells = (cell.text for table in found.tables for row in table.rows for cell in row.cells)
    return "\n".join((*(paragraph.text for paragraph in found.paragraphs), *cells))


def test_the_coordinator_is_not_said_to_lead_what_nobody_leads(plan: Plan) -> None:
    edit(plan, "2", RESPONSIBLE, "Учёный совет")
    plan.run("2021-05-11")
    (late,) = (line for line in block(tab(plan.folder), "Просрочено:") if line[0] == "п. 2")
    assert NOBODY in late
    assert NOBODY in {line[0] for line in block(tab(plan.folder), "По ответственным")}
    for title in ("Сводка", "Контроль"):
        assert COORDINATOR not in str(tab(plan.folder, title))
    plan.call("report", "--today", "2021-05-11", "--docx", str(plan.folder / "доклад.docx"))
    words = words_of(plan.folder / "доклад.docx")
    assert NOBODY in words
    # The one who prepared the paper signs it, and leads nothing.
    assert COORDINATOR not in words.replace(f"Подготовил: {COORDINATOR}", "")


def test_the_coordinator_hears_that_nobody_leads_what_is_long_late(plan: Plan) -> None:
    edit(plan, "2", RESPONSIBLE, "Учёный совет")
    for day in ("2021-02-01", "2021-03-02", "2021-03-15", "2021-04-01", "2021-05-11"):
        plan.run(day)
    told = [text_of(letter) for letter in plan.letters() if "coordinator@" in letter["To"]]
    assert any("ответственный не определён" in text for text in told)
    # It is he who reads that.
    assert not any("сообщаем координатору" in text for text in told)
    assert not any(f"отвечает: {COORDINATOR}" in text for text in told)


def test_a_mark_that_stood_there_at_the_first_run_is_older_than_it(plan: Plan) -> None:
    edit(plan, "2", STATUS, "в работе")
    plan.run("2021-05-11")
    edit(plan, "5", STATUS, "готовится")
    plan.run("2021-05-12")
    late = {line[0]: line[-1] for line in block(tab(plan.folder), "Просрочено:")}
    assert late["п. 2"] == "11 мая или раньше: «в работе»"
    assert late["п. 5"] == "12 мая: «готовится»"
    first = plan.call("history", "5").stdout
    assert first.startswith("ранее 11 мая 2021 г.: ")


def test_a_letter_does_not_date_a_mark_that_stood_there_at_the_first_run(plan: Plan) -> None:
    edit(plan, "7", STATUS, "оказана помощь")
    edit(plan, "4", STATUS, "готовится")
    plan.run("2021-01-11")
    plan.run("2021-04-01")
    told = " ".join(text_of(letter) for letter in plan.letters())
    assert "без новой отметки 80 дней (последняя – до 11 января" in told
    assert "(последняя 11 января" not in told
