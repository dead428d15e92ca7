"""The sample plan of 24 rows and an ordinary office's marks, labelled by hand."""

from datetime import date

from tests.policy_checker.workdays import Workdays
from tests.policy_checker.year import DATED, ONGOING, WAITING, Due, Mark, Row

ORG, INFO, UMC = "org@example.org", "info@example.org", "umc@example.org"
SPECIALISTS = "specialists@example.org"
DEPARTMENTS = (ORG, INFO, UMC, SPECIALISTS)
MEMBERS = frozenset(f"member-{number:02}@example.org" for number in range(1, 26))
COORDINATOR, CHAIR = "coordinator@example.org", "chair@example.org"

DAYS_OFF = (
    *(date(2021, 5, day) for day in (4, 5, 6, 7)),
    *(date(2021, 11, day) for day in (1, 2, 3)),
)
WORKDAYS = Workdays("RU", off=DAYS_OFF)


def _day(month: int, day: int, label: str = "", *, explicit: bool | None = False) -> Due:
    return Due(on=date(2021, month, day), label=label, explicit=explicit)


def _dated(
    number: str, lead: str, *dues: Due, helpers: tuple[str, ...] = (), group: str = ""
) -> Row:
    return Row(number=number, lead=lead, kind=DATED, dues=dues, helpers=helpers, group=group)


def _row(number: str, lead: str, kind: str, helpers: tuple[str, ...] = (), group: str = "") -> Row:
    return Row(number=number, lead=lead, kind=kind, helpers=helpers, group=group)


# A commission or a council is no reader of its own: what it helps with, its department sees.
ROWS = (
    _dated("1", ORG, _day(4, 30), group="helper"),
    _dated("2", ORG, _day(2, 28), group="helper"),
    _dated("3", ORG, _day(11, 30), group="helper"),
    _row("4", ORG, ONGOING, (ORG,)),
    _dated("5", ORG, _day(4, 30), group="helper"),
    _dated("6", UMC, _day(6, 30), helpers=(SPECIALISTS,), group="helper"),
    _row("7", SPECIALISTS, ONGOING),
    _row("8", SPECIALISTS, ONGOING, group="first"),
    _row("9", SPECIALISTS, ONGOING),
    _row("10", ORG, ONGOING, (INFO,), group="first"),
    _row("11", ORG, ONGOING, group="helper"),
    _dated(
        "12",
        UMC,
        _day(3, 31, "Велижский район"),
        _day(4, 30, "Сафоновский район"),
        _day(4, 30, "Холм-Жирковский район"),
        _day(10, 31, "Починковский район"),
        helpers=(SPECIALISTS, UMC),
    ),
    _row("13", UMC, ONGOING, (SPECIALISTS,), group="helper"),
    _row("14", ORG, ONGOING, (ORG,)),
    _row("15", INFO, ONGOING),
    _row("16", INFO, ONGOING),
    _row("17", INFO, ONGOING),
    _row("18", SPECIALISTS, ONGOING, group="helper"),
    _row("19", ORG, WAITING, (ORG,)),
    _dated("20", ORG, _day(10, 31)),
    _row("21", ORG, WAITING),
    _row("22", ORG, WAITING, (ORG,)),
    _row("23", ORG, WAITING, (ORG,)),
    _row("24", INFO, ONGOING, (ORG,), group="helper"),
)

_ALL = ("4", "7", "8", "9", "10", "11", "16", "17", "18", "24")


def _word(month: int, day: int, *numbers: str) -> tuple[Mark, ...]:
    return tuple(Mark(day=date(2021, month, day), number=number) for number in numbers)


def _done(month: int, day: int, *numbers: str, label: str = "") -> tuple[Mark, ...]:
    when = date(2021, month, day)
    return tuple(Mark(day=when, number=number, done=True, label=label) for number in numbers)


def _until(month: int, day: int, number: str, due: Due) -> tuple[Mark, ...]:
    return (Mark(day=date(2021, month, day), number=number, due=due),)


# What each line of marks-office.tsv means, in its order of days.
OFFICE = (
    *_word(2, 8, "13"),
    *_done(3, 2, "2"),
    *_until(3, 15, "19", _day(4, 30, explicit=True)),
    *_done(3, 29, "12", label="Велижский район"),
    *_word(4, 6, *_ALL, "15"),
    *_word(4, 11, "13"),
    *_word(4, 17, "22"),
    *_until(4, 20, "23", _day(6, 30, explicit=True)),
    *_done(4, 25, "12", label="Сафоновский район"),
    *_done(4, 27, "1"),
    *_done(5, 1, "19"),
    *_done(5, 2, "12", label="Холм-Жирковский район"),
    *_word(5, 4, "5"),
    *_word(5, 28, "14"),
    *_done(5, 30, "5"),
    *_done(6, 23, "23"),
    *_until(6, 26, "6", _day(9, 30, explicit=None)),
    *_word(7, 5, "15"),
    *_word(7, 6, "7", "9", "11", "17"),
    *_word(7, 11, "13"),
    *_done(9, 20, "20"),
    *_done(9, 27, "6"),
    *_word(10, 6, *_ALL),
    *_word(10, 11, "13"),
    *_done(10, 19, "12", label="Починковский район"),
    *_done(10, 25, "22"),
    *_done(11, 29, "3"),
    *_done(11, 30, "15"),
    *_done(12, 15, "14"),
    *_done(12, 24, *_ALL),
    *_done(12, 27, "13"),
)
