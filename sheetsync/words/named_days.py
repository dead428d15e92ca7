"""The named days that plans are tied to, «ко Дню учителя»: how each is said, when it falls.

The rules are those of the decrees and calendars of Russia; a form stands in the nominative first.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

_MONDAY, _FRIDAY, _SATURDAY, _SUNDAY = 0, 4, 5, 6
_LAST = -1
_HEADS = ("день", "дня", "дню", "днем", "дне")
# Stems of what may stand before the name of a day and changes nothing.
HONOURS = ("всемирн", "международн", "всероссийск", "общероссийск")


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day known by name; `on` tells its date in a year."""

    name: str
    forms: tuple[str, ...]
    on: Callable[[int], date]


def _fixed(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _nth(weekday: int, number: int, month: int) -> Callable[[int], date]:
    """The `number`th such weekday (0 Monday) of a month, or its last."""

    def on(year: int) -> date:
        if number == _LAST:
            last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
            return last - timedelta(days=(last.weekday() - weekday) % 7)
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1))

    return on


def _nth_day(number: int) -> Callable[[int], date]:
    return lambda year: date(year, 1, 1) + timedelta(days=number - 1)


def _easter(year: int) -> date:
    """Orthodox Easter: Gauss's rule for the Julian calendar, thirteen days on (1900 to 2099)."""
    a, b, c = year % 19, year % 4, year % 7
    d = (19 * a + 15) % 30
    e = (2 * b + 4 * c + 6 * d + 6) % 7
    return date(year, 3, 22) + timedelta(days=d + e + 13)


def _day_of(names: str, on: Callable[[int], date], *, bare: str = "") -> NamedDay:
    """A day of something, by each of its genitives; `bare` are forms without that word."""
    genitives = names.split("|")
    forms = [f"{head} {name}" for name in genitives for head in _HEADS]
    return NamedDay(f"День {genitives[0]}", (*forms, *filter(None, bare.split("|"))), on)


_WOMENS = tuple(
    f"{honour}{words}"
    for honour, words in (
        *(("", "женский день"), ("", "женскому дню"), ("", "женского дня")),
        *(("международный ", "женский день"), ("международному ", "женскому дню")),
        ("международного ", "женского дня"),
    )
)
_STUDENTS = tuple(
    f"{head} {name}"
    for head in ("международный день", "международному дню", "международного дня")
    for name in ("студента", "студентов")
)

NAMED_DAYS: tuple[NamedDay, ...] = (
    _day_of("заповедников|заповедников и национальных парков", _fixed(1, 11)),
    _day_of("российской печати|печати|прессы", _fixed(1, 13)),
    _day_of(
        "российского студенчества|студента|студентов",
        _fixed(1, 25),
        bare="татьянин день|татьянину дню",
    ),
    _day_of(
        "снятия блокады|снятия блокады ленинграда|полного освобождения ленинграда", _fixed(1, 27)
    ),
    _day_of("памяти жертв холокоста", _fixed(1, 27)),
    _day_of("российской науки|науки", _fixed(2, 8)),
    _day_of("родного языка", _fixed(2, 21)),
    _day_of("памяти воинов - интернационалистов|вывода войск из афганистана", _fixed(2, 15)),
    _day_of("защитника отечества|защитников отечества", _fixed(2, 23)),
    NamedDay("Женский день", _WOMENS, _fixed(3, 8)),
    _day_of("потребителя|защиты прав потребителей|прав потребителей", _fixed(3, 15)),
    _day_of("воссоединения крыма с россией|воссоединения крыма", _fixed(3, 18)),
    _day_of(
        "работников жкх|работника жкх"
        "|работников жилищно - коммунального хозяйства|работников бытового обслуживания",
        _nth(_SUNDAY, 3, 3),
    ),
    _day_of("поэзии", _fixed(3, 21)),
    _day_of("лесов|леса", _fixed(3, 21)),
    _day_of("водных ресурсов|воды", _fixed(3, 22)),
    _day_of("борьбы с туберкулезом", _fixed(3, 24)),
    _day_of("работника культуры|работников культуры|культработника", _fixed(3, 25)),
    _day_of("театра", _fixed(3, 27)),
    _day_of("смеха", _fixed(4, 1)),
    _day_of("детской книги", _fixed(4, 2)),
    _day_of("распространения информации об аутизме|информирования об аутизме", _fixed(4, 2)),
    _day_of("здоровья", _fixed(4, 7)),
    _day_of("космонавтики|авиации и космонавтики", _fixed(4, 12)),
    _day_of("памяти о геноциде советского народа", _fixed(4, 19)),
    _day_of("местного самоуправления", _fixed(4, 21)),
    _day_of("земли", _fixed(4, 22)),
    _day_of(
        "памяти чернобыля|участников ликвидации последствий радиационных аварий", _fixed(4, 26)
    ),
    _day_of("российского парламентаризма", _fixed(4, 27)),
    _day_of("охраны труда", _fixed(4, 28)),
    _day_of("пожарной охраны", _fixed(4, 30)),
    _day_of(
        "весны и труда|труда|солидарности трудящихся",
        _fixed(5, 1),
        bare="праздник весны и труда|празднику весны и труда|первомай|первомаю|первомая",
    ),
    _day_of("радио", _fixed(5, 7)),
    _day_of("победы", _fixed(5, 9)),
    _day_of("медицинской сестры|медсестры", _fixed(5, 12)),
    _day_of("семьи", _fixed(5, 15)),
    _day_of("музеев", _fixed(5, 18)),
    _day_of("пионерии|пионера", _fixed(5, 19)),
    _day_of("славянской письменности|славянской письменности и культуры", _fixed(5, 24)),
    _day_of("предпринимательства|российского предпринимательства|предпринимателя", _fixed(5, 26)),
    _day_of("библиотек|библиотекаря|библиотеки", _fixed(5, 27)),
    _day_of("пограничника", _fixed(5, 28)),
    _day_of("химика", _nth(_SUNDAY, _LAST, 5)),
    _day_of("без табака", _fixed(5, 31)),
    _day_of("защиты детей", _fixed(6, 1)),
    _day_of("окружающей среды|охраны окружающей среды|эколога", _fixed(6, 5)),
    _day_of("русского языка", _fixed(6, 6), bare="пушкинский день|пушкинскому дню"),
    _day_of("социального работника|соцработника", _fixed(6, 8)),
    _day_of("россии|независимости россии", _fixed(6, 12)),
    _day_of("донора крови|донора", _fixed(6, 14)),
    _day_of(
        "медицинского работника|медицинских работников|медработника|медика", _nth(_SUNDAY, 3, 6)
    ),
    _day_of("памяти и скорби", _fixed(6, 22)),
    _day_of(
        "борьбы с наркоманией|борьбы с наркотиками|борьбы со злоупотреблением наркотиками",
        _fixed(6, 26),
    ),
    _day_of("молодежи|молодежи россии", _nth(_SATURDAY, _LAST, 6)),
    _day_of("госавтоинспекции|гаи|гибдд", _fixed(7, 3)),
    _day_of("семьи , любви и верности|любви , семьи и верности", _fixed(7, 8)),
    _day_of("рыбака", _nth(_SUNDAY, 2, 7)),
    _day_of("металлурга", _nth(_SUNDAY, 3, 7)),
    _day_of("торговли|работника торговли|работников торговли", _nth(_SATURDAY, 4, 7)),
    _day_of("военно - морского флота|вмф", _nth(_SUNDAY, _LAST, 7)),
    _day_of("крещения руси", _fixed(7, 28)),
    _day_of("железнодорожника", _nth(_SUNDAY, 1, 8)),
    _day_of("физкультурника", _nth(_SATURDAY, 2, 8)),
    _day_of("строителя", _nth(_SUNDAY, 2, 8)),
    _day_of(
        "государственного флага|флага|российского флага"
        "|флага россии|государственного флага россии|государственного флага российской федерации",
        _fixed(8, 22),
    ),
    _day_of("шахтера", _nth(_SUNDAY, _LAST, 8)),
    _day_of("знаний", _fixed(9, 1)),
    _day_of("солидарности в борьбе с терроризмом|солидарности", _fixed(9, 3)),
    _day_of("окончания второй мировой войны", _fixed(9, 3)),
    _day_of(
        "нефтяника|нефтяной и газовой промышленности|работников нефтяной и газовой промышленности",
        _nth(_SUNDAY, 1, 9),
    ),
    _day_of("распространения грамотности|грамотности", _fixed(9, 8)),
    _day_of("трезвости", _fixed(9, 11)),
    _day_of("программиста", _nth_day(256)),
    _day_of("мира", _fixed(9, 21)),
    _day_of(
        "воспитателя|дошкольного работника|воспитателя и всех дошкольных работников", _fixed(9, 27)
    ),
    _day_of("туризма", _fixed(9, 27)),
    _day_of("машиностроителя", _nth(_SUNDAY, _LAST, 9)),
    _day_of("пожилых людей|пожилого человека|пожилых|пожилых граждан", _fixed(10, 1)),
    _day_of("музыки", _fixed(10, 1)),
    _day_of("животных|защиты животных", _fixed(10, 4)),
    _day_of("учителя|учителей", _fixed(10, 5)),
    _day_of("достойного труда|за достойный труд|действий за достойный труд", _fixed(10, 7)),
    _day_of(
        "сельского хозяйства|работника сельского хозяйства"
        "|работников сельского хозяйства"
        "|работника сельского хозяйства и перерабатывающей промышленности",
        _nth(_SUNDAY, 2, 10),
    ),
    _day_of("отца", _nth(_SUNDAY, 3, 10)),
    _day_of("белой трости", _fixed(10, 15)),
    _day_of("автомобилиста|работников автомобильного транспорта", _nth(_SUNDAY, _LAST, 10)),
    _day_of("памяти жертв политических репрессий|жертв политических репрессий", _fixed(10, 30)),
    _day_of("народного единства", _fixed(11, 4)),
    _day_of("сотрудника органов внутренних дел|полиции", _fixed(11, 10)),
    _day_of("толерантности|терпимости", _fixed(11, 16)),
    _day_of(
        "памяти жертв дтп|памяти жертв дорожно - транспортных происшествий", _nth(_SUNDAY, 3, 11)
    ),
    _day_of("отказа от курения|некурения", _nth(3, 3, 11)),
    _day_of("правовой помощи детям|прав ребенка", _fixed(11, 20)),
    NamedDay("Международный день студентов", _STUDENTS, _fixed(11, 17)),
    _day_of("бухгалтера", _fixed(11, 21)),
    _day_of("матери", _nth(_SUNDAY, _LAST, 11)),
    _day_of("государственного герба|герба", _fixed(11, 30)),
    _day_of("борьбы со спидом|борьбы с вич|борьбы с вич / спид", _fixed(12, 1)),
    _day_of("юриста", _fixed(12, 3)),
    _day_of("неизвестного солдата", _fixed(12, 3)),
    _day_of("инвалидов|инвалида|людей с ограниченными возможностями", _fixed(12, 3)),
    _day_of("добровольца|волонтера|добровольца в россии|добровольца ( волонтера )", _fixed(12, 5)),
    _day_of("героев отечества", _fixed(12, 9)),
    _day_of("борьбы с коррупцией", _fixed(12, 9)),
    _day_of("прав человека", _fixed(12, 10)),
    _day_of(
        "конституции|конституции россии|конституции рф|конституции российской федерации",
        _fixed(12, 12),
    ),
    _day_of("энергетика", _fixed(12, 22)),
    _day_of("спасателя", _fixed(12, 27)),
    NamedDay("Новый год", ("новый год", "нового года", "новому году"), _fixed(12, 31)),
    NamedDay(
        "Рождество", ("рождество", "рождества", "рождеству", "рождество христово"), _fixed(1, 7)
    ),
    NamedDay(
        "Масленица",
        ("масленица", "масленицы", "масленице", "масленицу"),
        lambda y: _easter(y) - timedelta(days=49),
    ),
    NamedDay("Пасха", ("пасха", "пасхи", "пасхе", "пасху"), _easter),
    NamedDay(
        "Троица",
        ("троица", "троицы", "троице", "троицу"),
        lambda y: _easter(y) + timedelta(days=49),
    ),
)
