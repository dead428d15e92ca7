"""Tables of Word documents: what stands beside, across and inside their cells."""

from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from sheetsync.errors import WorkbookUnreadable
from sheetsync.model import CellValue
from sheetsync.workbooks.tables import read_table_file

OLE = bytes.fromhex("D0CF11E0A1B11AE1")


def rows_of(document: Any, folder: Path) -> tuple[tuple[CellValue, ...], ...]:
    document.save(str(folder / "plan.docx"))
    return read_table_file(folder / "plan.docx").rows


def one_cell(*content: str) -> Any:
    """A document of one cell that holds these pieces of a paragraph."""
    document = docx.Document()
    cell = document.add_table(rows=1, cols=1).cell(0, 0)
    cell.paragraphs[0]._p.append(parse_xml(f"<w:r {nsdecls('w')}><w:t>май</w:t></w:r>"))
    for piece in content:
        cell.paragraphs[0]._p.append(parse_xml(piece.replace(" ", f" {nsdecls('w')} ", 1)))
    return document


def test_several_tables_follow_each_other_with_the_lines_between(tmp_path: Path) -> None:
    document = docx.Document()
    for heading in ("Раздел 1", "Раздел 2"):
        document.add_paragraph(heading)
        document.add_table(rows=1, cols=2).cell(0, 1).text = "май"
    document.add_paragraph("Председатель")
    first, second = (("Раздел 1",), (None, "май")), (("Раздел 2",), (None, "май"))
    assert rows_of(document, tmp_path) == (*first, *second)


def test_a_cell_merged_downwards_is_given_once(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(rows=3, cols=2)
    table.cell(0, 0).merge(table.cell(2, 0)).text = "УМЦ"
    assert rows_of(document, tmp_path) == (("УМЦ", None), (None, None), (None, None))


def test_the_lines_of_a_cell_are_kept_apart(tmp_path: Path) -> None:
    document = docx.Document()
    cell = document.add_table(rows=1, cols=1).cell(0, 0)
    cell.text = "отдел"
    cell.add_paragraph("комиссия")
    assert rows_of(document, tmp_path) == (("отдел\nкомиссия",),)


@pytest.mark.parametrize(
    ("piece", "text"),
    [
        ("<w:ins ><w:r><w:t>-июнь</w:t></w:r></w:ins>", "май-июнь"),
        ("<w:del ><w:r><w:delText>-июнь</w:delText></w:r></w:del>", "май"),
        ("<w:moveFrom ><w:r><w:t>-июнь</w:t></w:r></w:moveFrom>", "май"),
        ("<w:sdt ><w:sdtContent><w:r><w:t>-июнь</w:t></w:r></w:sdtContent></w:sdt>", "май-июнь"),
        ("<w:r ><w:noBreakHyphen/><w:t>июнь</w:t></w:r>", "май-июнь"),
        ("<w:r ><w:br/><w:t>июнь</w:t></w:r>", "май\nиюнь"),
    ],
)
def test_a_cell_says_what_people_see_in_it(tmp_path: Path, piece: str, text: str) -> None:
    assert rows_of(one_cell(piece), tmp_path) == ((text,),)


def test_a_table_inside_a_content_control_is_read(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(rows=1, cols=1)
    table.cell(0, 0).text = "май"
    control = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtContent/></w:sdt>")
    table._tbl.addprevious(control)
    control[0].append(table._tbl)
    assert rows_of(document, tmp_path) == (("май",),)


def test_a_document_without_tables_has_no_rows(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("План работы")
    assert rows_of(document, tmp_path) == ()


def broken(path: Path) -> None:
    docx.Document().save(str(path))
    with ZipFile(path) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    parts["word/document.xml"] = b"<w:document"
    with ZipFile(path, "w") as file:
        for name, data in parts.items():
            file.writestr(name, data)


def test_a_document_of_broken_xml_is_refused(tmp_path: Path) -> None:
    broken(tmp_path / "plan.docx")
    with pytest.raises(WorkbookUnreadable, match="не открывается как документ Word"):
        read_table_file(tmp_path / "plan.docx")


@pytest.mark.parametrize(
    ("data", "words"), [(OLE + b"\0" * 99, "защищён паролем"), (b"%PDF-1.7", "хотя так назван")]
)
def test_another_kind_of_file_is_named(tmp_path: Path, data: bytes, words: str) -> None:
    (tmp_path / "plan.docx").write_bytes(data)
    with pytest.raises(WorkbookUnreadable, match=words):
        read_table_file(tmp_path / "plan.docx")
