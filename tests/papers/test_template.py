"""The document that a template becomes: Word's own tables, every word as staff wrote it."""

import re
from collections.abc import Callable
from dataclasses import fields
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sheetsync.errors import ConfigError
from sheetsync.model import PaperGroup, PaperItem, PaperLead, PaperNumber, PaperRow, Papers
from sheetsync.papers.template import fill_template
from sheetsync.resources import data_path

NOW = datetime(2021, 5, 4, 10, 2, tzinfo=UTC)
DEFAULT = data_path("config", "report.docx")
ITEM = PaperItem(number="п. 1", measure="Слёт", deadline="«май»", lead="УМЦ", status="нет", days=4)
Filled = Callable[[Papers], Document]


def row(text: str = "Слёт", *, section: str = "", status: str = "", remark: str = "") -> PaperRow:
    return PaperRow(
        section=section,
        number="1",
        measure=text,
        deadline="май",
        responsible="УМЦ",
        status=status,
        remark=remark,
    )


def content(*rows: PaperRow, late: tuple[PaperItem, ...] = (), title: str = "План") -> Papers:
    return Papers(
        title=title,
        day="4 мая 2021 г.",
        source="",
        numbers=(
            PaperNumber(count=24, words="всего пунктов"),
            PaperNumber(count=24, words="впереди"),
        ),
        late=late,
        late_more="" if late else "Просроченных пунктов нет.",
        near=(),
        near_more="Сроков нет.",
        near_until="3 июня",
        questions=("Срок не понят: п. 7.",),
        plan=rows,
    )


@pytest.fixture
def filled(tmp_path: Path) -> Filled:
    """What the default template makes of a content, opened again."""

    def fill(papers: Papers) -> Document:
        fill_template(DEFAULT, papers, tmp_path / "made.docx", now=NOW)
        return docx.Document(str(tmp_path / "made.docx"))

    return fill


@pytest.fixture
def own(tmp_path: Path) -> Callable[..., Path]:
    """A template of these paragraphs."""

    def write(*paragraphs: str) -> Path:
        document = docx.Document()
        for text in paragraphs:
            document.add_paragraph(text)
        document.save(str(tmp_path / "report.docx"))
        return tmp_path / "report.docx"

    return write


def plan_table(document: Document) -> Table:
    return document.tables[-1]


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in line.cells] for line in table.rows]


def test_each_measure_is_a_row_below_the_header(filled: Filled) -> None:
    head, line = texts(plan_table(filled(content(row(status="Идёт", remark="Просрочено")))))
    assert head == ["№", "Мероприятие", "Сроки", "Ответственные", "Информация о выполнении"]
    assert line == ["1", "Слёт", "май", "УМЦ", "Идёт\nПросрочено"]


def test_a_section_spans_its_row(filled: Filled) -> None:
    _, section, line = plan_table(filled(content(row(section="I. Кадры")))).rows
    assert len(section._tr.tc_lst) == 1
    assert section.cells[0].text == "I. Кадры"
    assert len(line._tr.tc_lst) == 5


def test_the_header_repeats_and_no_row_is_split(filled: Filled) -> None:
    rows = plan_table(filled(content(row(), row()))).rows
    flags = [{child.tag for child in line._tr.trPr} for line in rows]  # type: ignore[union-attr]
    assert [qn("w:tblHeader") in found for found in flags] == [True, False, False]
    assert all(qn("w:cantSplit") in found for found in flags)


def test_a_cell_without_a_remark_has_one_paragraph(filled: Filled) -> None:
    line = plan_table(filled(content(row(status="Идёт")))).rows[1]
    assert len(line.cells[4].paragraphs) == 1


def test_looks_are_styles_that_people_can_change(filled: Filled) -> None:
    document = filled(content(row(status="Идёт", remark="Просрочено"), late=(ITEM,)))
    paragraphs = [p for p in document.element.iter(qn("w:p")) if p.find(qn("w:r")) is not None]
    unstyled = [p for p in paragraphs if p.find(f"{qn('w:pPr')}/{qn('w:pStyle')}") is None]
    direct = [p for p in document.element.iter(qn("w:rPr")) if len(p)]
    assert (unstyled, direct) == ([], [])


def test_the_overview_is_portrait_and_the_plan_landscape(filled: Filled) -> None:
    first, second = filled(content(row())).sections
    assert [(s.page_width.cm, s.page_height.cm) for s in (first, second)] == [  # type: ignore[union-attr]
        (pytest.approx(21, abs=0.01), pytest.approx(29.7, abs=0.01)),
        (pytest.approx(29.7, abs=0.01), pytest.approx(21, abs=0.01)),
    ]


def test_numbers_stand_side_by_side_above_their_words(filled: Filled) -> None:
    assert texts(filled(content(row())).tables[0]) == [["24", "24"], ["всего пунктов", "впереди"]]


def test_an_empty_list_is_a_sentence_instead_of_a_table(filled: Filled) -> None:
    document = filled(content(row()))
    assert len(document.tables) == 2  # the numbers and the plan
    assert "Просроченных пунктов нет." in [p.text for p in document.paragraphs]


def test_no_sign_of_the_template_is_left(filled: Filled) -> None:
    xml = filled(content(row(section="I", remark="Просрочено"), late=(ITEM,))).element.xml
    assert not [sign for sign in ("{{", "{%", "%}", "}}") if sign in xml]


def test_the_file_is_named_after_the_plan_and_not_after_a_person(filled: Filled) -> None:
    about = filled(content(row(), title="План <2021> & др.")).core_properties
    assert (about.title, about.author) == ("План <2021> & др.", "")
    assert about.created == NOW


@pytest.mark.parametrize(
    "text",
    [
        "«<&>\"'»",
        "{{ title }}",
        "{% for x in plan %}{% endfor %}",
        "{_{ title }_} {_% x %_}",
        "{{ 7 * 7 }} {# нет #}",
        "первая\nвторая",
        "до\tпосле",
        "<w:p>абзац</w:p>",
        "&lt;уже&gt; &#95;",
        "\U0001f4c5 ёж",
    ],
)
def test_a_cell_comes_through_as_it_stands(filled: Filled, text: str) -> None:
    (line,) = texts(plan_table(filled(content(row(text, status=text)))))[1:]
    assert (line[1], line[4]) == (text, text)


def test_what_no_document_can_hold_is_dropped(filled: Filled) -> None:
    (line,) = texts(plan_table(filled(content(row("а\x07б\x0cв\x00г\ufffeд\ud800е\r\nё")))))[1:]
    assert line[1] == "абвгде\nё"


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=40))
def test_any_text_makes_a_document(filled: Filled, text: str) -> None:
    kept = text.replace("\ufffe", "").replace("\uffff", "")
    (line,) = texts(plan_table(filled(content(row(text)))))[1:]
    assert line[1] == kept


def test_an_own_template_says_it_in_its_own_order(own: Callable[..., Path], tmp_path: Path) -> None:
    template = own("{%p for row in plan %}", "{{ row.number }}) {{ row.measure }}", "{%p endfor %}")
    fill_template(template, content(row("Слёт"), row("Смотр")), tmp_path / "a.docx", now=NOW)
    document = docx.Document(str(tmp_path / "a.docx"))
    assert [p.text for p in document.paragraphs] == ["1) Слёт", "1) Смотр"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("{{ titel }}", "имени «titel»"),
        ("{{ title.nothing }}", "имени «nothing»"),
        ("Слушали {{ title", "рядом со словами «Слушали {{ title"),
        ("{%p for row in plan %}", "рядом со словами «{% for row in plan %}»"),
        ("{% endfor %}", "рядом со словами «{% endfor %}»"),
        ("{{ title | shout }}", "рядом со словами «{{ title | shout }}»"),
        ("{{ 1 / 0 }}", "не складывается"),
        ("{{ title() }}", "не складывается"),
        ("{{ plan.__class__.__mro__ }}", "не складывается"),
        ("{% for n in range(10 ** 9) %}{% endfor %}", "не складывается"),
    ],
)
def test_a_broken_template_is_one_sentence(
    own: Callable[..., Path], tmp_path: Path, words: str, said: str
) -> None:
    with pytest.raises(ConfigError, match=re.escape(said)) as error:
        fill_template(own(words), content(row()), tmp_path / "a.docx", now=NOW)
    assert "sheetsync help report" in str(error.value)
    assert "\n" not in str(error.value)


def test_a_document_that_would_lose_text_is_refused(
    own: Callable[..., Path], tmp_path: Path
) -> None:
    """What ends inside a table has to begin there: half of it would be left out otherwise."""
    template = own("{% if source %}")
    document = docx.Document(str(template))
    document.add_table(1, 1).cell(0, 0).text = "{% endif %}"
    document.save(str(template))
    with pytest.raises(ConfigError, match="не складывается"):
        fill_template(template, content(row()), tmp_path / "a.docx", now=NOW)


@pytest.mark.parametrize("words", ["{{ title }}", "{{ title | e }}", "{{ title | safe }}"])
def test_text_is_never_taken_for_markup(
    own: Callable[..., Path], tmp_path: Path, words: str
) -> None:
    fill_template(own(words), content(title="а <б> & в"), tmp_path / "a.docx", now=NOW)
    assert docx.Document(str(tmp_path / "a.docx")).paragraphs[0].text == "а <б> & в"


@pytest.mark.parametrize("damage", [b"", b"not a document", DEFAULT.read_bytes()[:9000]])
def test_what_is_no_document_is_refused(tmp_path: Path, damage: bytes) -> None:
    template = tmp_path / "report.docx"
    template.write_bytes(damage)
    with pytest.raises(ConfigError, match="не открывается как документ Word"):
        fill_template(template, content(row()), tmp_path / "a.docx", now=NOW)


@pytest.mark.parametrize("kind", [Papers, PaperNumber, PaperItem, PaperRow, PaperLead, PaperGroup])
def test_every_name_is_in_the_page(kind: type) -> None:
    page = files("sheetsync.pages").joinpath("report.md").read_text("utf-8")
    prefixes = {PaperNumber: "number.", PaperItem: "item.", PaperLead: "lead.", PaperRow: "row."}
    prefix = {**prefixes, PaperGroup: "group."}.get(kind, "")
    names = [prefix + field.name for field in fields(kind)]
    lists = {"numbers", "late", "near", "questions", "plan", "agenda", "leads", "all_late"}
    lists |= {"changes", "proposals", "settled", "hearings", "late_by_lead", "group.items"}
    missing = [
        n for n in names if f"{{{{ {n} }}}}" not in page and not (n in lists and f"in {n}`" in page)
    ]
    assert missing == []


def test_a_template_that_would_read_other_files_is_refused(
    own: Callable[..., Path], tmp_path: Path
) -> None:
    path = own("{{ title }}")
    typed = b'<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    with ZipFile(path) as archive:
        parts = {info: archive.read(info) for info in archive.infolist()}
    with ZipFile(path, "w") as archive:
        for info, data in parts.items():
            head, xml, body = data.partition(b"?>")
            archive.writestr(
                info, head + xml + typed + body if "document" in info.filename else data
            )
    with pytest.raises(ConfigError, match="DOCTYPE"):
        fill_template(path, content(), tmp_path / "бумаги.docx", now=NOW)
