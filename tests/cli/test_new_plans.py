"""Where a new plan cannot stand: one sentence, exit 2, nothing made."""

from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from sheetsync.model import CellValue
from sheetsync.workbooks.xlsx.workbook import XlsxWorkbook
from tests.cli.conftest import Call
from tests.workbooks.books import TODAY

PLAN = "№\tМероприятие\tСроки\tОтветственные\n1\tСеминар\tмай\tУМЦ\n"


@pytest.mark.parametrize(
    ("target", "words"), [("plan.txt", ".xlsx"), ("", ".xlsx"), ("no/plan.xlsx", "нет. Создайте")]
)
def test_a_workbook_that_cannot_stand_there(
    tmp_path: Path, call: Call, monkeypatch: pytest.MonkeyPatch, target: str, words: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("plan.tsv").write_text(PLAN, encoding="utf-8")
    result = call("import", "plan.tsv", "-o", target)
    assert (result.exit_code, words in result.stderr) == (2, True)
    assert [file.name for file in tmp_path.iterdir()] == ["plan.tsv"]


def test_a_folder_that_cannot_be_made(tmp_path: Path, call: Call) -> None:
    (tmp_path / "file").write_text("in the way")
    result = call("demo", tmp_path / "file" / "plan")
    assert (result.exit_code, "Не удалось создать папку" in result.stderr) == (2, True)


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_a_day_that_no_plan_is_of(tmp_path: Path, call: Call, day: str) -> None:
    result = call("demo", tmp_path / "plan", "--today", day)
    assert (result.exit_code, list(tmp_path.iterdir())) == (2, [])


def test_a_path_with_spaces_is_quoted_in_the_advice(tmp_path: Path, call: Call) -> None:
    result = call("demo", tmp_path / "Мой план")
    assert f'sheetsync run -C "{tmp_path / "Мой план"}"' in result.stdout


def rows_of(path: Path) -> list[tuple[CellValue, ...]]:
    """The header and the rows below it of the workbook that was made."""
    return [row for row in XlsxWorkbook(path, today=TODAY).read().rows if row[1] is not None]


def test_every_column_and_line_break_is_kept_and_told(tmp_path: Path, call: Call) -> None:
    source = tmp_path / "plan.csv"
    source.write_text(
        "Место;№;Мероприятие;Смета;Срок;Исполнители;Соисполнители;\n"
        'зал;1;"Слёт:\nпервый день";500;май;УМЦ;Отдел кадров;\n'
        ";2;Съезд;;июнь;УМЦ;;заметка\n",
        encoding="utf-8",
    )
    result = call("import", source, "-o", tmp_path / "plan.xlsx")
    assert rows_of(tmp_path / "plan.xlsx") == [
        (
            *("№", "Мероприятие", "Срок", "Исполнители", "Соисполнители"),
            *("Отметка о выполнении", "Место", "Смета", None),
        ),
        (1, "Слёт:\nпервый день", "май", "УМЦ", "Отдел кадров", None, "зал", "500", None),
        (2, "Съезд", "июнь", "УМЦ", None, None, None, None, "заметка"),
    ]
    said = " ".join(result.stdout.split())
    assert "2 пункта" in said
    assert "«Исполнители» – ответственные; «Соисполнители» – соисполнители" in said
    assert "Оставлены как есть: «Место», «Смета», «столбец H»." in said


def test_a_month_and_its_day_become_one_column(tmp_path: Path, call: Call) -> None:
    source = tmp_path / "plan.csv"
    source.write_text(
        "№;Мероприятие;Месяц;День;Ответственный\n1;Концерт;март;8;УМЦ\n2;Слёт;июнь;;УМЦ\n",
        encoding="utf-8",
    )
    said = call("import", source, "-o", tmp_path / "plan.xlsx").stdout
    assert rows_of(tmp_path / "plan.xlsx") == [
        ("№", "Мероприятие", "Сроки", "Ответственный", "Отметка о выполнении"),
        (1, "Концерт", "8 марта", "УМЦ", None),
        (2, "Слёт", "июнь", "УМЦ", None),
    ]
    assert "Оставлены как есть" not in said


def test_a_word_table_is_imported_as_people_see_it(tmp_path: Path, call: Call) -> None:
    document = docx.Document()
    table = document.add_table(rows=3, cols=4)
    header = ("№", "Меро-\nприятие", "Сроки", "Ответственные")
    for cell, text in zip(table.row_cells(0), header, strict=True):
        cell.text = text
    table.cell(1, 3).merge(table.cell(2, 3)).text = "УМЦ"
    for row, text in ((1, "Слёт"), (2, "Съезд")):
        table.cell(row, 0).paragraphs[0].style = "List Number"
        table.cell(row, 1).text = text
        table.cell(row, 2).text = "ноябрь"
    struck = "<w:r {}><w:rPr><w:strike/></w:rPr><w:t>март </w:t></w:r>".format(nsdecls("w"))
    table.cell(1, 2).paragraphs[0]._p.insert(0, parse_xml(struck))
    document.save(str(tmp_path / "plan.docx"))
    result = call("import", tmp_path / "plan.docx", "-o", tmp_path / "plan.xlsx")
    assert [row[:4] for row in rows_of(tmp_path / "plan.xlsx")] == [
        ("№", "Мероприятие", "Сроки", "Ответственные"),
        (1, "Слёт", "ноябрь", "УМЦ"),
        (2, "Съезд", "ноябрь", "УМЦ"),
    ]
    assert "Зачёркнутые слова не перенесены: «март»." in result.stdout


@pytest.mark.parametrize("encoding", ["koi8-r", "cp866", "mac_cyrillic", "iso8859-5", "cp1251"])
def test_a_text_of_any_cyrillic_encoding_is_imported(
    tmp_path: Path, call: Call, encoding: str
) -> None:
    (tmp_path / "plan.csv").write_bytes(PLAN.replace("№", "N").encode(encoding))
    call("import", tmp_path / "plan.csv", "-o", tmp_path / "plan.xlsx")
    assert rows_of(tmp_path / "plan.xlsx")[1][:4] == (1, "Семинар", "май", "УМЦ")


def test_a_tab_of_totals_and_signatures_says_what_was_left(tmp_path: Path, call: Call) -> None:
    (tmp_path / "plan.tsv").write_text(f"{PLAN}\tИтого\t\t\n", encoding="utf-8")
    result = call("import", tmp_path / "plan.tsv", "-o", tmp_path / "plan.xlsx")
    assert "Не похожи на мероприятия и не перенесены: «Итого»." in result.stdout
