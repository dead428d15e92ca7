"""Tables of Word documents: what stands beside, across and inside their cells."""

from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from sheetsync.errors import WorkbookUnreadable
from sheetsync.model import Area, CellValue, Grid, LeftOut, Unread
from sheetsync.workbooks.tables import read_table_file

OLE = bytes.fromhex("D0CF11E0A1B11AE1")


def grid_of(document: Any, folder: Path) -> Grid:
    document.save(str(folder / "plan.docx"))
    return read_table_file(folder / "plan.docx")


def rows_of(document: Any, folder: Path) -> tuple[tuple[CellValue, ...], ...]:
    return grid_of(document, folder).rows


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


def test_a_cell_merged_downwards_is_given_once_and_told(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(rows=4, cols=3)
    table.cell(0, 0).merge(table.cell(2, 0)).text = "УМЦ"
    table.cell(3, 0).merge(table.cell(3, 1)).text = "Раздел"
    grid = grid_of(document, tmp_path)
    assert grid.rows == (("УМЦ", None, None), *[(None,) * 3] * 2, ("Раздел", None, None))
    assert set(grid.merges) == {
        Area(top=1, left=1, bottom=3, right=1),
        Area(top=4, left=1, bottom=4, right=2),
    }


@pytest.mark.parametrize(
    ("marks", "why"),
    [
        ("<w:strike/>", Unread.STRUCK),
        ("<w:dstrike/>", Unread.STRUCK),
        ("<w:vanish/>", Unread.HIDDEN),
    ],
)
def test_words_that_do_not_count_are_left_out_and_told(
    tmp_path: Path, marks: str, why: Unread
) -> None:
    grid = grid_of(one_cell(f"<w:r ><w:rPr>{marks}</w:rPr><w:t>июнь</w:t></w:r>"), tmp_path)
    assert grid.rows == (("май",),)
    assert grid.left_out == (LeftOut(row=1, column=1, why=why, words="июнь"),)


def test_a_mark_that_is_off_leaves_the_words(tmp_path: Path) -> None:
    run = '<w:r ><w:rPr><w:strike w:val="0"/></w:rPr><w:t>-июнь</w:t></w:r>'
    assert grid_of(one_cell(run), tmp_path).rows == (("май-июнь",),)


def test_words_struck_out_by_their_style_do_not_count(tmp_path: Path) -> None:
    document = one_cell('<w:r ><w:rPr><w:rStyle w:val="Old"/></w:rPr><w:t>июнь</w:t></w:r>')
    style = document.styles.add_style("Old", WD_STYLE_TYPE.CHARACTER)
    style.font.strike = True
    assert grid_of(document, tmp_path).rows == (("май",),)


def test_changes_that_are_tracked_count_as_accepted_and_are_told(tmp_path: Path) -> None:
    grid = grid_of(one_cell("<w:ins ><w:r><w:t>-июнь</w:t></w:r></w:ins>"), tmp_path)
    assert (grid.rows, "исправления" in "".join(grid.remarks)) == ((("май-июнь",),), True)


LEVELS = (
    ("decimal", "%1."),
    ("decimal", "%1.%2"),
    ("russianLower", "%3)"),
    ("upperRoman", "%4"),
    ("lowerLetter", "(%5)"),
)


def numbered(*places: tuple[int, int], starts: int = 1) -> Any:
    """A document with one paragraph a row, each of a list and a level."""
    document = docx.Document()
    root = document.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="{starts if i == 0 else 1}"/>'
        f'<w:numFmt w:val="{name}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for i, (name, text) in enumerate(LEVELS)
    )
    inside = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">{levels}</w:abstractNum>'
    root.insert(0, parse_xml(inside))
    for number, override in ((91, ""), (92, _RESTART)):
        inside = f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="90"/>{override}'
        root.append(parse_xml(f"{inside}</w:num>"))
    table = document.add_table(rows=len(places), cols=1)
    for (number, level), cell in zip(places, table.columns[0].cells, strict=True):
        properties = cell.paragraphs[0]._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = level
        properties.get_or_add_numId().val = number
    return document


_RESTART = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'


@pytest.mark.parametrize(
    ("places", "texts"),
    [
        ([(91, 0), (91, 0), (91, 0)], ["1.", "2.", "3."]),
        ([(91, 0), (91, 1), (91, 1), (91, 0), (91, 1)], ["1.", "1.1", "1.2", "2.", "2.1"]),
        ([(91, 2), (91, 2), (91, 3), (91, 4)], ["а)", "б)", "I", "(a)"]),
        ([(91, 0), (91, 0), (92, 0), (92, 0)], ["1.", "2.", "1.", "2."]),
        ([(91, 0), (0, 0), (91, 0)], ["1.", None, "2."]),
        ([(91, 0), (99, 0)], ["1.", None]),
    ],
)
def test_numbers_that_word_puts_itself_are_read(
    tmp_path: Path, places: list[tuple[int, int]], texts: list[str]
) -> None:
    assert [row[0] for row in grid_of(numbered(*places), tmp_path).rows] == texts


def test_a_list_may_begin_anywhere(tmp_path: Path) -> None:
    document = numbered((91, 0), (91, 0), starts=7)
    assert grid_of(document, tmp_path).rows == (("7.",), ("8.",))


def test_a_number_by_the_paragraphs_style_is_read(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(rows=2, cols=2)
    for row, text in zip(table.rows, ("Слёт", "Съезд"), strict=True):
        row.cells[0].paragraphs[0].style = "List Number"
        row.cells[1].text = text
    assert grid_of(document, tmp_path).rows == (("1.", "Слёт"), ("2.", "Съезд"))


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
    ("data", "words"),
    [
        (OLE + b"\0" * 99, r"старого вида \(.doc\)"),
        (OLE + b"\0" * 99 + "EncryptedPackage".encode("utf-16-le"), "защищён паролем"),
        (b"%PDF-1.7", "хотя так назван"),
    ],
)
def test_another_kind_of_file_is_named(tmp_path: Path, data: bytes, words: str) -> None:
    (tmp_path / "plan.docx").write_bytes(data)
    with pytest.raises(WorkbookUnreadable, match=words):
        read_table_file(tmp_path / "plan.docx")


BOX = (
    '<w:r ><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>'
    "<w:p><w:r><w:t>УТВЕРЖДАЮ</w:t></w:r></w:p><w:p><w:r><w:t>директор</w:t></w:r></w:p>"
    "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)


def test_a_text_box_is_left_out_and_told(tmp_path: Path) -> None:
    grid = grid_of(one_cell(BOX), tmp_path)
    assert grid.rows == (("май",),)
    words = "УТВЕРЖДАЮ директор"
    assert grid.left_out == (LeftOut(row=1, column=1, why=Unread.BOXED, words=words),)


FOOTNOTES = (
    f"<w:footnotes {nsdecls('w')}>"
    '<w:footnote w:id="7"><w:p><w:r><w:footnoteRef/><w:t> или июнь</w:t></w:r></w:p></w:footnote>'
    "</w:footnotes>"
)


def test_a_footnote_is_left_out_and_told(tmp_path: Path) -> None:
    document = one_cell('<w:r ><w:footnoteReference w:id="7"/></w:r>')
    name, kind = PackURI("/word/footnotes.xml"), "application/xml"
    part = Part(name, kind, FOOTNOTES.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    grid = grid_of(document, tmp_path)
    assert grid.rows == (("май",),)
    assert grid.left_out == (LeftOut(row=1, column=1, why=Unread.FOOTNOTE, words="или июнь"),)


def test_what_stands_below_the_last_table_is_told(tmp_path: Path) -> None:
    document = one_cell()
    for text in ("", "Крыша – до 1 мая"):
        document.add_paragraph(text)
    grid = grid_of(document, tmp_path)
    assert grid.rows == (("май",),)
    below = LeftOut(row=3, column=1, why=Unread.BELOW, words="Крыша – до 1 мая")
    assert grid.left_out == (below,)


def test_lines_outside_tables_are_known_as_such(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("План")
    document.add_paragraph("")
    document.add_table(rows=1, cols=1).cell(0, 0).text = "Раздел"
    document.add_paragraph("1. Кадры")
    document.add_table(rows=2, cols=2).cell(0, 0).text = "май"
    assert grid_of(document, tmp_path).paragraphs == {1, 3, 4}
