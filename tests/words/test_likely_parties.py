"""Cells that are plainly a party's, and those that only begin like one."""

import pytest

from sheetsync.words.tables import reads_as_party


@pytest.mark.parametrize(
    "text",
    [
        *("УМЦ", "Отдел кадров", "Финансово-экономический отдел", "Все отделы", "члены профкома"),
        *("Иванов И.И.", "И. И. Иванов", "Петрова Мария Ивановна", "Зам. директора по УВР"),
        *("Кл. руководители", "Соц. педагог", "ППО, отдел кадров", "Head of HR", "Marketing team"),
        *("Mrs Patel", "Cllr Hughes", "Dr. Lee", "Clerk", "Vice chair", "Governors"),
    ],
)
def test_a_party_is_known_by_its_first_words(text: str) -> None:
    assert reads_as_party(text)


@pytest.mark.parametrize(
    "text",
    [
        *("Заседание комитета", "Отчёт директора", "Организация питания", "Центральный парк"),
        *("Советское поле", "Актовый зал", "до 5 мая", "100 руб.", "Протокол № 5", "нужен зал"),
        *("Elect treasurer", "Chair repairs", "Dr", "Training for governors"),
        *("Нет", "ДА", "НЕТ", "-", "", "МАРТ", "МАЙ 2026", "II КВАРТАЛ", "MARCH"),
    ],
)
def test_what_only_begins_like_a_party_is_none(text: str) -> None:
    assert not reads_as_party(text)
