"""The command `report`: papers of today and of a past day, by our template or the own one."""

import re
from pathlib import Path

import docx
import pytest
from openpyxl import load_workbook

from tests.cli.conftest import Call, data


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    return tmp_path / "доклад.docx"


def write_status(folder: Path, row: int, status: str) -> None:
    book = load_workbook(folder / "plan.xlsx")
    book["План"].cell(row, 5).value = status
    book.save(folder / "plan.xlsx")


def numbers(paper: Path) -> dict[str, int]:
    counts, words = docx.Document(str(paper)).tables[0].rows
    return {
        word.text: int(count.text) for word, count in zip(words.cells, counts.cells, strict=True)
    }


def plan_rows(paper: Path) -> dict[str, list[str]]:
    _, *rows = docx.Document(str(paper)).tables[-1].rows
    texts = [[cell.text for cell in row.cells] for row in rows]
    return {line[0]: line for line in texts}


def test_the_papers_hold_the_whole_plan(made: Path, paper: Path, call: Call) -> None:
    result = call("report", "-C", made, "--today", "2021-05-04", "--docx", paper)
    said = " ".join(result.stdout.split())
    assert said == f"{paper}: План мероприятий на 2021 год, на 4 мая 2021 г."
    rows = plan_rows(paper)
    assert list(rows) == [str(n) for n in range(1, 25)]
    assert rows["2"][2:] == [
        "февраль",
        "Отдел организационной работы, членские организации Смоленского Профобъединения",
        "\nПросрочено на 65\u00a0дней, отметки нет",
    ]


def test_the_numbers_are_those_of_overdue(made: Path, paper: Path, call: Call) -> None:
    call("report", "-C", made, "--today", "2021-05-04", "--docx", paper)
    agenda = data(call("overdue", "-C", made, "--today", "2021-05-04", "--json"))
    found, states = numbers(paper), agenda["states"]
    assert found.pop("всего пунктов") == agenda["measures"] == sum(found.values())
    assert found["просрочено"] == states["overdue"]
    assert found["зависят от других"] == states["waiting"]


def test_a_past_day_is_as_it_was_remembered(folder: Path, paper: Path, call: Call) -> None:
    write_status(folder, 4, "Выполнено 22.04")
    call("sync", "-C", folder, "--today", "2021-05-06")
    call("report", "-C", folder, "--as-of", "2021-05-05", "--docx", paper)
    document = docx.Document(str(paper))
    assert document.paragraphs[1].text.replace("\u00a0", " ") == (
        "Ход выполнения на 5 мая 2021 г. (план записан 4 мая 2021 г.)"
    )
    assert plan_rows(paper)["1"][4] == "\nПросрочено на 5\u00a0дней, отметки нет"
    past = data(call("history", "-C", folder, "--as-of", "2021-05-05", "--json"))
    assert numbers(paper)["просрочено"] == past["states"]["overdue"]


def test_what_staff_wrote_since_is_in_the_papers_of_today(
    folder: Path, paper: Path, call: Call
) -> None:
    write_status(folder, 4, "Состоялось 22.04, протокол № 3")
    call("report", "-C", folder, "--today", "2021-05-06", "--docx", paper)
    assert plan_rows(paper)["1"][4] == "Состоялось 22.04, протокол № 3"


def test_papers_change_nothing_else(folder: Path, paper: Path, call: Call) -> None:
    before = {file: file.stat().st_mtime_ns for file in folder.rglob("*")}
    call("report", "-C", folder, "--today", "2021-05-06", "--docx", paper)
    assert {file: file.stat().st_mtime_ns for file in folder.rglob("*")} == before
    assert [file.name for file in paper.parent.iterdir() if file != folder] == [paper.name]


def test_the_own_template_takes_the_place_of_ours(folder: Path, paper: Path, call: Call) -> None:
    template = docx.Document()
    template.add_paragraph("Совет слушал: {{ title }}")
    template.save(str(folder / "report.docx"))
    call("report", "-C", folder, "--today", "2021-05-04", "--docx", paper)
    (line,) = docx.Document(str(paper)).paragraphs
    assert line.text == "Совет слушал: План мероприятий на 2021 год"


def test_a_folder_without_a_template_takes_ours(folder: Path, paper: Path, call: Call) -> None:
    (folder / "report.docx").unlink()
    call("report", "-C", folder, "--today", "2021-05-04", "--docx", paper)
    assert len(plan_rows(paper)) == 24


def test_a_broken_template_is_exit_3_and_no_document(folder: Path, paper: Path, call: Call) -> None:
    (folder / "report.docx").write_bytes(b"no document")
    result = call("report", "-C", folder, "--today", "2021-05-04", "--docx", paper)
    assert (result.exit_code, "report.docx" in result.stderr) == (3, True)
    assert not paper.exists()


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("доклад.doc", "должно оканчиваться на .docx"),
        ("нет/доклад.docx", "Создайте её"),
        ("plan/report.docx", "место для шаблона"),
    ],
)
def test_a_document_that_cannot_stand_there_is_refused(
    folder: Path, call: Call, target: str, said: str
) -> None:
    (folder / "report.docx").unlink()
    file = folder.parent / target
    result = call("report", "-C", folder, "--today", "2021-05-04", "--docx", file)
    assert (result.exit_code, said in result.stderr, file.exists()) == (2, True, False)


def test_a_document_that_people_may_have_edited_is_not_replaced(
    made: Path, paper: Path, call: Call
) -> None:
    paper.write_bytes(b"edited")
    result = call("report", "-C", made, "--today", "2021-05-04", "--docx", paper)
    assert (result.exit_code, "могут быть правки" in result.stderr) == (2, True)
    assert paper.read_bytes() == b"edited"


def test_two_days_at_once_are_refused(made: Path, paper: Path, call: Call) -> None:
    words = ("--today", "2021-05-04", "--as-of", "2021-05-04")
    assert call("report", "-C", made, *words, "--docx", paper).exit_code == 2


def test_a_day_before_the_first_run_is_not_known(made: Path, paper: Path, call: Call) -> None:
    result = call("report", "-C", made, "--as-of", "2021-05-03", "--docx", paper)
    assert (result.exit_code, "ничего не записано" in result.stderr) == (2, True)


@pytest.mark.parametrize("letters", [249, 300])
def test_what_the_disk_refuses_is_exit_4(
    made: Path, tmp_path: Path, call: Call, letters: int
) -> None:
    file = tmp_path / f"{'a' * letters}.docx"
    result = call("report", "-C", made, "--today", "2021-05-04", "--docx", file)
    assert (result.exit_code, "Не удалось записать" in result.stderr) == (4, True)


def test_a_missing_plan_is_exit_4(folder: Path, paper: Path, call: Call) -> None:
    (folder / "plan.xlsx").unlink()
    assert call("report", "-C", folder, "--docx", paper).exit_code == 4


def test_the_next_year_keeps_the_own_template(folder: Path, call: Call) -> None:
    (folder / "report.docx").write_bytes(b"own")
    call("rollover", "-C", folder, "--year", "2022", folder.parent / "next")
    assert (folder.parent / "next" / "report.docx").read_bytes() == b"own"


def test_before_a_sitting_there_is_a_page_to_sign(folder: Path, paper: Path, call: Call) -> None:
    settings = folder / "sheetsync.toml"
    text = settings.read_text(encoding="utf-8")
    days = re.sub(r"#?\s*sittings = \[.*?\]", "sittings = [2021-05-25]", text, count=1)
    settings.write_text(days, encoding="utf-8")
    call("report", "-C", folder, "--today", "2021-05-06", "--docx", paper)
    words = [line.text.replace("\u00a0", " ") for line in docx.Document(str(paper)).paragraphs]
    assert "К заседанию 25 мая. Ход выполнения на 6 мая 2021 г." in words
    assert "Вопросы заседания 25 мая по плану" in words
    assert "Заслушать: УМЦ, п. 12, опоздание 36 дней." in words
    assert any(line.startswith("Подготовил: ") for line in words)


def test_a_page_on_one_measure_says_in_order_what_was_written(
    folder: Path, paper: Path, call: Call
) -> None:
    write_status(folder, 4, "Состоялось 22.04, протокол № 3")
    call("run", "-C", folder, "--today", "2021-05-06")
    call("history", "1", "-C", folder, "--proof", "--docx", paper)
    document = docx.Document(str(paper))
    words = [line.text for line in document.paragraphs]
    assert words[words.index("Как понят срок") + 1] == (
        "«апрель»: последний день 30 апреля 2021 г., выполнено"
    )
    assert document.sections[0].footer.paragraphs[0].text.startswith("Подготовил: Координатор")
    last = words[words.index("Письма, ответы и изменения по порядку") + 1 :]
    assert "письмо" in last[0]
    assert "4 мая 2021 г." in last[0]
    assert last[-1] == "6 мая 2021 г.: отметка «Состоялось 22.04, протокол № 3»"
    assert not [line for line in words if "with-2021" in line]
    assert words[1] == "Справка о ходе выполнения п. 1 (план 2021)"


def test_papers_of_an_english_plan_are_english(folder: Path, paper: Path, call: Call) -> None:
    settings = folder / "sheetsync.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace('# language = "ru"', 'language = "en"'), encoding="utf-8")
    write_status(folder, 4, "Состоялось 22.04, протокол № 3")
    call("run", "-C", folder, "--today", "2021-05-06")
    call("history", "1", "-C", folder, "--proof", "--docx", paper)
    words = [line.text for line in docx.Document(str(paper)).paragraphs]
    assert words[words.index("How the deadline was read") + 1] == (
        "“апрель”: last day 30 April 2021, done"
    )
    told = words[words.index("Letters, answers and changes in order") + 1 :]
    assert told[-1] == "6 May 2021: marked “Состоялось 22.04, протокол № 3”"
    assert not [line for line in told[:-1] if re.search("[а-яё]", line, re.IGNORECASE)]
    report = paper.with_stem("report")
    call("report", "-C", folder, "--today", "2021-05-06", "--docx", report)
    assert "Overdue, the oldest first" in [p.text for p in docx.Document(str(report)).paragraphs]


def test_a_pdf_needs_libreoffice(
    made: Path, paper: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(made))
    target = paper.with_suffix(".pdf")
    result = call("report", "-C", made, "--today", "2021-05-04", "--pdf", target)
    assert (result.exit_code, "нужен LibreOffice" in result.stderr) == (2, True)
    assert not target.exists()
