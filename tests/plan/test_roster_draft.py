"""A roster drafted from a plan: a person only fills in addresses."""

import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sheetsync.config.options import part
from sheetsync.config.roster_schema import RosterFile
from sheetsync.languages import load_language
from sheetsync.plan.roster_draft import draft_roster

ENGLISH = load_language("en")


def draft(*names: str) -> str:
    return draft_roster(zip(names, range(4, 4 + len(names)), strict=True), ENGLISH)


def drafted(*names: str) -> list[dict[str, Any]]:
    entries = tomllib.loads(draft(*names)).get("department", [])
    assert isinstance(entries, list)
    return entries


def test_names_stand_once_the_most_often_named_first() -> None:
    found = drafted("УМЦ", "Отдел кадров", "отдел  кадров", "Отдел кадров", "зам.директора", "УМЦ")
    assert [entry["name"] for entry in found] == ["Отдел кадров", "УМЦ", "Зам.директора"]
    assert "[[department]]  # named 3x, row 5, 6, 7" in draft("УМЦ", *["Отдел кадров"] * 3)


def test_all_of_some_are_those() -> None:
    found = drafted("все педагоги", "Педагоги", "весь коллектив")
    assert [entry["name"] for entry in found] == ["Все педагоги", "Весь коллектив"]


@pytest.mark.parametrize(
    ("name", "kind", "hint"),
    [
        ("отдел кадров", "", ""),
        ("комиссия по кадрам", "", '# kind = "body"'),
        ("Молодёжный совет", "", '# kind = "body"'),
        ("Секретарь комиссии", "", ""),
        ("Секретарь комиссии Петрова А.С.", "person", ""),
        ("членские организации", "", '# kind = "group"'),
        ("координационные советы", "", '# kind = "group"'),
        ("отделы", "", '# kind = "group"'),
        ("классные руководители", "", '# kind = "group"'),
        ("все сотрудники", "", '# kind = "group"'),
        ("все начальники цехов", "", '# kind = "group"'),
        ("all staff", "", '# kind = "group"'),
        ("весь коллектив", "", ""),
    ],
)
def test_each_kind_is_told_what_it_needs(name: str, kind: str, hint: str) -> None:
    entry = {"name": name[:1].upper() + name[1:], "addresses": []}
    assert drafted(name) == [entry | ({"kind": kind} if kind else {})]
    assert hint in draft(name)
    assert hint or "# kind =" not in draft(name)


@pytest.mark.parametrize(
    "name",
    [
        *("9 классы", "5-9 классов", "9А", "9 «А» класс", "11", "классы", "1, 2 курс", "МП"),
        *(
            "все",
            "все учащиеся",
            "все желающие",
            "все, кто занят",
            "все по графику",
            "учащиеся 9 класса",
            "исполнители",
            "по плану школы",
            "организации по",
            "отдел строительства, по итогам торгов",
            "и другие",
            "прочие службы",
        ),
    ],
)
def test_what_is_hardly_a_party_is_commented_out_with_its_row(name: str) -> None:
    text = draft("УМЦ", name)
    assert [entry["name"] for entry in drafted("УМЦ", name)] == ["УМЦ"]
    assert f'# [[department]]  # named 1x, row 5\n# name = "{name[:1].upper()}{name[1:]}"' in text


@pytest.mark.parametrize(
    "name",
    [
        "Тренер Волков С.",
        "Научный сотрудник Гаев О.",
        "Отдел ОТ",
        "ОТ и ТБ",
        "ОТДЕЛ ОТ",
        "С. Орлов",
    ],
)
def test_initials_and_fields_of_work_are_no_prepositions(name: str) -> None:
    assert [entry["name"] for entry in drafted(name)] == [name]


@pytest.mark.parametrize(
    "name", ["ПЧ-12", "5 ПСЧ", "Классные руководители", "ЗДВР", "Учителя 9 классов"]
)
def test_numbers_and_abbreviations_may_well_be_parties(name: str) -> None:
    assert [entry["name"] for entry in drafted(name)] == [name]


def test_an_abbreviation_that_the_plan_gives_is_an_alias() -> None:
    names = ("Управление рынка и услуг мэрии", "УРиУ", "Отдел кадров")
    text = draft_roster(zip(names, range(3), strict=True), ENGLISH, short={"УРиУ": names[0]})
    market, cadres = tomllib.loads(text)["department"]
    assert (market["name"], market["aliases"]) == (names[0], ["УРиУ"])
    assert cadres["name"] == "Отдел кадров"


def test_words_that_end_many_names_are_cut_and_told() -> None:
    names = [f"Отдел {what} Северного банка" for what in ("кадров", "сбыта", "связи")]
    assert [entry["name"] for entry in drafted(*names)] == [
        "Отдел кадров",
        "Отдел сбыта",
        "Отдел связи",
    ]
    assert 'tails = ["Северного банка"]' in draft(*names)


@pytest.mark.parametrize(
    "names",
    [
        ("Зам. директора по УВР", "Методист по УВР", "Отдел УВР", "Учителя УВР"),
        ("Начальник ГО", "Штаб ГО", "Отряд ГО"),
        ("Отдел по Северному району", "Совет по Северному району", "Штаб по Северному району"),
        ("Programme Manager", "Finance Manager", "Office Manager", "HR Manager", "IT Manager"),
    ],
)
def test_what_names_deal_with_is_no_tail(names: tuple[str, ...]) -> None:
    assert "tails" not in draft(*names)


def test_a_name_that_is_all_tail_stays_whole() -> None:
    names = ["Северного банка", *(f"Отдел {n} Северного банка" for n in "абв")]
    assert "Северного банка" in [entry["name"] for entry in drafted(*names)]


def test_a_plan_without_parties_gives_a_draft_without_entries() -> None:
    assert drafted() == []


@given(st.lists(st.text(max_size=40), max_size=8))
def test_any_names_give_a_roster_that_loads(names: list[str]) -> None:
    roster = tomllib.loads(draft(*names))
    if roster:
        part(RosterFile)(roster)
