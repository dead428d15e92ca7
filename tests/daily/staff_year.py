"""What the staff of the sample plan does in 2021, in the sheet and in truth.

Each line has both sides: what is typed, and what it means by the page of rules.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from tests.daily import plan_folder as sheet
from tests.policy_checker.sample import INFO, ROWS, SPECIALISTS, UMC
from tests.policy_checker.year import DATED, Absence, Due, Edit, Mark, Row

AWAY = Absence(address=INFO, first=date(2021, 4, 12), last=date(2021, 4, 23), to=SPECIALISTS)
_BY_NUMBER = {row.number: row for row in ROWS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """One thing that somebody does before the run of `day`."""

    day: date
    typed: sheet.Edit
    mark: Mark | None = None
    edit: Edit | None = None


def _on(month: int, day: int) -> date:
    return date(2021, month, day)


def _marked(day: date, number: str, text: str, **meaning: object) -> Deed:
    mark = Mark(day=day, number=number, **meaning)  # type: ignore[arg-type]
    return Deed(day=day, typed=sheet.write(number, sheet.STATUS, text), mark=mark)


def _changed(day: date, number: str, column: int, text: str, row: Row) -> Deed:
    edit = Edit(day=day, number=number, row=row)
    return Deed(day=day, typed=sheet.write(number, column, text), edit=edit)


def _turned(day: date) -> Deed:
    return Deed(day=day, typed=sheet.turn_over)


_QUARTER = "в I квартале: проведено, замечаний нет"
_NEW = Row(number="25", lead=UMC, kind=DATED, dues=(Due(on=_on(6, 15), explicit=True),))
_SEPTEMBER = replace(_BY_NUMBER["6"], dues=(Due(on=_on(9, 30)),))
_MAY = replace(_BY_NUMBER["5"], dues=(Due(on=_on(5, 28), explicit=True),))
_YOUTH = ("25.", "Провести слёт молодых профсоюзных активистов.", "до 15 июня", "УМЦ")

DEEDS = (
    _marked(_on(2, 8), "13", "План УМЦ утверждён"),
    _marked(_on(3, 2), "2", "Рассмотрено 25.02, протокол № 2", done=True),
    _turned(_on(3, 16)),
    _marked(_on(3, 29), "12", "Велижский район – 24.03", done=True, label="Велижский район"),
    _marked(_on(4, 6), "7", _QUARTER),
    _marked(_on(4, 6), "9", _QUARTER),
    _changed(_on(4, 20), "5", sheet.DEADLINE, "до 28 мая", _MAY),
    Deed(
        day=_on(5, 17),
        typed=sheet.insert("24", *_YOUTH),
        edit=Edit(day=_on(5, 17), number="25", row=_NEW),
    ),
    _changed(_on(6, 8), "15", sheet.RESPONSIBLE, "УМЦ", replace(_BY_NUMBER["15"], lead=UMC)),
    _marked(_on(6, 16), "25", "Выполнено 14.06", done=True),
    _changed(_on(6, 28), "6", sheet.DEADLINE, "сентябрь", _SEPTEMBER),
    _marked(
        _on(7, 14),
        "21",
        "запрос получен 14.07, ответ до 30.07",
        due=Due(on=_on(7, 30), explicit=True),
    ),
    _marked(_on(8, 5), "21", "Выполнено 03.08", done=True),
    _marked(_on(9, 20), "20", "Принято участие 15.09", done=True),
    _turned(_on(10, 4)),
    _marked(_on(10, 11), "14", "Положение разработано, конкурс проводится"),
    _marked(_on(12, 24), "4", "Выполнено, итог за год направлен 24.12", done=True),
)


def deeds_between(earlier: date | None, day: date) -> Iterator[Deed]:
    """What was done since the run of `earlier` by the run of `day`."""
    for deed in DEEDS:
        if (earlier is None or deed.day > earlier) and deed.day <= day:
            yield deed
