"""A measure stays itself however its row is edited; where that is not sure, a person is asked."""

from itertools import permutations

import pytest

from sheetsync.history.identity import Identification, apply_links, identify
from sheetsync.model import KnownRow, Line
from tests.plan.rows import known_rows, line, numbered, placed

AWARDS = "Обновить положение о наградах и представить его Совету организации"
SITE = "Продолжить разработку нового сайта и опубликовать на нём план работы"
FORUM = "Принять участие во всероссийском молодёжном форуме и рассказать о нём в газете"
RESERVE = "Собрать сведения о кадровом резерве членских организаций"
SITTING = "Заседание Президиума"

PLAN = numbered(
    (
        line(measure=AWARDS, deadline="апрель"),
        line(measure=SITE, deadline="в течение года", responsible="Пресс-служба"),
        line(measure=FORUM, deadline="июнь", responsible="Совет молодёжи"),
        line(measure=RESERVE, deadline="ноябрь"),
    )
)
SITTINGS = numbered(line(measure=SITTING, deadline=month) for month in ("март", "июнь", "декабрь"))


def find(before: tuple[Line, ...], now: tuple[Line, ...]) -> Identification:
    return identify(known_rows(before), now, next_identity=100)


def identities(found: Identification) -> list[int]:
    return [row.identity for row in found.rows]


def edited(index: int, **cells: str) -> tuple[Line, ...]:
    return (*PLAN[:index], PLAN[index]._replace(**cells), *PLAN[index + 1 :])  # type: ignore[arg-type]


def test_an_unchanged_plan_keeps_everything() -> None:
    found = find(PLAN, PLAN)
    assert found == Identification(rows=known_rows(PLAN), doubts=())


def test_a_first_plan_is_numbered_from_the_next_identity() -> None:
    assert identities(find((), PLAN)) == [100, 101, 102, 103]


def test_an_emptied_plan_is_gone() -> None:
    assert find(PLAN, ()).rows == ()


def test_a_row_inserted_on_top_renumbers_nobody_else() -> None:
    found = find(PLAN, numbered((line(measure="Новое дело"), *PLAN)))
    assert identities(found) == [100, 1, 2, 3, 4]


def test_a_sorted_plan_keeps_everything() -> None:
    assert identities(find(PLAN, placed(reversed(PLAN)))) == [4, 3, 2, 1]


@pytest.mark.parametrize(
    "cells",
    [
        {"measure": FORUM.replace("участие", "учасние")},
        {"measure": FORUM.replace("ё", "е").upper()},
        {"measure": f"{FORUM} и на сайте"},
        {"measure": FORUM.replace("рассказать", "написать")},
        {"deadline": "сентябрь"},
        {"deadline": "сентябрь", "responsible": "УМЦ", "number": "17"},
        {"deadline": "сентябрь", "measure": FORUM.replace("рассказать", "написать")},
    ],
)
def test_an_edited_row_is_recognised(cells: dict[str, str]) -> None:
    found = find(PLAN, edited(2, **cells))
    assert (identities(found), found.doubts) == ([1, 2, 3, 4], ())


def test_a_reworded_row_is_recognised_under_its_new_number() -> None:
    now = edited(2, measure=FORUM.replace("рассказать", "написать"))
    found = find(PLAN, numbered((line(measure="Новое дело"), *now)))
    assert identities(found) == [100, 1, 2, 3, 4]


def test_another_measure_in_the_same_place_is_a_doubt() -> None:
    found = find(PLAN, edited(2, measure="Закупить мебель"))
    assert identities(found) == [1, 2, 100, 4]
    (doubt,) = found.doubts
    assert [row.identity for row in doubt.candidates] == [3]


def test_another_measure_elsewhere_is_new() -> None:
    found = find(PLAN, numbered((*PLAN[:3], line(measure="Закупить мебель", deadline="май"))))
    assert (identities(found), found.doubts) == ([1, 2, 3, 100], ())


def test_two_that_are_equally_likely_are_a_doubt_with_both() -> None:
    texts = ("Провести обучение бухгалтеров района", "Провести обучение активистов района")
    before = placed(line(number="", measure=text, deadline="март") for text in texts)
    now = placed([line(number="", measure="Провести обучение юристов района", deadline="март")])
    (doubt,) = find(before, now).doubts
    assert sorted(row.identity for row in doubt.candidates) == [1, 2]


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_duplicates_are_kept_apart_by_their_deadlines(order: tuple[int, ...]) -> None:
    before = numbered((*PLAN, *SITTINGS))
    now = numbered((*PLAN, *(SITTINGS[i] for i in order)))
    assert identities(find(before, now)) == [1, 2, 3, 4, *(5 + i for i in order)]


def test_a_duplicate_that_was_moved_is_told_by_its_number() -> None:
    now = (SITTINGS[0], SITTINGS[1]._replace(deadline="сентябрь"), SITTINGS[2])
    assert identities(find(SITTINGS, now)) == [1, 2, 3]


def test_duplicates_that_differ_in_nothing_else_keep_their_order() -> None:
    same = numbered(line(measure=SITTING) for _ in range(3))
    assert identities(find((*PLAN, *same), numbered((line(measure="Дело"), *PLAN, *same)))) == [
        *(100, 1, 2, 3, 4),
        *(5, 6, 7),
    ]


def test_number_and_deadline_that_contradict_each_other_are_a_doubt() -> None:
    now = (SITTINGS[0]._replace(deadline="июнь"), SITTINGS[1]._replace(deadline="сентябрь"))
    found = find(SITTINGS[:2], now)
    assert identities(found) == [100, 101]
    assert [len(doubt.candidates) for doubt in found.doubts] == [2, 2]


def test_a_short_text_alone_does_not_make_the_same_measure() -> None:
    now = numbered((*PLAN, line(measure=SITTING, deadline="декабрь", responsible="УМЦ")))
    before = (line(measure=SITTING, deadline="март"), *PLAN)
    found = find(numbered(before), now)
    assert (identities(found), len(found.doubts)) == ([2, 3, 4, 5, 100], 1)


def test_parts_of_a_split_row_carry_its_identity() -> None:
    parts = (
        PLAN[0]._replace(measure="Обновить положение о наградах"),
        PLAN[0]._replace(measure="Представить положение о наградах Совету организации"),
    )
    found = find(PLAN, numbered((*parts, *PLAN[1:])))
    assert all(1 in (row.identity, row.parent) for row in found.rows[:2])
    assert found.doubts == ()


def test_parts_of_which_none_goes_on_carry_the_identity_of_what_is_gone() -> None:
    parts = ("Обновить банк кадров", "Провести конкурс лекторов", "Издать сборник докладов")
    whole = ", ".join(parts)
    before = numbered((line(measure=whole), *PLAN))
    now = (line(number=f"1.{i}", measure=part) for i, part in enumerate(parts, start=1))
    found = find(before, placed((*now, *before[1:])))
    assert [(row.identity, row.parent) for row in found.rows[:3]] == [
        *((100, 1), (101, 1), (102, 1))
    ]
    assert (found.doubts, 1 in identities(found)) == ((), False)


def test_a_part_beside_what_is_left_of_its_row_carries_its_identity() -> None:
    whole = PLAN[0]._replace(deadline="апрель, октябрь")
    now = (PLAN[0], PLAN[0]._replace(number="1.1", deadline="октябрь"), *PLAN[1:])
    found = find((whole, *PLAN[1:]), placed(now))
    assert [(row.identity, row.parent) for row in found.rows[:2]] == [(1, None), (100, 1)]


def test_a_copy_of_a_row_that_lost_nothing_is_no_part_of_it() -> None:
    found = find(PLAN, placed((*PLAN, PLAN[0]._replace(number="5", deadline="октябрь"))))
    assert found.rows[-1].parent is None


@pytest.mark.parametrize("place", [0, 1, 2, 3])
@pytest.mark.parametrize("cells", [{}, {"status": ""}, {"deadline": "май"}, {"number": "4"}])
def test_a_row_that_was_copied_is_itself(place: int, cells: dict[str, str]) -> None:
    """Wherever the copy is put and whatever is written into it; a short text, as most are."""
    before = numbered(
        line(measure=text, status="в работе") for text in ("Ремонт", SITTING, "Ярмарка")
    )
    copy = before[1]._replace(**cells)  # type: ignore[arg-type]
    found = find(before, placed((*before[:place], copy, *before[place:])))
    assert ({1, 2, 3} < set(identities(found)), found.doubts) == (True, ())
    (kept,) = (row.line for row in found.rows if row.identity == 2)
    assert kept._replace(row=0) == before[1]._replace(row=0)


def test_copies_of_rows_that_are_alike_take_nobody_s_place() -> None:
    same = placed(line(measure=SITTING) for _ in range(2))
    found = find(same, placed((*same, same[0])))
    assert identities(found) == [1, 2, 100]


def test_merged_rows_go_on_as_the_one_whose_number_stayed() -> None:
    before = numbered(
        (
            line(measure="Собрать заявки на обучение бухгалтеров", deadline="март"),
            line(measure="Издать памятку о взносах", deadline="май"),
            *PLAN,
        )
    )
    whole = "Собрать заявки на обучение бухгалтеров, издать памятку о взносах"
    found = find(before, placed((before[0]._replace(measure=whole), *before[2:])))
    assert identities(found) == [1, 3, 4, 5, 6]


def test_a_row_keeps_the_parent_that_it_has() -> None:
    before = (KnownRow(identity=7, line=PLAN[0], parent=3),)
    assert identify(before, PLAN[:1], next_identity=8).rows == before


def test_a_link_settles_a_doubt() -> None:
    now = edited(2, measure="Закупить мебель")
    found = identify(known_rows(PLAN), now, next_identity=100, links=((3, 100),))
    assert (identities(found), found.doubts) == ([1, 2, 3, 4], ())


def test_a_link_holds_for_the_plan_after() -> None:
    before = (*known_rows(PLAN[:2]), KnownRow(identity=100, line=PLAN[2]))
    found = identify(before, PLAN[:3], next_identity=101, links=((3, 100),))
    assert identities(found) == [1, 2, 3]


@pytest.mark.parametrize(
    ("links", "settled"),
    [
        (((9, 2),), [(1, None), (9, None)]),
        (((1, 2),), [(1, None), (2, 1)]),
        (((8, 2), (9, 8)), [(1, None), (9, None)]),
        (((9, 2), (2, 9)), [(1, None), (2, None)]),
        (((9, 1), (9, 2)), [(9, None), (2, 9)]),
    ],
)
def test_no_identity_stands_in_a_plan_twice(
    links: tuple[tuple[int, int], ...], settled: list[tuple[int, int | None]]
) -> None:
    rows = apply_links(known_rows(PLAN[:2]), links)
    assert [(row.identity, row.parent) for row in rows] == settled
