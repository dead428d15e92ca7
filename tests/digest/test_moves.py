"""A move of a deadline is told once: beside its measure, or among the news."""

from dataclasses import replace
from datetime import date

import pytest

from sheetsync.digest.letter_words import in_words
from sheetsync.languages import load_language
from sheetsync.model import Digest, Letter, Meaning, NewsKind, Topic
from tests.builders import measure, plan, progress
from tests.digest.digests import LETTERHEAD, digest, digest_item, item, line, news, of_topic

LATER = date(2021, 5, 28)


def letter(found: Digest) -> Letter:
    return in_words(found, plan(), LETTERHEAD, load_language("ru"))


def moved_letter(
    *, trigger: str = "monthly", moves: int = 1, status: str = "", said: str | None = None
) -> Letter:
    """A letter that shows a measure whose deadline was moved since the one before."""
    now = line("6", "Отчёт", deadline="до 28 мая" if not status else "до 18 мая", status=status)
    measured = measure("6", done=progress(Meaning.POSTPONED if status else Meaning.BLANK))
    found = item(due=LATER, said=now.deadline if said is None else said, of=measured)
    found = replace(found, moved_from=date(2021, 5, 18) if status else None)
    shown = digest_item(found, "before-14", new=True)
    moved = news(NewsKind.DEADLINE, line("6", "Отчёт", deadline="до 18 мая"), now, moves=moves)
    moved = replace(moved, was_due=date(2021, 5, 18), due=LATER, identity=measured.row)
    of = digest(of_topic(Topic.DUE_SOON, shown), trigger=trigger)
    return letter(replace(of, news=(moved,)))


@pytest.mark.parametrize("status", ["", "перенесено на 28 мая"])
def test_a_move_is_told_once_beside_its_measure(status: str) -> None:
    (section,) = moved_letter(status=status).sections
    (entry,) = section.entries
    assert entry.when.endswith("перенесён с 18 мая на 28 мая")


def test_there_it_is_counted_too() -> None:
    (section,) = moved_letter(moves=2).sections
    assert section.entries[0].state == "осталось 17 дней, отметки нет; перенесён во второй раз"


@pytest.mark.parametrize("status", ["", "перенесено на 28 мая"])
def test_a_letter_that_came_for_its_news_tells_a_move_among_these(status: str) -> None:
    told, due = moved_letter(trigger="news", status=status).sections
    assert told.lines == ("п. 6 Отчёт: срок перенесён с 18 мая на 28 мая",)
    assert due.entries[0].when.endswith("последний день 28 мая")


def test_a_move_that_its_entry_has_no_word_for_stays_among_the_news() -> None:
    """The cell of the deadline is blank: the day stands in the mark."""
    told = moved_letter(status="перенесено на 28 мая", said="")
    assert [line for section in told.sections for line in section.lines] == [
        "п. 6 Отчёт: срок перенесён с 18 мая на 28 мая"
    ]


def test_of_more_parts_than_an_entry_names_a_move_stays_among_the_news() -> None:
    days = [date(2021, 5, day) for day in (18, 19, 20, 21, 22, 24, 25, 26, 27)]
    parts = [digest_item(item(due=day, of=measure("6")), "before-14", new=True) for day in days]
    last = digest_item(item(due=LATER, of=measure("6")), "before-14", new=True)
    now = line("6", "Отчёт")
    moved = replace(news(NewsKind.DEADLINE, now, now, moves=1), was_due=date(2021, 5, 18))
    moved = replace(moved, due=LATER, identity=measure("6").row)
    found = digest(of_topic(Topic.DUE_SOON, *parts, last))
    told = letter(replace(found, news=(moved,)))
    assert any("перенесён с 18 мая на 28 мая" in str(section) for section in told.sections)
