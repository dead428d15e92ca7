"""A confirmed alias is remembered in the roster, and nothing else in the file changes."""

import tomllib
from pathlib import Path

import pytest

from sheetsync.config.edits import add_alias, with_alias
from sheetsync.config.options import part
from sheetsync.config.roster_schema import RosterFile
from sheetsync.errors import ConfigError
from tests.cli.conftest import Call

ROSTER = """\
# Who is who.

[[department]]
name = "Отдел кадров"   # first floor
addresses = ["hr@example.org"]

# The lawyers.
[[department]]
name = "Юридический отдел"
aliases = [
  "юристы",  # as they are called
]
"""


def _roster(folder: Path) -> str:
    return (folder / "departments.toml").read_text(encoding="utf-8")


def _aliases(text: str, name: str) -> list[str]:
    entries = tomllib.loads(text)["department"]
    (found,) = [entry.get("aliases", []) for entry in entries if entry["name"] == name]
    return list(found)


def test_an_alias_is_remembered(folder: Path, call: Call) -> None:
    result = call("departments", "alias", "Орготдел", "Отдел организационной работы", "-C", folder)
    assert result.exit_code == 0
    assert result.stdout == "Запомнили: «Орготдел» означает «Отдел организационной работы».\n"
    assert _aliases(_roster(folder), "Отдел организационной работы") == ["Орготдел"]


def test_the_plan_is_read_with_it(folder: Path, call: Call) -> None:
    call("departments", "alias", "Учебная часть", "УМЦ", "-C", folder)
    again = call("departments", "alias", "учебная часть", "УМЦ", "-C", folder)
    assert again.stdout == "«учебная часть» уже означает «УМЦ»: менять нечего.\n"


def test_a_known_alias_changes_nothing(folder: Path, call: Call) -> None:
    before = _roster(folder)
    assert call("departments", "alias", "УМЦ", "УМЦ", "-C", folder).exit_code == 0
    assert _roster(folder) == before


@pytest.mark.parametrize(
    ("alias", "name", "said"),
    [
        ("Орготдел", "Отдел организаторской работы", "«Отдел организационной работы»"),
        ("Орготдел", "Кружок пения", "Есть: «Отдел организационной работы»"),
        ("УМЦ", "Специалисты", "уже называет другую запись реестра: «УМЦ»"),
        ("Учебно-методический центр", "Специалисты", "«УМЦ»"),
        (" – ", "УМЦ", "Название из плана пустое"),
    ],
)
def test_a_doubtful_alias_is_refused(
    folder: Path, call: Call, *, alias: str, name: str, said: str
) -> None:
    before = _roster(folder)
    result = call("departments", "alias", alias, name, "-C", folder)
    assert result.exit_code == 2
    assert said in result.stderr
    assert _roster(folder) == before


def test_a_folder_without_a_roster(tmp_path: Path, call: Call) -> None:
    result = call("departments", "alias", "Орготдел", "УМЦ", "-C", tmp_path)
    assert result.exit_code == 3
    assert "sheetsync.toml: нет такого файла" in result.stderr


def test_a_plan_without_its_roster_is_told_how_to_draft_one(folder: Path, call: Call) -> None:
    (folder / "departments.toml").unlink()
    result = call("validate", "-C", folder)
    assert result.exit_code == 3
    assert "sheetsync departments suggest" in result.stderr
    assert "demo" not in result.stderr


@pytest.mark.parametrize(
    ("entry", "old", "new"),
    [
        (
            "Отдел кадров",
            '"Отдел кадров"   # first floor\n',
            '"Отдел кадров"   # first floor\naliases = ["кадры"]\n',
        ),
        (
            "Юридический отдел",
            '  "юристы",  # as they are called\n',
            '  "юристы",  # as they are called\n  "кадры",\n',
        ),
    ],
)
def test_only_the_alias_is_new(entry: str, old: str, new: str) -> None:
    assert with_alias(ROSTER, "кадры", entry=entry) == ROSTER.replace(old, new)


def test_entries_on_one_line_are_served_too() -> None:
    text = 'department = [{name = "А", kind = "person"}, {name = "Б"}]\n'
    assert _aliases(with_alias(text, "В", entry="А"), "А") == ["В"]


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_the_marks_of_a_windows_file_stay(tmp_path: Path, mark: bytes) -> None:
    path = tmp_path / "departments.toml"
    path.write_bytes(mark + ROSTER.replace("\n", "\r\n").encode())
    add_alias(path, "кадры", entry="Отдел кадров")
    written = path.read_bytes()
    assert written.startswith(mark)
    assert written.count(b"\r\n") == written.count(b"\n") == ROSTER.count("\n") + 1


def test_the_roster_is_replaced_as_a_whole(tmp_path: Path) -> None:
    path = tmp_path / "departments.toml"
    path.write_text(ROSTER, encoding="utf-8")
    add_alias(path, "кадры", entry="Отдел кадров")
    assert [each.name for each in tmp_path.iterdir()] == ["departments.toml"]


def test_a_broken_roster_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "departments.toml"
    path.write_text("[[department]\n", encoding="utf-8")
    with pytest.raises(ConfigError, match="ошибка записи TOML"):
        add_alias(path, "кадры", entry="Отдел кадров")
    assert path.read_text(encoding="utf-8") == "[[department]\n"


def test_an_entry_that_is_gone_is_said(tmp_path: Path) -> None:
    path = tmp_path / "departments.toml"
    path.write_text(ROSTER, encoding="utf-8")
    with pytest.raises(ConfigError, match="нет записи «Архив»"):
        add_alias(path, "кадры", entry="Архив")


PLANS = Path(__file__).parents[2].parent / "shared" / "corpus"


def test_a_draft_is_a_roster_that_validate_takes(folder: Path, call: Call) -> None:
    draft = call("departments", "suggest", folder / "plan.xlsx").stdout
    (folder / "departments.toml").write_text(draft, encoding="utf-8")
    result = call("validate", "-C", folder, "--today", "2021-05-05")
    assert result.exit_code == 5  # nobody has an address yet
    assert "некому напоминать" in result.stdout


@pytest.mark.skipif(not PLANS.is_dir(), reason="the plans of others are not here")
def test_the_drafts_of_other_plans_load(call: Call) -> None:
    loaded = 0
    for plan in sorted(PLANS.glob("plans*/*.tsv")):
        result = call("departments", "suggest", plan)
        if result.exit_code == 0:
            part(RosterFile)(tomllib.loads(result.stdout))
            assert '"УВР"' not in result.stdout
            loaded += 1
    assert loaded >= 7
