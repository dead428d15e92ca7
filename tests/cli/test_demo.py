"""The main job from an empty folder: what `demo` leaves behind."""

import zipfile
from email import message_from_bytes, policy
from pathlib import Path

from python_calamine import CalamineWorkbook

from tests.cli.conftest import Call


def sheet(path: Path, title: str) -> list[list[object]]:
    workbook = CalamineWorkbook.from_path(str(path))
    return workbook.get_sheet_by_name(title).to_python(skip_empty_area=False)


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_workbook_has_the_plan_and_our_tabs(made: Path) -> None:
    names = CalamineWorkbook.from_path(str(made / "plan.xlsx")).sheet_names
    assert names == ["План", "Сводка", "Проверка", "Контроль"]


def test_the_numbers_of_the_summary_sum_to_24(made: Path) -> None:
    rows = sheet(made / "plan.xlsx", "Сводка")
    labels = next(i for i, row in enumerate(rows) if "всего пунктов" in row)
    numbers = [value for value in rows[labels - 1] if value != ""]
    assert numbers[0] == 24
    assert sum(numbers[1:]) == 24  # type: ignore[arg-type]


def test_each_lead_is_introduced(made: Path) -> None:
    letters = sorted((made / "outbox" / "new").iterdir())
    days, plans, names = zip(*(file.name.split(".", 2) for file in letters), strict=True)
    assert (set(days), len(set(plans))) == ({"2021-05-04"}, 1)
    assert names == (
        "introductory.info@example.org.eml",
        "introductory.org@example.org.eml",
        "introductory.specialists@example.org.eml",
        "introductory.umc@example.org.eml",
    )
    message = message_from_bytes(letters[1].read_bytes(), policy=policy.default)
    text = message.get_body(("plain",)).get_content()  # type: ignore[union-attr]
    assert "ПРОСРОЧЕНО: 3" in text


def test_a_second_run_sends_nothing_and_changes_only_the_time(folder: Path, call: Call) -> None:
    before, letters = parts(folder / "plan.xlsx"), list((folder / "outbox" / "new").iterdir())
    result = call("run", "-C", folder, "--today", "2021-05-04", "-v")
    assert "4 письма записано раньше в outbox, сервер не назван" in result.stdout
    assert list((folder / "outbox" / "new").iterdir()) == letters
    after = parts(folder / "plan.xlsx")
    changed = {name for name in before | after if before.get(name) != after.get(name)}
    assert changed <= {"xl/sharedStrings.xml", "xl/worksheets/sheet2.xml"}


def test_a_run_is_silent_where_nobody_watches_and_all_is_well(folder: Path, call: Call) -> None:
    result = call("run", "-C", folder, "--today", "2021-05-04")
    assert (result.exit_code, result.output) == (0, "")


def test_a_dry_run_does_nothing(folder: Path, call: Call) -> None:
    before = sorted(folder.rglob("*")), (folder / "plan.xlsx").read_bytes()
    result = call("run", "-C", folder, "--today", "2021-06-01", "--dry-run")
    assert "org@example.org: План 2021: просрочено 3" in result.stdout
    assert (sorted(folder.rglob("*")), (folder / "plan.xlsx").read_bytes()) == before


def test_the_demo_says_which_day_it_takes_for_today(tmp_path: Path, call: Call) -> None:
    result = call("demo", tmp_path / "plan")
    assert "11 мая 2021 г." in result.stdout


def test_a_folder_that_holds_other_things_is_left_alone(tmp_path: Path, call: Call) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    result = call("demo", tmp_path)
    assert (result.exit_code, "не пуста" in result.stderr) == (2, True)
    assert [file.name for file in tmp_path.iterdir()] == ["notes.txt"]


def test_digest_says_what_it_sent(folder: Path, call: Call) -> None:
    first, second = (
        call("digest", "--send", "-C", folder, "--today", "2021-05-18").stdout for _ in range(2)
    )
    assert "записано в" in " ".join(first.split()[-12:])
    assert "записано раньше" in " ".join(second.split()[-12:])


def test_that_there_is_nothing_to_send_is_said_once(folder: Path, call: Call) -> None:
    said = call("digest", "--send", "-C", folder, "--today", "2021-05-05").stdout
    assert said == "Писем нет: сегодня никому не о чем писать.\n"
    again = call("outbox", "retry", "-C", folder, "--today", "2021-05-05").stdout
    assert again == "Ничего не ждёт.\n"


def test_a_plan_of_ones_own_is_no_sample(folder: Path, call: Call) -> None:
    settings = folder / "sheetsync.toml"
    settings.write_text(settings.read_text("utf-8").replace("2021", "2026"), "utf-8")
    before = {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}
    result = call("demo", folder)
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)
    assert f"sheetsync run -C {folder}" in result.stderr
    assert {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()} == before


def test_the_sample_itself_takes_another_day(folder: Path, call: Call) -> None:
    assert call("demo", folder, "--today", "2021-05-12").exit_code == 0
