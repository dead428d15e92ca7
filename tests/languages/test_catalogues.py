"""The catalogues hold every sentence of letters, translated, and are compiled afresh."""

import ast
import shutil
import tomllib
from datetime import date
from functools import cache
from itertools import chain
from pathlib import Path

import click
import pytest
from babel.messages import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from sheetsync.languages import CODES, DOMAIN, FOLDER, PLANS, SOURCE, file_in, load_language
from sheetsync.model.language import REMEMBERED
from tests.languages.begin import begin, keyed
from tests.languages.saying import error_names, named
from tests.syntax import nodes

ROOT = Path(__file__).parents[2]
DAY = date(2021, 5, 4)
TRANSLATED = [code for code in CODES if code != SOURCE]


def catalogue(code: str) -> Catalog:
    with (FOLDER / code / "LC_MESSAGES" / f"{DOMAIN}.po").open("rb") as file:
        return read_po(file, locale=code)


@cache
def sentences() -> frozenset[object]:
    """What the code and the templates say, found as `pybabel extract` finds it."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    mappings = settings["tool"]["babel"]["mappings"]
    methods = [(m["pattern"], m["method"]) for m in mappings]
    options = {m["pattern"]: {"silent": m.get("silent", "")} for m in mappings}
    found: set[object] = set()
    for folder in (ROOT / "sheetsync", ROOT / "templates", ROOT / "config"):
        for _, _, message, _, _ in extract_from_dir(
            folder,
            methods,
            options,
            keywords={
                **DEFAULT_KEYWORDS,
                "marked": None,
                "gettext_lazy": None,
                "ngettext_lazy": (1, 2),
                "tell": None,
                **dict.fromkeys(error_names(ROOT / "sheetsync")),
            },
            directory_filter=lambda _: True,
        ):
            found.add(message)
    return frozenset(found)


@pytest.mark.parametrize("code", TRANSLATED)
def test_a_catalogue_has_each_sentence_and_no_other(code: str) -> None:
    held = {message.id for message in catalogue(code) if message.id}
    needed = sentences() | (set() if code == REMEMBERED else keyed())
    todo = f"in {code}/LC_MESSAGES/{DOMAIN}.po, then compile as sheetsync/languages says"
    missing, unused = (sorted(map(str, each)) for each in (needed - held, held - needed))
    # In the message, for pytest shows the first of a list alone.
    assert not missing, "\n".join((f"Translate these {todo}:", *missing))
    assert not unused, "\n".join((f"Nothing says these, remove them {todo}:", *unused))
    assert not catalogue(code).obsolete


def test_a_plan_may_be_in_each_language_that_has_a_catalogue() -> None:
    folders = {path.parents[1].name for path in FOLDER.glob(f"*/*/{DOMAIN}.po")}
    assert folders == set(TRANSLATED)


@pytest.mark.parametrize("code", CODES)
def test_each_language_has_its_papers_and_its_policy(code: str) -> None:
    assert (ROOT / "config" / file_in(code, "report.docx")).exists()
    assert (ROOT / "sheetsync" / "pages" / file_in(code, "policy.md")).exists()


def test_no_other_place_tells_languages_apart() -> None:
    """A third language is data: nothing but the table of languages compares with a code."""
    for path in (ROOT / "sheetsync").rglob("*.py"):
        for node in nodes(path):
            sides = [node.left, *node.comparators] if isinstance(node, ast.Compare) else []
            assert not any(isinstance(s, ast.Constant) and s.value in CODES for s in sides), path


def test_no_sentence_hides_where_it_is_not_found() -> None:
    """Babel does not look into an f-string: what is said there would stay English."""
    known = {message if isinstance(message, str) else message[0] for message in sentences()}
    for path in (ROOT / "sheetsync").rglob("*.py"):
        for node in nodes(path):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                said = (
                    node.args[0]
                    if node.func.id in ("_", "ngettext", "marked", "gettext_lazy", "ngettext_lazy")
                    else None
                )
                assert not isinstance(said, ast.Constant) or said.value in known, path


def test_what_is_translated_of_click_is_what_click_says() -> None:
    """An update of click that says it otherwise is noticed here."""
    with (FOLDER / "ru" / "LC_MESSAGES" / "click.po").open("rb") as file:
        translated = {message.id for message in read_po(file, locale="ru") if message.id}
    folder = Path(click.__file__).parent
    found = {found[2] for found in extract_from_dir(folder, [("**.py", "python")])}
    in_a_variable = {"required"}  # which no extractor sees; tests of help do
    assert translated <= found | in_a_variable


@pytest.mark.parametrize("code", TRANSLATED)
def test_each_sentence_is_translated_in_all_its_forms(code: str) -> None:
    forms = catalogue(code).num_plurals
    for message in catalogue(code):
        said = message.string if isinstance(message.string, tuple | list) else (message.string,)
        assert all(said), message.id
        assert len(said) == (forms if message.pluralizable else 1)
        assert not message.fuzzy


@pytest.mark.parametrize("code", TRANSLATED)
def test_a_translation_fills_in_what_the_sentence_does(code: str) -> None:
    more = {"roman", "hint"}  # which some sentences are given and English does not name
    for message in catalogue(code):
        assert list(message.check()) == []
        english, said = (set().union(*map(named, forms(w))) for w in (message.id, message.string))
        assert said <= english | more, message.id


@pytest.mark.parametrize("code", TRANSLATED)
def test_the_compiled_catalogue_is_fresh(code: str) -> None:
    """By its sentences: its header names the version of Babel and the minute."""
    with (FOLDER / code / "LC_MESSAGES" / f"{DOMAIN}.mo").open("rb") as file:
        compiled = read_mo(file)
    assert said(compiled) == said(catalogue(code))
    assert compiled.plural_forms == catalogue(code).plural_forms


def test_a_catalogue_begins_with_all_that_is_to_be_translated(tmp_path: Path) -> None:
    shutil.copytree(FOLDER / PLANS, tmp_path / PLANS)
    with begin("uk", tmp_path).open("rb") as file:
        begun = read_po(file)
    assert {message.id for message in begun if message.id} == sentences() | keyed()
    assert {*map(str, chain.from_iterable(said(begun).values()))} == {""}
    assert begun.num_plurals == 3
    with pytest.raises(FileExistsError):
        begin("uk", tmp_path)


def said(found: Catalog) -> dict[tuple[str, ...], tuple[str, ...]]:
    """The forms of each sentence; read back from .mo they are lists, from .po tuples."""
    return {forms(m.id): forms(m.string) for m in found if m.id}


def forms(words: str | list[str] | tuple[str, ...]) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else tuple(words)


def test_russian_counts_agree() -> None:
    said = load_language("ru").ngettext
    forms = [said("{n} day", "{n} days", n).format(n=n) for n in (1, 2, 5, 11, 21, 22)]
    assert forms == ["1 день", "2 дня", "5 дней", "11 дней", "21 день", "22 дня"]


def test_days_are_said_as_people_say_them() -> None:
    ru, en = load_language("ru"), load_language("en")
    assert [ru.day(DAY), ru.day_short(DAY)] == ["4 мая 2021 г.", "4 мая"]
    assert [ru.weekday(DAY), ru.day_and_weekday(DAY)] == [
        "4 мая, вторник",
        "4 мая 2021 г., вторник",
    ]
    assert [en.day(DAY), en.day_short(DAY)] == ["4 May 2021", "4 May"]
    assert en.day_and_weekday(DAY) == "Tuesday, 4 May 2021"


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(KeyError):
        load_language("xx")
