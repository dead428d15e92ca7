"""Bad input of every kind: one sentence, the right exit code, nothing half-written."""

from pathlib import Path

import pytest
from xlsxwriter import Workbook

from tests.cli.conftest import Call, data

HEADER = ("№", "Мероприятие", "Сроки", "Ответственные", "Статус")


def workbook(path: Path, *rows: tuple[str, ...]) -> None:
    with Workbook(str(path), {"strings_to_formulas": False}) as book:
        sheet = book.add_worksheet("План")
        for number, row in enumerate(rows):
            for column, text in enumerate(row):
                sheet.write_string(number, column, text)


def empty(path: Path) -> None:
    workbook(path)


def no_bytes(path: Path) -> None:
    path.write_bytes(b"")


def picture(path: Path) -> None:
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))


def with_password(path: Path) -> None:
    ole = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(504)
    path.write_bytes(ole + "EncryptedPackage".encode("utf-16-le") + bytes(512))


def other_table(path: Path) -> None:
    workbook(path, ("Отдел", "Телефон"), ("Кадры", "123"))


def one_column_short(path: Path) -> None:
    workbook(path, HEADER[:3], ("1", "Провести", "май"))


@pytest.mark.parametrize("command", ["run", "validate", "overdue", "summary", "digest"])
@pytest.mark.parametrize(
    ("spoil", "code", "words"),
    [
        (empty, 5, "нет строки с заголовками"),
        (no_bytes, 4, "пуст"),
        (picture, 4, "не книга"),
        (with_password, 4, "парол"),
        (other_table, 5, "нет строки с заголовками"),
        (one_column_short, 5, "нет столбца «Ответственные»"),
        (Path.unlink, 4, "нет"),
    ],
)
def test_a_workbook_that_is_no_plan(
    folder: Path, call: Call, command: str, spoil: object, code: int, words: str
) -> None:
    spoil(folder / "plan.xlsx")  # type: ignore[operator]
    _forget_all(folder)
    before = sorted(_seen(folder))
    result = call(command, "-C", folder, "--today", "2021-06-01")
    assert (result.exit_code, result.stdout) == (code, "")
    assert words in result.stderr
    assert "Traceback" not in result.output
    assert sorted(_seen(folder)) == before


def _forget_all(folder: Path) -> None:
    """As before the first run: there is no past plan to hold this one against."""
    for file in folder.glob("sheetsync.[dl]*"):
        file.unlink()


def _seen(folder: Path) -> list[Path]:
    """What people see; the memory of a run that failed is empty and no loss."""
    return [path for path in folder.rglob("*") if path.suffix not in (".db", ".lock")]


STRANGE = (
    "=1+1",
    "+79001234567",
    "-5",
    "@SUM(A1)",
    "Ж" * 30_000,
    "👩‍👩‍👧 семинар 🎓",
    "تقرير سنوي",
    "до\tпо\nлуч\rено",
    "<b>&\"'",
)


@pytest.fixture
def strange(folder: Path) -> Path:
    rows = [(text, f"{text} дело", "апрель", text, text) for text in STRANGE]
    workbook(folder / "plan.xlsx", HEADER, *rows)
    _forget_all(folder)
    return folder


def test_strange_cells_are_words_and_nothing_else(strange: Path, call: Call) -> None:
    result = call("run", "-C", strange, "--today", "2021-05-04", "-v")
    assert result.exit_code == 0
    assert "9 пунктов" in result.stdout
    found = data(call("validate", "-C", strange, "--today", "2021-05-04", "--json"))
    assert found["measures"] == len(STRANGE)


def test_strange_cells_reach_every_command(strange: Path, call: Call) -> None:
    for command in ("overdue", "digest", "summary"):
        assert call(command, "-C", strange, "--today", "2021-05-04").exit_code == 0


def test_a_wrong_configuration_is_told_whole(folder: Path, call: Call) -> None:
    (folder / "sheetsync.toml").write_text('[plan]\nyear = "x"\nwhat = 1\n', encoding="utf-8")
    result = call("run", "-C", folder)
    assert result.exit_code == 3
    assert "plan.year" in result.stderr
    assert "plan.what" in result.stderr
    assert "mail: не указано" in result.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("overdue", "--department", "Отдел снабжения"),
        ("overdue", "--today", "вчера"),
        ("explain", "deadlines"),
        ("explain", "progress", "--kind", "week", "в работе"),
        ("run", "--unknown"),
    ],
)
def test_a_wrong_command_line_is_exit_2(folder: Path, call: Call, words: tuple[str, ...]) -> None:
    options = ("-C", folder) if words[0] in ("overdue", "run") else ()
    assert call(words[0], *options, *words[1:]).exit_code == 2


def test_a_letter_that_cannot_be_put_stops_no_tab(folder: Path, call: Call) -> None:
    for file in (folder / "outbox" / "new").iterdir():
        file.unlink()
    for part in ("new", "cur", "tmp"):
        (folder / "outbox" / part).rmdir()
    (folder / "outbox").rmdir()
    (folder / "outbox").write_text("a file in the way")
    result = call("run", "-C", folder, "--today", "2021-05-24", "-v")
    assert result.exit_code == 6
    assert "4 отложено" in result.stdout
    assert "сводка не записана" not in result.stdout


@pytest.mark.parametrize("told", ["/", "\\u0000", "x" * 300, "папка/" + "я" * 200 + ".xlsx"])
@pytest.mark.parametrize(
    ("section", "option"),
    [("plan", "workbook"), ("plan", "google_key"), ("mail", "password_file"), ("job", "log")],
)
def test_a_path_that_no_system_has_is_refused(
    call: Call, folder: Path, told: str, section: str, option: str
) -> None:
    path = folder / "sheetsync.toml"
    lines = path.read_text("utf-8").splitlines()
    kept = "\n".join(line for line in lines if not line.startswith(f"{option} ="))
    changed = kept.replace(f"[{section}]\n", f'[{section}]\n{option} = "{told}"\n')
    path.write_text(changed, "utf-8")
    result = call("validate", "-C", folder)
    assert (result.exit_code, "это не путь к файлу" in result.stderr) == (3, True)
