"""The numbers of a subject agree with what they count, in all forms of a language."""

from dataclasses import replace

import pytest

from sheetsync.digest.subject_counts import Counted, counted, late_in
from sheetsync.languages import CODES, Catalogue, load_language
from sheetsync.model import AlertKind, State, Topic
from tests.builders import YEAR_ROUND, measure
from tests.digest.digests import TODAY, digest, digest_item, item, of_topic
from tests.digest.test_letter_words import MAY, letter

RUSSIAN, ENGLISH = load_language("ru"), load_language("en")


@pytest.mark.parametrize(
    ("what", "one", "two", "five"),
    [
        (Topic.OVERDUE, "просрочен 1 пункт", "просрочено 2 пункта", "просрочено 5 пунктов"),
        (
            Topic.DUE_SOON,
            "срок подходит у 1 пункта",
            "срок подходит у 2 пунктов",
            "срок подходит у 5 пунктов",
        ),
        (
            Topic.ASK,
            "нужен ответ по 1 пункту",
            "нужен ответ по 2 пунктам",
            "нужен ответ по 5 пунктам",
        ),
        (
            Topic.WAITING,
            "срок 1 пункта зависит от других",
            "срок 2 пунктов зависит от других",
            "срок 5 пунктов зависит от других",
        ),
        (
            Topic.UNREAD,
            "у 1 пункта не понят срок",
            "у 2 пунктов не понят срок",
            "у 5 пунктов не понят срок",
        ),
        (Topic.UPCOMING, "впереди 1 пункт", "впереди 2 пункта", "впереди 5 пунктов"),
        (Topic.ONGOING, "на весь год 1 пункт", "на весь год 2 пункта", "на весь год 5 пунктов"),
        (
            AlertKind.ESCALATED,
            "давно просрочен 1 пункт",
            "давно просрочено 2 пункта",
            "давно просрочено 5 пунктов",
        ),
        (
            AlertKind.SILENT,
            "нет ответа по 1 пункту",
            "нет ответа по 2 пунктам",
            "нет ответа по 5 пунктам",
        ),
        (
            AlertKind.GROUNDLESS,
            "перенесён без документа 1 пункт",
            "перенесено без документа 2 пункта",
            "перенесено без документа 5 пунктов",
        ),
        (
            AlertKind.VANISHED,
            "удалён 1 просроченный пункт",
            "удалены 2 просроченных пункта",
            "удалено 5 просроченных пунктов",
        ),
        (AlertKind.NO_REPORT, "без итога 1 пункт", "без итога 2 пункта", "без итога 5 пунктов"),
        (AlertKind.FINDING, "1 замечание", "2 замечания", "5 замечаний"),
        (
            AlertKind.UNDELIVERED,
            "не доставлено 1 письмо",
            "не доставлены 2 письма",
            "не доставлено 5 писем",
        ),
        (
            AlertKind.DELAYED,
            "не ушло в срок 1 письмо",
            "не ушли в срок 2 письма",
            "не ушло в срок 5 писем",
        ),
        (AlertKind.RESTING, "1 ящик без писем", "2 ящика без писем", "5 ящиков без писем"),
    ],
)
def test_what_is_counted_agrees_with_its_number(
    what: Counted, one: str, two: str, five: str
) -> None:
    said = [counted(what, n, RUSSIAN).whole for n in (1, 2, 5)]
    assert said == [one, two, five]
    assert counted(what, 21, RUSSIAN).whole == one.replace("1", "21")


def test_measures_are_named_once() -> None:
    late = of_topic(Topic.OVERDUE, digest_item(item(due=MAY), "late-10"))
    asked = [
        digest_item(item(due=None, of=measure(number, when=YEAR_ROUND, row=row)), "pulse-Q1")
        for row, number in enumerate("2345", start=10)
    ]
    ask = (Topic.ASK, tuple(asked))
    assert letter(digest(ask)).subject == "План 2021: нужен ответ по 4 пунктам"
    assert letter(digest(late, ask)).subject == "План 2021: просрочен 1 пункт, нужен ответ по 4"


def test_where_all_would_not_fit_it_is_said_in_fewer_words() -> None:
    late = of_topic(Topic.OVERDUE, digest_item(item(due=MAY), "late-10"))
    soon = item(State.DUE_SOON, due=MAY, of=measure("2", row=9))
    ask = digest_item(item(due=None, of=measure("3", when=YEAR_ROUND, row=10)), "pulse-Q1")
    told = digest(late, of_topic(Topic.DUE_SOON, digest_item(soon)), (Topic.ASK, (ask,)))
    assert letter(told).subject == "План 2021: просрочен 1, скоро срок у 1, нужен ответ по 1"


@pytest.mark.parametrize("language", [*map(load_language, CODES)], ids=CODES)
@pytest.mark.parametrize("count", [1, 2, 5, 21, 112])
def test_the_overdue_of_a_subject_can_be_read_back(count: int, language: Catalogue) -> None:
    for said in counted(Topic.OVERDUE, count, language):
        assert late_in(f"План 2021: {said}, ещё 3", language) == count
    assert late_in("План 2021: впереди 5", language) == 0


def test_what_is_news_is_not_followed_by_what_nothing_is_asked_about() -> None:
    due = digest_item(item(State.DUE_SOON, TODAY, of=measure("4")), "last-day", new=True)
    ahead = digest_item(item(State.UPCOMING, MAY, of=measure("9")))
    found = digest(of_topic(Topic.DUE_SOON, due), of_topic(Topic.UPCOMING, ahead))
    assert letter(replace(found, trigger="last-day")).subject == "План 2021: последний день п. 4"
