"""Contacts are no party, short words are written in full, and the roster's names stay whole."""

import pytest

from sheetsync.model import Department, Roster
from sheetsync.morphology import morphology
from sheetsync.words.responsibles import read_responsibles
from sheetsync.words.roster import RosterIndex


def _names(text: str, *, known: tuple[str, ...] = ()) -> list[str]:
    found = read_responsibles(text, morphology=morphology(), known=known)
    return [party.name for party in found.parties]


@pytest.mark.parametrize(
    "contact",
    [
        *("тел. 22-33-44", "тел: 8 (4812) 22-33-44", "+7 910 123-45-67", "каб. 12", "комн. 5"),
        *("umc@example.org", "доб. 123", "к. 305"),
    ],
)
def test_a_contact_is_no_party(contact: str) -> None:
    text = f"Учебный отдел, {contact}"
    found = read_responsibles(text, morphology=morphology())
    assert [party.name for party in found.parties] == ["Учебный отдел"]
    assert "".join(found.unused).replace(" ", "") == contact.replace(" ", "")


def test_a_contact_alone_is_all_that_is_known() -> None:
    assert _names("umc@example.org") == ["umc@example.org"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("рук-ли кружков", ["руководители кружков"]),
        ("соцпедагог, юрист", ["социальный педагог", "юрист"]),
        ("ст. м/с", ["старшая медсестра"]),
        ("Комиссия по ОТ", ["Комиссия по охране труда"]),
        ("специалист по ОТ и ТБ", ["специалист по ОТ и ТБ"]),
        ("зав. ОПК", ["зав. ОПК"]),
        ("муз. рук.", ["музыкальный руководитель"]),
        ("Учителя химии и ОБЖ", ["Учителя химии", "Учителя ОБЖ"]),
        ("начальники смен № 1 и № 2", ["начальник смены № 1", "начальник смены № 2"]),
        ("Учебный отдел/бухгалтерия", ["Учебный отдел", "бухгалтерия"]),
        ("Учебный отдел (совместно с УМЦ)", ["Учебный отдел", "УМЦ"]),
        ("Орлов А.А., юрист, Котова Б.Б., психолог", ["юрист Орлов А.А.", "психолог Котова Б.Б."]),
    ],
)
def test_a_short_word_is_read_in_full(text: str, names: list[str]) -> None:
    assert _names(text) == names


def test_a_name_of_the_roster_is_never_parted() -> None:
    roster = Roster(
        departments=(
            Department(name="Отдел сводок и учёта, архив", aliases=("С и У",)),
            Department(name="УМЦ"),
        )
    )
    index = RosterIndex(roster, morphology=morphology())
    assert index.compound == ("Отдел сводок и учёта, архив", "С и У")
    text = "УМЦ, отдел сводок и учёта, архив, с и у и юрист"
    names = _names(text, known=index.compound)
    assert names == ["УМЦ", "отдел сводок и учёта, архив", "с и у", "юрист"]


def test_a_name_of_the_roster_is_never_parted_in_english() -> None:
    names = ("Sales & Marketing", "Finance and IT", "HR/Payroll", "Legal")
    roster = Roster(departments=tuple(Department(name=name) for name in names))
    index = RosterIndex(roster, morphology=morphology())
    assert index.compound == ("Sales & Marketing", "Finance and IT", "HR/Payroll")
    text = "Legal, finance and IT and HR/Payroll; Sales & Marketing"
    named = _names(text, known=index.compound)
    assert named == ["Legal", "finance and IT", "HR/Payroll", "Sales & Marketing"]


@pytest.mark.parametrize(
    "text",
    [
        *("TBC", "tbd", "n/a", "Vacant", "to be appointed", "none", "те же."),
        *("вакансия", "см. п. 3", "см. примечание", "в рабочем порядке", "в течение года"),
        *("назначается директором", "ответственный определяется приказом", "не требуется"),
        *("ответственный не определён", "без ответственного", "в соответствии с приказом № 5"),
        *("каждый на своём участке", "кто-нибудь", "ежедневно", "500 тыс. руб.", "уволен: Сомов"),
        *("до 15 мая", "с 1 июня 2026 г.", "по списку", "по графику", "выполнено"),
        *("кроме отдела кадров", "все, кроме бухгалтерии", "без участия полиции"),
        *("согласовать с архивом", "подготовить смету, отчёт и план", "копия Сомову В.В."),
        *("для сведения: отдел кадров", "при участии полиции", "с привлечением волонтёров"),
    ],
)
def test_what_names_nobody_yet_is_asked_about(text: str) -> None:
    assert _names(text) == []


@pytest.mark.parametrize(
    "text",
    ["все категории", "Без ограничений", "2011–2012 г.р.", "юноши 13–14 лет", "12+", "all ages"],
)
def test_whom_something_is_for_is_asked_about(text: str) -> None:
    found = read_responsibles(text, morphology=morphology())
    assert not found.parties
    assert [doubt.code for doubt in found.doubts] == ["responsible-unknown"]


def test_class_teachers_of_some_forms_are_of_the_rosters_group() -> None:
    group = Department(name="Классные руководители")
    index = RosterIndex(Roster(departments=(group,)), morphology=morphology())
    assert index.match("классные руководители 5-9 классов").department is group
