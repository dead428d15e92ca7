"""Which entry of the roster a name means, and when nobody is meant for certain."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sheetsync.model import Department, DepartmentKind, Roster
from sheetsync.morphology import morphology
from sheetsync.words.roster import RosterIndex
from sheetsync.words.vocabulary import Vocabulary

LEGAL = Department(name="Отдел правовой работы", aliases=("юристы", "Юридическая служба"))
STAFF = Department(name="Отдел кадровой работы")
CENTRE = Department(name="Учебно-методический центр")
COUNCIL = Department(name="Молодёжный совет Северного Союза", kind=DepartmentKind.BODY)
PERSON = Department(name="Иванов И.И.", kind=DepartmentKind.PERSON)
FIRST = Department(name="Школа № 1")
SECOND = Department(name="Школа № 2")
WORDS = Vocabulary(morphology())
INDEX = RosterIndex(
    Roster(
        departments=(LEGAL, STAFF, CENTRE, COUNCIL, PERSON, FIRST, SECOND),
        tails=("Северного Союза", "Союза"),
    ),
    morphology=WORDS,
)


@pytest.mark.parametrize(
    ("name", "department", "how"),
    [
        ("Отдел правовой работы", LEGAL, "exact"),
        ("ОТДЕЛ  ПРАВОВОЙ РАБОТЫ", LEGAL, "exact"),
        ("отдел правовой работы Северного Союза", LEGAL, "exact"),
        ("отдел правовой работы Союза", LEGAL, "exact"),
        ("Молодежный совет", COUNCIL, "exact"),
        ("Юристы", LEGAL, "alias"),
        ("юридическая служба Союза", LEGAL, "alias"),
        ("отделу правовой работы", LEGAL, "forms"),
        ("отделы правовых работ", LEGAL, "forms"),
        ("заместитель председателя Иванов И.И.", PERSON, "forms"),
        ("УМЦ", CENTRE, "abbreviation"),
        ("отд. прав. работы", LEGAL, "abbreviation"),
        ("Иванов Иван Игоревич", PERSON, "abbreviation"),
        ("Отдел парвовой работы", LEGAL, "typo"),
        ("Отдел правовойработы", LEGAL, "typo"),
    ],
)
def test_a_name_finds_its_entry(name, department, how):
    match = INDEX.match(name)
    assert (match.department, match.how) == (department, how)


@pytest.mark.parametrize(
    "name", ["Отдел", "Отдел учебной работы", "Школа № 3", "Школа", "Союза", "?", "", "ФНЦ", "УМЦА"]
)
def test_a_doubtful_name_finds_nobody(name):
    match = INDEX.match(name)
    assert (match.department, match.how) == (None, "none")


def test_the_nearest_names_are_offered_best_first():
    nearest = INDEX.match("Отдел правового обеспечения").nearest
    assert nearest[0] == LEGAL.name
    assert len(nearest) <= 3


def test_a_name_of_two_entries_is_nobody():
    twin = Department(name="Совет", aliases=("юристы",))
    index = RosterIndex(Roster(departments=(LEGAL, twin)), morphology=WORDS)
    match = index.match("юристы")
    assert match.department is None
    assert match.nearest == (LEGAL.name, twin.name)


def test_an_abbreviation_in_the_roster_is_found_by_the_full_name():
    index = RosterIndex(Roster(departments=(Department(name="УМЦ"),)), morphology=WORDS)
    assert index.match("Учебно-методический центр").how == "abbreviation"


def test_small_words_may_be_left_out_of_an_abbreviation():
    board = Department(name="Комиссия по делам ветеранов")
    index = RosterIndex(Roster(departments=(board,)), morphology=WORDS)
    assert index.match("КДВ").department is board


def test_an_abbreviation_is_known_with_spaces_and_without() -> None:
    board = Department(name="Комиссия по делам несовершеннолетних", aliases=("КДНиЗП",))
    index = RosterIndex(Roster(departments=(board,)), morphology=WORDS)
    assert index.match("КДН и ЗП").department is board


def test_a_person_is_found_by_post_and_name_together() -> None:
    kind, post = DepartmentKind.PERSON, "начальник отдела кадров"
    head = Department(name="Лосева Анна Сергеевна", kind=kind, aliases=(post,))
    index = RosterIndex(Roster(departments=(head, STAFF)), morphology=WORDS)
    assert index.match(f"{post} Лосева А.С.").department is head
    assert index.match(f"{post} Сомова А.С.").department is None


@pytest.mark.parametrize(
    ("entry", "name"),
    [
        ("Сотрудники", "Все сотрудники"),
        ("Все сотрудники", "сотрудники"),
        ("Staff", "All staff"),
        ("All staff", "staff"),
    ],
)
def test_all_of_them_are_the_group(entry: str, name: str) -> None:
    group = Department(name=entry, kind=DepartmentKind.GROUP)
    index = RosterIndex(Roster(departments=(group,)), morphology=WORDS)
    assert index.match(name).department is group


def test_an_empty_roster_knows_nobody():
    assert RosterIndex(Roster(), morphology=WORDS).match("УМЦ").nearest == ()


@settings(max_examples=200)
@given(st.text(max_size=40))
def test_no_name_raises_and_how_says_whether_it_is_found(name):
    match = INDEX.match(name)
    assert (match.department is not None) == (match.how != "none")
