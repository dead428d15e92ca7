"""Posts of one person, people with their posts, forms of a school, brackets amid a name."""

import pytest

from sheetsync.morphology import morphology
from sheetsync.words.responsibles import abbreviation_of, read_responsibles


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "заместителя главы района, начальника отдела культуры",
            ["заместитель главы района, начальник отдела культуры"],
        ),
        (
            "заместитель главы района, начальник отдела культуры",
            ["заместитель главы района", "начальник отдела культуры"],
        ),
        (
            "Петров П.П., начальник отдела кадров, Сидоров С.С., начальник архива",
            ["начальник отдела кадров Петров П.П.", "начальник архива Сидоров С.С."],
        ),
        ("Совет ветеранов (пенсионеров) войны", ["Совет ветеранов (пенсионеров) войны"]),
        ("Совет ветеранов (по согласованию)", ["Совет ветеранов"]),
        ("классные руководители 2, 4 и 6 классов", ["классные руководители 2, 4 и 6 классов"]),
        ("Кл. рук. 2-6 кл.", ["Классные руководители 2-6 классов"]),
        ("УМЦ, кл. рук.", ["УМЦ", "классные руководители"]),
        ("Отдел кадров – 2 экз.", ["Отдел кадров"]),
        ("и.о. начальника архива Петров П.П.", ["и.о. начальника архива Петров П.П."]),
        ("УМЦ, ОНД и ПР", ["УМЦ", "ОНД и ПР"]),
        ("доц. Левин, асп. Ушаков", ["доцент Левин", "аспирант Ушаков"]),
        ("проф. Маркова Е.А.", ["профессор Маркова Е.А."]),
        ("инж. Петров", ["инженер Петров"]),
        ("проф. комитет", ["проф. комитет"]),
        ("зав. каф. физики", ["зав. кафедрой физики"]),
        ("Смирнова О.О., зав. библиотекой", ["зав. библиотекой Смирнова О.О."]),
        ("Отдел кадров (бухгалтерия – свод)", ["Отдел кадров", "бухгалтерия"]),
        ("Отдел кадров (свод – бухгалтерия)", ["Отдел кадров", "бухгалтерия"]),
        ("Отдел кадров (бухгалтерия – контроль)", ["Отдел кадров", "бухгалтерия"]),
        ("Департамент (Минфин – соисполнитель)", ["Департамент", "Минфин"]),
        ("Участники: отдел кадров, завуч. Ответственный: УМЦ", ["УМЦ", "отдел кадров", "завуч"]),
        ("Отдел кадров (соисп. бухгалтерия)", ["Отдел кадров", "бухгалтерия"]),
    ],
)
def test_what_is_one_party_stays_one(text: str, parties: list[str]) -> None:
    found = read_responsibles(text, morphology=morphology()).parties
    assert [party.name for party in found] == parties


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Марина К., Алёна (фото)", ["Марина К.", "Алёна"]),
        ("Дима К./Ксюша", ["Дима К.", "Ксюша"]),
        ("Сомова А.П., Петрович", ["Сомова А.П.", "Петрович"]),
        ("Анна Петровна, Катя", ["Анна Петровна", "Катя"]),
        ("Марина К., дизайнер Алёна", ["Марина К.", "дизайнер Алёна"]),
        ("Алёна\nМарина К.", ["Алёна", "Марина К."]),
        ("Марина К., методист", ["методист Марина К."]),
        ("Лосев А.П., директор школы Мира", ["директор школы Мира Лосев А.П."]),
    ],
)
def test_somebody_called_by_a_given_name_is_nobodys_post(text: str, parties: list[str]) -> None:
    found = read_responsibles(text, morphology=morphology()).parties
    assert [party.name for party in found] == parties


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Хран. Сомова", ["Хран. Сомова"]),
        ("Мет. Шах, хран. Сомова О.П.", ["Мет. Шах", "хран. Сомова О.П."]),
        ("Ст. хран. Лось", ["Ст. хран. Лось"]),
        ("Касс. А.Б. Лосев и Зуева", ["Касс. Лосев А.Б.", "Зуева"]),
        ("Псих. Лосева", ["Псих. Лосева"]),
        ("соц. пед. Лосева", ["соц. пед. Лосева"]),
        ("пед. доп. обр. Лосева", ["пед. доп. обр. Лосева"]),
        ("Вет. Сомов", ["Вет. Сомов"]),
        ("гл. мех. Сомов", ["главный механик Сомов"]),
        ("зав. библ. Сомова", ["зав. библиотекой Сомова"]),
        ("комендант общ. № 2", ["комендант общ. № 2"]),
        ("каб. 5", ["каб. 5"]),
        ("отд. кадров", ["отдел кадров"]),
        ("ул. Мира", ["ул. Мира"]),
        ("г. Смирнов", ["г. Смирнов"]),
        ("А. Сомов", ["Сомов А."]),
    ],
)
def test_a_word_cut_short_before_a_name_is_that_ones_post(text: str, parties: list[str]) -> None:
    found = read_responsibles(text, morphology=morphology()).parties
    assert [party.name for party in found] == parties


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Сомов. Лосев", ["Сомов", "Лосев"]),
        ("Ким. Сомов", ["Ким", "Сомов"]),
        ("Шпак. Лосев", ["Шпак", "Лосев"]),
        ("Кадры. Сомов", ["Кадры", "Сомов"]),
        ("Завхоз. Сомов", ["Завхоз", "Сомов"]),
        ("Юристу. Сомову", ["Юрист", "Сомов"]),
        ("Псих. Логопед", ["Псих", "Логопед"]),
        ("Мед. Центр", ["Медицинский Центр"]),
    ],
)
def test_a_full_stop_behind_a_whole_word_parts(text: str, parties: list[str]) -> None:
    found = read_responsibles(text, morphology=morphology()).parties
    assert [party.name for party in found] == parties


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Белова совместно с отделом кадров", ["Белова", "отдел кадров"]),
        ("Белова с родителями", ["Белова с родителями"]),
        ("Совет школы, Лосева при участии юриста", ["Совет школы", "Лосева", "юрист"]),
        ("Белов за питание, Лосева за уборку", ["Белов за питание", "Лосева за уборку"]),
        ("Дежурный по школе", ["Дежурный по школе"]),
        ("администрация Белова с активом", ["администрация Белова с активом"]),
    ],
)
def test_a_surname_that_goes_on_is_no_places(text: str, parties: list[str]) -> None:
    found = read_responsibles(text, morphology=morphology()).parties
    assert [party.name for party in found] == parties


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Управление рынка и услуг мэрии (УРиУ)", "УРиУ"),
        ("Отдел кадров (ОК)", "ОК"),
        ("Отдел кадров (МБУ)", ""),
        ("Директор (Лосева)", ""),
    ],
)
def test_a_bracket_may_give_a_partys_own_abbreviation(text: str, short: str) -> None:
    (party,) = read_responsibles(text, morphology=morphology()).parties
    assert abbreviation_of(party) == short


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Лосева Анна Петровна, методист, юрист", "responsible-one-person"),
        ("Walks & Gardens", "responsible-after-sign"),
        ("Контроль: директор, завуч", "responsible-watches"),
        ("совместно с архивом", "responsible-watches"),
        ("Сомов С.С. (до 01.06), далее Лосева А.А.", "responsible-hands-over"),
        ("до 1 июня – Сомов С.С., с 1 июня – Лосева А.А.", "responsible-hands-over"),
        ("завхоз, до 15 мая", "responsible-deadline"),
        ("завхоз (срок: май)", "responsible-deadline"),
        ("завхоз, ежеквартально", "responsible-deadline"),
    ],
)
def test_a_doubt_about_who_is_meant_is_told(text: str, code: str) -> None:
    found = read_responsibles(text, morphology=morphology()).doubts
    assert [doubt.code for doubt in found] == [code]


def test_a_term_without_a_time_is_no_deadline() -> None:
    assert not read_responsibles("Срок службы: завхоз", morphology=morphology()).doubts


@pytest.mark.parametrize(
    "text",
    [
        "Отдел кадров (до 10.02), бухгалтерия (до 15.02)",
        "Отдел кадров (с 10.02 по 15.02), бухгалтерия",
        "Отдел кадров с 10.02, бухгалтерия",
        "Сомов С.С. (до 12.00), Лосева А.А. (с 12.00)",
        "Учителя (с 5 класса), завуч",
        "Отдел кадров, затем бухгалтерия",
        "Лосева А.А. с 1 июня",
    ],
)
def test_a_day_of_somebody_hands_nothing_over(text: str) -> None:
    codes = [one.code for one in read_responsibles(text, morphology=morphology()).doubts]
    assert "responsible-hands-over" not in codes
