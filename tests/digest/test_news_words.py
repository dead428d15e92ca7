"""What has happened to a measure is said as it is, and in no more words."""

from dataclasses import replace
from datetime import date

import pytest

from sheetsync.digest.letter_words import in_words
from sheetsync.languages import load_language
from sheetsync.model import AlertKind, Digest, Letter, News, NewsKind, State
from tests.builders import plan
from tests.digest.digests import LETTERHEAD, alert, digest, item, line, news


def letter(found: Digest) -> Letter:
    return in_words(found, plan(), LETTERHEAD, load_language("ru"))


def news_told(*found: News) -> Letter:
    return letter(replace(digest(kind="between", trigger="news"), news=found))


def test_a_deadline_that_is_no_day_any_more_has_not_moved() -> None:
    now = line("6", "Отчёт", deadline="по запросу")
    moved = news(NewsKind.DEADLINE, line("6", "Отчёт", deadline="июнь"), now)
    assert news_told(replace(moved, was_due=date(2021, 6, 30))).sections[0].lines == (
        "п. 6 Отчёт: срок теперь «по запросу», был «июнь»",
    )


@pytest.mark.parametrize(
    ("responsible", "lead", "words"),
    [
        ("УМЦ", "УМЦ", "теперь отвечает УМЦ"),
        ("", "Координатор плана", "отвечаете уже не вы, другой ответственный не определён"),
        ("", "", "отвечаете уже не вы, другой ответственный не определён"),
        ("Координатор плана", "Координатор плана", "теперь отвечает Координатор плана"),
    ],
)
def test_who_leads_now_is_said_only_where_the_row_says_it(
    responsible: str, lead: str, words: str
) -> None:
    before = line("6", "Отчёт")
    given = news(NewsKind.GIVEN_UP, before, before._replace(responsible=responsible))
    told = news_told(replace(given, lead=lead))
    assert told.sections[0].lines == (f"п. 6 Отчёт: {words}",)
    assert told.subject == "План 2021: п. 6 теперь не у вас"


@pytest.mark.parametrize(
    ("kind", "status", "words"),
    [
        (NewsKind.DONE, "Выполнено.", "выполнено"),
        (NewsKind.DONE, "сдан", "выполнено – «сдан»"),
        (NewsKind.CANCELLED, "отменено", "отменено"),
        (NewsKind.CANCELLED, "снято", "отменено – «снято»"),
    ],
)
def test_a_mark_is_quoted_where_it_says_more(kind: NewsKind, status: str, words: str) -> None:
    told = news_told(news(kind, line("6", "Отчёт"), line("6", "Отчёт", status=status)))
    assert told.sections[0].lines == (f"п. 6 Отчёт: {words}",)


def test_letters_to_one_mailbox_are_counted() -> None:
    refused = replace(alert(AlertKind.UNDELIVERED, words="550 no such user"), address="a@b.org")
    refused = replace(refused, notification=refused.notification._replace(stage="rejected"))
    (section,) = letter(replace(digest(kind="coordinator"), alerts=(refused, refused))).sections
    assert section.lines[0].startswith("a@b.org (2 письма): 550 no such user.")


def test_a_postponement_that_was_told_before_is_named_by_its_days() -> None:
    moved = replace(
        item(State.UPCOMING, date(2021, 9, 30), said="июнь"), moved_from=date(2021, 6, 30)
    )
    known = replace(alert(AlertKind.GROUNDLESS, moved), new=False)
    (section,) = letter(replace(digest(kind="coordinator"), alerts=(known,))).sections
    (line,) = section.brief
    assert line.state.startswith("перенесён с 30 июня на 30 сентября, отвечает")
