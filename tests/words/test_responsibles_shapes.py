"""Shapes that plans repeat: numbers that share a name, people who share a post, orders."""

import pytest

from sheetsync.model import Responsibles
from sheetsync.morphology import morphology
from sheetsync.words.responsibles import read_responsibles
from sheetsync.words.vocabulary import Vocabulary

WORDS = Vocabulary(morphology())


def read(text: str) -> Responsibles:
    return read_responsibles(text, morphology=WORDS)


def names(text: str) -> list[str]:
    return [party.name for party in read(text).parties]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("гимназии № 4, 9 и 14", ["гимназия № 4", "гимназия № 9", "гимназия № 14"]),
        ("МБДОУ № 4, № 9, архив", ["МБДОУ № 4", "МБДОУ № 9", "архив"]),
        ("поликлиникам № 4 и № 9", ["поликлиника № 4", "поликлиника № 9"]),
    ],
)
def test_each_number_is_a_party(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("инспекторы Орлов А.А. и Котова Б.Б.", ["инспектор Орлов А.А.", "инспектор Котова Б.Б."]),
        (
            "инспекторам Орлову А.А., Котовой Б.Б., архиву",
            ["инспектор Орлов А.А.", "инспектор Котова Б.Б.", "архив"],
        ),
        ("инспектор Орлов А.А., Котова Б.Б.", ["инспектор Орлов А.А.", "Котова Б.Б."]),
    ],
)
def test_people_share_a_post_in_the_plural(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Инспектор ПДН\nСоцпедагог", ["Инспектор ПДН", "Социальный педагог"]),
        ("Врач ЛФК\nСоцпедагоги\nПсихолог", ["Врач ЛФК", "Социальные педагоги", "Психолог"]),
        ("Инженер ПТО\nМеханик", ["Инженер ПТО", "Механик"]),
        ("Зам. директора по\nУВР\nЗавхоз", ["Зам. директора по УВР", "Завхоз"]),
        ("Начальник\nОтдела кадров", ["Начальник Отдела кадров"]),
        ("Отдел\nкадров", ["Отдел кадров"]),
    ],
)
def test_a_line_begins_a_party_unless_it_ends_a_name(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected", "unused"),
    [
        ("Поручить архиву", ["архив"], ("Поручить",)),
        ("рекомендовать главам округов", ["главы округов"], ("рекомендовать",)),
        ("амбулатория по согласованию", ["амбулатория"], ("по согласованию",)),
        ("архив по согласованию с думой", ["архив"], ("по согласованию с думой",)),
    ],
)
def test_an_order_or_a_consent_is_no_part_of_a_name(
    text: str, expected: list[str], unused: tuple[str, ...]
) -> None:
    assert names(text) == expected
    assert read(text).unused == unused


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("архив под руководством главы", ["архив", "глава"]),
        ("архив при взаимодействии с думой", ["архив", "дума"]),
        ("секретарь комиссии, её участники", ["секретарь комиссии", "участники комиссии"]),
        ("совет по труду, уполномоченные по труду", ["совет по труду", "уполномоченные по труду"]),
        ("Начальники отделов кадров и снабжения", ["Начальники отделов кадров и снабжения"]),
        ("музей им. Б.Б. Орлова, архив", ["музей им. Б.Б. Орлова", "архив"]),
        ("Минобр, архив", ["Минобр", "архив"]),
        ("ОМСУ, ТОС", ["ОМСУ", "ТОС"]),
        ("архив при участии молодежного клуба", ["архив", "молодежный клуб"]),
        ("1. Архив 2. Музей", ["Архив", "Музей"]),
    ],
)
def test_who_is_meant(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize("text", ["не определены", "уточняется", "по назначению"])
def test_nobody_yet_is_asked_about(text: str) -> None:
    assert [doubt.code for doubt in read(text).doubts] == ["responsible-unknown"]
