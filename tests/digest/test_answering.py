"""What a letter says of answers where no column is for marks, or the reader is whom they go to."""

import re
from dataclasses import replace
from datetime import date

import pytest

from sheetsync.digest.letter_words import in_words
from sheetsync.languages import load_language
from sheetsync.mail.render import Renderer
from sheetsync.model import AlertKind, Assignment, Columns, Digest, Letter, Topic
from sheetsync.resources import data_path
from tests.builders import DEPARTMENT, measure, plan
from tests.digest.digests import LETTERHEAD, TODAY, alert, digest, digest_item, item, of_topic

NO_MARKS = Columns(row=3, letters={"deadline": "C", "measure": "B"}, headers={})
LATE = digest_item(item(due=date(2021, 4, 30)), "late-3", new=True)
IN_THE_SHEET = "напишите в таблице «выполнено»"


def letter(found: Digest, columns: Columns | None = None) -> Letter:
    known = plan() if columns is None else replace(plan(), columns=columns)
    return in_words(found, known, LETTERHEAD, load_language("ru"))


def text(found: Letter) -> str:
    renderer = Renderer(data_path("templates", "email"), load_language("ru"))
    return " ".join(renderer.render(found).text.split())


def test_where_no_column_is_for_marks_an_answer_is_enough() -> None:
    late = digest(of_topic(Topic.OVERDUE, LATE))
    assert IN_THE_SHEET in text(letter(late))
    without = letter(late, NO_MARKS)
    assert IN_THE_SHEET not in text(without)
    assert "Достаточно ответить на это письмо" in text(without)
    labels = [link.label for link in without.sections[0].entries[0].links]
    assert ("Открыть в таблице" in labels, "Ответить в таблице" in labels) == (True, False)


def to_coordinator(kind: str = "introductory") -> Digest:
    """What nobody leads, told to the coordinator beside a notice."""
    of = measure()
    unled = replace(of, assignment=Assignment(lead=DEPARTMENT, unled=True))
    shown = replace(LATE, item=replace(LATE.item, measure=unled))
    found = digest(of_topic(Topic.OVERDUE, shown), kind=kind)
    notice = alert(AlertKind.BESIDE, words="Книга открыта.")
    return replace(found, address=LETTERHEAD.address, introduces=True, alerts=(notice,))


def test_the_coordinator_is_not_told_to_write_to_themselves() -> None:
    shown = letter(to_coordinator())
    assert [link.label for link in shown.sections[0].entries[0].links] == ["Ответить в таблице"]
    words = text(shown)
    assert "План ведёте вы, и ответы на его письма приходят вам." in words
    assert "прочтёт" not in words
    assert "Вы получили это письмо, потому что ведёте план." in words
    assert IN_THE_SHEET in words


def test_where_they_have_no_mark_to_write_nothing_stands_in_its_place() -> None:
    found = letter(to_coordinator(), NO_MARKS)
    renderer = Renderer(data_path("templates", "email"), load_language("ru"))
    assert not re.search("<p[^>]*></p>", renderer.render(found).html)
    assert "Как ответить" not in text(found)


@pytest.mark.parametrize(
    ("responsible", "words"),
    [
        ("", "в плане никто не назван, поэтому письмо пришло вам"),
        ("Комитет", "у названных в плане нет почты, поэтому письмо пришло вам"),
    ],
)
def test_why_what_nobody_leads_is_theirs(responsible: str, words: str) -> None:
    found = to_coordinator()
    (late,) = found.topics[Topic.OVERDUE]
    named = late.item.measure.line._replace(responsible=responsible)
    late = replace(late, item=replace(late.item, measure=replace(late.item.measure, line=named)))
    told = letter(replace(found, topics={Topic.OVERDUE: (late,)}))
    assert told.sections[0].entries[0].role == words


def test_an_answer_by_today_is_asked_for_today() -> None:
    late = replace(digest(of_topic(Topic.OVERDUE, LATE)), answer_by=TODAY)
    assert letter(late).opening[0] == "Просим отметку сегодня: п. 1."


def test_a_coordinator_whose_name_ends_in_a_stop_needs_no_second_one() -> None:
    head = replace(LETTERHEAD, coordinator="Смирнова О. В.")
    found = digest(of_topic(Topic.OVERDUE, LATE))
    language = load_language("ru")
    html = Renderer(data_path("templates", "email"), language).render(
        in_words(found, plan(), head, language)
    )
    assert ("О. В.</a></p>" in html.html, "О. В.</a>." in html.html) == (True, False)
