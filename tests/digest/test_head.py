"""The head of a letter: its subject, its box of numbers, and what it asks of the reader."""

from dataclasses import replace
from datetime import date
from urllib.parse import unquote

import pytest

from sheetsync.model import AlertKind, CoordinatorAlert, Letter, Role, State, Topic
from tests.builders import YEAR_ROUND, measure
from tests.digest.digests import alert, digest, digest_item, item, of_topic
from tests.digest.test_letter_words import APRIL, DISTRICTS, LATE, MAY, ending, letter, places
from tests.mail.letters import IMPOSSIBLE


def box(found: Letter) -> list[tuple[str, int]]:
    return [(figure.label, figure.count) for figure in found.figures]


def test_the_box_counts_every_mark_that_the_letter_asks_for() -> None:
    asked = replace(digest_item(item(due=APRIL)), stage="late-3")
    all_year = replace(
        digest_item(item(due=None, of=measure("2", when=YEAR_ROUND))), stage="pulse-Q1"
    )
    found = letter(digest((Topic.OVERDUE, (asked,)), (Topic.ASK, (all_year,))))
    assert [(figure.label, figure.count) for figure in found.figures] == [
        ("Просрочено", 1),
        ("Всего нужно отметок", 2),
    ]


def test_a_subject_tells_what_lies_ahead_only_where_nothing_else_is_told() -> None:
    ahead = of_topic(Topic.UPCOMING, digest_item(item(State.UPCOMING, due=MAY, of=measure("2"))))
    late = of_topic(Topic.OVERDUE, digest_item(LATE, "late-10", new=True))
    assert letter(digest(late, ahead)).subject == "План 2021: просрочен 1 пункт"
    assert letter(digest(ahead)).subject == "План 2021: впереди 1 пункт"


def test_a_subject_counts_no_item_twice_that_it_names() -> None:
    due = (ending("6"), ending("7"), ending("8", new=False))
    found = letter(digest((Topic.DUE_SOON, due), kind="between", trigger="last-day"))
    assert found.subject == "План 2021: последний день п. 6, 7; срок подходит у 1 пункта"


def test_a_letter_between_asks_by_a_day_for_what_is_new() -> None:
    late = digest_item(LATE, "late-10", new=True)
    soon = digest_item(item(State.DUE_SOON, due=MAY, of=measure("2")), "before-14", new=True)
    asks = replace(
        digest(of_topic(Topic.OVERDUE, late), kind="between"), answer_by=date(2021, 5, 24)
    )
    assert letter(asks).opening == ("Просим отметку не позднее 24 мая: п. 1.",)
    both = replace(asks, topics=asks.topics | dict([of_topic(Topic.DUE_SOON, soon)]))
    assert letter(both).opening == (
        "Новое в этом письме: п. 1, 2.",
        "Просим отметку не позднее 24 мая: п. 1.",
    )


def test_new_items_are_named_in_a_letter_between() -> None:
    told = (digest_item(LATE, "late-10", new=True), digest_item(item(due=APRIL, of=measure("2"))))
    found = letter(digest(of_topic(Topic.OVERDUE, *reversed(told)), kind="between"))
    assert found.opening == ("Новое в этом письме: п. 1.",)
    (section,) = found.sections
    assert [(entry.number, entry.new) for entry in section.entries] == [("п. 1", True)]
    assert [(entry.number, entry.state) for entry in section.brief] == [
        ("п. 2", "последний день 30 апреля, срок вышел 11 дней назад, отметки нет")
    ]


def test_a_letter_between_asks_for_what_was_told_before_too() -> None:
    late = digest_item(LATE, "late-10", new=True)
    known = digest_item(item(due=APRIL, of=measure("2")), "late-10")
    asks = digest(of_topic(Topic.OVERDUE, late, known), kind="between")
    assert letter(replace(asks, answer_by=date(2021, 5, 24))).opening == (
        "Новое в этом письме: п. 1.",
        "Просим отметку не позднее 24 мая: п. 1, 2.",
    )


def test_each_question_has_its_own_day() -> None:
    late = digest_item(LATE, "late-10", new=True)
    known = digest_item(item(due=APRIL, of=measure("2")), "late-10")
    known = replace(known, answer_by=date(2021, 5, 18))
    asks = digest(of_topic(Topic.OVERDUE, late, known), kind="between")
    assert letter(replace(asks, answer_by=date(2021, 5, 24))).opening == (
        "Новое в этом письме: п. 1.",
        "Просим отметку не позднее 18 мая: п. 2.",
        "Просим отметку не позднее 24 мая: п. 1.",
    )


def test_parts_of_one_measure_are_asked_about_by_the_first_of_their_days() -> None:
    first = replace(digest_item(LATE, "late-10", new=True), answer_by=date(2021, 5, 18))
    second = digest_item(replace(LATE, what="II"), "late-10", new=True)
    asks = digest(of_topic(Topic.OVERDUE, first, second), kind="between")
    opening = letter(replace(asks, answer_by=date(2021, 5, 24))).opening
    assert opening == ("Просим отметку не позднее 18 мая: п. 1.",)


def test_a_first_letter_says_how_much_there_is_and_when_the_next_is_due() -> None:
    ahead = (item(State.UPCOMING, due=day, of=measure(n)) for n, day in (("2", MAY), ("3", None)))
    waits = digest_item(item(State.WAITING, of=measure("4")), "ask-04")
    helps = replace(digest_item(item(due=APRIL, of=measure("5"))), role=Role.HELPER)
    found = letter(
        digest(
            of_topic(Topic.UPCOMING, *map(digest_item, ahead)),
            of_topic(Topic.WAITING, waits),
            (Topic.HELPING, (helps,)),
            kind="introductory",
        )
    )
    assert found.subject == "План 2021: первое письмо, у вас 3 пункта, ближайший 31 мая"
    assert box(found) == [("Всего у вас пунктов", 3), ("Срок зависит от других", 1)]


@pytest.mark.parametrize(
    ("kinds", "numbers"),
    [
        ([AlertKind.SILENT], []),
        ([AlertKind.SILENT, AlertKind.GROUNDLESS], [1, 1]),
    ],
)
def test_one_number_alone_is_left_to_the_heading(
    kinds: list[AlertKind], numbers: list[int]
) -> None:
    found = digest(kind="coordinator")
    alerts = tuple(alert(kind, LATE) for kind in kinds)
    assert [n for _, n in box(letter(replace(found, alerts=alerts)))] == numbers


def test_a_request_says_since_when() -> None:
    asked = of_topic(Topic.REQUEST, replace(digest_item(item()), role=Role.MEMBER))
    found = replace(digest(asked, kind="request"), since=date(2021, 4, 1))
    assert "что сделано с 1 апреля по пунктам" in letter(found).opening[0]


@pytest.mark.parametrize(("due", "marked"), [(APRIL, False), (MAY, True)])
def test_to_a_co_executor_only_what_falls_due_this_month_is_new(due: date, *, marked: bool) -> None:
    helps = replace(
        digest_item(item(due=due), "with-2021-05", new=True), role=Role.HELPER, stage=""
    )
    known = digest_item(item(due=APRIL, of=measure("2")), "late-10")
    found = letter(digest((Topic.HELPING, (helps,)), of_topic(Topic.OVERDUE, known)))
    (helped,) = (section for section in found.sections if section.topic == Topic.HELPING)
    assert [entry.new for entry in (*helped.entries, *helped.brief)] == [marked]


def test_a_measure_with_two_late_days_is_one_to_the_coordinator() -> None:
    alerts = (alert(AlertKind.ESCALATED, LATE), alert(AlertKind.ESCALATED, item(due=MAY)))
    found = replace(digest(kind="coordinator"), alerts=alerts)
    assert letter(found).subject == "План 2021: давно просрочен 1 пункт"


def test_an_answer_about_a_measure_with_several_places_asks_which() -> None:
    several = digest(of_topic(Topic.OVERDUE, *places(APRIL, APRIL, APRIL)))
    (entry,) = letter(several).sections[0].entries
    done = unquote(entry.links[1].url)
    assert f"О чём (лишнее удалите): {'; '.join(DISTRICTS)}" in done
    (alone,) = (
        letter(digest(of_topic(Topic.OVERDUE, places(APRIL, APRIL, APRIL)[0]))).sections[0].entries
    )
    assert "О чём" not in unquote(alone.links[1].url)


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (alert(AlertKind.ESCALATED, LATE), "п. 1 – давно просрочено"),
        (replace(alert(AlertKind.FINDING), finding=IMPOSSIBLE), "п. 11 – замечание"),
        (alert(AlertKind.UNDELIVERED), "не доставлено 1 письмо"),
    ],
)
def test_a_letter_of_one_alert_names_its_measure(one: CoordinatorAlert, words: str) -> None:
    found = replace(digest(kind="coordinator"), alerts=(one,))
    assert letter(found).subject == f"План 2021: {words}"
