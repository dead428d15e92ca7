"""Tables in files of any kind: read as they stand, or refused with one sentence."""

from contextlib import suppress
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sheetsync.errors import SheetsyncError, WorkbookMissing, WorkbookUnreadable
from sheetsync.workbooks.tables import read_table_file


def written(folder: Path, name: str, text: str, encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251"])
def test_text_is_read_in_every_usual_encoding(tmp_path: Path, encoding: str) -> None:
    path = written(tmp_path, "план.txt", "План\n\n№\tСроки\n1\tапрель\n", encoding)
    assert read_table_file(path).rows == (("План",), (), ("№", "Сроки"), ("1", "апрель"))


def test_a_quoted_cell_keeps_its_line_breaks(tmp_path: Path) -> None:
    path = written(tmp_path, "plan.tsv", '№\t"Сроки\nисполнения"\n')
    assert read_table_file(path).rows == (("№", "Сроки\nисполнения"),)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_is_read_by_the_sign_that_stands_in_it_most(tmp_path: Path, delimiter: str) -> None:
    path = written(
        tmp_path, "plan.csv", f"№{delimiter}Сроки{delimiter}Кто\n1{delimiter}май{delimiter}УМЦ"
    )
    assert read_table_file(path).rows[1] == ("1", "май", "УМЦ")


def test_a_word_document_gives_its_paragraphs_and_tables_in_order(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("План работы")
    table = document.add_table(rows=2, cols=3)
    for cell, text in zip(table.row_cells(0), ("№", "Мероприятие", "Сроки"), strict=True):
        cell.text = text
    table.cell(1, 0).merge(table.cell(1, 2)).text = "Раздел 1"
    document.save(str(tmp_path / "plan.docx"))
    assert read_table_file(tmp_path / "plan.docx").rows == (
        ("План работы",),
        ("№", "Мероприятие", "Сроки"),
        ("Раздел 1", None, None),
    )


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(WorkbookMissing, match="Проверьте путь"):
        read_table_file(tmp_path / "нет.txt")


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("plan.doc", b"text", "только .txt, .tsv, .csv, .docx, .xlsx"),
        ("plan.txt", b"", "пуст"),
        ("plan.txt", b"\x00\x01\x02\x98", "не текст"),
        ("plan.docx", b"PK\x03\x04", "не открывается как документ Word"),
        ("plan.xlsx", b"\x89PNG\r\n", "plan.xlsx"),
    ],
)
def test_a_file_that_holds_no_table_is_refused(
    tmp_path: Path, name: str, data: bytes, words: str
) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(WorkbookUnreadable, match=words):
        read_table_file(tmp_path / name)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.sampled_from([".txt", ".tsv", ".csv", ".docx", ".xlsx"]), st.binary(max_size=200))
def test_any_bytes_are_a_table_or_one_of_our_errors(
    tmp_path: Path, suffix: str, data: bytes
) -> None:
    path = tmp_path / f"plan{suffix}"
    path.write_bytes(data)
    with suppress(SheetsyncError):
        read_table_file(path)
