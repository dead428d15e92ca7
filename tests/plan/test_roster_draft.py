"""A roster drafted from a plan: a person only fills in addresses."""

import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sheetsync.plan.roster_draft import draft_roster


def drafted(*names: str) -> list[dict[str, Any]]:
    entries = tomllib.loads(draft_roster(names)).get("department", [])
    assert isinstance(entries, list)
    return entries


def test_names_stand_once_the_most_often_named_first() -> None:
    found = drafted("УМЦ", "Отдел кадров", "отдел  кадров", "Отдел кадров")
    assert [entry["name"] for entry in found] == ["Отдел кадров", "УМЦ"]


@pytest.mark.parametrize(
    ("name", "entry"),
    [
        ("отдел кадров", {"name": "Отдел кадров", "addresses": []}),
        ("комиссия по кадрам", {"name": "Комиссия по кадрам", "kind": "body", "via": ""}),
        ("Молодёжный совет", {"name": "Молодёжный совет", "kind": "body", "via": ""}),
        (
            "членские организации",
            {"name": "Членские организации", "kind": "group", "curator": "", "members": []},
        ),
        (
            "координационные советы",
            {"name": "Координационные советы", "kind": "group", "curator": "", "members": []},
        ),
    ],
)
def test_each_kind_asks_for_what_it_needs(name: str, entry: dict[str, Any]) -> None:
    assert drafted(name) == [entry]


def test_words_that_end_many_names_are_cut_and_told() -> None:
    names = [f"Отдел {what} Северного банка" for what in ("кадров", "сбыта", "связи")]
    assert [entry["name"] for entry in drafted(*names)] == [
        "Отдел кадров",
        "Отдел сбыта",
        "Отдел связи",
    ]
    assert 'tails = ["Северного банка"]' in draft_roster(names)


def test_a_name_that_is_all_tail_stays_whole() -> None:
    names = ["Северного банка", *(f"Отдел {n} Северного банка" for n in "абв")]
    assert "Северного банка" in [entry["name"] for entry in drafted(*names)]


def test_a_plan_without_parties_gives_a_draft_without_entries() -> None:
    assert drafted() == []


@given(st.lists(st.text(max_size=40), max_size=8))
def test_any_names_give_toml(names: list[str]) -> None:
    tomllib.loads(draft_roster(names))
