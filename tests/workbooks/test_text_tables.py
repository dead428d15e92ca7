"""Cells of text files: what a quote, a separator and a blank mean."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sheetsync.errors import WorkbookUnreadable
from sheetsync.workbooks.tables import read_table_file
from sheetsync.workbooks.text_tables import split_cells

CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\r")).map(str.rstrip)


def as_they_stand(rows: list[list[str]]) -> tuple[tuple[str | None, ...], ...]:
    return tuple(() if row == [""] else tuple(cell or None for cell in row) for row in rows)


@given(st.lists(st.lists(CELLS, min_size=1), min_size=1), st.sampled_from(";,\t"))
def test_what_the_csv_module_writes_is_read_back(rows: list[list[str]], separator: str) -> None:
    file = io.StringIO()
    csv.writer(file, delimiter=separator, lineterminator="\n", quoting=csv.QUOTE_ALL).writerows(
        rows
    )
    assert split_cells(file.getvalue().removesuffix("\n"), separator) == as_they_stand(rows)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ('1\t"Год книги" в школах\tмай', (("1", '"Год книги" в школах', "май"),)),
        ('"УТВЕРЖДАЮ\n1\tмай', (('"УТВЕРЖДАЮ',), ("1", "май"))),
        ('1\t"Акция ""Лес"""\tмай', (("1", 'Акция "Лес"', "май"),)),
        ("**П Л А Н**  \n1", (("**П Л А Н**",), ("1",))),
        ("1\n\n \n2", (("1",), (), (), ("2",))),
        ("1\t\tмай\t", (("1", None, "май", None),)),
    ],
)
def test_cells_stay_as_they_stand(text: str, rows: tuple[tuple[str | None, ...], ...]) -> None:
    assert split_cells(text, "\t") == rows


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_every_line_break_ends_a_row(tmp_path: Path, line_break: str) -> None:
    path = tmp_path / "plan.txt"
    path.write_bytes(f"1\tмай{line_break}2\tиюнь{line_break}".encode())
    assert read_table_file(path).rows == (("1", "май"), ("2", "июнь"))


def test_commas_in_words_do_not_make_a_comma_file(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    path.write_text("№;Срок;Кто\n1;май, июнь, июль;УМЦ, отделы\n2;март;УМЦ", encoding="utf-8")
    assert read_table_file(path).rows[1] == ("1", "май, июнь, июль", "УМЦ, отделы")


def test_a_stray_control_character_does_not_make_a_text_binary(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text("Мероприятие\tСроки\n" * 20 + "неразрывный\x1eдефис", encoding="utf-8")
    assert read_table_file(path).rows[-1] == ("неразрывный\x1eдефис",)


@pytest.mark.parametrize("suffix", [".txt", ".tsv", ".csv"])
@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"PK\x03\x04\x14\0\0\0"])
def test_a_picture_or_an_archive_is_no_text(tmp_path: Path, suffix: str, data: bytes) -> None:
    path = tmp_path / f"plan{suffix}"
    path.write_bytes(data)
    with pytest.raises(WorkbookUnreadable, match="не текст"):
        read_table_file(path)


def test_a_text_without_a_word_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(" \n\t\n", encoding="utf-8")
    with pytest.raises(WorkbookUnreadable, match="нет ни одного слова"):
        read_table_file(path)


def test_the_title_is_the_name_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "План 2021.tsv"
    path.write_text("№\tСроки", encoding="utf-8")
    assert read_table_file(path).title == "План 2021"


def test_the_real_plan_is_read_with_its_title_and_blank_lines(shared: Path) -> None:
    rows = read_table_file(shared / "plan" / "plan-2021.txt").rows
    assert [len(row) for row in rows[:9]] == [0, 0, 1, 1, 1, 0, 4, 4, 4]
    assert sum(len(row) == 4 for row in rows) == 26


def test_a_file_may_name_its_separator(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    path.write_text("sep=,\n№,Срок\n1,май; июнь\n2,июль; август", encoding="utf-8")
    assert read_table_file(path).rows == (("№", "Срок"), ("1", "май; июнь"), ("2", "июль; август"))


def test_a_text_without_tabs_is_cut_at_semicolons(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text("План\n№;Срок\n1;май", encoding="utf-8")
    assert read_table_file(path).rows == (("План",), ("№", "Срок"), ("1", "май"))


def test_a_broken_byte_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    path.write_bytes("№;Мероприятие;Сроки\n1;Слёт;ма@\n2;Съезд;май".encode().replace(b"@", b"\xd0"))
    (remark,) = read_table_file(path).remarks
    assert "повреждённые байты" in remark
    assert remark.endswith("строки файла 2")


def test_a_rare_encoding_is_named(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    path.write_bytes("Мероприятие;Сроки\nПровести слёт;апрель".encode("koi8-r"))
    assert read_table_file(path).remarks == ("кодировка файла определена как КОИ-8",)
