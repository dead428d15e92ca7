"""What plans share stands once; each lays its own over it, and it is told where a value is from."""

from pathlib import Path

import pytest

from sheetsync.config import load_config
from sheetsync.config.fleet import load_fleet
from sheetsync.errors import ConfigError
from sheetsync.fleet.entries import read_registry
from sheetsync.model import Grid
from tests.fleet.conftest import Call

COORDINATOR = 'address = "coordinator@example.org"\n'


def test_a_plan_lays_its_own_over_what_all_share(fleet: Path) -> None:
    own = fleet / "plans" / "Юг" / "sheetsync.toml"
    own.write_text('[coordinator]\nname = "Южный"\n[plan]\nyear = 2022\n', encoding="utf-8")
    settings = load_config(own.parent).settings
    assert (settings.plan.year, settings.coordinator.name) == (2022, "Южный")
    assert settings.coordinator.address == "coordinator@example.org"
    assert settings.mail.sender == "plan@example.org"


def test_shared_files_lie_beside_the_fleets(fleet: Path) -> None:
    assert load_config(fleet / "plans" / "Юг").outbox == fleet / "outbox"


def test_an_entry_of_the_plans_roster_wins_by_name(fleet: Path) -> None:
    roster = fleet / "plans" / "Юг" / "departments.toml"
    roster.write_text('[[department]]\nname = "УМЦ"\naddresses = ["ug@example.org"]\n', "utf-8")
    departments = load_config(roster.parent).roster.departments
    assert {each.name: each.addresses for each in departments} == {
        "УМЦ": ("ug@example.org",),
        "Отдел кадров": ("kadry@example.org",),
    }


def test_the_place_of_every_value_is_told(call: Call, fleet: Path) -> None:
    output = call("fleet", "config", "Юг", "--show", "-C", fleet).output
    lines = dict(line.split(" = ", 1) for line in output.splitlines())
    assert lines["plan.year"] == f"2021  # {fleet / 'fleet.toml'}"
    assert lines["plan.title"].endswith(f"# {fleet / 'plans' / 'Юг' / 'sheetsync.toml'}")
    assert lines["job.late_after"] == "30  # по умолчанию"


def test_a_problem_names_the_file_that_holds_the_value(fleet: Path) -> None:
    file = fleet / "fleet.toml"
    file.write_text(file.read_text("utf-8").replace("year = 2021", 'year = "2021"'), "utf-8")
    with pytest.raises(ConfigError, match=r"fleet\.toml: plan\.year: нужно целое число"):
        load_config(fleet / "plans" / "Юг")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[fleet]\nthread = 3\n", "fleet.thread: такого ключа нет; похож на «threads»"),
        ("[inherit.mial]\nport = 25\n", "inherit.mial: такого раздела нет"),
        ("[fleet\n", "название раздела не закрыто"),
    ],
)
def test_a_mistake_in_the_fleets_own_file_is_told(
    call: Call, fleet: Path, text: str, words: str
) -> None:
    (fleet / "fleet.toml").write_text(text, encoding="utf-8")
    result = call("fleet", "list", "-C", fleet)
    assert result.exit_code == 3
    assert words in result.stderr


def test_a_folder_that_is_no_fleet_says_so(call: Call, tmp_path: Path) -> None:
    result = call("fleet", "run", "-C", tmp_path)
    assert result.exit_code == 3
    assert "sheetsync fleet add" in result.stderr


def test_an_addition_that_fails_leaves_nothing_behind(call: Call, fleet: Path) -> None:
    settings = fleet / "fleet.toml"
    whole = settings.read_text(encoding="utf-8")
    settings.write_text(whole.replace(COORDINATOR, ""), encoding="utf-8")
    book = fleet / "plans" / "Юг" / "plan.xlsx"
    words = ("fleet", "add", book, "-C", fleet, "--name", "Запад", "--today", "2021-05-11")
    before = {*(fleet / "plans").rglob("*")}
    assert call(*words).exit_code == 3
    assert {*(fleet / "plans").rglob("*")} == before
    settings.write_text(whole, encoding="utf-8")
    assert call(*words).exit_code == 0


def test_an_addition_that_fails_keeps_what_lay_in_the_folder(call: Call, fleet: Path) -> None:
    folder = fleet / "plans" / "Запад"
    folder.mkdir()
    (folder / "plan.xlsx").write_bytes((fleet / "plans" / "Юг" / "plan.xlsx").read_bytes())
    text = (fleet / "fleet.toml").read_text(encoding="utf-8")
    (fleet / "fleet.toml").write_text(text.replace(COORDINATOR, ""), "utf-8")
    assert call("fleet", "add", folder / "plan.xlsx", "-C", fleet, "--name", "Запад").exit_code == 3
    assert [path.name for path in folder.iterdir()] == ["plan.xlsx"]


def test_a_workbook_that_is_not_there_is_no_sheet(call: Call, fleet: Path) -> None:
    lacking = "План-мероприятий-федерации-на-весь-год.xlsx"
    result = call("fleet", "add", lacking, "-C", fleet)
    assert result.exit_code == 2
    assert f"Файла «{lacking}» нет" in result.stderr
    file = fleet / "fleet.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("[fleet]\n", '[fleet]\nregistry = "реестр.xlsx"\n'), "utf-8")
    assert "реестр.xlsx" in call("fleet", "list", "-C", fleet).stderr


@pytest.mark.parametrize(
    ("link", "key"),
    [
        ("docs.google.com/spreadsheets/d/1AbCdEfGhIjKlMnOpQrStUvWxYz/edit", "spreadsheet"),
        ("1AbCdEfGhIjKlMnOpQrStUv", "spreadsheet"),
        ("планы/юг.xlsx", "workbook"),
    ],
)
def test_a_row_of_the_registry_names_a_sheet_or_a_file(fleet: Path, link: str, key: str) -> None:
    grid = Grid(title="Реестр", rows=(("Название", "Ссылка"), ("Запад", link)))
    (entry,) = read_registry(grid, load_fleet(fleet)).entries
    assert entry.settings is not None
    assert [*entry.settings["plan"]] == [key]


def test_the_help_of_a_fleet_names_its_own_folder(call: Call) -> None:
    assert "fleet.toml" in call("fleet", "run", "-h").stdout
