"""One language a person: Russian where the locale or the plan is, English otherwise."""

import re
from pathlib import Path

import pytest
from click import Command, Context, Group, Option
from click.testing import CliRunner, Result

from sheetsync.cli import cli

NOBODY = {"SHEETSYNC_LANG": None, "LC_ALL": None, "LC_MESSAGES": None}
ENGLISH = {**NOBODY, "LANG": "C"}
RUSSIAN = {**NOBODY, "LANG": "ru_RU.UTF-8"}
CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)


def call(environment: dict[str, str | None], *words: str | Path) -> Result:
    return CliRunner().invoke(cli, list(map(str, words)), env=environment, catch_exceptions=False)


def paths(group: Group, *above: str) -> list[tuple[str, ...]]:
    """Every command by its words, groups included."""
    found = []
    for name in group.list_commands(Context(group)):
        command = group.get_command(Context(group), name)
        found.append((*above, name))
        found += paths(command, *above, name) if isinstance(command, Group) else []
    return found


def command_of(words: tuple[str, ...]) -> Command:
    command: Command = cli
    for word in words:
        assert isinstance(command, Group)
        found = command.get_command(Context(command), word)
        assert found
        command = found
    return command


@pytest.mark.parametrize("words", paths(cli), ids=" ".join)
def test_all_help_is_russian_for_a_russian(words: tuple[str, ...]) -> None:
    command = command_of(words)  # the tests' own language is Russian
    assert CYRILLIC.search(command.help or "")
    options = [param for param in command.params if isinstance(param, Option)]
    assert [param.name for param in options if not CYRILLIC.search(param.help or "")] == []
    shown = call(RUSSIAN, *words, "--help").stdout
    assert shown.startswith("Использование: ")
    assert [word for word in ("Usage", "Options", "Show this") if word + ":" in shown] == []


@pytest.mark.parametrize("words", [(), *paths(cli)], ids=" ".join)
def test_russian_help_has_no_english_name_or_remark(words: tuple[str, ...]) -> None:
    shown = call(RUSSIAN, *words, "--help").stdout
    known = {"JSON", "PDF"}
    assert set(re.findall("[A-Z]{3,}", shown)) <= known
    assert not re.search(r"\[(required|default|default: .*)\]", shown)


@pytest.mark.parametrize("language", [ENGLISH, RUSSIAN])
@pytest.mark.parametrize("words", [(), *paths(cli)], ids=" ".join)
def test_help_fits_a_terminal_and_cuts_no_sentence(
    words: tuple[str, ...], language: dict[str, str | None]
) -> None:
    shown = call({**language, "COLUMNS": "80"}, *words, "--help").stdout
    assert max(map(len, shown.splitlines())) <= 80
    assert not re.search(r"[a-zа-яё,]\.\.\.$", shown, re.MULTILINE)


@pytest.mark.parametrize("words", [(), *paths(cli)], ids=" ".join)
def test_all_help_is_english_for_others(words: tuple[str, ...]) -> None:
    shown = call(ENGLISH, *words, "--help").stdout
    assert shown.startswith("Usage: ")
    assert not CYRILLIC.search(shown)


MISTAKES = [
    ("validate", "-C", "nowhere"),
    ("import", "nowhere.docx"),
    ("import", "nowhere.jpeg"),
    ("explain", "deadlines"),
    ("init", "new"),
    ("init", "new", "--plan", "nowhere.docx"),
    ("simulate", "--from", "2021-02-01", "--to", "2021-01-01"),
    ("run", "--today", "yesterday"),
    ("run", "--tomorrow"),
    ("walk",),
    ("explain",),
    ("outbox", "show"),
    ("report", "--docx", "a.docx", "--today", "2021-01-01", "--as-of", "2021-01-01"),
]


@pytest.mark.parametrize("words", MISTAKES, ids=" ".join)
def test_a_mistake_is_told_in_one_language(
    words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    english, russian = call(ENGLISH, *words), call(RUSSIAN, *words)
    assert english.exit_code == russian.exit_code != 0
    assert not CYRILLIC.search(english.stderr)
    assert CYRILLIC.search(russian.stderr)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("run", "--today", "2021-15-40"), "«2021-15-40» – не день; напишите его как 2026-05-12."),
        (("run", "-C", "a.txt"), "'-C': 'a.txt': это файл, укажите папку."),
        (("explain",), "Можно:"),
        (("init", "new", "--yes"), "адрес таблицы Google"),
    ],
)
def test_a_mistake_says_what_to_write(
    words: tuple[str, ...], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").touch()
    assert said in call(RUSSIAN, *words).stderr


@pytest.mark.parametrize("language", [ENGLISH, RUSSIAN])
def test_a_russian_plan_is_told_of_in_russian(
    language: dict[str, str | None], folder: Path
) -> None:
    run = call(language, "run", "-C", folder, "--today", "2021-05-11", "--dry-run")
    assert run.stdout.startswith("План 2021: 24 пункта, ")
    assert call(language, "walk", "-C", folder).stderr.startswith("Использование: ")


def test_an_english_plan_is_told_of_in_english(folder: Path) -> None:
    settings = folder / "sheetsync.toml"
    text = settings.read_text("utf-8").replace('# language = "ru"', 'language = "en"')
    settings.write_text(text, "utf-8")
    where = ("-C", folder, "--today", "2021-05-11")
    assert call(ENGLISH, "run", *where, "--dry-run").stdout.startswith("Plan 2021: 24 measures, ")
    assert "overdue" in call(ENGLISH, "overdue", *where).stdout.splitlines()[-1]
    found = call(ENGLISH, "validate", *where).stdout
    assert not CYRILLIC.search(re.sub("“.*?”|«.*?»", "", found.replace("\n    ", " ")))
    assert call(RUSSIAN, "run", *where, "--dry-run").stdout.startswith("План 2021: 24 пункта, ")


def test_what_is_asked_for_comes_first(folder: Path) -> None:
    asked = {**RUSSIAN, "SHEETSYNC_LANG": "en"}
    run = call(asked, "run", "-C", folder, "--today", "2021-05-11", "--dry-run")
    assert run.stdout.startswith("Plan 2021: 24 measures, ")


def test_settings_that_cannot_be_read_are_told_of_in_the_plans_language(folder: Path) -> None:
    (folder / "sheetsync.toml").write_text("[plan", "utf-8")
    assert "название раздела не закрыто" in call(ENGLISH, "run", "-C", folder).stderr


def test_the_sample_is_russian_as_its_plan(tmp_path: Path) -> None:
    shown = call(ENGLISH, "demo", tmp_path / "plan").stdout
    assert "Пример плана – за 2021 год" in shown
    assert "План 2021: 24 пункта" in shown
    assert "Не хватает аргумента 'ПАПКА'" in call(ENGLISH, "demo").stderr
    assert "YYYY" not in call(ENGLISH, "demo", tmp_path, "--today", "завтра").stderr


NO_LANGUAGE = [{**NOBODY, "LANG": lang} for lang in (None, "", "C", "C.UTF-8", "POSIX")]


@pytest.mark.parametrize("locale", NO_LANGUAGE)
def test_a_new_plan_is_told_of_in_its_own_language(
    locale: dict[str, str | None], tmp_path: Path, folder: Path
) -> None:
    where = ("--plan", folder / "plan.xlsx", "--yes", "--coordinator", "Anna <anna@example.org>")
    shown = call(locale, "init", tmp_path / "new", *where).stdout
    assert shown.startswith("\nЛист «План», заголовки в строке 3: 24 пункта.")
    assert "вкладки     в порядке" in shown
    assert not re.search(r"\b(?:ok|attention|problem|Written|Next)\b", shown)


@pytest.mark.parametrize("locale", NO_LANGUAGE)
def test_a_plan_in_a_file_is_told_of_in_its_own_language(
    locale: dict[str, str | None], tmp_path: Path
) -> None:
    plan = tmp_path / "plan.csv"
    plan.write_text("Мероприятие;Срок;Ответственный\nСлёт;май;Отдел кадров\n", "utf-8")
    made = call(locale, "import", plan, "-o", tmp_path / "made.xlsx").stdout
    assert "1 пункт" in " ".join(made.split())
    missing = call(locale, "import", tmp_path / "план.csv").stderr
    assert CYRILLIC.search(missing.replace("план.csv", ""))


def test_words_are_explained_in_their_own_language() -> None:
    said = call(ENGLISH, "explain", "deadlines", "до 31 апреля").stdout
    assert "Напишите, например" in said
    assert not CYRILLIC.search(call(ENGLISH, "explain", "deadlines", "31 April").stdout)


def test_an_english_plan_stays_english(tmp_path: Path) -> None:
    plan = tmp_path / "plan.csv"
    plan.write_text("Measure;Deadline;Responsible\nFire drill;May;Caretaker\n", "utf-8")
    where = ("--plan", plan, "--yes", "--coordinator", "Anna <anna@example.org>")
    shown = call(ENGLISH, "init", tmp_path / "new", *where).stdout
    assert not CYRILLIC.search(shown)
    assert "ok         " in shown


def test_an_english_plan_is_english_whoever_looks_after_it(tmp_path: Path) -> None:
    plan, new = tmp_path / "plan.csv", tmp_path / "new"
    plan.write_text("Measure;Deadline;Responsible\nFire drill;31 June;Caretaker\n", "utf-8")
    where = ("--plan", plan, "--yes", "--coordinator", "Анна <anna@example.org>")
    assert not CYRILLIC.search(call(ENGLISH, "init", new, *where).stdout)
    assert not CYRILLIC.search(call(ENGLISH, "validate", "-C", new).stdout)
    assert not CYRILLIC.search((new / "departments.toml").read_text("utf-8"))
